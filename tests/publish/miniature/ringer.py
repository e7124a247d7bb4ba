"""The smallest plugin that keeps the contract: a page for each text, an index, a feed."""

import hashlib
from pathlib import Path

from pelican import signals

from brexitsite.store import state
from brexitsite.store.state import State, UnitState

PAGE = '<!DOCTYPE html>\n<html lang="en"><head><title>{0}</title></head><body id="top">{1}</body></html>\n'
FEED = '<feed xmlns="http://www.w3.org/2005/Atom"><id>a</id><title>b</title><updated>c</updated>{}</feed>\n'
ENTRY = "<entry><id>{0}</id><title>{0}</title><updated>c</updated></entry>"


def units(articles):
    """Every unit of the site with its files."""
    texts = {path.stem: path.read_text() for path in sorted(articles.glob("**/*.md"))}
    for slug, text in texts.items():
        words = "".join(f'<p id="w-{n}">{word}</p>' for n, word in enumerate(text.split()))
        yield slug, {f"{slug}/index.html": PAGE.format(slug, f'{words}<a href="../">All</a>')}
    links = "".join(f'<a href="{slug}/#w-0">{slug}</a>' for slug in texts)
    yield "index", {"index.html": PAGE.format("All", links)}
    yield "feed", {"feeds/all.xml": FEED.format("".join(map(ENTRY.format, texts)))}


def write(pelican):
    settings = pelican.settings
    before = state.read(Path(settings["BREXITSITE_STATE"])) or State()
    previous = settings["BREXITSITE_PREVIOUS"]
    made = {}
    for key, files in units(Path(settings["BREXITSITE_ARTICLES"])):
        hashes = {path: hashlib.sha256(text.encode()).hexdigest() for path, text in files.items()}
        print_ = hashlib.sha256(repr(sorted(hashes.items())).encode()).hexdigest()
        old = before.units.get(key)
        kept = bool(previous and old and old.fingerprint == print_)
        made[key] = UnitState(print_, hashes, kept)
        for path, text in () if kept else files.items():
            place = Path(settings["OUTPUT_PATH"], path)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text)
    state.write(State(made), Path(settings["BREXITSITE_STATE"]))


def register():
    signals.finalized.connect(write)
