"""For whom somebody unnamed speaks belongs to the words that are shown."""

import pytest

from brexitsite.actors.registry_index import Index
from brexitsite.actors.resolve import Cast
from brexitsite.actors.voices import spelled_out
from brexitsite.model import Paragraph, Place


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("‘No,’ [a spokesman] for the Fishers’ Union said.", "a spokesman for the Fishers’ Union"),
        ("[A spokeswoman] for the ferry company said: “No.”", "A spokeswoman for the ferry company"),
        ("[A source] in the Harbour party told us: “No.”", "A source in the Harbour party"),
        ("[A spokesman] for Harbours First in Ventry said “no”.", "A spokesman for Harbours First in Ventry"),
        ("[Friends] of Tom Okoro say it is “over”.", "Friends of Tom Okoro"),
        ("[A source] close to the mayor said: “No.”", "A source close to the mayor"),
        ("[A source close] to the mayor said: “No.”", "A source close to the mayor"),
        ("[A spokesman] for the port last night said: “No.”", "A spokesman for the port"),
        ("[An adviser] to Ventry’s mayor said: “No.”", "An adviser to Ventry’s mayor"),
        ("“No,” said [a friend] of the suspected thief.", "a friend"),
        ("“No,” said [one official] on Monday.", "one official"),
        ("“No,” said [the captain] of the ferry.", "the captain"),
    ],
)
def test_source_words_tell_for_whom_somebody_speaks(text: str, whole: str, index: Index) -> None:
    start = text.index("[")
    paragraph = Paragraph(text.replace("[", "").replace("]", ""))
    place = Place(0, start, text.index("]") - 1)
    told = spelled_out(place, Cast([paragraph], None, index))
    assert paragraph.text[told.start : told.end] == whole
