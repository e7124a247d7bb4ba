"""A tiny digest published by the real command, with a plugin that keeps the contract."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import time

import pytest

from brexitsite.publish import inputs
from tests.publish.sites import SITE, append, built_clean, edit, published


def test_a_first_build_publishes_everything(digest, run):
    done = run(*SITE)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "output: published; 5 of its 5 files were made anew.\n"
    assert sorted(published(digest)) == [
        "feeds/all.xml",
        "index.html",
        "one/index.html",
        "three/index.html",
        "two/index.html",
    ]


def test_nothing_changed_is_noticed_without_pelican(digest, run):
    run(*SITE)
    (digest / "pelicanconf.py").touch()
    time.sleep(2 * inputs.TICK / 10**9)  # a file that changed just now may change again unseen
    run(*SITE)
    done = run("site", "--no-search", PYTHONVERBOSE="1")
    assert "output: nothing has changed." in done.stderr
    assert "import 'pelican" not in done.stderr


def test_only_what_changed_is_made_anew_and_the_rest_is_the_same_file(digest, run):
    run(*SITE)
    before = (digest / "output" / "three" / "index.html").stat().st_ino
    edit(digest)
    done = run(*SITE)
    assert done.stderr == "output: published; 4 of its 5 files were made anew.\n"
    assert (digest / "output" / "three" / "index.html").stat().st_ino == before
    assert published(digest) == built_clean(digest, run)


def test_everybody_may_read_what_is_published_whatever_the_umask(digest, run):
    before = os.umask(0o077)
    try:
        assert run(*SITE).returncode == 0
    finally:
        os.umask(before)
    for path in [(digest / "output").resolve(), *(digest / "output").resolve().rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o755 if path.is_dir() else 0o644)


def test_two_machines_give_a_release_one_name(digest, run):
    run(*SITE)
    name = os.readlink(digest / "output")  # noqa: PTH115
    assert built_clean(digest, run) == published(digest)
    assert os.readlink(digest.with_name("clean") / "output") == name  # noqa: PTH115


def test_a_faulty_page_is_not_published(digest, run):
    run(*SITE)
    before = published(digest)
    ringer = digest / "ringer.py"
    ringer.write_text(ringer.read_text().replace("</html>", ""))
    done = run(*SITE)
    assert done.returncode == 1
    assert done.stderr.startswith(
        "brexitsite: the site has 4 faults and was not published: index.html: does not"
    )
    assert published(digest) == before
    assert not list((digest / ".releases").glob(".new-*"))


def test_an_unchanged_page_that_leads_to_a_removed_one_is_a_fault(digest, run):
    articles = digest / "content" / "articles"
    ringer = digest / "ringer.py"
    ringer.write_text(ringer.read_text().replace('<a href="../">All</a>', '<a href="../two/#w-2">All</a>'))
    assert run(*SITE).returncode == 0
    (articles / "two.md").write_text("short")
    done = run(*SITE)
    assert done.returncode == 1
    assert "one/index.html: links to '../two/#w-2', a place that the page does not have" in done.stderr
    (articles / "two.md").unlink()
    done = run(*SITE)
    assert "one/index.html: links to '../two/#w-2', which is no page of the site" in done.stderr


def test_a_warning_of_pelican_s_is_an_error(digest, run):
    append(digest / "pelicanconf.py", "PLUGINS = ['nowhere']\n")
    done = run(*SITE)
    assert done.returncode == 1
    assert done.stderr.startswith("brexitsite: Pelican: Cannot load plugin `nowhere`")
    assert len(done.stderr.splitlines()) == 1


def test_a_fault_of_the_program_is_one_line_and_leaves_an_account(digest, run):
    append(digest / "ringer.py", "\ndef units(articles):\n    raise ZeroDivisionError('bells')\n")
    done = run(*SITE)
    assert done.returncode == 1
    assert done.stderr.startswith("brexitsite: ZeroDivisionError: bells; this is a fault of the program")
    assert "Traceback" in (digest / ".cache" / "fault.txt").read_text()


def test_a_damaged_release_is_not_carried_on(digest, run):
    run(*SITE)
    (digest / "output" / "three" / "index.html").write_text("defaced")
    edit(digest)
    assert run(*SITE).returncode == 0
    assert published(digest) == built_clean(digest, run)


def test_a_release_that_lost_a_file_is_replaced_by_a_whole_one(digest, run):
    run(*SITE)
    (digest / "output" / "three" / "index.html").unlink()
    (digest / "pelicanconf.py").touch()
    assert run(*SITE).returncode == 0
    assert published(digest) == built_clean(digest, run)


def test_another_place_for_the_output(digest, run, tmp_path):
    (tmp_path / "web").mkdir()
    done = run(*SITE, "--output", str(tmp_path / "web" / "bells"))
    assert done.returncode == 0
    assert (tmp_path / "web" / "bells" / "index.html").is_file()
    assert not (digest / "output").exists()
    assert not (digest / ".releases").exists()


def test_rolling_back_and_building_again(digest, run):
    run(*SITE)
    old = published(digest)
    edit(digest)
    run(*SITE)
    new = published(digest)
    assert run("rollback").returncode == 0
    assert published(digest) == old
    assert run("rollback").returncode == 1
    assert run(*SITE).returncode == 0
    assert published(digest) == new


def test_verify_says_what_is_wrong_and_fails(digest, run):
    run(*SITE)
    assert run("verify").stdout == "output: no faults\n"
    (digest / "output" / "two" / "index.html").unlink()
    done = run("verify")
    assert done.returncode == 1
    assert "index.html: links to 'two/#w-0', which is no page of the site" in done.stdout


def test_the_index_of_the_release_before_serves_until_the_new_one_is_made(digest, run):
    assert run("site").returncode == 0
    entry = digest / "output" / "pagefind" / "pagefind-entry.json"
    old = json.loads(entry.read_text())["languages"]["en"]
    assert old["page_count"] == 4
    (digest / "content" / "articles" / "four.md").write_text("bim bam four")
    assert run(*SITE).returncode == 0
    assert not entry.exists()
    assert run("site").stderr.endswith("Making the search index …\n")
    assert json.loads(entry.read_text())["languages"]["en"]["page_count"] == 5


def test_an_index_is_not_made_twice(digest, run):
    run("site")
    (digest / "pelicanconf.py").touch()
    assert "search" not in run("site").stderr
    assert "search" not in run("site").stderr
    (digest / "output" / "pagefind" / "pagefind-entry.json").unlink()
    assert run("site").stderr.endswith("Making the search index …\n")


def test_where_nothing_may_be_written_one_line_says_so(digest, run):
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    digest.chmod(0o555)
    done = run(*SITE)
    digest.chmod(0o755)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "permission denied" in done.stderr


def test_two_builds_at_once_both_end_well(digest, run, command):
    run(*SITE)
    edit(digest)
    both = [subprocess.Popen([*command, *SITE], stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [process.communicate()[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert published(digest) == built_clean(digest, run)
