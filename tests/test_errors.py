"""Errors are one line, and come whole out of worker processes."""

from __future__ import annotations

import pickle

import pytest

from brexitsite.errors import BrexitsiteError, BuildError, ContentError, Quarantined


@pytest.mark.parametrize(
    "error",
    [
        ContentError("content/a.toml", "the key 'b' is unknown", "write 'c'"),
        Quarantined("the file is empty", "delete the file"),
        BuildError("output: is in the way; move it aside"),
    ],
)
def test_an_error_survives_its_process(error: BrexitsiteError) -> None:
    back = pickle.loads(pickle.dumps(error))
    assert (type(back), str(back), vars(back)) == (type(error), str(error), vars(error))
