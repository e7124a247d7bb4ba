"""How near the vote is that an article waits for: "with seven days to go", "Thursday's vote"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from brexitsite.articles.day_sets import Days, any_of, between
from brexitsite.articles.event_clues import ANY_VERB, NUMBERS, WHEN, days_of, modifies

VOTE = (
    r"(?:vote|polls?|ballot|referendum|polling day|election|decision|polling stations|campaign|campaigning)"
)
DECIDE = r"(?:votes?|decides?|go to the polls|goes to the polls)"
SHORTEST = 8
"""Words of the longest sentence that is nothing but a countdown: "Seven days to go"."""
OPENING = 3
"""Sentences of an article in which "a week before the vote" is now."""

# --- days counted ---------------------------------------------------------------------------------

COUNT = (
    r"(?P<less>less than |under |fewer than )?"
    rf"(?P<number>\d{{1,3}}|{'|'.join(NUMBERS)}|a few|a couple of|several"
    r"|few)?[ -]?\b(?P<unit>hour|day|week|fortnight|month)s?(?:['’] time)?"
)
SIDE = r"(?P<side>to go|away|left to|left until|left before|until|before|ahead of|from|to)"
COUNTED = re.compile(rf"\b{COUNT} {SIDE}\b", re.IGNORECASE)
TO_GO = re.compile(
    rf"\b(?:with|just|only|than) (?:(?:just|only|less than|about|around|under|fewer than) )?{COUNT} "
    r"(?:to go |left )?(?:until|before|to go|ahead of|away|from)\b",
    re.IGNORECASE,
)
"""A countdown that needs no word of waiting beside it."""
PAST = re.compile(r"\b(?:had|was|were|in \d{4})\b")
NOW = re.compile(r"\b(?:with|just|only|than|comes|came|now|under)(?: a)? $", re.IGNORECASE)
IS = re.compile(
    r"\b(?:just|only|now|is|are|mere|than|under|a|with|about|around|almost) (?:[\w-]+ )?$|^ $", re.IGNORECASE
)
WHICH = re.compile(r"\b(?:final|last|the|of) $", re.IGNORECASE)
"""Before "two weeks before the vote": those weeks, not now."""
LEFT_SIDES = ("to go", "away", "left")
UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30}
SLACK = {"day": 1, "week": 4, "fortnight": 4, "month": 16}
"""Days by which such a count is rounded."""
FEW_DAYS, FEW_WEEKS = (7, 0), (60, 5)


def counted(sentence: str, days: Sequence[date], number: int) -> Iterator[Days]:
    """Read "with seven days to go" and, in an opening, "a week before the vote"."""
    for found in COUNTED.finditer(sentence):
        if not PAST.search(sentence[: found.start()][-60:]) and _counts(sentence, found, number):
            yield any_of(_before(found, day.toordinal()) for day in days)


def _counts(sentence: str, found: re.Match[str], number: int) -> bool:
    side, after = found["side"].lower(), sentence[found.end() :]
    before = sentence[: found.start()].rstrip() + " "
    if side.startswith(LEFT_SIDES):
        about = re.search(rf"\b(?:{VOTE}|{DECIDE})\b", sentence, re.IGNORECASE)
        return bool(about or len(sentence.split()) <= SHORTEST) and (
            side != "away" or _is_away(before, after)
        )
    if WHICH.search(before) or (side != "until" and number >= OPENING and not NOW.search(before)):
        return False
    return bool(re.match(rf" (?:[\w’'-]+ ){{0,6}}(?:{VOTE}|{DECIDE})\b", after, re.IGNORECASE))


def _is_away(before: str, after: str) -> bool:
    """Is the vote "just days away", not the summit "two days away from the border"?"""
    aside = after.startswith(" from") and not re.match(rf" from (?:[\w’'-]+ ){{0,6}}{VOTE}\b", after)
    return bool(IS.search(before)) and not aside


def _before(found: re.Match[str], n: int) -> Days:
    unit, words = found["unit"].lower(), (found["number"] or "").lower()
    number = int(words) if words.isdigit() else NUMBERS.get(words)
    if unit == "hour":
        return between(n - 1 - ((number or 24) + 12) // 24, n)
    if number is None:
        far, near = FEW_DAYS if unit == "day" else FEW_WEEKS
        return between(n - far, n - near)
    from_now = number * UNIT_DAYS[unit]
    if found["less"]:
        return between(n - from_now, n)
    return between(n - from_now - SLACK[unit], n - from_now + SLACK[unit])


# --- the end of a campaign ------------------------------------------------------------------------

FINAL = re.compile(
    r"\b(?:final|dying|remaining) (?:few |full |couple of |two |three )?"
    r"(?P<unit>weekend|weeks|week|days|day|hours|stretch|stages|leg|straight)\b"
    r"|\b(?:enters?|entered|entering|into|in) (?:its|the|their) last (?:few )?"
    r"(?P<unit2>week|days|day|hours)\b",
    re.IGNORECASE,
)
LEFT = {"week": 10, "weekend": 7, "weeks": 31, "days": 8, "day": 2, "hours": 4}
LAST_LEG = 14
"""Days of a campaign's "final stretch"."""


