"""Words of the press itself, by which a byline's person is told from its desk, agency or outlet."""

JOBS = frozenset(
    "analyst assistant associate author blogger bureau business chief city columnist columnists "
    "commentator contributor correspondent correspondents deputy desk diplomatic economics editor editors "
    "editorial education environment europe executive features fellow finance financial foreign freelance "
    "head health home industry international journalist leader lobby money national news newsdesk "
    "newsroom photographer policy political politics presenter producer professor reporter reporters "
    "science senior showbiz social sports staff team travel video westminster whitehall writer "
    "writers".split()
)
"""A name never holds one of these; after a name they begin its job."""

OUTLET_WORDS = frozenset(
    "agency agencies associates association bbc blog bloomberg broadcasting buzzfeed chronicle cnn "
    "committee company corporation correspondents courier daily digest digital echo economist evening "
    "express foundation gazette guardian herald huffpost independent insider institute itv journal ltd "
    "magazine mail mailonline media mirror network newspaper newspapers news observer online paper "
    "politicshome post press publishing radio record review reuters room services sky standard star "
    "studios sun sunday telegraph television times today tribune tv weekly website www".split()
)

AGENCIES = frozenset(
    (
        "pa", "afp", "ap", "epa", "reuters", "getty", "press association", "associated press",
        "agence france-presse", "sky news", "bbc news", "mail online",
    )
)  # fmt: skip
"""Whole names of those who supply articles without an author."""

SMALL_WORDS = frozenset("al bin da de del den der di du el la le ten van von".split())
"""Words of names that are written small."""
