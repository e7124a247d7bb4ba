"""What our compiled templates print is what Jinja's own print."""

from __future__ import annotations

from dataclasses import dataclass

import jinja2
import pytest
from markupsafe import Markup

from brexitsite.plugin import generator
from brexitsite.plugin.templates import Templates, templates
from brexitsite.plugin.unit import Page

from .conftest import THEME, Digest


@dataclass
class Link:
    href: str
    text: object


def ours(source: str, **names: object) -> str:
    made = Templates(
        loader=jinja2.DictLoader(
            {"page": source, "m": "{% macro b(x, y=2) %}<b>{{ x }}{{ y }}</b>{% endmacro %}"}
        ),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
    )
    return made.get_template("page").render(**names)


def test_every_page_is_as_jinja_makes_it(second: Digest) -> None:
    fast = templates(THEME)
    plain = jinja2.Environment(
        loader=fast.loader,
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made = (out for unit in generator.units(second.edition()) for out in unit.make())
    for page in (out for out in made if isinstance(out, Page)):
        one, other = (
            e.get_template(page.template).render(page=page.view, frame=page.frame) for e in (fast, plain)
        )
        assert one == other, page.address


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{ link.text }}", "a &lt; b"),
        ("{{ safe }}", "<i>"),
        ("{{ none }}{{ 3 }}", "None3"),
        ("{% import 'm' as m %}{{ m.b(link.text) }}", "<b>a &lt; b2</b>"),
        ("{% from 'm' import b %}{{ b(y=safe, x='&') }}", "<b>&amp;<i></b>"),
        ("{% for x in [1, 2] %}{{ x }}{% if not loop.last %}, {% endif %}{% endfor %}", "1, 2"),
    ],
)
def test_a_template_prints_what_it_should(source: str, expected: str) -> None:
    assert ours(source, link=Link("../", "a < b"), safe=Markup("<i>"), none=None) == expected


@pytest.mark.parametrize("source", ["{{ nobody }}", "{{ nobody.text }}", "{{ nobody() }}", "{{ link.txet }}"])
def test_a_misspelt_name_is_an_error(source: str) -> None:
    with pytest.raises((jinja2.UndefinedError, AttributeError)):
        ours(source, link=Link("../", ""))
