"""The errors that a user sees: each is one sentence with file, fault, value and remedy."""

from __future__ import annotations


class BrexitsiteError(Exception):
    """Something that the user can mend; its text is the whole message, on one line."""


class ContentError(BrexitsiteError):
    """A file that a person edits (actor, outlet, sidecar, site.toml …) says something it cannot.

    >>> str(ContentError("content/site.toml", "the key 'nmae' is unknown", "write 'name'"))
    "content/site.toml: the key 'nmae' is unknown; write 'name'"
    """

    def __init__(self, path: object, fault: str, remedy: str) -> None:
        super().__init__(" ".join(f"{path}: {fault}; {remedy}".split()))
        self.path, self.fault, self.remedy = path, fault, remedy

    def __reduce__(self) -> tuple[type[ContentError], tuple[object, str, str]]:
        """Come whole out of a worker process."""
        return ContentError, (self.path, self.fault, self.remedy)


class Quarantined(BrexitsiteError):  # noqa: N818 - a verdict on one file, no fault of the program
    """One raw article cannot be published; the others can. Says why, and what to do about it."""

    def __init__(self, fault: str, remedy: str) -> None:
        super().__init__(" ".join(f"{fault}; {remedy}".split()))
        self.fault, self.remedy = fault, remedy

    def __reduce__(self) -> tuple[type[Quarantined], tuple[str, str]]:
        """Come whole out of a worker process."""
        return Quarantined, (self.fault, self.remedy)


class BuildError(BrexitsiteError):
    """Nothing was published; what was published before still stands."""
