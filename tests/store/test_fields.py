from pathlib import Path

import pytest

from brexitsite.errors import ContentError
from brexitsite.store import outlets, site
from brexitsite.store.fields import Fields, read_toml

GOOD = """name = "Voices"
url = "https://voices.example"
language = "en-GB"
time_zone = "Europe/London"
contact = "a@voices.example"
imprint = "A. Bell"
"""


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (GOOD + 'nmae = "x"', "the key 'nmae' is unknown; write 'name'"),
        (GOOD.replace('"Voices"', "3"), "the key 'name' is 3; give a text in quotation marks"),
        (GOOD.replace("https://", ""), "the key 'url' is 'voices.example'; begin it with https://"),
        (GOOD.replace("London", "Londres"), "the key 'time_zone' is 'Europe/Londres'"),
        (GOOD + 'republish = "all"', "the key 'republish' is 'all'; give one of full, extract"),
        (GOOD.replace('contact = "a@voices.example"\n', ""), "the key 'contact' is missing"),
        (GOOD + "licence = ", "is no valid TOML"),
    ],
)
def test_a_wrong_setting_is_one_sentence(tmp_path: Path, text: str, message: str) -> None:
    path = write(tmp_path / "site.toml", text)
    with pytest.raises(ContentError) as caught:
        site.load(path)
    assert message in str(caught.value)
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)


def test_a_setting_may_be_left_out(tmp_path: Path) -> None:
    loaded = site.load(write(tmp_path / "site.toml", GOOD))
    assert (loaded.name, loaded.republish, loaded.pages_for) == ("Voices", "extract", "actors and register")


def test_furniture_needs_its_reason(tmp_path: Path) -> None:
    write(tmp_path / "bell.toml", 'name = "The Bell"\n[[furniture]]\nline = "Read on"\n')
    with pytest.raises(ContentError, match="furniture 1: the key 'because' is missing"):
        outlets.load(tmp_path)


def test_a_flag_is_no_number() -> None:
    with pytest.raises(ContentError, match="give a whole number"):
        Fields("x.toml", {"nth": True}).number("nth")


def test_deep_nesting_is_an_error_like_any_other(tmp_path: Path) -> None:
    path = write(tmp_path / "deep.toml", "a = " + "[" * 20_000)
    with pytest.raises(ContentError, match="is no valid TOML"):
        read_toml(path)
