"""The reader of plain front matter says what YAML says, or leaves it to YAML."""

from __future__ import annotations

import frontmatter
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from brexitsite.store.front_matter import FrontMatter, plain

WORDS = st.sampled_from(
    [
        "yes",
        "No",
        "null",
        "~",
        "true",
        "Off",
        "a",
        "B-c",
        "12",
        "0x1f",
        "1e3",
        "1.5",
        "2019-04-04",
        "2019-13-04",
    ]
)
PIECES = st.sampled_from(list(":#'\"[]{},&*!|>%@`-?=. ’“£é\t\xa0\u2028\x85\\")) | WORDS | st.text(max_size=5)
SCALARS = st.lists(PIECES, max_size=6).map("".join)
VALUES = SCALARS | st.dates() | st.booleans() | st.lists(SCALARS, max_size=3)


def by_yaml(text: str) -> object:
    try:
        return frontmatter.parse(text, handler=FrontMatter())
    except (yaml.YAMLError, ValueError):
        return "no YAML"


def agree(text: str) -> None:
    quick = plain(text)
    if quick is not None:
        assert (quick[0], quick[1].strip()) == by_yaml(text)


@given(st.lists(st.tuples(st.sampled_from(["title", "date", "a_1"]), SCALARS), min_size=1, max_size=3))
def test_any_lines_of_key_and_value_are_read_as_yaml_reads_them(pairs: list[tuple[str, str]]) -> None:
    agree("---\n" + "\n".join(f"{key}: {value}" for key, value in pairs) + "\n---\n\nBody\n")


@given(st.dictionaries(st.sampled_from(["title", "date", "topics", "raw"]), VALUES, min_size=1), SCALARS)
def test_what_we_write_is_read_as_yaml_reads_it(keys: dict[str, object], body: str) -> None:
    agree(frontmatter.dumps(frontmatter.Post(body, FrontMatter(), **keys)))


@pytest.mark.parametrize(
    "line",
    [
        "title: Talks go on",
        "title: ‘We’re off’",
        "title: 'It''s: over'",
        "date: 2019-04-04",
        "topics: [floods, tolls-2]",
        "retold: true",
        f"raw_sha256: {'0a' * 32}",
    ],
)
def test_ours_takes_no_yaml(line: str) -> None:
    text = f"---\n{line}\n---\n\nBody\n"
    assert plain(text) is not None
    agree(text)
