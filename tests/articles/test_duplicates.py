from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from brexitsite.articles.duplicates import compared, groups, sketch

WORDS = [f"word{n}" for n in range(400)]
TEXT = " ".join(WORDS[:200])


def verdict(a: str, b: str) -> str | None:
    texts = {"a": a, "b": b}
    return compared({id: sketch(text) for id, text in texts.items()}, texts.__getitem__).get(("a", "b"))


def test_one_text_with_a_few_words_changed_is_the_same() -> None:
    assert verdict(TEXT, TEXT.replace("word50 ", "other ").upper()) == "same"


def test_a_longer_version_is_the_same() -> None:
    assert verdict(TEXT, " ".join(WORDS[:300])) == "same"


def test_texts_that_share_much_overlap() -> None:
    assert verdict(TEXT, " ".join(WORDS[80:280])) == "overlap"


def test_a_brief_within_a_round_up_is_contained() -> None:
    assert verdict(" ".join(WORDS[:50]), " ".join(WORDS)) == "contained"


def test_texts_of_their_own_are_their_own() -> None:
    assert verdict(TEXT, " ".join(WORDS[200:])) is None


def test_short_texts_are_not_compared() -> None:
    assert verdict("yes no " * 5, "yes no " * 5) is None


def test_known_verdicts_are_not_asked_for_again() -> None:
    sketches = {"a": sketch(TEXT), "b": sketch(TEXT)}

    def text(id: str) -> str:
        raise AssertionError(id)

    assert compared(sketches, text, {("a", "b"): "overlap"}) == {("a", "b"): "overlap"}


@given(st.permutations(["a", "b", "c", "d"]))
def test_verdicts_do_not_depend_on_the_order_of_texts(order: list[str]) -> None:
    texts = {id: " ".join(WORDS[n * 60 : n * 60 + 150]) for n, id in enumerate("abcd")}
    sketches = {id: sketch(texts[id]) for id in order}
    assert compared(sketches, texts.__getitem__) == compared(
        dict(sorted(sketches.items())), texts.__getitem__
    )


def test_what_an_editor_parts_is_never_joined_through_a_third() -> None:
    assert groups([("a", "b"), ("b", "c")], apart=[("a", "c")]) == [["a", "b"]]
    assert groups([("a", "b"), ("c", "d"), ("b", "c")]) == [["a", "b", "c", "d"]]
