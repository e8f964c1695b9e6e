"""The API reference, written from the docstrings: `ecdcalc`, `ecdcalc.plugin`, `ecdcalc.equations`.

Classes and functions are set by autodoc; formulas, which are objects, by their own signature and text.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any, is_typeddict

import ecdcalc
import ecdcalc.equations
import ecdcalc.plugin
from ecdcalc.numbers import kinds
from ecdcalc.numbers.formula import Formula, first_sentence

_OF_OTHERS = ("Annotated", "Any", "ClassVar")


def pages() -> dict[str, str]:
    """Return the pages by name."""
    found = {"api-ecdcalc": _public(), "api-plugin": _plugin(), "api-equations": _equations()}
    listed = "\n".join(found)
    return {
        **found,
        "api": f"# API reference / 编程接口\n\nWritten from the docstrings. 由源代码文档自动生成。\n\n{_TREE.format(listed=listed)}",
    }


_TREE = "```{{toctree}}\n:maxdepth: 1\n\n{listed}\n```\n"


def _public() -> str:
    named = {name: getattr(ecdcalc, name) for name in ecdcalc.__all__ if not name.startswith("_")}
    typed = [name for name, each in named.items() if is_typeddict(each)]
    parts = ["# `ecdcalc`", _told(ecdcalc)]
    groups = {
        "Functions": [name for name, each in named.items() if inspect.isfunction(each)],
        "Classes": [name for name, each in named.items() if inspect.isclass(each) and not _is_error(each)
                    and name not in typed],
        "Errors": [name for name, each in named.items() if _is_error(each)],
    }  # fmt: skip
    for title, names in groups.items():
        parts += [f"## {title}", *(_auto("ecdcalc", name, named[name]) for name in names)]
    parts.append("## Forms of results")
    for name in typed:
        parts += [f"### `{name}`", named[name].__doc__, *_keys(named[name])]
    return "\n\n".join(parts) + "\n"


def _is_error(found: Any) -> bool:
    return inspect.isclass(found) and issubclass(found, Exception)


def _keys(typed: Any) -> Iterator[str]:
    """Yield the keys of a typed dictionary."""
    rows = [f"| `{key}` | `{_hint(hint)}` |" for key, hint in typed.__annotations__.items()]
    yield "\n".join(["| key | type |", "|---|---|", *rows])


def _hint(hint: Any) -> str:
    text = hint.__forward_arg__ if hasattr(hint, "__forward_arg__") else str(hint)
    return text.replace("|", "\\|")


def _plugin() -> str:
    of_kinds = {name for name in vars(kinds) if not name.startswith("_")}
    named = {name: each for name, each in vars(ecdcalc.plugin).items()
             if not name.startswith("_") and name not in of_kinds and name not in _OF_OTHERS}  # fmt: skip
    made = [name for name, each in named.items() if _is_made(each)]
    others = [name for name in named if name not in made and not isinstance(named[name], ModuleType)]
    parts = [
        "# `ecdcalc.plugin`",
        _told(ecdcalc.plugin),
        "The named kinds with their units stand in the [glossary](glossary.md).",
        "## Classes and functions",
        *(_told_of("ecdcalc.plugin", name, named[name]) for name in made),
        "## Constants and types",
        "\n".join(f"- `{name}`: `{_short(named[name])}`" for name in others),
    ]
    return "\n\n".join(parts) + "\n"


def _equations() -> str:
    parts = ["# `ecdcalc.equations`", _told(ecdcalc.equations)]
    for found in pkgutil.iter_modules(ecdcalc.equations.__path__):
        name = f"ecdcalc.equations.{found.name}"
        module = importlib.import_module(name)
        here = {key: each for key, each in vars(module).items()
                if not key.startswith("_") and getattr(each, "__module__", "") == name}  # fmt: skip
        if here:
            parts += [f"## `{name}`", first_sentence(module.__doc__) + "."]
            parts += [_told_of(name, key, each) for key, each in here.items()]
    return "\n\n".join(parts) + "\n"


def _is_made(found: Any) -> bool:
    """Whether it is a class or a function; one whose answers are kept is a function too."""
    return inspect.isclass(found) or inspect.isfunction(inspect.unwrap(found)) or isinstance(found, Formula)


def _told_of(module: str, name: str, found: Any) -> str:
    if isinstance(found, Formula):
        return _formula(found)
    if _is_made(found):
        return _auto(module, name, found)
    return f"- `{name}`: `{_short(found, 300)}`"


def _formula(found: Formula) -> str:
    """Return a formula with its signature in units, its text and its source."""
    signature = ", ".join(f"{name}: {of.text}" for name, of in found.inputs.items())
    text = inspect.cleandoc(found.body.__doc__ or "")
    cites = f"\n\nSource: `{found.cites}`." if found.cites else ""
    return f"```{{py:function}} {found.__module__}.{found.name}({', '.join(found.inputs)})\n\n{text}\n\nTakes {signature or 'nothing'}; returns {found.unit.text}.{cites}\n```"


def _told(module: ModuleType) -> str:
    """Return what a module says of itself: its examples are code."""
    blocks, lines = [], inspect.cleandoc(module.__doc__ or "").split("\n\n")
    for block in lines:
        code = all(line.startswith("    ") for line in block.splitlines())
        blocks.append(f"```python\n{inspect.cleandoc(block)}\n```" if code else block)
    return re.sub(r"```\n\n```python\n", "\n", "\n\n".join(blocks))


def _auto(module: str, name: str, found: Any) -> str:
    """Return what autodoc is asked for; what stands on the first page too is indexed there."""
    twice = "\n   :no-index:" if module != "ecdcalc" and name in ecdcalc.__all__ else ""
    if not inspect.isclass(found):
        return f"```{{eval-rst}}\n.. autofunction:: {module}.{name}{twice}\n```"
    inherited = "Exception" if _is_error(found) else "object"
    return (
        f"```{{eval-rst}}\n.. autoclass:: {module}.{name}{twice}\n   :members:\n   :inherited-members: {inherited}\n"
        "   :exclude-members: args, with_traceback, add_note\n```"
    )


def _short(value: Any, most: int = 100) -> str:
    text = repr(value)
    return text if len(text) <= most else text[: most - 1] + "…"


_CODE = re.compile(r"`([^`]+)`")
_MARKS = re.compile(r"([*|\\])|(?<=\w)_(?=\W|$)")


def as_rst(lines: Iterable[str]) -> list[str]:
    """Return a docstring as reStructuredText: code stays code, signs that mean something there are plain."""
    found: list[str] = []
    inside = False
    for line in lines:
        code = line.startswith("    ")
        if code and not inside:
            found += ["", "::", ""]
        inside = code or (inside and not line.strip())
        pieces = _CODE.split(line)
        plain = [_MARKS.sub(lambda match: "\\" + match[0], each) for each in pieces[::2]]
        told = zip(plain, [*(f"``{each}``" for each in pieces[1::2]), ""], strict=True)
        found.append(line if code else "".join(text + marked for text, marked in told))
    return found
