"""List what the program needs, by version, hashes and licence, as CycloneDX: the same input, the same bytes.

    python -m tests.quality.sbom build/sbom.json

cyclonedx-py reads the pinned requirements; the licences are those that the installed packages state.
"""

from __future__ import annotations

import importlib.metadata
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
Component = dict[str, Any]


def listed() -> dict[str, Any]:
    """The whole list."""
    program = Path(sys.executable).with_name("cyclonedx-py")
    options = ["requirements", "requirements.txt", "--pyproject", "pyproject.toml", "--output-reproducible"]
    done = subprocess.run([program, *options], cwd=ROOT, capture_output=True, check=True)
    bom: dict[str, Any] = json.loads(done.stdout)
    bom["components"] = [completed(component) for component in bom["components"]]
    return bom


def completed(component: Component) -> Component:
    """A component with its licence; where it is fetched from is nobody's business but the installer's."""
    kept = {key: value for key, value in component.items() if key != "description"}
    files = [file | {"url": component["purl"]} for file in component.get("externalReferences", ())]
    return kept | {
        "externalReferences": files,
        "licenses": [{"license": {"name": licence(component["name"])}}],
    }


def licence(package: str) -> str:
    """The licence that a package states: an expression, classifiers, or words."""
    metadata = importlib.metadata.metadata(package)
    classifiers = metadata.get_all("Classifier") or []
    stated = [line.rpartition(" :: ")[2] for line in classifiers if line.startswith("License :: ")]
    words = (metadata.get("License") or "not stated").splitlines()[0]
    return metadata.get("License-Expression") or ", ".join(stated) or words


def main() -> None:
    path = Path(sys.argv[1])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(listed(), indent=2, sort_keys=True, ensure_ascii=False) + "\n", "utf-8")
    print(path)


if __name__ == "__main__":
    main()
