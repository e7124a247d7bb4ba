"""An incremental build is a clean build, whatever was changed before it."""

from __future__ import annotations

import random
import re
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from brexitsite.model import Article, Dated
from brexitsite.plugin.exports import Month
from brexitsite.store import articles, ledger, state

from .conftest import THEME, Digest


def read_all(digest: Digest) -> list[Article]:
    return [articles.read(path) for path in articles.scan(digest.content / "articles")]


def remove(digest: Digest, article: Article) -> None:
    path = articles.path_of(article, digest.content / "articles")
    path.unlink()
    path.with_suffix(".json").unlink()


def write(digest: Digest, article: Article) -> None:
    articles.write(article, digest.content / "articles")
    book = ledger.load(digest.content / "ledger.csv")
    book.place(article.raw, article.address, article.added)
    ledger.save(book, digest.content / "ledger.csv")


def change(path: Path, pattern: str, new: str) -> None:
    text = path.read_text("utf-8")
    path.write_text(re.sub(pattern, new, text, count=1), "utf-8")


def add(digest: Digest, dice: random.Random) -> None:
    model = dice.choice(read_all(digest))
    number = dice.randrange(10**6)
    ids = {q.id: f"n{number}x{n}" for n, q in enumerate(model.quotations)}
    quotations = tuple(
        replace(q, id=ids[q.id], continues=ids.get(q.continues or "")) for q in model.quotations
    )
    day = model.day + timedelta(days=dice.randrange(-40, 40))
    write(
        digest,
        replace(
            model,
            slug=f"copy-{number}",
            raw=f"copies/{number}.txt",
            dated=Dated(day, "stated"),
            quotations=quotations,
        ),
    )


def delete(digest: Digest, dice: random.Random) -> None:
    found = read_all(digest)
    if len(found) > 2:
        remove(digest, dice.choice(found))


def retitle(digest: Digest, dice: random.Random) -> None:
    article = dice.choice(read_all(digest))
    write(digest, replace(article, title=f"{article.title} {dice.randrange(100)}"))


def redate(digest: Digest, dice: random.Random) -> None:
    article = dice.choice(read_all(digest))
    remove(digest, article)
    day = article.day + timedelta(days=dice.choice([-400, -3, 1, 30]))
    write(digest, replace(article, dated=Dated(day, "stated")))


def retag(digest: Digest, dice: random.Random) -> None:
    article = dice.choice(read_all(digest))
    write(digest, replace(article, topics=dice.choice([(), ("floods",), ("tolls", "floods")])))


def correct(digest: Digest, dice: random.Random) -> None:
    article = dice.choice(read_all(digest))
    quotations = tuple(replace(q, speakers=("tobias-fenn",), was="Nobody") for q in article.quotations)
    corrected = tuple(replace(q, corrected=article.day) for q in quotations[:1]) + quotations[1:]
    write(digest, replace(article, quotations=corrected))


def withdraw(digest: Digest, dice: random.Random) -> None:
    article = dice.choice(read_all(digest))
    write(digest, replace(article, withdrawn="A reason", paragraphs=(), quotations=(), mentions=()))


def rename_actor(digest: Digest, dice: random.Random) -> None:
    change(
        digest.content / "actors" / "mara-quill.md", "name: Mara.*", f"name: Mara {dice.randrange(9)} Quill"
    )


def hide_actor(digest: Digest, dice: random.Random) -> None:
    file = digest.content / "actors" / "tobias-fenn.md"
    private = "private: true\n" in file.read_text("utf-8")
    change(file, "private: true\n" if private else "pronouns:", "" if private else "private: true\npronouns:")


def rename_topic(digest: Digest, dice: random.Random) -> None:
    change(digest.content / "topics.toml", 'name = "F.*"', f'name = "F{dice.randrange(9)}"')


def rewrite_event(digest: Digest, dice: random.Random) -> None:
    change(digest.content / "timeline.toml", "title = .*", f'title = "Closed {dice.randrange(9)}"')


def move_site(digest: Digest, dice: random.Random) -> None:
    change(digest.content / "site.toml", "url = .*", f'url = "https://b{dice.randrange(9)}.example"')


def add_text(digest: Digest, dice: random.Random) -> None:
    number = dice.randrange(3)
    (digest.content / "pages" / f"note-{number}.md").write_text(f"---\ntitle: Note\n---\nText {number}\n")


EDITS = (
    add, add, add, delete, retitle, redate, retag, correct, withdraw, rename_actor, hide_actor,
    rename_topic, rewrite_event, move_site, add_text,
)  # fmt: skip


@pytest.mark.parametrize("seed", range(3))
def test_any_sequence_of_edits_ends_as_a_clean_build(second: Digest, seed: int) -> None:
    dice = random.Random(seed)
    second.next(0)
    for number in range(1, 9):
        done = [dice.choice(EDITS) for _ in range(dice.randrange(1, 3))]
        for edit in done:
            edit(second, dice)
        shown, _ = second.next(number)
        assert shown == second.clean(), [edit.__name__ for edit in done]


def test_nothing_is_written_where_nothing_changed(second: Digest) -> None:
    second.next(0)
    _, done = second.next(1)
    assert done.written() == []


def test_an_edit_leaves_other_pages_alone(second: Digest) -> None:
    second.next(0)
    change(second.content / "actors" / "tobias-fenn.md", "keeps sheep", "keeps goats")
    _, done = second.next(1)
    assert done.written() == ["people/tobias-fenn/index.html"]


DATA = ("data/quotations.csv", "data/quotations.json", "data/digest.sqlite")


def test_only_the_changed_month_of_a_large_file_is_made(
    second: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    second.next(0)
    retitle(second, random.Random(1))
    made: list[int] = []
    records = Month.records
    monkeypatch.setattr(
        Month, "records", lambda month, e: made.append(len(month.articles)) or records(month, e)
    )
    after, done = second.next(1)
    assert set(DATA) < set(done.written())
    assert len(made) == len(DATA)
    monkeypatch.undo()
    assert after == second.clean()


@pytest.mark.parametrize("name", DATA)
def test_nothing_is_copied_from_a_large_file_that_was_altered(second: Digest, name: str) -> None:
    second.next(0)
    file = second.work / "release-0" / name
    file.write_bytes(bytes(reversed(file.read_bytes())))
    retitle(second, random.Random(1))
    assert second.next(1)[0] == second.clean()


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"format":1,"units":{"a":["x",false,{"../b":"c"}]}}'])
def test_a_damaged_state_means_a_full_build(second: Digest, damage: str) -> None:
    before, _ = second.next(0)
    (second.work / "state.json").write_text(damage)
    assert state.read(second.work / "state.json") is None
    after, done = second.next(1)
    assert after == before
    assert done.kept() == []


def test_workers_make_the_same_site(second: Digest) -> None:
    assert second.clean(BREXITSITE_WORKERS=2) == second.clean()


def test_a_changed_template_makes_its_pages_anew(second: Digest) -> None:
    theme = second.work / "theme"
    shutil.copytree(THEME, theme)
    second.next(0, THEME=str(theme))
    change(theme / "templates" / "text.html", "{% block main %}", "{% block main %}<!-- new -->")
    _, done = second.next(1, THEME=str(theme))
    assert sorted(done.written()) == ["about/index.html", "about/method/index.html", "privacy/index.html"]
