"""What stands under an article's pictures: known by its form, or because the text says it, too.

A line without a stop is no caption by that alone: lists, briefs, posts and letters have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile

from brexitsite.articles.view import FUNCTION_WORDS, LABELLED, LISTED, View
from brexitsite.knowledge.junk import picture_verbs

LONGEST, SHORTEST = 75, 5
"""Words of a caption."""
SHORTEST_BY_HABIT = 8
"""Words of a caption that only the others tell; shorter lines without a stop are crossheads."""
SHOWN_AGAIN, FEWEST_SHOWN = 0.75, 5
"""Share of a caption's content words that one paragraph has, and the fewest that tell anything."""
MOST_HABITUAL = 5
"""Unended lines for each known caption, beyond which an article's lines lack stops for other reasons."""
LEAST_PROSE = 5
"""Paragraphs of an article in which a habit can be told."""
SHORTEST_SCENE, LONGEST_SUBJECT = 9, 14
"""Words of a picture's description, and of those before its verb."""
FEWEST_LISTED = 3
"""Lines without a stop, one below the other, from which they are a list."""
MOST_NAMES_ALONE = 2
PARALLEL, FEWEST_PARALLEL = 3, 3
"""First words that so many crossheads of one article have in common: "How it affects …"."""

POSTED = re.compile(r"https?:|pic\.twitter|[@#]\w|\bRT\b")
POSTER = re.compile(r"[—–-] ?\S.{0,60}\(@|[—–-] ?\S.{0,40} \w+ \d{1,2}, \d{4}$")
TWO_SENTENCES = re.compile(r"[a-z0-9’”\"')][.?!][’”\"')]* +[A-Z“‘\"']")
POINTS = re.compile(
    r"\((?:\w+ ){0,2}(?:pictured|left|right|above|below|cent(?:re|er)|middle|top|bottom|inset|background"
    r"|foreground|file (?:picture|photo|image)|stock (?:picture|photo|image)|front|back)\b[^)]{0,80}\)"
    r"|\bpictured (?:left|right|above|below|here|with|at|in|on|outside|during|together|last|today"
    r"|yesterday)\b"
    r"|, (?:left|right|pictured|above|cent(?:re|er)),? (?:and|with|is|was|has|said)\b"
    r"|^(?:pictured|above|left|right|from left|clockwise)\b[:,]? ",
    re.IGNORECASE,
)
"""Words by which a caption points at its picture."""
POINTED_LABEL = re.compile(
    r"[A-Z][^:.]{1,60}\((?:\w+ )?(?:above|below|left|right|pictured|centre)\): ?[‘'“\"A-Z]"
)
"""A name that points at its picture, before its bearer's words: "Ann Other (left): 'I saw it. I know'"."""
FINITE = re.compile(
    r"(?:\w+ed|was|were|is|are|has|have|had|will|would|could|can|may|says?|said|to|that|if)\b"
)
SELF = re.compile(r"\b(?:I|we|We|our|my|you)\b|\([A-Z][\w ]*\)$")
PERSON = re.compile(r"[A-Z][a-zé’'-]+(?: [A-Z]\.?)?(?: (?:de|van|von|Mc|Mac|O[’'])?[ ]?[A-Z][\w’'-]+){1,2}")
TAGGED = re.compile(r"[‘“'\"].*[,.?!][’”'\"] (?:[\w’'-]+ ){1,3}(?:said|says|added|adds|explained|insisted)$")
"""Speech and who said it, whose stop was lost: "'It was no issue,' she said"."""
CREDITS = frozenset(("picture credit", "photographer's mark"))


def captions(view: View, found: Mapping[int, str]) -> Iterator[int]:
    """Take sentences without a stop that point at a picture, describe one or say what a paragraph says."""
    prose = [view.stems[m] for m in view.prose]
    for n in _unended(view, found):
        scene = _is_scene(view.texts[n]) and not _is_listed(view, n)
        if scene or POINTS.search(view.texts[n]) or _shown_again(view.stems[n], prose):
            yield n


