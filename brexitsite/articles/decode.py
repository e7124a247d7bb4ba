"""From bytes to text: which encoding, and what no reader should ever see taken out.

Order: byte order mark, strict UTF-8, what an HTML page declares, Windows-1252. Guessing by
statistics took five of six Windows-1252 files for something else, so nothing is guessed.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from html import unescape

import ftfy
from bs4.dammit import EncodingDetector
from ftfy.badness import is_bad

from brexitsite.errors import Quarantined
from brexitsite.store.signs import INVISIBLE

MOST_CONTROLS = 0.08
"""Share of control bytes from which a file is a program or a picture, not text."""

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES = (
    b"\x7fELF",
    b"%PDF-",
    b"\x89PNG",
    b"PK\x03\x04",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"MZ\x90",
    b"RIFF",
)
CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\v\f\r\x1b")

# --- encoding -------------------------------------------------------------------------------


def decoded(raw: bytes, html: bool = False) -> str:
    """Return the text of a raw file; a page's own declaration counts only where UTF-8 fails.

    Raises Quarantined for what is empty or no text.
    """
    if not raw.strip(b"\0 \t\r\n\v\f"):
        raise Quarantined("the file is empty", "save the article again, or delete the file")
    for mark, encoding in BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    return _without_mark(raw, html)


def _without_mark(raw: bytes, html: bool) -> str:
    sixteen = _sixteen_bit(raw)
    if sixteen:
        return raw.decode(sixteen, "replace")
    if raw.startswith(SIGNATURES) or _controls(raw) > MOST_CONTROLS * len(raw):
        raise Quarantined("the file is not text", "put the article's text or page in its place")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return (html and _as_declared(raw)) or _mostly_utf8(raw) or _windows_1252(raw)


def _sixteen_bit(raw: bytes) -> str | None:
    """Tell UTF-16 without a mark: Western text then has a NUL in nearly every second byte."""
    half = len(raw[:4000]) // 2
    odd, even = raw[1:4000:2].count(0), raw[0:4000:2].count(0)
    if half > 8 and odd > 0.7 * half and not even:
        return "utf-16-le"
    return "utf-16-be" if half > 8 and even > 0.7 * half and not odd else None


def _controls(raw: bytes) -> int:
    return len(raw) - len(raw.translate(None, CONTROLS))


def _as_declared(raw: bytes) -> str | None:
    name = EncodingDetector.find_declared_encoding(raw, is_html=True)
    try:
        return raw.decode(name) if name and codecs.lookup(name).name != "utf-8" else None
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _mostly_utf8(raw: bytes) -> str | None:
    """Read UTF-8 with a few broken bytes as such, each of them as Windows-1252."""
    text = raw.decode("utf-8", "surrogateescape")
    broken = sum("\udc80" <= c <= "\udcff" for c in text)
    sound = sum("\x80" <= c < "\ud800" or c > "\udfff" for c in text)
    if sound <= broken:
        return None
    return re.sub("[\udc80-\udcff]", lambda m: _windows_1252(bytes([ord(m[0]) - 0xDC00])), text)


def _windows_1252(raw: bytes) -> str:
    """Decode as browsers do: the five bytes that the code page lacks stand for themselves."""
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in raw)


# --- characters -----------------------------------------------------------------------------

TERMINAL = re.compile(r"\x1b\[[0-9;]{0,40}[A-Za-z]")
PLAIN = re.compile(r"[\x20-\x7e‘’“”–—…£€éèáíóúñçüöä•·]*+|[\x20-\x7e\xa0‘’“”–—…•·]*+")
"""Lines with nothing to mend; a no-break space may be a spoilt letter where others stand beside it."""
ENTITY = re.compile(r"&(?:amp;){0,9}(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
TIDY = ftfy.TextFixerConfig(
    unescape_html=False,
    uncurl_quotes=False,
    fix_character_width=False,
    fix_line_breaks=False,
    normalization="NFC",
)
MOST_LAYERS = 5
"""Times that a line may have been spoilt: what one mending uncovers, the next one mends."""
LONGEST_MENDED = 200_000
"""Code points beyond which one line is not searched for mojibake (nobody writes such lines)."""


def escaped(text: str) -> bool:
    """Does a whole text stand in HTML's entities, so that they are the saver's and not the author's?

    Then no bare "<" or "&" is left, and some entity stands for a typographic character.

    >>> escaped("She said &ldquo;no&rdquo; at B&amp;Q"), escaped("Write &ldquo; in <p>")
    (True, False)
    """
    if "&" not in text or "<" in text or text.count("&") != sum(1 for _ in ENTITY.finditer(text)):
        return False
    return any(unescape(f"&{m[1]};")[:1] > "\x7f" for m in ENTITY.finditer(text))


def mended(line: str, entities: bool = False) -> str:
    """Return a line as its author wrote it: on one line, NFC, single spaces, mojibake undone.

    >>> mended("\\u202e â€œYes â€” really\\u200b\\x07 \\xa0")
    '“Yes — really'
    """
    if entities:
        line = ENTITY.sub(lambda m: unescape(f"&{m[1]};"), line)
    for _ in range(MOST_LAYERS):
        before, line = line, " ".join((line if _is_plain(line) else _tidied(line)).split())
        if line == before:
            break
    return line


def _is_plain(line: str) -> bool:
    return (line.isascii() and line.isprintable()) or PLAIN.fullmatch(line) is not None


def _tidied(line: str) -> str:
    line = TERMINAL.sub("", line)
    if len(line) <= LONGEST_MENDED and is_bad(line):
        line = ftfy.fix_text(line, TIDY)
    return unicodedata.normalize("NFC", INVISIBLE.sub("", line.translate(C1)))


C1 = {c: bytes([c]).decode("cp1252", "ignore") or None for c in range(0x80, 0xA0)} | {0x85: "…"}
"""Windows-1252's punctuation where its bytes were taken for Latin-1."""
