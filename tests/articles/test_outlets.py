from __future__ import annotations

import pytest

from brexitsite.articles.outlets import Outlets, web_host


@pytest.mark.parametrize(
    "name", ["Harbour News", "HARBOUR NEWS", "the harbour", "harbournews", "www.harbour.example"]
)
def test_an_outlet_is_known_by_any_of_its_names(outlets: Outlets, name: str) -> None:
    assert outlets.named(name) == "harbournews"


@pytest.mark.parametrize("name", [None, "", "Reuters", "Harbour Times", "example"])
def test_another_name_is_no_outlet(outlets: Outlets, name: str | None) -> None:
    assert outlets.named(name) is None


def test_an_address_tells_the_outlet_by_its_domain(outlets: Outlets) -> None:
    assert outlets.at("https://m.news.example/a") == "dailyexample"
    assert outlets.at("https://fakenews.example/a") is None
    assert outlets.at("javascript:alert(1)") is None


def test_the_nearest_folder_named_as_an_outlet_gives_it(outlets: Outlets) -> None:
    assert outlets.of_folder("dailyexample/2019/harbournews/x.txt") == "harbournews"
    assert outlets.of_folder("x/dailyexample.txt") is None


def test_a_source_in_capitals_is_printed_as_the_outlet_writes_itself(outlets: Outlets) -> None:
    assert outlets.printed("HARBOUR NEWS") == "Harbour News"
    assert outlets.printed("The Harbour") == "The Harbour"
    assert outlets.printed(None) is None


@pytest.mark.parametrize(
    "address", ["ftp://a.example", "https://a b", "https://[", "", "x" * 3000, 'https://a"b']
)
def test_only_web_addresses_have_a_host(address: str) -> None:
    assert web_host(address) is None


def test_an_outlets_furniture_is_its_own(outlets: Outlets) -> None:
    assert [f.line for f in outlets.furniture("harbournews")] == ["Ten ports to see before you drown"]
    assert outlets.furniture("dailyexample") == outlets.furniture(None) == ()
