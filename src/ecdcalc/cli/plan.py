"""`ecdcalc plan`: the plans and their targets."""

from __future__ import annotations

import click

from ecdcalc.cli import completion
from ecdcalc.cli.common import guarded, lang_option, listing, wide_option, width_of_screen, with_origin, write


@click.group(name="plan")
def command() -> None:
    """Show plans and their targets."""


@command.command(name="list")
@wide_option
@lang_option
@guarded
def show_all(lang: str, wide: bool) -> None:
    """List the plans that come with the package."""
    from ecdcalc.read.plans import load_plan, plan_ids, plan_origin
    from ecdcalc.words.labels import word

    ids = plan_ids()
    rows = [(id, load_plan(id).label(lang), len(load_plan(id).target)) for id in ids]
    headers = [word(name, lang) for name in ("plan", "name", "targets")]
    headers, shown = with_origin(headers, rows, [plan_origin(id) for id in ids], lang)
    write(listing(headers, shown, lang, wide), None)


@command.command(name="show")
@click.argument("plan", shell_complete=completion.plans)
@wide_option
@lang_option
@guarded
def show(plan: str, wide: bool, lang: str) -> None:
    """Print the targets of a PLAN (an id or a file).

    Each with clause, number and what evaluates it.
    """
    from ecdcalc.cli.common import plan_file
    from ecdcalc.read.plans import load_plan, plan_origin
    from ecdcalc.reference.factors import documents
    from ecdcalc.report.screen.box import wrapped
    from ecdcalc.words.labels import word

    found = load_plan(plan)
    rows = [
        (
            each.id.upper(),
            each.where(lang),
            each.label(lang),
            word(f"direction-{each.direction}", lang) if each.direction.isalpha() else each.direction,
            each.limit,
            word(each.type, lang),
            word(f"scope-{each.scope}", lang) if each.scope else "",
            each.deadline,
            " ".join(filter(None, (each.indicator, each.op))),
        )
        for each in found.target
    ]
    names = ("target", "clause", "name", "op", "limit", "type", "scope", "deadline", "indicator")
    title = documents().get(found.document, {}).get("title", found.document)
    origin = word("origin-own", lang) if plan_file(plan) else plan_origin(found.id)
    headers, shown = with_origin([word(name, lang) for name in names], rows, [origin] * len(rows), lang)
    heads = [line for each in (found.label(lang), title) for line in wrapped(each, width_of_screen())]
    write("\n".join([*heads, "", listing(headers, shown, lang, wide)]), None)


@command.command(name="new")
@click.argument("id")
@click.option("--parent", default="", metavar="ID", help="The plan above, whose tighter targets bind.")
@click.option("--output", metavar="FILE", help="Write to a file, whole or not at all.")
@lang_option
@guarded
def new(id: str, parent: str, output: str | None, lang: str) -> None:
    """Start a plan: print a TOML file with one target, to be filled in."""
    from ecdcalc.read.plans import load_plan, new_plan
    from ecdcalc.reference.plan import ID
    from ecdcalc.words.errors import InputError, Problem

    if not ID.fullmatch(id):
        raise InputError([Problem("", "id-form", {"found": id[:40]})])
    if parent:
        load_plan(parent)
    write(new_plan(id, parent), output)


@command.command(name="check")
@click.argument("file")
@lang_option
@guarded
def check(file: str, lang: str) -> None:
    """Validate a plan FILE: every mistake in one pass."""
    from ecdcalc.read.plan import read_plan
    from ecdcalc.read.plan_check import check_names
    from ecdcalc.read.plans import in_force
    from ecdcalc.read.text import read_document
    from ecdcalc.words.labels import colon, word

    plan = read_plan(read_document(file), file)
    check_names(plan, file)
    in_force(plan)
    write(f"{plan.label(lang)}{colon(lang)}{len(plan.target)} {word('targets', lang)}", None)
