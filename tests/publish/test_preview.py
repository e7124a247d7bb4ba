"""The server for one person's eyes."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from brexitsite.errors import BrexitsiteError
from brexitsite.publish.preview import HERE, SCRIPT, TAG, server
from brexitsite.publish.releases import Shelf

PAGE = b"<html><body>ding</body></html>"


def publish(shelf: Shelf, name: str) -> None:
    with shelf.fresh() as folder:
        (folder / "a").mkdir()
        (folder / "index.html").write_bytes(PAGE)
        (folder / "a" / "index.html").write_bytes(PAGE)
        (folder / "style.css").write_text("p {}")
        (folder / "404.html").write_text("<html><body>lost</body></html>")
        (folder / "way-out").symlink_to(shelf.output.parent / "secret.txt")
        shelf.put(folder, name)
    shelf.show(name)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    shelf = Shelf(tmp_path / "output")
    publish(shelf, "a" * 16)
    (tmp_path / "secret.txt").write_text("secret")
    return shelf


@pytest.fixture
def port(shelf: Shelf) -> Iterator[int]:
    with server(shelf.output, 0) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        yield web.server_address[1]
        web.shutdown()


def asked(port: int, path: str, host: str = "localhost") -> tuple[int, bytes]:
    with closing(http.client.HTTPConnection(HERE, port, timeout=5)) as connection:
        connection.request("GET", path, headers={"Host": f"{host}:{port}"})
        answer = connection.getresponse()
        return answer.status, answer.read()


def test_a_page_is_sent_with_the_tag_that_makes_it_live(port, shelf):
    live = PAGE.replace(b"</body>", TAG + b"</body>")
    assert asked(port, "/") == (200, live)
    assert asked(port, "/a/?x=1") == (200, live)
    assert (shelf.output / "index.html").read_bytes() == PAGE


def test_other_files_are_sent_as_they_are(port):
    assert asked(port, "/style.css") == (200, b"p {}")
    assert asked(port, "/.live.js") == (200, SCRIPT)


def test_a_folder_without_its_slash_is_moved(port):
    assert asked(port, "/a")[0] == 301


def test_a_lost_page_gets_the_site_s_own_404(port):
    status, body = asked(port, "/nowhere/")
    assert (status, b"lost" in body) == (404, True)


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/a/../../secret.txt",
        "/way-out",
        "/..%2fsecret.txt",
        "//etc/passwd",
    ],
)
def test_nothing_outside_the_release_is_sent(port, path):
    status, body = asked(port, path)
    assert (status, b"secret" in body) == (404, False)


def test_another_site_whose_name_leads_here_gets_nothing(port):
    assert asked(port, "/", host="evil.example")[0] == 403
    assert asked(port, "/.live", host="evil.example")[0] == 403


def test_an_open_page_hears_of_a_new_release(port, shelf):
    with closing(http.client.HTTPConnection(HERE, port, timeout=5)) as connection:
        connection.request("GET", "/.live", headers={"Host": f"localhost:{port}"})
        news = connection.getresponse()
        publish(shelf, "b" * 16)
        assert news.readline() == b"data: new\n"


def test_a_port_that_is_taken_is_told_with_a_remedy(port, shelf):
    with pytest.raises(BrexitsiteError, match=f"port {port}: .*; give another with --port"):
        server(shelf.output, port)
