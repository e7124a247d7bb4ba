"""The command line: arguments in, one call, one clear line of error out."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from brexitsite import __version__
from brexitsite.errors import BrexitsiteError
from brexitsite.store.project import Project

OK, NOTHING_PUBLISHED, WRONG_ARGUMENTS, SOME_QUARANTINED = 0, 1, 2, 3

EXIT_STATUS = """exit status: 0 all well; 1 nothing published, and the line says why; 2 wrong arguments;
3 published, but something was quarantined (filters: some line failed)"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; errors that a user can mend are one line on standard error."""
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except BrexitsiteError as error:
        print(f"brexitsite: {error}", file=sys.stderr)
        return NOTHING_PUBLISHED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOTHING_PUBLISHED
    except KeyboardInterrupt:
        print("brexitsite: stopped; what was published before still stands", file=sys.stderr)
        return NOTHING_PUBLISHED


def parser() -> argparse.ArgumentParser:
    """All commands and options, which the documentation is held to."""
    top = argparse.ArgumentParser(
        prog="brexitsite",
        description="A static news digest in which every quotation leads to its speaker.",
        epilog=f"It works on the project in the current directory. {EXIT_STATUS}",
    )
    top.add_argument("--version", action="version", version=f"brexitsite {__version__}")
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    _add_clean(commands)
    _add_quotes(commands)
    _add_build(commands)
    _add_site(commands)
    _add_serve(commands)
    _add_review(commands)
    _add_verify(commands)
    _add_rollback(commands)
    _add_learn_outlet(commands)
    return top


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _command(commands: Commands, name: str, text: str) -> argparse.ArgumentParser:
    about = f"{text[0].upper()}{text[1:]}."
    return commands.add_parser(name, help=text, description=about, epilog=EXIT_STATUS)


def _add_clean(commands: Commands) -> None:
    p = _command(commands, "clean", "clean raw articles into content/articles")
    p.add_argument("--raw", type=Path, metavar="DIR", help="another folder of raw articles")
    p.add_argument("--into", type=Path, metavar="DIR", help="another folder for the article pairs")
    p.add_argument("--explain", type=Path, metavar="FILE", help="show what is cut from one file, and why")
    p.add_argument("--workers", type=_positive, metavar="N", help="processes (default: all cores)")
    p.add_argument("--cluster", metavar="ADDRESS", help="a dask scheduler, instead of processes here")
    p.add_argument("--ndjson", action="store_true", help="a filter: a line of JSON in, a line out")
    p.set_defaults(run=_clean)


def _add_quotes(commands: Commands) -> None:
    p = _command(commands, "quotes", "show who said what in a text, with the reason")
    p.add_argument("files", nargs="*", type=Path, metavar="FILE")
    p.add_argument("--ndjson", action="store_true", help="a filter: a line of JSON in, a line out")
    p.set_defaults(run=_quotes)


def _add_build(commands: Commands) -> None:
    p = _command(commands, "build", "clean, then build the site, published in one step")
    p.add_argument("--raw", type=Path, metavar="DIR", help="build another folder of raw articles")
    _add_places(p)
    p.add_argument("--workers", type=_positive, metavar="N", help="processes (default: all cores)")
    p.set_defaults(run=_build)


def _add_site(commands: Commands) -> None:
    p = _command(commands, "site", "build the site from content/articles, published in one step")
    _add_places(p)
    p.add_argument("--workers", type=_positive, metavar="N", help="processes (default: all cores)")
    p.set_defaults(run=_site)


def _add_places(p: argparse.ArgumentParser) -> None:
    p.add_argument("--content", type=Path, metavar="DIR", help="another content folder")
    p.add_argument("--output", type=Path, metavar="DIR", help="where to publish (default: output)")
    p.add_argument("--site-url", metavar="URL", help="the site's address, instead of site.toml's")
    p.add_argument("--no-search", action="store_true", help="leave the search index out")


def _add_serve(commands: Commands) -> None:
    p = _command(commands, "serve", "build, show the site on this machine, rebuild at every change")
    p.add_argument("--port", type=_positive, default=8000, metavar="N", help="default: 8000")
    p.set_defaults(run=_serve)


def _add_review(commands: Commands) -> None:
    p = _command(commands, "review", "list what a person should look at, most doubtful first")
    p.add_argument("--html", type=Path, metavar="FILE", help="write it as a page for a browser")
    p.add_argument("--limit", type=_positive, default=50, metavar="N", help="how many (default: 50)")
    p.set_defaults(run=_review)


def _add_verify(commands: Commands) -> None:
    p = _command(commands, "verify", "check every link, anchor, id, feed and JSON-LD block of a built site")
    p.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="default: output")
    p.set_defaults(run=_verify)


def _add_rollback(commands: Commands) -> None:
    p = _command(commands, "rollback", "publish the release before this one again")
    p.set_defaults(run=_rollback)


def _add_learn_outlet(commands: Commands) -> None:
    p = _command(commands, "learn-outlet", "count the lines that an outlet repeats, for review")
    p.add_argument("outlet", metavar="OUTLET", help="slug of a file in content/outlets")
    p.add_argument("folder", type=Path, metavar="DIR", help="a folder of its raw articles")
    p.set_defaults(run=_learn_outlet)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


# --- one call each; imports wait until a command needs them ---------------------------------


def _clean(options: argparse.Namespace) -> int:
    if options.ndjson:
        from brexitsite.commands import filters

        return filters.clean(_project(), sys.stdin, sys.stdout)
    from brexitsite.commands import clean

    return clean.run(_project(), options.raw, options.into, options.explain, options.workers, options.cluster)


def _quotes(options: argparse.Namespace) -> int:
    from brexitsite.commands import filters, show

    if options.ndjson:
        return filters.quotes(_project(), sys.stdin, sys.stdout)
    return show.quotes(_project(), options.files)


def _build(options: argparse.Namespace) -> int:
    from brexitsite.commands import build

    return build.run(
        _project(),
        raw=options.raw,
        content=options.content,
        output=options.output,
        site_url=options.site_url,
        search=not options.no_search,
        workers=options.workers,
    )


def _site(options: argparse.Namespace) -> int:
    from brexitsite.commands import site

    return site.run(
        _project(),
        content=options.content,
        output=options.output,
        site_url=options.site_url,
        search=not options.no_search,
        workers=options.workers,
    )


def _serve(options: argparse.Namespace) -> int:
    from brexitsite.commands import serve

    return serve.run(_project(), options.port)


def _review(options: argparse.Namespace) -> int:
    from brexitsite.commands import review

    return review.run(_project(), options.html, options.limit)


def _verify(options: argparse.Namespace) -> int:
    from brexitsite.commands import verify

    return verify.run(options.folder or Path("output"))


def _rollback(_options: argparse.Namespace) -> int:
    from brexitsite.commands import rollback

    return rollback.run(_project())


def _learn_outlet(options: argparse.Namespace) -> int:
    from brexitsite.commands import learn_outlet

    return learn_outlet.run(_project(), options.outlet, options.folder)


def _project() -> Project:
    return Project.at(Path())
