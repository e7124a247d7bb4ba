"""An invented country's ports: outlets, evidence and a way to clean a text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from brexitsite.articles.evidence import Evidence
from brexitsite.articles.layout import Line
from brexitsite.articles.outlets import Outlets
from brexitsite.model import Actor, Event, Furniture, Office, Outlet, Tenure

OUTLETS = {
    "harbournews": Outlet(
        "harbournews",
        "Harbour News",
        domains=("harbour.example",),
        aliases=("The Harbour",),
        furniture=(Furniture("Ten ports to see before you drown", "It stands under many articles."),),
    ),
    "dailyexample": Outlet("dailyexample", "The Daily Example", domains=("news.example",)),
}


@pytest.fixture
def outlets() -> Outlets:
    return Outlets(OUTLETS)


@pytest.fixture
def lines() -> Callable[[str], list[Line]]:
    """Paragraphs of a text without layout: one a line."""
    return lambda text: [Line(n, 0, 0, t) for n, t in enumerate(text.strip().split("\n")) if t]


@pytest.fixture
def evidence() -> Evidence:
    """Ann Other was Port Secretary and Prime Minister, Bo Lee followed; the dock vote was on 4 April 2019."""
    offices = {
        "port-secretary": Office("port-secretary", "Port Secretary", ("ports secretary",)),
        "prime-minister": Office("prime-minister", "Prime Minister", ("pm",)),
    }
    actors = (
        _actor("Ann Other", Tenure("prime-minister", date(2018, 1, 1), date(2019, 6, 30), "x")),
        _actor("Bo Lee", Tenure("prime-minister", date(2019, 6, 30), None, "x")),
        _actor("Cy Day", Tenure("port-secretary", date(2019, 3, 20), date(2019, 4, 20), "x")),
    )
    events = (
        Event(
            date(2019, 4, 4), "The Harbour Council votes on the dock", "x", ("dock vote", "dock referendum")
        ),
        Event(date(2019, 3, 28), "The old pier falls", "x", ("fall of the old pier",), unforeseen=True),
        Event(date(2019, 2, 20), "The union changes its mind", "x", ("union would … second dock",)),
        Event(date(2019, 4, 10), "The European Council meets", "x"),
    )
    return Evidence.of(actors, offices, events)


def _actor(name: str, tenure: Tenure) -> Actor:
    return Actor(name.lower().replace(" ", "-"), "person", name, name, tenures=(tenure,))