def final(sentence: str, days: Sequence[date]) -> Iterator[Days]:
    """Read "the final week of the campaign"."""
    for found in FINAL.finditer(sentence):
        if re.search(rf"\b{VOTE}\b", sentence, re.IGNORECASE):
            left = LEFT.get((found["unit"] or found["unit2"]).lower(), LAST_LEG)
            yield any_of(between(day.toordinal() - left, day) for day in days)


# --- the vote beside a day ------------------------------------------------------------------------

SHORT = r"(?:vote|poll|ballot|referendum|result|decision)"
OWN = re.compile(
    rf"(?:{WHEN.pattern})['’]s? (?:[\w’'-]+ ){{0,4}}?{SHORT}\b(?!s| (?:tracker|show))", re.IGNORECASE
)
AFTER = re.compile(
    r"\b(?:vote|poll|ballot|referendum|polling day)(?: (?:is|takes place|being held|held|due))?"
    rf" (?:on |in )?(?:the )?(?:{WHEN.pattern})",
    re.IGNORECASE,
)


def beside(sentence: str, days: Sequence[date], ahead: bool) -> Iterator[Days]:
    """Read "Thursday's vote" and "the vote on Thursday"."""
    own = (f for f in OWN.finditer(sentence) if _day(f) not in NOT_OWN and not modifies(sentence[f.end() :]))
    after = (f for f in AFTER.finditer(sentence) if _day(f) not in ANY_VERB)
    for found in (*own, *after):
        if not (ahead and _is_past(found)):
            yield any_of(days_of(found, day, ahead=ahead) for day in days)


NOT_OWN = ANY_VERB - {"today"}
"""Last night's debate may be on a vote; today's vote is it."""


def _day(found: re.Match[str]) -> str:
    return (found["day"] or "").lower()


VOTING = re.compile(
    r"\b(?:(?:goes|go|going|head|heads|heading) to the "
    r"(?:polls|ballot box(?:es)?|polling (?:stations?|booths?))"
    r"|votes?|voting|decides?|casts? (?:their|its|your|our|a) (?:votes?|ballots?)"
    r"|polling (?:stations|booths|day)"
    r"|polls (?:open|close)|polling stations? (?:open|opened)|makes? (?:their|its|a|the) (?:decision|choice)"
    r"|opts?"
    r"|chooses?|ballot box|takes? place|have (?:a|their|your|its|our) say|cuts? ties)"
    rf"(?P<gap> (?:[\w’'-]+ ){{0,7}}?)(?:on |this )?(?:{WHEN.pattern})",
)
LOOSE = ("vote ", "make", "decide ", "polling booths", "polling stations ", "opt", "choose", "take", "have")
"""Verbs beside which "today" may belong to another."""
HOUSES = re.compile(
    r"\b(?:[Ss]hareholders?|MPs|MEPs|[Pp]arliament|[Cc]ommittee|[Cc]ouncil|[Mm]embers|[Dd]elegates|Senate|Congress"
    r"|Commons|Lords|board)\b"
)
"""Who votes on other things."""


def voting(sentence: str, days: Sequence[date]) -> Iterator[Days]:
    """Read "go to the polls on Thursday"."""
    if HOUSES.search(sentence):
        return
    for found in VOTING.finditer(sentence):
        if not _is_past(found) and not (_day(found) in ANY_VERB and _is_loose(found)):
            yield any_of(days_of(found, day, ahead=True) for day in days)


def _is_past(found: re.Match[str]) -> bool:
    return "last" in (found["which"], found["side"]) or _day(found) in ("yesterday", "last night")


def _is_loose(found: re.Match[str]) -> bool:
    return found[0].startswith(LOOSE) or len(found["gap"].split()) > 1
