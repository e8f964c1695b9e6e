"""`ecdcalc choose --input FILE`: the cheapest measures that reach what is asked."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ecdcalc.cli import completion
from ecdcalc.cli.common import guarded, input_option, lang_option
from ecdcalc.cli.draws import draws_options
from ecdcalc.cli.outputs import check_outputs, deliver, outputs_option, view_of, view_options
from ecdcalc.cli.side_files import SideFiles, side_files_options

if TYPE_CHECKING:
    from ecdcalc.report.outputs import Asked

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
@click.option(
    "--counties", default="", metavar="METHOD", help="Of a region: each county brings what it is handed down."
)
@click.option("--dual-control", is_flag=True, help="Of a region: keep to the total energy of dual control too.")
@click.option("--confidence", default="", metavar="SHARE", help="Reach what is asked with this probability: '90 %'.")
@click.option("--together", is_flag=True, help="With --confidence: all that is asked at once, not each for itself.")
@draws_options
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
@view_options
@side_files_options
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
    counties: str,
    dual_control: bool,
    confidence: str,
    together: bool,
    draws: int | None,
    seed: int | None,
    alternatives: int,
    curve: str,
    form: str,
    outputs: tuple[str, ...],
    details: bool,
    sources: bool,
    beside: SideFiles,
    lang: str,
) -> None:
    """Choose the cheapest measures that meet targets, a level, reductions and a budget, or say what stands in the way.

    With --output FILE.toml the plant file with the chosen measures is written; of a region, its file and a folder of
    that name with its plants. Exit code 1 where not all can be met.
    """
    from ecdcalc.decide.choose import choose
    from ecdcalc.decide.contract import contract
    from ecdcalc.decide.question import read_question
    from ecdcalc.decide.region import choose_region
    from ecdcalc.decide.written import chosen_document, toml_of
    from ecdcalc.decide.written_region import region_files
    from ecdcalc.model.region import Region
    from ecdcalc.report.choice import render_choice
    from ecdcalc.report.outputs import CHOICE, Asked, suffix_of

    question = read_question(
        targets=targets, level=level, reduce=reduce, budget=budget, least=least, keep=kept, without=without,
        alternatives=alternatives, curve=curve, hold=hold, years=years, yearly=yearly, unpriced=unpriced,
        counties=counties, dual_control=dual_control, confidence=confidence, together=together, draws=draws, seed=seed,
    )  # fmt: skip

    def nothing(_: object, draft: Path, asked: Asked) -> None:
        raise AssertionError  # files of this form are made apart: one choice may be several of them

    check_outputs(outputs, {**CHOICE, TOML: nothing}, form)
    files = [each for each in outputs if suffix_of(each, {**CHOICE, TOML: nothing}) == TOML]
    given = beside.either(path)
    if isinstance(given, Region):
        choice = choose_region(given, question)
        texts = [region_files(given, choice, Path(each)) for each in files]
    else:
        _check_region_only(counties, dual_control=dual_control)
        choice = choose(given, question)
        texts = [{Path(each): toml_of(chosen_document(choice.after[0].plant))} for each in files]
    found = contract(choice, lang)
    view = view_of(details=details, sources=sources)
    more = [_maker(file, text) for each in texts for file, text in each.items()]
    rest = [each for each in outputs if each not in files]
    deliver(found, rest, CHOICE, Asked(lang), lambda: render_choice(found, form, lang, view), more)
    if not choice.met:
        sys.exit(1)


def _maker(file: Path, text: str) -> tuple[str, Callable[[Path], object]]:
    from ecdcalc.report.outputs import keep

    return str(file), lambda draft: keep(text, draft, TOML)


def _check_region_only(counties: str, *, dual_control: bool) -> None:
    from ecdcalc.words.errors import InputError, Problem

    asked = [name for name, given in (("--counties", counties), ("--dual-control", dual_control)) if given]
    if asked:
        raise InputError([Problem(name, "choose-region-only", {}) for name in asked])
