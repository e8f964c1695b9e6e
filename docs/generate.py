"""Reference pages written from the code: inputs and outputs of every process, the command line, glossary, plans."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import api
import click
import pictures

import ecdcalc.equations
from ecdcalc import assess, assess_region
from ecdcalc.assessment.tables.columns import CARRIERS, inputs_of
from ecdcalc.assessment.warnings.relations import is_related
from ecdcalc.cli import main
from ecdcalc.model.laws import NOTHING, WHOLE, laws_of
from ecdcalc.model.parts.carriers import EnergyUse
from ecdcalc.model.process import Field, Process, fields_of
from ecdcalc.model.sector import Sector, sectors
from ecdcalc.numbers import kinds
from ecdcalc.numbers.formula import Formula, first_sentence, outputs_of, unit_of_hint
from ecdcalc.numbers.validity import Range
from ecdcalc.read.plans import load_plan, plan_ids
from ecdcalc.reference.defaults import Assumed, Published
from ecdcalc.reference.factors import documents
from ecdcalc.reference.ranges import LEFT_BY, OVER, TIMES, narrower_of, ranges_of


def write(folder: Path) -> None:
    """Write every page, each only if it changed."""
    folder.mkdir(exist_ok=True)
    _pictures(folder / "charts")
    pictures.write()
    pages = {"cli": _cli(), "formulas": _formulas(), "glossary": _glossary(), "laws": _laws(), "plans": _plans()}
    pages["unsized"] = _unsized()
    pages |= {f"sector-{id}": _sector(sector) for id, sector in sectors().items()}
    pages["index"] = _index(sorted(pages))
    pages |= api.pages()
    for name, text in pages.items():
        page = folder / f"{name}.md"
        if not page.exists() or page.read_text(encoding="utf-8") != text:
            page.write_text(text, encoding="utf-8")


_DRAWN = {
    "coking": ("waterfall-energy", "sankey-baseline", "limits"),
    "city/city": ("scoreboard", "counties", "decline"),
}


def _pictures(folder: Path) -> None:
    """Draw the pictures of the examples that the pages show."""
    folder.mkdir(exist_ok=True)
    for example, names in _DRAWN.items():
        file = Path(__file__).parents[1] / "examples" / f"{example}.toml"
        charts = (assess_region if "city" in example else assess)(file).charts
        for name in names:
            (folder / f"{file.stem}-{name}.svg").write_text(charts[name].svg(), encoding="utf-8")


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


_LAWS = """# Laws: what each process refuses

A plant file and a row of a table are held to the same laws: as they are read, after each measure, and as reported.
What breaks one is refused with both numbers; a law whose inputs are not given says nothing. For all holds:

- a temperature is above 0 K (−273.15 °C)
- no measure takes a number past the bounds of its input, and none saves more of a fuel than is used
- a carrier leaves a process only if it is made there; a by-product does not enter it
- heat becomes electricity by a `power_efficiency`, at most 1 − 273.15 K / T, where T is the temperature of the heat: at
  most 2395 K, the flame of a fuel in air (remembered of its source, the page was not seen: grade C). A measure that
  saves heat asks for it where its `carrier` is electricity
- steam of a measured enthalpy holds more than the water that is deducted
"""


_UNSIZED = """# Inputs without a size