def by_habit(view: View, found: Mapping[int, str]) -> Iterator[int]:
    """Where captions are known, every other sentence without a stop is one too."""
    known = sum(_is_known(view, n, name) for n, name in found.items())
    unended = [n for n in _unended(view, found) if _is_long_or_labelled(view, n)]
    if known and known * MOST_HABITUAL >= len(unended) and len(view.prose) >= LEAST_PROSE:
        yield from unended


def names_alone(view: View, found: Mapping[int, str]) -> Iterator[int]:
    """Take a name alone that the text above has, in an article with pictures; three are headings."""
    alone = [n for n in range(1, len(view)) if n not in found and _is_name_of_above(view, n)]
    if len(alone) <= MOST_NAMES_ALONE and view.dropped & CREDITS:
        yield from alone


def _is_known(view: View, n: int, name: str) -> bool:
    return name == "caption" or (name == "paragraph repeated" and _is_unended(view, n))


# --- sentences without a stop ---------------------------------------------------------------------


def _unended(view: View, found: Mapping[int, str]) -> list[int]:
    """Return the lines that are sentences without a stop: no list item, no post, no crosshead."""
    first = view.prose[0] if view.prose else len(view)
    able = [n for n in range(first + 1, len(view)) if n not in found and _is_unended(view, n)]
    return [n for n in able if not _is_parallel(view, n, able)]


def _is_unended(view: View, n: int) -> bool:
    text, count = view.texts[n], len(view.words[n])
    if view.ended[n] or not SHORTEST <= count <= LONGEST or text[:1].islower() or text.isupper():
        return False
    if POINTED_LABEL.match(text):
        return True
    if TAGGED.match(text):
        return False
    if text[-1] in ",)" or LISTED.match(text) or POSTED.search(text) or TWO_SENTENCES.search(text):
        return text[-1] == ")" and bool(POINTS.search(text))
    return not any(POSTER.match(view.texts[m]) for m in view.near(n))


def _is_parallel(view: View, n: int, able: Sequence[int]) -> bool:
    """Do several short lines of the article begin as this one, so that they are its crossheads?"""
    start = view.words[n][:PARALLEL]
    alike = [m for m in able if view.words[m][:PARALLEL] == start]
    return len(alike) >= FEWEST_PARALLEL and start[0] in FUNCTION_WORDS


def _is_long_or_labelled(view: View, n: int) -> bool:
    return len(view.words[n]) >= SHORTEST_BY_HABIT or bool(LABELLED.match(view.texts[n]))


def _shown_again(stems: set[str], prose: Sequence[set[str]]) -> bool:
    return len(stems) >= FEWEST_SHOWN and any(
        len(stems & other) >= SHOWN_AGAIN * len(stems) for other in prose
    )


# --- what a picture shows -------------------------------------------------------------------------


@cache
def _scene() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(picture_verbs())})\b")


def _is_scene(text: str) -> bool:
    """Does it say in the present tense what a picture shows: "Ann Other waves to the crew as she boards"?"""
    verb = _scene().search(text)
    if not verb or len(text.split()) < SHORTEST_SCENE or SELF.search(text) or "“" in text or '"' in text:
        return False
    subject = text[: verb.start()].split()
    return 0 < len(subject) <= LONGEST_SUBJECT and _is_subject(subject)


def _is_listed(view: View, n: int) -> bool:
    """Is it one of several lines without a stop, a diary's or a list's?"""
    before = takewhile(lambda m: not view.ended[m], range(n - 1, -1, -1))
    after = takewhile(lambda m: not view.ended[m], range(n + 1, len(view)))
    return sum(1 for _ in before) + 1 + sum(1 for _ in after) >= FEWEST_LISTED


def _is_subject(words: Sequence[str]) -> bool:
    """Is it a name or "a man", without a verb of its own?"""
    opens = words[0][:1].isupper() and (words[0] in ("A", "An") or words[0].lower() not in FUNCTION_WORDS)
    return opens and not any(FINITE.fullmatch(w.lower().strip(",")) for w in words[1:] if w != "United")


# --- names ----------------------------------------------------------------------------------------


def _is_name_of_above(view: View, n: int) -> bool:
    if not PERSON.fullmatch(view.texts[n]) or len(view.words[n - 1]) < SHORTEST_BY_HABIT:
        return False
    last = view.words[n][-1]
    return any(last in words for words in view.words[:n])
