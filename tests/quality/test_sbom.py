"""The list of what the program needs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.quality import sbom

REQUIREMENTS = (Path(__file__).parents[2] / "requirements.txt").read_text()


@pytest.fixture(scope="module")
def listed() -> str:
    return json.dumps(sbom.listed())


def test_it_has_every_pin_with_its_hashes_and_licence(listed: str) -> None:
    pins = dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", REQUIREMENTS, re.M))
    components = {c["name"]: c for c in json.loads(listed)["components"]}
    assert {name: c["version"] for name, c in components.items()} == pins
    for component in components.values():
        assert component["externalReferences"][0]["hashes"]
        assert component["licenses"][0]["license"]["name"] != "not stated", component["name"]


def test_it_is_the_same_each_time_and_names_no_host(listed: str) -> None:
    assert json.dumps(sbom.listed()) == listed
    assert not re.search(
        r"https?://(?!cyclonedx|github\.com/CycloneDX)", json.dumps(json.loads(listed)["components"])
    )
