import tomllib
from pathlib import Path

import pytest

from ecdcalc import assess, load_plant
from ecdcalc.model.sector import sectors
from ecdcalc.read import read_plant
from ecdcalc.report.render import render
from ecdcalc.report.screen.answer import answer, heads
from ecdcalc.report.screen.box import width_of
from ecdcalc.report.screen.view import View
from ecdcalc.report.template import commented

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.toml"))
LINES, COLUMNS = 24, 80
PROMPT = 1


def on_one_screen(result, lang):
    lines = render(result, "table", lang, view=View(details=False, sources=False, width=COLUMNS)).splitlines()
    assert len(lines) + PROMPT <= LINES
    assert max(map(width_of, lines)) <= COLUMNS
    return lines


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_the_answer_of_every_example_stands_on_one_screen(file, lang):
    on_one_screen(assess(load_plant(str(file))), lang)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("id", sorted(sectors()))
def test_the_answer_of_every_template_stands_on_one_screen(id, lang, tmp_path):
    file = tmp_path / "plant.toml"
    file.write_text(commented(sectors()[id], lang), encoding="utf-8")
    lines = on_one_screen(assess(load_plant(str(file))), lang)
    assert sectors()[id].label(lang) in lines[0]


def said(result, lang="en"):
    found = {}
    for line in answer(result.to_dict(lang), lang):
        found.setdefault(line.label, []).append(line)
    return found


def test_what_is_asked_first(coking):
    result = assess(coking)
    lines = said(result)
    assert [*lines] == [
        "Energy saved", "Electricity saved", "Energy, plant", "  of which saved", "Reductions, t", "Energy limits",
        "Targets", "Warnings", "[C]",
    ]  # fmt: skip
    saved = lines["Energy saved"][0]
    assert saved.text == "162,000 tce [C]; 4.74 million GJ; 55.7 % of energy before" and saved.tone == "good"
    assert lines["Energy, plant"][0].text == "290,400 → 128,800 tce"
    assert lines["  of which saved"][0].text == "retrofit 65,630, closed 96,040 tce"
    levels = "baseline level 3 ×1, not qualified ×1 → reporting level 2 ×1"  # by the edition of 2013: not confirmed
    assert lines["Energy limits"][0].text == f"{levels} [C]"
    assert "COD 39.6 [C], NH3-N 6.03 [C], NOx 809" in lines["Reductions, t"][0].text
    zh = said(result, "zh")
    assert zh["节能量"][0].text == "16.2 万tce [C]；474 万GJ；节能率 55.7 %"
    assert heads(result.to_dict("zh"), "zh")[0] == "河津示例焦化 · 焦化 · 2025 · 当量值"


def test_levels_of_confirmed_limits_have_no_mark():
    text = (EXAMPLES[0].parent / "coking.toml").read_text(encoding="utf-8")
    plant = read_plant(tomllib.loads(text.replace("year = 2025", "year = 2027", 1)))
    assert said(assess(plant))["Energy limits"][0].text == "baseline level 3 ×2 → reporting level 1 ×1"


def test_parts_of_before_and_after_make_the_whole(coking):
    """The share and the energy before are those of the saving: 290 447 − 128 780 tce, by hand 55.66 %."""
    totals = assess(coking).to_dict()
    before, after = (
        sum(each[state].get("energy", {"value": 0})["value"] for each in totals["processes"])
        for state in ("baseline", "reporting")
    )
    assert before - after == pytest.approx(totals["totals"]["energy_saved"]["value"])
    assert 100 * (before - after) / before == pytest.approx(55.66, abs=0.005)


def test_open_gaps_and_what_is_used_more_are_said():
    file = next(each for each in EXAMPLES if each.stem == "two-high")
    lines = said(assess(load_plant(str(file))))
    assert lines["Energy saved"][0].tone == "bad" and lines["Energy saved"][0].text.startswith("-")
    assert lines["Targets"][0].text == "met 7, open 2, not evaluated 87" and lines["Targets"][0].tone == "bad"
    assert [each.text.split()[0] for each in lines[""]] == ["T085", "T089"]


def test_a_saving_at_another_output_names_the_adjusted_energy_before():
    file = next(each for each in EXAMPLES if each.stem == "power")
    assert "at the later output" in said(assess(load_plant(str(file))))["Energy, plant"][0].text


def test_what_is_not_known_and_warnings_are_said():
    line = {"name": "a", "area": "1 m2", "solvent_borne": {"mass": "10 t"}, "voc": {"device": "none"}}
    lines = said(assess(read_plant({"year": 2025, "coating": [line]}, asked="voc-industries")))
    assert lines["Energy saved"][0].text == "0 tce; 0 GJ"
    assert "SO2, PM" in lines["Not known"][0].text and lines["Not known"][0].tone == "care"
    file = Path(__file__).parents[2] / "cases" / "r5-ldar-and-factor.toml"
    lines = said(assess(load_plant(file)))
    assert lines["Warnings"][0].text == "1" and "vapour-site[0]" in lines[""][-1].text


def test_money_where_there_are_prices(coking_file, tmp_path):
    text = coking_file.read_text(encoding="utf-8")
    assert "Money saved" not in said(assess(load_plant(str(coking_file))))
    file = tmp_path / "plant.toml"
    prices = '\n[prices]\nprice_year = 2025\nelectricity = "0.6 元/kWh"\ncoking-coal = "1300 元/t"\ncoke-oven-gas = "0.6 元/m3"\n'
    file.write_text(text + prices, encoding="utf-8")
    found = said(assess(load_plant(str(file))))["Money saved"][0].text
    assert "investment: 240 million CNY" in found  # 1.8 + 0.6 亿元
    assert found.startswith("–; ") and "Not priced: prices.coal-tar" in found


