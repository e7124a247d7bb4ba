"""Lines of an article that are not its prose, by class; the rules and their reasons are in junk.toml.

Losing prose is worse than leaving junk: what no rule knows stays, and rules of form that would cut
most of an article are not believed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from brexitsite.articles.layout import Line
from brexitsite.articles.printed_dates import date_line
from brexitsite.errors import Quarantined
from brexitsite.knowledge.junk import LineRule, line_rules
from brexitsite.knowledge.language import function_words
from brexitsite.model import Dropped, Furniture

LONGEST_JUNK_LINE = 400
"""Code points of the longest line that a rule for single lines looks at."""
MOST_CUT = 0.5
"""Share of an article's words that rules of form may take; beyond it they misread the article."""
LONGEST_CAPTION, SHORTEST_CAPTION = 75, 5
SHORTEST_HABITUAL_CAPTION = 8
"""Words of a caption. Shorter lines without a stop are crossheads and list items."""
LONGEST_PULL_QUOTE, SHORTEST_PULL_QUOTE = 45, 4
SAID_AGAIN = 0.8
"""Share of a pull quote's three-word runs that one paragraph has."""
NEARLY_SAID_AGAIN = 0.3
"""The same for two-word runs where a name stands under it: editors shorten what they set large."""
MOST_NAMES_ALONE = 2
SHOWN_AGAIN = 0.75
"""Share of a caption's content words that one paragraph has."""
SHORTEST_REPEATED = 8
"""Words from which a paragraph that stands twice was saved twice; shorter ones may be meant."""
LONGEST_CHECKED = 800_000
"""Code points of an article beyond which only single lines are judged."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """What is known beforehand: an outlet's furniture, and lines that an editor keeps or drops."""

    furniture: tuple[Furniture, ...] = ()
    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()


NONE = Decisions()


def sift(
    lines: Sequence[Line], title: str | None, decisions: Decisions = NONE
) -> tuple[list[Line], list[Dropped]]:
    """Part an article's lines into prose and junk, both in order.

    Raises Quarantined where an editor's decision names a line that the article lacks.
    """
    because = _decided(lines, [title] if title else [], decisions, line_rules())
    prose = [line for line in lines if line.number not in because]
    if sum(len(line.text) for line in prose) <= LONGEST_CHECKED:
        because |= _formed(_Article(prose, because.values()), decisions)
    return _parted(lines, because)


def sift_page(
    lines: Sequence[Line], titles: Sequence[str], decisions: Decisions = NONE
) -> tuple[list[Line], list[Dropped]]:
    """Do the same for a page's lines, whose captions and pull quotes its elements have told already."""
    rules = [rule for rule in line_rules() if rule.in_pages]
    return _parted(lines, _decided(lines, titles, decisions, rules))


def _parted(lines: Sequence[Line], because: Mapping[int, str]) -> tuple[list[Line], list[Dropped]]:
    return (
        [line for line in lines if line.number not in because],
        [Dropped(line.number, line.text, because[line.number]) for line in lines if line.number in because],
    )


def _require(lines: Sequence[Line], decisions: Decisions) -> None:
    texts = {line.text for line in lines}
    missing = next((d for d in (*decisions.keep, *decisions.drop) if _plain(d) not in texts), None)
    if missing is not None:
        raise Quarantined(
            f"the sidecar decides on the line '{missing}', which the article lacks", "correct it there"
        )


def _decided(
    lines: Sequence[Line], titles: Sequence[str], decisions: Decisions, rules: Sequence[LineRule]
) -> dict[int, str]:
    """Judge each line by itself."""
    _require(lines, decisions)
    keep, drop = ({_plain(d) for d in ds} for ds in (decisions.keep, decisions.drop))
    furniture = {_key(f.line) for f in decisions.furniture} - {""}
    shown = {_key(title) for title in titles} - {""}
    found: dict[int, str] = {}
    for line in lines:
        if line.text in keep:
            continue
        reason = "an editor's decision" if line.text in drop else _alone(line.text, furniture, shown, rules)
        if reason:
            found[line.number] = reason
    return found


