"""A web server for one person's eyes: the current release, on this machine alone, live.

A page that is open reloads itself when another release is shown. The script for that is added
to the pages as they are sent; the published files do not have it.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import IO

from brexitsite.errors import BrexitsiteError

HERE = "127.0.0.1"
NAMES = frozenset({HERE, "localhost"})
"""The hosts that may be asked for: another site's page whose name leads here gets nothing."""
EVENTS, SCRIPT_PATH = "/.live", "/.live.js"
SCRIPT = f'new EventSource("{EVENTS}").onmessage = () => location.reload();\n'.encode()
TAG = f'<script src="{SCRIPT_PATH}"></script>'.encode()
PAUSE = 0.05
"""Seconds between two looks at the link."""
BEAT = 10.0
"""Seconds after which a silent connection is tried, so that closed pages are noticed."""


def server(output: Path, port: int) -> ThreadingHTTPServer:
    """A server that is ready to run; raises BrexitsiteError where the port is taken."""
    try:
        made = ThreadingHTTPServer((HERE, port), partial(Preview, output))
    except OSError as error:
        raise BrexitsiteError(f"port {port}: {error.strerror}; give another with --port") from None
    made.daemon_threads = True
    return made


class Preview(SimpleHTTPRequestHandler):
    """Answers from the release that the output leads to at that moment, and from nowhere else."""

    protocol_version = "HTTP/1.1"

    def __init__(self, output: Path, *arguments: object) -> None:
        self._output = output
        super().__init__(*arguments, directory=str(output.resolve()))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        if self.path == EVENTS and self._is_asked_for_here():
            self._tell_of_releases()
        else:
            super().do_GET()

    def send_head(self) -> IO[bytes] | None:  # type: ignore[override]
        """Send the head of the answer; return what follows it."""
        if not self._is_asked_for_here():
            return self._answer(HTTPStatus.FORBIDDEN, b"Ask for localhost.\n", "text/plain")
        if self.path == SCRIPT_PATH:
            return self._answer(HTTPStatus.OK, SCRIPT, "text/javascript")
        self.directory = str(self._output.resolve())
        asked = Path(self.translate_path(self.path))
        if asked.is_dir() and not self.path.partition("?")[0].endswith("/"):
            return self._moved()
        return self._file(asked / "index.html" if asked.is_dir() else asked)

    def _is_asked_for_here(self) -> bool:
        return self.headers.get("Host", "").rpartition(":")[0] in NAMES

    def _file(self, path: Path) -> IO[bytes]:
        if not path.is_file() or not path.resolve().is_relative_to(self.directory):
            return self._lost()
        return self._answer(HTTPStatus.OK, self._live(path), self.guess_type(path))

    def _lost(self) -> IO[bytes]:
        page = Path(self.directory, "404.html")
        body = self._live(page) if page.is_file() else b"There is no such page.\n"
        return self._answer(HTTPStatus.NOT_FOUND, body, "text/html" if page.is_file() else "text/plain")

    @staticmethod
    def _live(path: Path) -> bytes:
        """A file's bytes; a page gets the tag that makes it live."""
        page, end, rest = path.read_bytes().rpartition(b"</body>")
        return page + TAG + end + rest if end and path.suffix == ".html" else page + end + rest

    def _moved(self) -> IO[bytes]:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", f"{self.path.partition('?')[0]}/".replace("//", "/"))
        self.send_header("Content-Length", "0")
        self.end_headers()
        return BytesIO()

    def _answer(self, status: HTTPStatus, body: bytes, kind: str | os.PathLike[str]) -> IO[bytes]:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if "text/" in str(kind) else str(kind))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        return BytesIO(body)

    def _tell_of_releases(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        try:
            for news in self._news():
                self.wfile.write(news)
                self.wfile.flush()
        except ConnectionError:
            pass

    def _news(self) -> Iterator[bytes]:
        seen, beat = self._output.resolve(), time.monotonic()
        while True:
            time.sleep(PAUSE)
            now = self._output.resolve()
            if now != seen:
                yield b"data: new\n\n"
                seen = now
            if time.monotonic() - beat > BEAT:
                yield b": still here\n\n"
                beat = time.monotonic()

    def log_message(self, *_arguments: object) -> None:
        """A line for each file asked for would bury what the builds have to say."""
