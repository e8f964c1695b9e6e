"""What cannot be chosen, through the command: clear words, exit codes, nothing written, the rest still answered."""

import json
from pathlib import Path

import pytest
from click import BadParameter
from click.testing import CliRunner
from priced import PRICES, document

from ecdcalc.cli import main
from ecdcalc.cli.choose import command
from ecdcalc.decide import sets
from ecdcalc.decide.written import toml_of

pytest.importorskip("highspy")
EXAMPLES = Path(__file__).parents[2] / "examples"
CITY, MATERIALS = EXAMPLES / "city" / "city.toml", EXAMPLES / "building-materials.toml"


def run(tmp_path, *words, lang="en", **changes):
    file = tmp_path / "plant.toml"
    file.write_text(toml_of(document(**changes)), encoding="utf-8")
    return CliRunner().invoke(main, ["choose", "--input", str(file), "--alternatives", "0", "--lang", lang, *words])


def with_measure(**keys):
    found = document()
    batteries = [dict(each) for each in found["battery"]]
    batteries[1]["measure"] = [{**batteries[1]["measure"][0], **keys}, *batteries[1]["measure"][1:]]
    return {"battery": batteries}


HOLE = {
    **PRICES,
    "electricity": {"blocks": [{"to": "5 GWh", "price": "0.5 元/kWh"}, {"from": "6 GWh", "price": "0.6 元/kWh"}]},
}
OVER = {
    **PRICES,
    "electricity": {"blocks": [{"to": "5 GWh", "price": "0.5 元/kWh"}, {"from": "4 GWh", "price": "0.6 元/kWh"}]},
}


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"economics": {"rate": "8 %", "rate_is": "nominal"}}, "economics.inflation"),
        ({"prices": HOLE}, "prices.electricity.blocks[1]"),
        ({"prices": OVER}, "prices.electricity.blocks[1]"),
        (with_measure(life="0 a"), "battery[1].measure[0].life"),
        (with_measure(capex="3 USD"), "battery[1].measure[0].capex"),
        (with_measure(size="large"), "battery[1].measure[0].size"),
        ({"economics": {"rate": "8 %", "rate_is": "real", "cost_year": 2020}}, "economics.cost_index"),
        ({"economics": {"price_index": {"2010": "0 %"}}}, "economics.price_index.2010"),
        ({"costs": {"coke-dry-quench": {"capex": "1 元"}}}, "costs.coke-dry-quench"),
        ({"costs": {"coke-dry-quenching": {"capx": "1 元"}}}, "costs.coke-dry-quenching.capx"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place_and_nothing_is_written(tmp_path, lang, changes, place):
    done = run(tmp_path, "--output", str(tmp_path / "plan.toml"), lang=lang, **changes)
    assert done.exit_code == 2 and place in done.output and "Traceback" not in done.output
    assert not (tmp_path / "plan.toml").exists()


def test_a_price_that_lacks_for_what_is_saved_is_named_and_the_choice_goes_by_the_investment(tmp_path):
    prices = {key: value for key, value in PRICES.items() if key != "coke-oven-gas"}
    done = run(tmp_path, "--reduce", "CO2=100000 t", prices=prices)
    assert done.exit_code == 0 and "prices.coke-oven-gas" in done.output


@pytest.mark.parametrize(("lang", "says"), [("en", "the budget"), ("zh", "预算")])
def test_a_budget_below_the_cheapest_set_is_told(tmp_path, lang, says):
    done = run(tmp_path, "--reduce", "CO2=300000 t", "--budget", "1 元", lang=lang)
    assert done.exit_code == 1 and says in done.output


@pytest.mark.parametrize(("lang", "says"), [("en", "the other demands: NOx"), ("zh", "其他要求：氮氧化物")])
def test_demands_that_contradict_each_other_name_each_other(lang, says):
    """What takes the last nitrogen oxides out of the kilns uses energy: not both can be brought to their ends."""
    words = ["choose", "--input", str(MATERIALS), "--unpriced", "--alternatives", "0", "--lang", lang]
    asked = ["--reduce", "NOx=2600 t", "--reduce", "energy=140800 tce"]
    both = CliRunner().invoke(main, [*words, *asked])
    assert both.exit_code == 1 and says in both.output and "Traceback" not in both.output
    for one in (asked[:2], asked[2:]):
        assert CliRunner().invoke(main, [*words, *one]).exit_code == 0


@pytest.mark.parametrize(("lang", "says"), [("en", "the budget of a year"), ("zh", "年度预算")])
def test_a_budget_of_a_year_that_binds_is_among_what_binds(tmp_path, lang, says):
    words = ["--reduce", "CO2=100000 t", "--years", "2026-2026", "--yearly-budget", "6000 万元", "--format", "json"]
    found = json.loads(run(tmp_path, *words, lang=lang).stdout)
    free = json.loads(run(tmp_path, *words[:2], "--format", "json", lang=lang).stdout)
    (bound,) = [each for each in found["binding"] if each["aim"] == "yearly-budget"]
    assert bound["name"] == says and bound["cost_without"] == free["cost"]
    assert bound["saved"] == pytest.approx(found["cost"]["value"] - free["cost"]["value"])


def test_a_measure_that_must_be_there_and_that_the_budget_cannot_pay(tmp_path):
    done = run(tmp_path, "--keep", "coke-dry-quenching", "--budget", "1 元", "--format", "json")
    found = json.loads(done.stdout)
    assert done.exit_code == 1 and found["status"] == "short"
    assert "coke-dry-quenching" in {each["measure"] for each in found["measures"]}


def test_more_sets_than_can_be_listed_are_said_with_what_is_left(tmp_path, monkeypatch):
    monkeypatch.setattr(sets, "MOST_SETS", 3)
    done = run(tmp_path, "--reduce", "CO2=100000 t", "--format", "json")
    found = json.loads(done.stdout)
    assert found["bounded"] and found["bound_left"]["value"] >= 0 and not found["cheapest"]
    text = run(tmp_path, "--reduce", "CO2=100000 t").output
    assert "too many sets to list" in text


def test_years_that_cannot_pay_what_must_be_there(tmp_path):
    done = run(tmp_path, "--keep", "coke-dry-quenching", "--years", "2026-2027", "--yearly-budget", "1 元")
    assert done.exit_code == 1 and "no year can pay" in done.output


@pytest.mark.parametrize("words", [["--counties", "equal-rate"], ["--dual-control"]])
def test_what_only_regions_have_is_refused_of_a_plant(tmp_path, words):
    done = run(tmp_path, *words)
    assert done.exit_code == 2 and words[0] in done.output


def test_a_method_that_there_is_not():
    done = CliRunner().invoke(main, ["choose", "--input", str(CITY), "--counties", "by-lot"])
    assert done.exit_code == 2 and "equal-rate" in done.output


@pytest.mark.parametrize("suffix", [".toml", ".json", ".csv", ".md", ".txt", ".xlsx", ".html"])
def test_every_form_of_a_choice_is_written(tmp_path, suffix):
    if suffix in (".xlsx", ".html"):
        pytest.importorskip({".xlsx": "openpyxl", ".html": "jinja2"}[suffix])
    target = tmp_path / f"choice{suffix}"
    done = run(tmp_path, "--level", "2", "--output", str(target))
    assert done.exit_code == 0 and target.stat().st_size > 500 and not done.output.strip()


def test_the_choice_of_a_region_is_written_as_files_that_run(tmp_path):
    target = tmp_path / "plan.toml"
    words = ["--target", "t039", "--unpriced", "--alternatives", "0", "--output", str(target)]
    done = CliRunner().invoke(main, ["choose", "--input", str(CITY), *words])
    assert done.exit_code == 0 and len(list((tmp_path / "plan").glob("*.toml"))) == 38
    again = CliRunner().invoke(main, ["region", "--input", str(target)])
    assert again.exit_code == 0


@pytest.mark.parametrize(
    ("option", "taken", "refused"),
    [("--level", (1, 2, 3), (0, 4)), ("--alternatives", (0, 20), (-1, 21))],
)
def test_the_ends_of_what_a_number_may_be(option, taken, refused):
    """A limit has three levels; of other sets none or twenty at most are listed."""
    for number in taken:
        found = command.make_context("choose", ["--input", "x.toml", option, str(number)]).params
        assert found[option.removeprefix("--")] == number
    for number in refused:
        with pytest.raises(BadParameter, match="is not in the range"):
            command.make_context("choose", ["--input", "x.toml", option, str(number)])
