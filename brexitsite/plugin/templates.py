"""The theme's templates, compiled to shorter code than Jinja writes for all the world.

Our templates only read attributes of views, call macros and print; so an attribute is read, a macro
called and a text escaped without the detours that Jinja keeps open for others. What comes out is
the same.
"""

from __future__ import annotations

import functools
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
from jinja2 import nodes, runtime
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup


class Macro(runtime.Macro):
    """A macro that is called, as ours are, with all of its arguments in order."""

    def __call__(self, *arguments: Any, **named: Any) -> str:
        if named or self.caller or len(arguments) != self._argument_count:
            return super().__call__(*arguments, **named)
        return Markup(self._func(*arguments))  # noqa: S704 - a template made it


class Compiler(CodeGenerator):
    """Writes the Python code of a template."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        super().visit_Template(node, frame)
        self.writeline(f"from {__name__} import Macro")
        self.writeline("from brexitsite.plugin.escaping import escaped as escape")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        if node.with_context:
            super()._import_common(node, frame)
            return
        self.write("environment.macros(")
        self.visit(node.template, frame)
        self.write(")")


REMEMBERED = "macros/chrome.html"
"""Its macros print a few values on very many pages: what they made of one is kept."""


class Templates(jinja2.Environment):
    """Our theme's templates and no others: one that is missing is an error, not another theme's."""

    code_generator_class = Compiler

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._macros: dict[str, Any] = {}

    def macros(self, name: str) -> Any:
        """The macros of a template, which see no page."""
        if name not in self._macros:
            module = self.get_template(name).module
            self._macros[name] = _remembering(module) if name == REMEMBERED else module
        return self._macros[name]


def _remembering(module: Any) -> SimpleNamespace:
    """The macros of a template, each of which is called once with the same arguments."""
    macros = {name: macro for name, macro in vars(module).items() if isinstance(macro, Macro)}
    return SimpleNamespace(**{name: functools.lru_cache(maxsize=256)(m) for name, m in macros.items()})


@functools.cache
def templates(theme: Path) -> Templates:
    """The templates of a theme; they are read once in each process."""
    return Templates(
        loader=jinja2.FileSystemLoader(theme / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
