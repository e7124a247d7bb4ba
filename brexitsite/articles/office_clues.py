"""What an article says of its day by naming who holds an office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brexitsite.articles.day_sets import Days, any_of
from brexitsite.articles.evidence import Evidence, Tenures
from brexitsite.model import Slug

FULL_NAME = re.compile(r"(?=(\b[A-Z][\w'’-]+(?: [A-Z]\.)?(?: [a-z]{2,3})? [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?))")
NOT_NOW = frozenset(
    "former ex then later previous late future next would-be outgoing incoming one-time onetime ex- acting "
    "shadow deputy as becoming became become new potential possible".split()
)
"""Words before an office that say that it is not held, or not yet or no longer, or another one."""
LONGEST_OFFICE, FARTHEST_FROM_OFFICE = 7, 3
"""Words of an office, and between "former" and it: "former Conservative MP and Chancellor"."""
APPOSITION = re.compile(r",? (?:the |[A-Z]\w+['’]s )?([\w'’ -]{2,80}?)(?=[,.;])")
TITLES = r"(?:Mr|Mrs|Ms|Miss|Sir|Lord|Lady|Baroness|Dame|Dr)"
SUCCEEDED_WITHIN = 30
"""Days between two tenures of one office that make one holder the other's successor."""


def held(sentence: str, evidence: Evidence) -> Iterator[Days]:
    """Read "Brexit Secretary Ann Other" and "Ann Other, the Brexit Secretary," as days of her tenure."""
    for found in FULL_NAME.finditer(sentence):
        who = _whose(found[1], evidence)
        if who:
            offices = _before(sentence[: found.start()], evidence) or _after(
                sentence[found.end(1) :], evidence
            )
            yield any_of(days for office, days in who.held if office in offices)


def titled(sentence: str, evidence: Evidence) -> Iterator[Days]:
    """Read "Port Secretary Day": an office and the surname of one who held it."""
    for found in SURNAMED.finditer(sentence):
        offices = _before(sentence[: found.start()], evidence)
        holders = {
            t.name: t
            for office in offices
            for t in evidence.holders(office)
            if _surname(t) == found[1].replace("’", "'")
        }
        for who in holders.values() if len(holders) == 1 else ():
            yield any_of(days for office, days in who.held if office in offices)


SURNAMED = re.compile(r"(?<=\w )(?:(?:Mr|Mrs|Ms|Sir|Lord) )?([A-Z][\w’'-]+)\b(?!['’]?s? [A-Z])")


def _surname(who: Tenures) -> str:
    return who.name.rsplit(" ", 1)[-1]


def _whose(name: str, evidence: Evidence) -> Tenures | None:
    name = name.replace("’", "'").lower()
    return evidence.tenures.get(name) or evidence.tenures.get(name.rsplit(" ", 1)[0])


def _before(before: str, evidence: Evidence) -> frozenset[Slug]:
    words = re.findall(r"[\w'’-]+|[^\w\s]", before)[-LONGEST_OFFICE - FARTHEST_FROM_OFFICE :]
    for size in range(min(LONGEST_OFFICE, len(words)), 0, -1):
        offices = evidence.offices.get(" ".join(words[-size:]).lower().replace("’", "'"))
        if offices:
            return frozenset() if _is_not_now(words[:-size][-FARTHEST_FROM_OFFICE:]) else offices
    return frozenset()


def _is_not_now(before: Sequence[str]) -> bool:
    return any(word.lower() in NOT_NOW or word.lower().startswith("ex-") for word in before)


def _after(after: str, evidence: Evidence) -> frozenset[Slug]:
    found = APPOSITION.match(after)
    if not found or not after.startswith(","):
        return frozenset()
    return evidence.offices.get(found[1].lower().replace("’", "'"), frozenset())


# --- the only holder that is named --------------------------------------------------------------


def sole(sentences: Sequence[str], evidence: Evidence) -> Iterator[tuple[str, Days]]:
    """Read "the prime minister" as the only one of its holders whom the whole article names.

    That tells something only of an office whose next holder is known, who then would be named.
    """
    text = " ".join(sentences).replace("’", "'")
    named = {t.name: t for m in FULL_NAME.finditer(text) if (t := _whose(m[1], evidence))}
    for sentence, office in _spoken_of(sentences, evidence):
        holders = evidence.holders(office)
        present = [t for t in holders if t.name in named or _titled(t, text)]
        if len(present) == 1 and present[0].name in named and _succeeded(present[0], office, holders):
            yield sentence, present[0].of(office)


def _spoken_of(sentences: Sequence[str], evidence: Evidence) -> Iterator[tuple[str, Slug]]:
    """Yield the offices whose holder is "the …" alone, each with the first sentence that says so."""
    seen: set[Slug] = set()
    for sentence in sentences:
        for found in THE_OFFICE.finditer(sentence):
            for office in evidence.offices.get(found[1].lower(), ()):
                if office not in seen:
                    seen.add(office)
                    yield sentence, office


THE_OFFICE = re.compile(r"\b[Tt]he ([Pp]rime [Mm]inister|PM)\b(?! of\b| [A-Z])")
"""Other offices ("the chancellor", "the president") are held in other countries, too."""


def _titled(who: Tenures, text: str) -> bool:
    return bool(re.search(rf"\b{TITLES} {re.escape(who.name.rsplit(' ', 1)[-1])}\b", text))


def _succeeded(who: Tenures, office: Slug, holders: Sequence[Tenures]) -> bool:
    last = who.of(office)[-1][1]
    return any(
        0 <= first - last <= SUCCEEDED_WITHIN for t in holders if t != who for first, _ in t.of(office)
    )
