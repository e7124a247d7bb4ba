from __future__ import annotations

import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brexitsite.articles.decode import decoded, escaped, mended
from brexitsite.errors import Quarantined

SAID = "“Café prices – £3 – are ‘low’,” she said… "


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_with_and_without_a_mark(encoding: str) -> None:
    assert decoded((SAID * 3).encode(encoding)) == SAID * 3


def test_what_is_no_utf8_is_windows_1252() -> None:
    assert decoded(SAID.encode("cp1252")) == SAID


def test_a_page_says_its_encoding_where_utf8_fails() -> None:
    page = '<meta charset="iso-8859-2"><p>Łódź</p>'
    assert "Łódź" in decoded(page.encode("iso-8859-2"), html=True)


def test_a_few_broken_bytes_do_not_spoil_utf8() -> None:
    assert decoded("naïve café, señor ".encode() + b"\x93no\x94") == "naïve café, señor “no”"


def test_bytes_that_windows_1252_lacks_stand_for_themselves() -> None:
    assert decoded(b"caf\xe9 \x81 bar") == "café \x81 bar"


@pytest.mark.parametrize("data", [b"", b" \n\0 ", b"\x89PNG\r\n", b"%PDF-1.4", bytes(range(1, 9)) * 9])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(Quarantined):
        decoded(data)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("har\u00adbour\u200b mas\ufeffter", "harbour master"),
        ("two\u00a0words\t here ", "two words here"),
        ("â€œYesâ€\u009d", "“Yes”"),
        ("\x1b[31mred\x1b[0m \x07", "red"),
        ("it\x92s", "it’s"),
        ("lost \ufffd stays", "lost \ufffd stays"),
        ("e\u0301", "é"),
        ("ﬁsh 1⁄2", "ﬁsh 1⁄2"),
    ],
)
def test_lines_are_mended(line: str, expected: str) -> None:
    assert mended(line) == expected


def test_entities_are_the_authors_where_a_bare_ampersand_stands() -> None:
    assert not escaped("Fish & chips &ldquo;")
    assert mended("&amp;ldquo;Yes&amp;rdquo; &#8211; no", entities=True) == "“Yes” – no"


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    with contextlib.suppress(Quarantined):
        assert isinstance(decoded(data), str)


@given(st.text(max_size=200))
def test_mending_twice_changes_nothing_and_leaves_one_line(text: str) -> None:
    once = mended(text)
    assert once == " ".join(once.split())
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for c in once)
    assert mended(once) == once


@given(st.text("abc “”‘’–é£", max_size=100))
def test_sound_text_is_left_alone(text: str) -> None:
    assert decoded(codecs.BOM_UTF8 + text.encode()) == text if text.strip() else True
    assert mended(text) == " ".join(text.split())
