"""What the program needs: licences that go with the AGPL, pins that every machine can install."""

import importlib.metadata
import re
from pathlib import Path

import pytest
from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).parents[2]
REQUIREMENTS = (ROOT / "requirements.txt").read_text()
OLDEST_PYTHON = "3.11.2"
"""Debian bookworm's, the oldest that the project is promised to work with."""
COMPATIBLE = re.compile(
    r"\b(MIT|BSD|Apache|MPL-2\.0|Mozilla Public License 2\.0|PSF|Python Software Foundation|ISC|CNRI"
    r"|LGPL|GPLv2\+|AGPLv3|Public Domain)"
)


@pytest.mark.parametrize("name", re.findall(r"^([a-z0-9-]+)==", REQUIREMENTS, re.M))
def test_a_requirement_has_a_compatible_licence(name: str) -> None:
    metadata = importlib.metadata.metadata(name)
    stated = [metadata.get("License-Expression") or "", *(metadata.get_all("Classifier") or [])]
    text = " ".join(line for line in stated if "::" not in line or line.startswith("License ::"))
    assert COMPATIBLE.search(text or metadata.get("License") or ""), text


def test_every_requirement_is_pinned_by_hash_and_names_no_host() -> None:
    blocks = re.split(r"\n(?=\S)", REQUIREMENTS.strip())
    assert all("==" in block and "--hash=sha256:" in block for block in blocks if not block.startswith("#"))
    assert "://" not in REQUIREMENTS


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_every_pin_installs_on_the_oldest_python(file: str) -> None:
    names = re.findall(r"^([a-zA-Z0-9._-]+)==", (ROOT / file).read_text(), re.M)
    wanted = {name: importlib.metadata.metadata(name).get("Requires-Python") or "" for name in names}
    assert {n: w for n, w in wanted.items() if not SpecifierSet(w).contains(OLDEST_PYTHON)} == {}
