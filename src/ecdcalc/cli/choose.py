"""`ecdcalc choose --input FILE`: the cheapest measures that reach what is asked."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ecdcalc.cli import completion
from ecdcalc.cli.common import encoding_option, guarded, input_option, lang_option, load, plan_option
from ecdcalc.cli.outputs import check_outputs, deliver, outputs_option

TOML = ".toml"


@click.command(name="choose")
@input_option
@click.option("--target", "targets", multiple=True, metavar="ID", help="A target of the plan; repeatable.")
@click.option("--level", type=click.IntRange(1, 3), help="The level of the energy limit that every process must meet.")
@click.option("--reduce", "reduce", multiple=True, metavar="NAME=AMOUNT", help="Such as 'NOx=200 t'; repeatable.")
@click.option("--budget", default="", metavar="MONEY", help="Most to invest, such as '2 亿元'.")
@click.option("--least", type=click.Choice(["cost", "energy", "CO2"]), default="cost", show_default=True)
@click.option(
    "--keep",
    "kept",
    multiple=True,
    metavar="ID",
    shell_complete=completion.measures,
    help="A measure that must be in the choice; repeatable.",
)
@click.option(
    "--without",
    multiple=True,
    metavar="ID",
    shell_complete=completion.measures,
    help="A measure that must not be; repeatable.",
)
@click.option("--years", default="", metavar="FROM-TO", help="Spread the choice over these years, such as 2026-2030.")
@click.option("--yearly-budget", "yearly", default="", metavar="MONEY", help="Most to invest in a year.")
@click.option("--hold", is_flag=True, help="The measures of the file stay; choose what to add (always so in a region).")
@click.option("--unpriced", is_flag=True, help="Consider measures of unknown cost too, counted as nothing and named.")
@click.option("--alternatives", type=click.IntRange(0, 20), default=3, show_default=True, help="Other sets to list.")
@click.option("--curve", default="CO2", show_default=True, metavar="NAME", help="Of what the cost curve is.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv", "markdown"]),
    default="table",
    show_default=True,
)
@outputs_option
@plan_option
@encoding_option
@lang_option
@guarded
def command(
    path: str,
    targets: tuple[str, ...],
    level: int | None,
    reduce: tuple[str, ...],
    budget: str,
    least: str,
    kept: tuple[str, ...],
    without: tuple[str, ...],
    years: str,
    yearly: str,
    hold: bool,
    unpriced: bool,
    alternatives: int,
    curve: str,
    form: str,
    outputs: tuple[str, ...],
    plan: str,
    encoding: str,
    lang: str,
) -> None:
    """Choose the cheapest measures that meet targets, a level, reductions and a budget, or say what stands in the way.

    With --output FILE.toml the plant file with the chosen measures is written. Exit code 1 where not all can be met.
    """
    from ecdcalc.decide.choose import choose
    from ecdcalc.decide.contract import contract
    from ecdcalc.decide.question import read_question
    from ecdcalc.decide.region import choose_region
    from ecdcalc.decide.written import toml_of, with_measures
    from ecdcalc.read.keys import in_keys
    from ecdcalc.read.plant import is_region
    from ecdcalc.read.region import load_region
    from ecdcalc.read.text import read_document
    from ecdcalc.report.choice import render_choice
    from ecdcalc.report.outputs import CHOICE, Asked, keep, suffix_of
    from ecdcalc.words.errors import InputError, Problem

    question = read_question(
        targets=targets, level=level, reduce=reduce, budget=budget, least=least, keep=kept, without=without,
        alternatives=alternatives, curve=curve, hold=hold, years=years, yearly=yearly, unpriced=unpriced,
    )  # fmt: skip

    def chosen_file(_: object, draft: Path, asked: Asked) -> None:
        chosen = with_measures(document, [(place, step) for _, place, step in choice.steps])
        keep(toml_of(chosen), draft, TOML)

    forms = {**CHOICE, TOML: chosen_file}
    check_outputs(outputs, forms, form)
    document = in_keys(read_document(path, encoding)).document
    if is_region(document):
        if any(suffix_of(each, forms) == TOML for each in outputs):
            raise InputError([Problem("--output", "choose-output-region", {})])
        choice = choose_region(load_region(path, plan=plan, encoding=encoding), question)
    else:
        choice = choose(load(path, "", encoding, None, None, plan), question)
    found = contract(choice, lang)
    deliver(found, outputs, forms, Asked(lang), lambda: render_choice(found, form, lang))
    if not choice.met:
        sys.exit(1)