def _alone(text: str, furniture: set[str], titles: set[str], rules: Sequence[LineRule]) -> str | None:
    if len(text) > LONGEST_JUNK_LINE:
        return None
    if _key(text) in furniture:
        return "furniture"
    if _key(text) in titles:
        return "title repeated"
    return next((rule.name for rule in rules if rule.pattern.fullmatch(text)), None)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


# --- rules of form ------------------------------------------------------------------------------

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
ENDED = re.compile(r"[.?!…:;][\s\"'’”)\]]*$")
TWO_SENTENCES = re.compile(r"[a-z0-9’”\"')][.?!][’”\"')]* +[A-Z“‘\"']")
WHOLLY_QUOTED = re.compile(r"[“\"'‘”][^“”\"]+[”\"'’“]")
LISTED = re.compile(
    r"[•*·▪–—-]\s|\(?\d{1,3}[.):]|\(?[a-zA-Z][.)]\s|\d{1,2}[:.]\d\d|[QA]:|[A-Z].{2,40}, \d{1,3}: |.*(\d%|…|\.\.\.|\||→)$"
)
POSTED = re.compile(r"https?:|pic\.twitter|[@#]\w|\bRT\b")
POSTER = re.compile(r"[—–-] ?\S.{0,60}\(@|[—–-] ?\S.{0,40} \w+ \d{1,2}, \d{4}$")
POINTS = re.compile(
    r"\((?:\w+ ){0,2}(?:pictured|left|right|above|below|cent(?:re|er)|middle|top|bottom|inset|background|foreground|"
    r"file (?:picture|photo|image)|stock (?:picture|photo|image)|front|back)\b[^)]{0,80}\)"
    r"|\bpictured (?:left|right|above|below|here|with|at|in|on|outside|during|together|last|today|yesterday)\b"
    r"|, (?:left|right|pictured|above|cent(?:re|er)),? (?:and|with|is|was|has|said)\b"
    r"|^(?:pictured|above|left|right|from left|clockwise)\b[:,]? ",
    re.IGNORECASE,
)
LABELLED = re.compile(r"[A-Z][\w’'-]*(?: [\w’'-]+){0,3}: ?[A-Z‘'“\"]")
NAME_LINE = re.compile(r"[^\W\d_a-z](?:[^.?!:;–—-]|(?<=\w)-(?=\w)|\.(?= )){1,90}")
CAPITALISED = re.compile(r"\b[^\W\d_a-z][\w’'-]+")
PERSON = re.compile(r"[A-Z][a-zé’'-]+(?: [A-Z]\.?)?(?: (?:de|van|von|Mc|Mac|O[’'])?[ ]?[A-Z][\w’'-]+){1,2}")


class _Article:
    """An article's lines left after the rules for single lines, with what the rules of form ask of them."""

    def __init__(self, lines: Sequence[Line], dropped: Iterable[str]) -> None:
        self.lines = lines
        self.dropped = set(dropped)
        self.texts = [line.text for line in lines]

    @cached_property
    def words(self) -> list[list[str]]:
        return [[w.lower() for w in WORD.findall(t.replace("’", "'"))] for t in self.texts]

    @cached_property
    def ended(self) -> list[bool]:
        return [bool(ENDED.search(t[-12:])) for t in self.texts]

    @cached_property
    def stems(self) -> list[set[str]]:
        """Content words of each line, cut so that "protest" is in "protesters"."""
        return [{w[:6] for w in words if len(w) > 2 and w not in _function()} for words in self.words]

    @cached_property
    def prose(self) -> list[int]:
        """Numbers of the lines that are certainly prose."""
        return [n for n, words in enumerate(self.words) if self.ended[n] and len(words) > SHORTEST_CAPTION]

    def runs(self, n: int, size: int) -> list[tuple[str, ...]]:
        words = self.words[n]
        return [tuple(words[i : i + size]) for i in range(len(words) - size + 1)]

    def near(self, n: int) -> list[int]:
        return [m for m in (n - 1, n + 1) if 0 <= m < len(self.texts)]


def _function() -> frozenset[str]:
    return _FUNCTION_WORDS


_FUNCTION_WORDS = frozenset(w for words in function_words().values() for w in words)