@pytest.mark.parametrize(("lang", "line", "told"), [("en", "Reductions, t", "CO2 equivalent 27,790"),
                                                    ("zh", "减排量, t", "二氧化碳当量 2.779 万")])  # fmt: skip
def test_mine_gas_burnt_tells_its_co2_equivalent_at_once(lang, line, told):
    engine = {"name": "engine", "new": True, "generation": "1 GWh", "gas": "1393728 m3",
              "energy": {"electricity": "-0.9 GWh"}}  # fmt: skip
    result = assess(read_plant({"sector": "coal", "year": 2025, "grid_year": 2023, "gas-power": [engine]}))
    (shown,) = [each.text for each in answer(result.to_dict(lang), lang) if each.label == line]
    assert told in shown


def test_energy_of_a_plant_of_which_one_process_does_not_know_its_own_is_not_known():
    line = {"coking-coal": "135 万t", "electricity": "35 GWh"}
    battery = {"coke": "100 万t", "charging": "stamp", "quenching": "wet"}
    gas = {**line, "coke-oven-gas": "-2.1 亿m3"}  # its factor is published as a range
    plant = {"sector": "coking", "year": 2023, "battery": [{**battery, "energy": line}, {**battery, "energy": gas}]}
    told = {each.label: each.text for each in answer(assess(plant).to_dict("en"), "en")}
    assert "Energy, plant" not in told and "%" not in told["Energy saved"]
    assert "energy" in told["Not known"]


def more_power_less_coal(**more):
    """A battery that burns 500 t of coal less and takes 2 GWh more, without a measure."""
    battery = {
        "name": "1#", "coke": "60 万t", "charging": "top", "quenching": "wet",
        "energy": {"coking-coal": "81 万t", "electricity": "20 GWh"},
        "reporting": {"energy": {"coking-coal": "80.95 万t", "electricity": "22 GWh"}},
    }  # fmt: skip
    return assess(read_plant({"sector": "coking", "name": "x", "year": 2023, "battery": [battery], **more}))


@pytest.mark.parametrize(
    ("lang", "line", "told"),
    [
        ("en", "Energy saved", "calorific 204.2 tce; primary-equivalent -153.8 tce"),
        ("zh", "节能量", "当量值 204.2 tce；等价值 -153.8 tce"),
    ],
)
def test_a_saving_on_one_basis_alone_is_told_with_both(lang, line, told):
    """500 t of coal less are 450 tce; 2 GWh more are 245.8 tce, and 603.8 tce at the coal that makes them."""
    assert said(more_power_less_coal(), lang)[line][0].text.endswith(told)


@pytest.mark.parametrize(
    ("lang", "line", "other", "told"),
    [
        ("en", "Money saved", "  not by measures", "closures, new capacity, operation"),
        ("zh", "年节约费用", "  其中措施以外", "关停、新建、运行变化"),
    ],
)
def test_money_without_measures_is_not_theirs_and_has_no_investment(lang, line, other, told):
    """By hand: 500 t at 1500 yuan less, 2 GWh at 0.55 yuan more, 350 000 yuan a year are lost."""
    prices = {"price_year": 2023, "coking-coal": "1500 元/t", "electricity": "0.55 元/kWh"}
    found = said(more_power_less_coal(prices=prices), lang)
    shown = {"en": "-350,000 CNY/a", "zh": "-35 万元/年"}[lang]
    assert (found[line][0].text, found[line][0].tone) == (shown, "bad")
    assert found[other][0].text.startswith(shown) and told in found[other][0].text


@pytest.mark.parametrize(("count", "more"), [(6, []), (8, ["2 more: --details"])])
def test_of_many_results_the_first_are_told_and_the_rest_counted(count, more):
    found = assess(load_plant("examples/coking.toml")).to_dict("en")
    values = {f"r{n}": {"value": float(n), "unit": "t"} for n in range(1, count + 1)}
    process = {**found["processes"][0], "title": "1#", "grades": [], "shown": [*values], "baseline": {},
               "reporting": values, "labels": dict.fromkeys(values, "mass: of all")}  # fmt: skip
    totals = {**found["totals"], "energy_saved": None}
    lines = [*answer({**found, "gaps": [], "processes": [process], "totals": totals}, "en")]
    at = next(n for n, line in enumerate(lines) if line.label == "Results")
    after = next(n for n, line in enumerate(lines) if line.label == "Warnings")
    assert [line.text for line in lines[at:after]] == [f"1#: {n} t  mass" for n in range(1, 7)] + more


@pytest.mark.parametrize(("count", "more"), [(3, []), (5, ["2 more: --details"])])
def test_of_many_open_targets_the_first_are_told_and_the_rest_counted(count, more):
    found = assess(load_plant("examples/coking.toml")).to_dict("en")
    gap = {"status": "open", "target": "T001", "gap": {"value": 1.0, "unit": "t"}, "label": "less"}
    lines = [*answer({**found, "gaps": [gap] * count}, "en")]
    at = next(n for n, line in enumerate(lines) if line.label == "Targets")
    after = next(n for n, line in enumerate(lines) if line.label == "Warnings")
    assert lines[at].text == f"met 0, open {count}, not evaluated 0"
    assert [line.text for line in lines[at + 1 : after]] == ["T001 short of 1 t: less"] * 3 + more
