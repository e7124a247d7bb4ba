"""What the disk refuses becomes one clear line; what it accepted is really there."""

from __future__ import annotations

import ctypes
import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from brexitsite.errors import BuildError

REMEDIES = {
    errno.ENOSPC: "free some space and build again",
    errno.EDQUOT: "free some space and build again",
    errno.EROFS: "make it writable and build again",
    errno.EACCES: "give yourself the right to write there and build again",
    errno.EPERM: "give yourself the right to write there and build again",
    errno.EIO: "look after the disk and build again",
    errno.EMFILE: "allow more open files (ulimit -n) and build again",
    errno.ENFILE: "close some programs and build again",
}


@contextmanager
def refusals() -> Iterator[None]:
    """Turn an OSError, or an error that an OSError caused, into the BuildError that explains it."""
    try:
        yield
    except BuildError:
        raise
    except Exception as error:
        cause = refusal(error)
        if cause is None:
            raise
        raise BuildError(explained(cause)) from error


def refusal(error: BaseException | None) -> OSError | None:
    """The OSError with a known remedy behind an error, however deep."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in REMEDIES:
            return error
        error = error.__cause__ or error.__context__
    return None


def explained(error: OSError) -> str:
    where = f"{os.fsdecode(error.filename)}: " if isinstance(error.filename, (str, bytes)) else ""
    fault = (error.strerror or "the disk refuses").lower()
    return f"{where}{fault}; the site as it was still stands; {REMEDIES[error.errno or errno.EIO]}"


def settle(folder: Path) -> None:
    """Return when everything written on the folder's file system is on the disk.

    One syncfs(2) instead of an fsync for each of many thousand files and folders: the kernel
    writes them in the order that suits the disk and reports an error for any of them. Where libc
    lacks it, sync(2) does the same for all file systems.
    """
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if syncfs is None:
        os.sync()
        return
    with opened(folder) as handle:
        if syncfs(handle) != 0:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(folder))


def settle_entries(folder: Path) -> None:
    """Return when the names in a folder (new, renamed, removed) are on the disk."""
    with opened(folder) as handle:
        os.fsync(handle)


@contextmanager
def opened(folder: Path) -> Iterator[int]:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield handle
    finally:
        os.close(handle)