def _formed(article: _Article, decisions: Decisions) -> dict[int, str]:
    """Judge lines by the article around them; a rule that would cut too much cuts nothing."""
    keep = {_plain(d) for d in decisions.keep}
    found: dict[int, str] = {}
    for name, rule in FORMS.items():
        for n in rule(article, found):
            if article.texts[n] not in keep:
                found.setdefault(n, name)
    cut = sum(len(article.words[n]) for n in found)
    if cut > MOST_CUT * sum(map(len, article.words)):
        found = {n: name for n, name in found.items() if name in SURE}
    return {article.lines[n].number: name for n, name in found.items()}


# --- paragraphs saved twice -----------------------------------------------------------------------


def _repeated(article: _Article, _: Mapping[int, str]) -> Iterator[int]:
    """Keep one copy of a paragraph: the first that ends as prose does and has no name under it."""
    copies: dict[tuple[str, ...], list[int]] = {}
    for n, words in enumerate(article.words):
        if len(words) >= SHORTEST_REPEATED:
            copies.setdefault(tuple(words), []).append(n)
    for numbers in copies.values():
        shown = {n: not _stopped(article.texts[n]) or _named_below(article, n) for n in numbers}
        yield from sorted(numbers, key=lambda n: (shown[n], n))[1:]


# --- pull quotes ----------------------------------------------------------------------------------


def _pull_quotes(article: _Article, found: Mapping[int, str]) -> Iterator[int]:
    able = [n for n in range(len(article.texts)) if n not in found and _may_be_pulled(article, n)]
    again = _said_elsewhere(article, able, 3)
    nearly = _said_elsewhere(article, [n for n in able if _named_below(article, n)], 2)
    for n in able:
        if _named_below(article, n):
            if nearly[n] >= NEARLY_SAID_AGAIN:
                yield n
        elif again[n] >= SAID_AGAIN and not _stopped(article.texts[n]):
            yield n


def _may_be_pulled(article: _Article, n: int) -> bool:
    """Is the whole line somebody's words: all in marks, or without any?"""
    text = article.texts[n]
    if not SHORTEST_PULL_QUOTE <= len(article.words[n]) <= LONGEST_PULL_QUOTE or LISTED.match(text):
        return False
    if LABELLED.match(text):
        return False
    marked = [c for c in text if c in '“”"']
    return not marked or bool(WHOLLY_QUOTED.fullmatch(text))


def _stopped(text: str) -> bool:
    """Does it end as a sentence of the text does? Display copies lose the stop."""
    return bool(re.search(r"[.?!…:;]['\"’”“]*$", text))


def _named_below(article: _Article, n: int) -> bool:
    """Is the next line nothing but a name that the rest of the article knows?"""
    return n + 1 < len(article.texts) and _is_name_line(article, n + 1)


def _is_name_line(article: _Article, n: int) -> bool:
    text, words = article.texts[n], article.words[n]
    if not 1 <= len(words) <= 10 or not NAME_LINE.fullmatch(text) or (text.isupper() and len(words) > 1):
        return False
    names = CAPITALISED.findall(text)
    if 2 * len(names) < len(words) and "," not in text:
        return False
    return bool(names) and any(
        names[-1] in t or names[0] in t
        for m, t in enumerate(article.texts)
        if m != n and len(t) > len(text) + 20
    )


def _said_elsewhere(article: _Article, numbers: Sequence[int], size: int) -> dict[int, float]:
    """Return for each line the largest share of its runs of `size` words that another, longer line has."""
    owners: dict[tuple[str, ...], list[int]] = {}
    for n in numbers:
        for run in set(article.runs(n, size)):
            owners.setdefault(run, []).append(n)
    best = dict.fromkeys(numbers, 0.0)
    for m in range(len(article.texts)) if owners else ():
        hits = Counter(n for run in set(article.runs(m, size)) for n in owners.get(run, ()))
        for n, count in hits.items():
            if n != m and len(article.words[m]) > len(article.words[n]):
                best[n] = max(best[n], count / len(set(article.runs(n, size))))
    return best


