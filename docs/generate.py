"""Reference pages written from the code: inputs and outputs of every process, the command line, glossary, plans."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from ecdcalc.cli import main
from ecdcalc.model.process import Field, fields_of
from ecdcalc.model.sector import Sector, sectors
from ecdcalc.numbers import kinds
from ecdcalc.numbers.formula import outputs_of, unit_of_hint
from ecdcalc.read.plans import load_plan, plan_ids
from ecdcalc.reference.defaults import Assumed, Published
from ecdcalc.reference.factors import documents


def write(folder: Path) -> None:
    """Write every page, each only if it changed."""
    folder.mkdir(exist_ok=True)
    pages = {"cli": _cli(), "glossary": _glossary(), "plans": _plans()}
    pages |= {f"sector-{id}": _sector(sector) for id, sector in sectors().items()}
    pages["index"] = _index(sorted(pages))
    for name, text in pages.items():
        page = folder / f"{name}.md"
        if not page.exists() or page.read_text(encoding="utf-8") != text:
            page.write_text(text, encoding="utf-8")


def _index(names: list[str]) -> str:
    listed = "\n".join(names)
    return (
        f"# Commands, inputs and outputs\n\nWritten from the code.\n\n```{{toctree}}\n:maxdepth: 1\n\n{listed}\n```\n"
    )


def _table(headers: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = ["| " + " | ".join(headers) + " |", "|" + "---|" * len(headers)]
    lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def _sector(sector: Sector) -> str:
    parts = [f"# {sector.en} ({sector.zh}): inputs and outputs"]
    for cls in sector.processes:
        about = cls.about
        parts.append(f"## `{about.key}`: {about.en} ({about.zh})")
        parts.append(_table(("input", "unit or options", "label", "中文", "default"), _inputs(cls, "")))
        rows = ((each.name, each.unit.text, each.en, each.zh, each.cites) for each in outputs_of(cls).values())
        parts.append(_table(("output", "unit", "label", "中文", "source"), rows))
    if sector.measures:
        rows = (
            (each.id, each.row.en, each.row.zh, f"{each.row.saving_typ} {each.row.saving_unit}", each.row.confidence)
            for each in sector.measures
        )
        parts += ["## Measures", _table(("measure", "label", "中文", "typical saving", "grade"), rows)]
    return "\n\n".join(parts) + "\n"


def _inputs(cls: type[Any], prefix: str) -> Iterator[tuple[str, ...]]:
    for field in fields_of(cls).values():
        if field.kind == "part" and field.part:
            yield from _inputs(field.part, f"{prefix}{field.key}.")
        else:
            unit = " / ".join(field.options) or (field.unit.text if field.unit else field.kind)
            yield f"`{prefix}{field.key}`", unit, field.en, field.zh, _default(field)


def _default(field: Field) -> str:
    if isinstance(field.default, Published):
        return ", ".join(id for _, id in field.default.choices)
    if isinstance(field.default, Assumed):
        return f"assumed {field.default.reading.text}"
    if field.default is not None:
        return "looked up"
    return "–" if field.optional else "required"


def _cli() -> str:
    parts = ["# Command line", _help(main, "ecdcalc")]
    context = click.Context(main, info_name="ecdcalc")
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        if command is not None:
            parts += [f"## ecdcalc {name}", _help(command, f"ecdcalc {name}")]
    return "\n\n".join(parts) + "\n"


def _help(command: click.Command, name: str) -> str:
    return f"```text\n{command.get_help(click.Context(command, info_name=name))}\n```"


def _glossary() -> str:
    rows = ((name, unit.text) for name, hint in vars(kinds).items() if (unit := unit_of_hint(hint)))
    return "# Glossary of kinds\n\nOne name, one unit, everywhere.\n\n" + _table(("kind", "unit"), rows) + "\n"


def _plans() -> str:
    parts = ["# Plans"]
    for id in plan_ids():
        plan = load_plan(id)
        title = documents().get(plan.document, {}).get("title", plan.document)
        rows = (
            (
                each.id.upper(),
                each.clause,
                each.en,
                each.zh,
                f"{each.direction} {each.limit}",
                f"{each.indicator} {each.op}",
            )
            for each in plan.target
        )
        parts += [
            f"## {plan.en}",
            title,
            _table(("target", "clause", "what", "中文", "as printed", "evaluated by"), rows),
        ]
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    write(Path(__file__).parent / "generated")