Of these no bound, range, limit or relation says how large they can be, so that a slip of a thousand is not seen. Read them
twice. Of all others [a slip is refused or warned of](../warnings.md). Carriers are bounded by the unit energy of a graded
process, and their factors by ranges.
"""


def _unsized() -> str:
    parts = [_UNSIZED]
    for sector in sectors().values():
        parts.append(f"## `{sector.id}`")
        for cls in sector.processes:
            names = [f"`{path}`" for path, field in inputs_of(cls).items() if _is_unsized(cls, path, field)]
            parts.append(f"- `{cls.about.key}`: {', '.join(names) or 'none'}")
    return "\n\n".join(parts).replace("\n\n- ", "\n- ") + "\n"


def _is_unsized(cls: type[Process], path: str, field: Field) -> bool:
    """Tell whether nothing bounds an input from above."""
    if field.unit is None or path.startswith(CARRIERS) or isinstance(field.default, Published) or is_related(cls, path):
        return False
    claims = {*ranges_of(cls.about.key), *(each.claim for each in narrower_of(cls.about.key))}
    paired = any(path in _paired(claim) for claim in claims if OVER in claim)
    graded = path == cls.about.activity and bool(getattr(cls, "gradings", ()))
    return not (path in claims or paired or graded or any(sign in ("<", "<=") for sign, _ in field.bounds))


def _paired(claim: str) -> set[str]:
    """Return what a quotient is of."""
    return {each.removeprefix(LEFT_BY) for each in claim.replace(TIMES, OVER).split(OVER)}


def _laws() -> str:
    parts = [_LAWS]
    for sector in sectors().values():
        parts.append(f"## {sector.en} ({sector.zh})")
        for cls in sector.processes:
            parts += [f"### `{cls.about.key}`: {cls.about.en} ({cls.about.zh})", *_laws_of(cls)]
        if heat := [
            f"`{each.id}` ({each.heat_temperature or 'to be given'})" for each in sector.measures if each.saves
        ]:
            parts.append("Measures that save heat, with its temperature: " + ", ".join(heat) + ".")
    return "\n\n".join(parts) + "\n"


def _laws_of(cls: type[Process]) -> Iterator[str]:
    if laws := laws_of(cls):
        rows = ((_named(cls, law.claim), "≤" if law.sign == "<=" else "≥", _named(cls, law.bound)) for law in laws)
        yield _table(("what is claimed", "", "what bounds it"), rows)
    warm = [f"`{field.key}`" for field in fields_of(cls).values() if field.unit and field.unit.offset]
    if warm:
        yield "Above 0 K: " + ", ".join(warm) + "."
    if not laws and not warm and not issubclass(cls, EnergyUse):
        yield "No order between its inputs; each has its own bounds."
    if issubclass(cls, EnergyUse):
        gives = "any carrier" if cls.gives is None else ", ".join(f"`{id}`" for id in cls.gives) or "none"
        only = f" Only leave: {', '.join(f'`{id}`' for id in cls.only_gives)}." if cls.only_gives else ""
        yield f"Carriers that may leave: {gives}.{only}"


def _named(cls: type[Process], name: str) -> str:
    if name in (NOTHING, WHOLE):
        return "0" if name == NOTHING else "100 %"
    declared = outputs_of(cls).get(name) or fields_of(cls)[name]
    return f"{declared.en} ({declared.zh})"


def _formulas() -> str:
    parts = [
        "# Formulas",
        "Published physics of `ecdcalc.equations`. Outside a range of validity a number stands, with a warning; outside "
        "the range in which a formula has a meaning nothing is computed, and the reason is told.",
    ]
    for found in pkgutil.iter_modules(ecdcalc.equations.__path__):
        module = importlib.import_module(f"ecdcalc.equations.{found.name}")
        here = [each for each in vars(module).values() if isinstance(each, Formula)]
        rows = (
            (f"`{each.name}`", each.en, each.zh, each.unit.text, *_ranges(each), each.error or "–", each.cites)
            for each in here
            if each.__module__ == module.__name__
        )
        if here:
            headers = ("formula", "label", "中文", "unit", "valid", "has a meaning", "error", "source")
            parts += [f"## {found.name}", first_sentence(module.__doc__) + ".", _table(headers, rows)]
    return "\n\n".join(parts) + "\n"


def _ranges(formula: Formula) -> tuple[str, str]:
    """Return where a formula is valid, and where it has a meaning."""
    texts = ((f"{_of(each)} {each.text}" for each in formula.ranges if each.meaning is kind) for kind in (False, True))
    valid, meaning = ("; ".join(each) or "–" for each in texts)
    return valid, meaning


def _of(found: Range) -> str:
    """Return what must lie in a range; what follows from arguments with how it does."""
    return f"{found.of} (= `{found.expression}`)" if found.expression else found.of


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
