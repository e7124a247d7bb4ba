import pytest

from brexitsite.model import Attribution, Paragraph, Place
from brexitsite.quotes.attribution import attribute


def told(text: str) -> tuple[Attribution, list[str | None]]:
    """The last quotation of a text; its source words, its cue and the other sources of joint words."""
    paragraphs = [Paragraph(line) for line in text.split("\n")]

    def words(place: Place | None) -> str | None:
        return paragraphs[place.paragraph].text[place.start : place.end] if place else None

    last = attribute(paragraphs)[-1]
    return last, [words(last.said_by_at), words(last.cue_at), *map(words, last.also_by_at)]


@pytest.mark.parametrize(
    ("text", "rule", "source", "cue"),
    [
        ("Ann Moor said: “The toll stays.”", "verb", "Ann Moor", "said"),
        ("“The toll stays,” said Ann Moor.", "verb, inverted", "Ann Moor", "said"),
        ("“The toll stays,” Ann Moor told the council.", "verb", "Ann Moor", "told"),
        (
            "According to Ann Moor, it is “a toll that pays for itself”.",
            "according to",
            "Ann Moor",
            "According to",
        ),
        ("Ann Moor: “We shall keep the toll for a year.”", "colon", "Ann Moor", None),
    ],
)
def test_the_construction_and_its_cue_are_told(text: str, rule: str, source: str, cue: str | None) -> None:
    last, words = told(text)
    assert (last.rule, words) == (rule, [source, cue])


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("The PM and the Labour leader said “the toll stays” for a year.", ["The PM"]),
        ("The minister and former banker said “the toll stays” for a year.", []),
        ("“No,” said Ann Moor and Bo Fenn.", ["Bo Fenn"]),
        ("Ann Moor and Bo Fenn said: “We go on.”", ["Ann Moor"]),
        ("Ann Moor, Bo Fenn and Cy Dell said that it was “over”.", ["Ann Moor", "Bo Fenn"]),
        ("“No,” said Ann Moor and Bo Fenn nodded.", []),
        ("Cy Dell met Bo Fenn and Ann Moor said: “They talk.”", []),
        ("“No,” Cy Dell told Bo Fenn and Ann Moor.", []),
    ],
)
def test_joint_words_have_every_speaker_and_no_bystander(text: str, others: list[str]) -> None:
    _, (_, _, *also) = told(text)
    assert also == others


@pytest.mark.parametrize(
    ("text", "relayed"),
    [
        ("Ann Moor is said to have told friends that it was “a mad idea”.", True),
        ("Ann Moor was quoted as saying: “I go.”", True),
        ("“It is over,” Ann Moor reportedly told the council.", True),
        ("Ann Moor said that Bo Fenn had reportedly left. “He is gone,” she added.", False),
        ("Ann Moor said: “I go.”", False),
    ],
)
def test_words_at_second_hand_are_relayed(text: str, relayed: bool) -> None:
    assert told(text)[0].relayed is relayed


def test_speech_that_goes_on_keeps_how_it_was_told() -> None:
    last, words = told("Ann Moor was quoted as saying: “I go.\n“I shall not come back.”")
    assert (last.rule, last.relayed, words) == ("continued", True, ["Ann Moor", "quoted"])
