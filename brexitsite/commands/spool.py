"""Articles as just read, on the disk until they have found their places: memory holds one at a time.

The file has no name, so nobody else can write what is unpickled here.
"""

from __future__ import annotations

import pickle
import tempfile

from brexitsite.model import Article


class Spool:
    """Articles by the names of their raw files."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - open until `close`
        self._places: dict[str, int] = {}

    def close(self) -> None:
        self._file.close()

    def __contains__(self, name: str) -> bool:
        return name in self._places

    def put(self, name: str, article: Article) -> None:
        self._file.seek(0, 2)
        self._places[name] = self._file.tell()
        pickle.dump(article, self._file, pickle.HIGHEST_PROTOCOL)

    def article(self, name: str) -> Article:
        self._file.seek(self._places[name])
        article: Article = pickle.load(self._file)  # noqa: S301 - see above
        return article
