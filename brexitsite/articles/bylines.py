"""Who wrote it: people's names out of bylines, and nothing else.

A desk, an agency, a site or a job is no author.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brexitsite.knowledge.people import people as known_people
from brexitsite.knowledge.press import AGENCIES, JOBS, OUTLET_WORDS, SMALL_WORDS

LONGEST = 120
"""Code points of the longest byline."""
BY = re.compile(r"^(?:(?:exclusive|analysis|comment|opinion|written|words|report)\s+)?by:?\s+", re.IGNORECASE)
FOR = re.compile(r"\s+for\s+(?=\S)", re.IGNORECASE)
PLACE = re.compile(r"\s+(?:in|at|from)\s+(?:[A-Z][\w'’.-]*)(?:\s+[A-Z][\w'’.-]*)*$")
PIECE = re.compile(r"\s*(?:[,;&|•·]|\band\b|\bwith\b|\s[-–—]\s)\s*", re.IGNORECASE)
"""What stands between the names, jobs and places of a byline."""
LONGEST_DESK = 4
NAME_CHARACTERS = re.compile(r"[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){1,3}")


def byline(line: str) -> tuple[tuple[str, ...], str | None] | None:
    """Read "By ANN OTHER and Bo Lee, Political Editor FOR THE EXAMPLE": authors and the outlet it names.

    >>> byline("By ANN O'SHEA for Daily Example")
    (("Ann O'Shea",), 'Daily Example')
    >>> byline("By Thursday it was over")
    """
    opening = BY.match(line)
    if not opening or len(line) > LONGEST or line.endswith((".", "?", "!", ":")):
        return None
    names, _, outlet = _parted(line[opening.end() :])
    authors = people(names)
    if not authors and not _desk(names):
        return None
    return authors, recased(outlet) if outlet else None


def _parted(text: str) -> tuple[str, str, str]:
    found = FOR.search(text)
    return (text[: found.start()], found[0], text[found.end() :].strip(" ,|•")) if found else (text, "", "")


def _desk(text: str) -> bool:
    """Is it an agency, a desk or a job, so that the line is a byline without a person?"""
    words = re.findall(r"[\w'’-]+", text.lower())
    return (
        bool(words) and len(words) <= 6 and (" ".join(words) in AGENCIES or words[-1] in JOBS | OUTLET_WORDS)
    )


def people(text: str) -> tuple[str, ...]:
    """Return the people named in a list of authors, jobs, places and outlets left out.

    >>> people("Ann Other, Political Editor, Bo Lee and Press Association")
    ('Ann Other', 'Bo Lee')
    """
    return tuple(dict.fromkeys(_names(text)))


def signature(line: str) -> tuple[str, ...]:
    """Return the authors of a line of names and jobs alone; without a job, first names must be known ones.

    >>> signature("ANN OTHER, Political Editor"), signature("Anna Other and Peter Lee")
    (('Ann Other',), ('Anna Other', 'Peter Lee'))
    >>> signature("Northport Harbour"), signature("Anna Other wins again")
    ((), ())
    """
    pieces = [piece for p in PIECE.split(line) if (piece := PLACE.sub("", p.strip(" *_")))]
    names = {piece: name for piece in pieces if (name := person(_without_job(piece)))}
    has_job = any(names.get(piece, "").lower() != piece.lower() for piece in pieces)
    told = all(piece in names or _is_job(piece) for piece in pieces) and (
        has_job or all(name.split()[0].lower() in known_people().given for name in names.values())
    )
    return tuple(names.values()) if told else ()


def _is_job(text: str) -> bool:
    words = text.lower().split()
    return 0 < len(words) <= LONGEST_DESK and words[-1] in JOBS


def agency_desks(text: str) -> list[str]:
    """Return the agency's desks that sign beside a name: what syndicated articles are credited to.

    >>> agency_desks("By ANN OTHER, PA Ports Writer")
    ['PA Ports Writer']
    """
    desks = (piece.strip(" *_") for piece in PIECE.split(text))
    return [desk for desk in desks if _is_agency_desk(desk.lower().split())]


def _is_agency_desk(words: Sequence[str]) -> bool:
    return 2 < len(words) <= LONGEST_DESK and words[0] in AGENCIES and words[-1] in JOBS


def _names(text: str) -> Iterator[str]:
    for piece in PIECE.split(text):
        name = person(_without_job(PLACE.sub("", BY.sub("", piece.strip(" *_")))))
        if name:
            yield name


def _without_job(text: str) -> str:
    """Cut a job that follows a name without a comma, "Ann Other Political Editor"; "Harbour News" is none."""
    words = text.split()
    if words and words[-1].lower() in OUTLET_WORDS:
        return text
    jobs = [n for n, w in enumerate(words) if w.lower().strip(".") in JOBS]
    return " ".join(words[: jobs[0]]) if jobs and jobs[0] >= 2 else text


def person(text: str) -> str | None:
    """Return a name if these words are a person's full name and no outlet's, agency's or desk's."""
    words = text.split()
    if not 2 <= len(words) <= 4 or not NAME_CHARACTERS.fullmatch(text):
        return None
    plain = [w.lower().strip(".") for w in words]
    if (
        plain[0] == "the"
        or " ".join(plain) in AGENCIES
        or any(w in OUTLET_WORDS | JOBS | AGENCIES for w in plain)
    ):
        return None
    if not all(w[0].isupper() or w in SMALL_WORDS for w in words):
        return None
    return recased(text)


def recased(name: str) -> str:
    """Give a name printed in capitals its usual letters; any other stays as it is.

    >>> recased("ANNA-LOUISE O'HARE"), recased("THE DAILY EXAMPLE"), recased("BBC")
    ("Anna-Louise O'Hare", 'The Daily Example', 'BBC')
    """
    if not name.isupper() or (" " not in name and len(name) <= 5):
        return name
    return " ".join(_recased_word(w) for w in name.split(" "))


def _recased_word(word: str) -> str:
    word = re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), word)
    word = re.sub(r"(['’])S\b", r"\1s", word)
    return re.sub(r"\bMc([a-z])", lambda m: "Mc" + m[1].upper(), word)