def _names_below(article: _Article, found: Mapping[int, str]) -> Iterator[int]:
    for n, name in found.items():
        if name in ("pull quote", "paragraph repeated") and _named_below(article, n):
            yield n + 1


# --- captions -------------------------------------------------------------------------------------


def _captions(article: _Article, found: Mapping[int, str]) -> Iterator[int]:
    prose = [(m, article.stems[m]) for m in article.prose]
    for n in _unended(article, found):
        if POINTS.search(article.texts[n]) or _shown_again(article.stems[n], prose):
            yield n


def _unended(article: _Article, found: Mapping[int, str]) -> list[int]:
    """Return the lines that are sentences without a stop: no list item, no post, no crosshead."""
    first = article.prose[0] if article.prose else len(article.texts)
    return [n for n in range(first + 1, len(article.texts)) if n not in found and _is_unended(article, n)]


def _is_unended(article: _Article, n: int) -> bool:
    text, count = article.texts[n], len(article.words[n])
    if (
        article.ended[n]
        or not SHORTEST_CAPTION <= count <= LONGEST_CAPTION
        or text[:1].islower()
        or text.isupper()
    ):
        return False
    if text[-1] in ",)" or LISTED.match(text) or POSTED.search(text) or TWO_SENTENCES.search(text):
        return text[-1] == ")" and bool(POINTS.search(text))
    return not any(POSTER.match(article.texts[m]) for m in article.near(n))


def _shown_again(stems: set[str], prose: Sequence[tuple[int, set[str]]]) -> bool:
    return len(stems) >= 5 and any(len(stems & other) >= SHOWN_AGAIN * len(stems) for _, other in prose)


def _habitual(article: _Article, found: Mapping[int, str]) -> Iterator[int]:
    """Where captions are known, every other sentence without a stop is one too."""
    known = sum(
        name == "caption" or (name == "paragraph repeated" and _is_unended(article, n))
        for n, name in found.items()
    )
    unended = [n for n in _unended(article, found) if _is_caption_like(article, n)]
    if known and known * 5 >= len(unended) and len(article.prose) >= 5:
        yield from unended


def _is_caption_like(article: _Article, n: int) -> bool:
    long = len(article.words[n]) >= SHORTEST_HABITUAL_CAPTION
    return long or bool(LABELLED.match(article.texts[n]))


def _names_alone(article: _Article, found: Mapping[int, str]) -> Iterator[int]:
    """Take a name alone that the text above has, in an article with pictures; three are headings."""
    alone = [
        n
        for n in range(1, len(article.texts))
        if n not in found and PERSON.fullmatch(article.texts[n]) and _named_above(article, n)
    ]
    if len(alone) <= MOST_NAMES_ALONE and article.dropped & {"picture credit", "photographer's mark"}:
        yield from alone


def _named_above(article: _Article, n: int) -> bool:
    last = article.words[n][-1]
    return len(article.words[n - 1]) >= SHORTEST_HABITUAL_CAPTION and any(
        last in w for w in article.words[:n]
    )


# --- other articles -------------------------------------------------------------------------------


def _glued(article: _Article, _: Mapping[int, str]) -> Iterator[int]:
    """Take what follows a second headline with a date line of its own, where there is just one."""
    starts = [
        n
        for n in range(5, len(article.texts) - 1)
        if not article.ended[n] and len(article.words[n]) >= 5 and date_line(article.texts[n + 1])
    ]
    if len(starts) == 1:
        yield from range(starts[0], len(article.texts))


FORMS: dict[str, Callable[[_Article, Mapping[int, str]], Iterator[int]]] = {
    "another article": _glued,
    "paragraph repeated": _repeated,
    "pull quote": lambda article, found: iter(list(_pull_quotes(article, found))),
    "name under a pull quote": lambda article, found: iter(list(_names_below(article, found))),
    "caption": lambda article, found: iter(list(_captions(article, found))),
    "caption by the article's habit": lambda article, found: iter(list(_habitual(article, found))),
    "name alone": lambda article, found: iter(list(_names_alone(article, found))),
}
SURE = frozenset(("paragraph repeated",))
"""Rules whose cuts lose no words however many they are."""
