from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from brexitsite.model import Place, Quotation
from brexitsite.quotes.identity import kept, named


def quotation(id: str, text: str, continues: str | None = None) -> Quotation:
    return Quotation(id, Place(0, 0, 1), text, "direct", "none", "r", 1.0, continues=continues)


def test_a_mended_wording_keeps_its_id() -> None:
    old = [quotation("old1", "We shall build the bridge by spring"), quotation("old2", "Never")]
    new = [quotation("new1", "We shall build that bridge by spring"), quotation("new2", "Something else")]
    assert [q.id for q in kept(new, old)] == ["old1", "new2"]


def test_an_id_is_given_once() -> None:
    old = [quotation("old1", "No toll here")]
    new = [quotation("new1", "No toll there"), quotation("new2", "No toll here now")]
    ids = [q.id for q in kept(new, old)]
    assert ids.count("old1") == 1
    assert len(set(ids)) == 2


def test_what_goes_on_follows_the_kept_id() -> None:
    old = [quotation("old1", "We shall build the bridge by spring")]
    new = [quotation("new1", "We shall build a bridge by spring"), quotation("new2", "And yes", "new1")]
    assert kept(new, old)[1].continues == "old1"


def test_the_same_words_in_two_articles_have_two_ids() -> None:
    assert named("a.txt", ["yes"]) != named("b.txt", ["yes"])


@given(st.lists(st.text(max_size=8), max_size=20))
def test_ids_are_distinct_and_stay_when_cleaned_again(texts: list[str]) -> None:
    ids = named("a.txt", texts)
    assert len(set(ids)) == len(texts)
    new = [quotation(id, text) for id, text in zip(ids, texts, strict=True)]
    assert list(kept(new, [replace(q) for q in new])) == new
