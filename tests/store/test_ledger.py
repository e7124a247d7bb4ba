from datetime import date
from pathlib import Path

import pytest

from brexitsite.errors import ContentError
from brexitsite.store import ledger
from brexitsite.store.ledger import Ledger

DAY = date(2019, 4, 4)


def test_an_address_belongs_to_the_first_who_had_it() -> None:
    book = Ledger()
    book.place("a.txt", "2019/04/04/talks/", DAY)
    assert book.is_free("2019/04/04/talks/", "a.txt")
    assert not book.is_free("2019/04/04/talks/", "b.txt")


def test_what_moves_leaves_its_old_address_behind() -> None:
    book = Ledger()
    book.place("a.txt", "2019/04/04/talks/", DAY)
    book.place("a.txt", "2019/04/05/talks/", DAY)
    assert [(e.address, e.moved_to) for e in book] == [
        ("2019/04/04/talks/", "2019/04/05/talks/"),
        ("2019/04/05/talks/", ""),
    ]


def test_what_moves_back_leads_nowhere_else() -> None:
    book = Ledger()
    for address in ("x/", "y/", "x/"):
        book.place("a.txt", address, DAY)
    assert [(e.address, e.moved_to) for e in book] == [("x/", ""), ("y/", "x/")]


def test_the_day_of_adding_stays(tmp_path: Path) -> None:
    book = Ledger()
    book.place("a.txt", "x/", DAY)
    ledger.save(book, tmp_path / "ledger.csv")
    again = ledger.load(tmp_path / "ledger.csv")
    assert again.place("a.txt", "x/", date(2020, 1, 1)).added == DAY
    assert ledger.save(again, tmp_path / "ledger.csv") is False


def test_a_withdrawal_is_written_on_one_line(tmp_path: Path) -> None:
    book = Ledger()
    book.place("a.txt", "x/", DAY)
    book.withdraw("a.txt", "asked for\nby the paper")
    ledger.save(book, tmp_path / "ledger.csv")
    entry = ledger.load(tmp_path / "ledger.csv").entry("a.txt")
    assert entry is not None
    assert entry.withdrawn == "asked for by the paper"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id,address\n", "its first line is"),
        ("id,address,added,moved_to,withdrawn\na.txt,x/,4 April,,\n", "line 2 is damaged"),
        ("id,address,added,moved_to,withdrawn\na.txt\n", "line 2 is damaged"),
    ],
)
def test_a_damaged_ledger_is_named(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "ledger.csv").write_text(text)
    with pytest.raises(ContentError, match=message):
        ledger.load(tmp_path / "ledger.csv")
