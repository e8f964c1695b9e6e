"""Chance in words: what is not all is not shown as all, what moves a result is named."""

import json

import pytest
from click.testing import CliRunner

from ecdcalc.assessment.plant import assess
from ecdcalc.cli import main
from ecdcalc.decide.chance import with_chance
from ecdcalc.report.chance import percent
from ecdcalc.report.render import render


@pytest.mark.parametrize(
    ("share", "shown"), [(1.0, "100.0 %"), (0.99999, "> 99.9 %"), (0.0, "0.0 %"), (1e-6, "< 0.1 %"), (0.5, "50.0 %")]
)
def test_percent(share, shown):
    assert percent(share) == shown


@pytest.mark.parametrize(("lang", "words"), [("en", "of the spread is"), ("zh", "的离散来自")])
def test_text_markdown_and_csv_say_what_moves(lang, words):
    found = with_chance(assess("examples/steel.toml"), 1000)
    for form in ("table", "markdown"):
        assert words in render(found, form, lang)
    rows = [row for row in render(found, "csv", lang).splitlines() if row.startswith("chance,")]
    totals = found.to_dict(lang)["chance"]
    middle = next(row for row in rows if ",energy,p50," in row)
    assert repr(totals["saved"]["energy"]["p50"]["value"]) in middle
    assert sum(",probability," in row for row in rows) == len(totals["targets"]) + 1


def run(*words):
    return CliRunner().invoke(main, ["sector", "steel", "--input", "examples/steel.toml", *words])


def test_the_command_draws_and_repeats():
    once = [json.loads(run("--draws", "200", "--seed", "4", "--format", "json").output)["chance"] for _ in range(2)]
    assert once[0] == once[1] and (once[0]["draws"], once[0]["seed"]) == (200, 4)
    assert "Chance of the targets" in run("--draws", "200").output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--seed", "3"], "--draws"),
        (["--draws", "3"], "from 100 to"),
        (["--draws", "500", "--compare", "examples/steel.toml"], "without draws"),
        (["--draws", "500", "--output", "x.ecd.json"], "does not hold the chance"),
        (["--draws", "500", "--output", "x.xlsx"], "does not hold the chance"),
    ],
)
def test_what_does_not_go_together_is_refused(words, told):
    found = run(*words)
    assert found.exit_code == 2 and told in found.output
