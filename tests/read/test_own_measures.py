import json
import tomllib
from pathlib import Path

import polars
import pytest

from ecdcalc.assessment.plant import assess
from ecdcalc.assessment.tables.portfolio import portfolio
from ecdcalc.cli import main
from ecdcalc.read.own_measures import load_own_measures
from ecdcalc.read.plant import read_plant
from ecdcalc.report.render import render
from ecdcalc.words.errors import InputError

PAGE = Path(__file__).parent.parent.parent / "docs" / "own-measures.md"
PLANT = """
sector = "coking"
year = 2025
grid_year = 2023

[[battery]]
coke = "10 万t"
charging = "top"
quenching = "wet"
energy = { coking-coal = "14 万t", electricity = "18 GWh" }
nox = { mass = "120 t" }
"""
OWN = """
[[battery.measure]]
use = "own"
name = "Inverter on the fans"
carrier = "electricity"
saving = "5 kWh/t"
capex = "120 万元"
life = "12 a"
source = "offer of a supplier"
"""
FILE = """id,name,carrier,saving,penalty.electricity,removal.nox,capex,life,source
fans,Inverter on the fans,electricity,5 kWh/t,,,120 万元,12 a,offer
scr,SCR,,,2 kWh/t,80 %,900 万元,15 a,offer
barge,Engines of barges,diesel,3 L/km,,,,,
"""


@pytest.fixture
def rows(tmp_path):
    (tmp_path / "own.csv").write_text(FILE, encoding="utf-8")
    return load_own_measures(tmp_path / "own.csv")


def measure_of(text, rows=None):
    return assess(read_plant(tomllib.loads(PLANT + text), measures=rows)).to_dict()["processes"][0]["measures"][0]


def test_a_measure_of_a_plant_file_is_computed_and_marked():
    found = measure_of(OWN)
    assert found["electricity_saved"] == {"value": pytest.approx(500000), "unit": "kWh"}
    assert (found["own"], found["source"], found["confidence"]) == (True, "offer of a supplier", "given")
    assert (found["capex"]["value"], found["life"]["value"]) == (pytest.approx(1.2e6), pytest.approx(12))


def test_it_costs_what_other_measures_cost():
    costs = 'subsidy = "20 万元"\nrunning_cost = "3 万元/a"\n'
    (step,) = read_plant(tomllib.loads(PLANT + OWN + costs)).cases[0].steps
    assert (step.costs.capex, step.costs.subsidy, step.costs.life) == pytest.approx((1.2e6, 2e5, 12))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_form_of_a_result_marks_it(lang):
    result = assess(read_plant(tomllib.loads(PLANT + OWN)))
    for form in ("table", "markdown"):
        assert "Inverter on the fans *" in render(result, form, lang).replace("\\*", "*")
    assert "own/Inverter on the fans,,saved" in render(result, "csv", lang) or ",own," in render(result, "csv", lang)
    assert json.loads(render(result, "json", lang))["processes"][0]["measures"][0]["own"] is True


def test_a_row_of_a_file_is_the_same_and_may_be_given_another_saving(rows):
    assert measure_of('[[battery.measure]]\nuse = "own/fans"\n', rows)["capex"]["value"] == pytest.approx(1.2e6)
    other = measure_of('[[battery.measure]]\nuse = "own/fans"\nsaving = "8 kWh/t"\ncapex = "1 万元"\n', rows)
    assert other["electricity_saved"]["value"] == pytest.approx(800000)
    assert other["capex"]["value"] == pytest.approx(1e4)
    for wrong in ('saving = "8 %"', 'removal = { nox = "5 %" }'):
        with pytest.raises(InputError):
            measure_of(f'[[battery.measure]]\nuse = "own/fans"\n{wrong}\n', rows)


def test_a_removal_has_its_penalty(rows):
    found = measure_of('[[battery.measure]]\nuse = "own/scr"\n', rows)
    assert found["reductions"]["NOx"]["value"] == pytest.approx(96)
    assert found["electricity_saved"]["value"] == pytest.approx(-200000)


def test_a_row_of_a_table_names_it_too(rows):
    frame = polars.DataFrame(
        {
            "coke [t]": [1e5] * 4,
            "charging": ["top"] * 4,
            "quenching": ["wet"] * 4,
            "energy.electricity [kWh]": [18e6] * 4,
            "energy.coking-coal [t]": [14e4] * 4,
            "nox.mass [t]": [120.0] * 4,
            "measure": ["own/fans", "own/scr", "own/nothing", None],
        }
    )
    answer = portfolio(frame, sector="coking", process="battery", year=2025, grid_year=2023, measures=rows)
    assert answer.results["saved.electricity [kWh]"].to_list() == pytest.approx([500000, -200000, 0])
    assert answer.results["saved.NOx [t]"].to_list() == pytest.approx([0, 96, 0])
    assert answer.rejects["measure"].to_list() == ["own/nothing"]
    assert "own/scr" in answer.rejects["reason"][0]


@pytest.mark.parametrize(
    ("measure", "place", "says"),
    [
        ('name = "x"', "measure[0]", "does nothing"),
        ('carrier = "electricity"\nsaving = "5 %"', "measure[0].name", "required"),
        ('name = "x"\ncarrier = "electricity"', "measure[0].saving", "required"),
        ('name = "x"\nsaving = "5 %"', "measure[0].carrier", "required"),
        ('name = "x"\ncarrier = "electrcity"\nsaving = "5 %"', "measure[0].carrier", "electricity"),
        ('name = "x"\ncarrier = "electricity"\nsaving = "105 %"', "measure[0].saving", "must be <= 100 %"),
        ('name = "x"\ncarrier = "electricity"\nsaving = "-5 %"', "measure[0].saving", "must be >= 0 %"),
        ('name = "x"\ncarrier = "electricity"\nsaving = "0.12"', "measure[0].saving", "0.12"),
        ('name = "x"\ncarrier = "electricity"\nsaving = "3 m3"', "measure[0].saving", "kWh/t"),
        ('name = "x"\ncarrier = "coking-coal"\nsaving = "20 万t"', "measure[0].energy_given", ""),
        ('name = "x"\ncarrier = "diesel"\nsaving = "2 t"', "measure[0]", "does not use"),
        ('name = "x"\nremoval = { nox = "130 t" }', "measure[0].nox.mass", "must be >= 0"),
        ('name = "x"\nremoval = { CO = "50 %" }', "measure[0].removal.CO", "found 'CO'"),
        ('name = "x"\npenalty = "5 kWh"', "measure[0].penalty", "table"),
        ('name = "x"\nsavings = "5 %"\nremoval = { nox = "5 %" }', "measure[0].savings", "saving"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(measure, place, says):
    text = f'{PLANT}[[battery.measure]]\nuse = "own"\n{measure}\n'
    with pytest.raises(InputError) as caught:
        read_plant(tomllib.loads(text))
    assert f"battery[0].{place}" in [each.place for each in caught.value.problems]
    assert says in caught.value.say("en")
    assert caught.value.say("zh") != caught.value.say("en")


def test_all_mistakes_of_a_file_are_told_with_their_rows(tmp_path):
    (tmp_path / "bad.csv").write_text(
        "id,name,carrier,saving,removal.nox,colour\n,x,electricity,5 %,,\na,,electricity,5 blob,,\na,y,,,5 %,\n",
        encoding="utf-8",
    )
    with pytest.raises(InputError) as caught:
        load_own_measures(tmp_path / "bad.csv")
    said = caught.value.say("en")
    for each in ("bad.csv colour", "bad.csv:2 id", "bad.csv:3 name", "bad.csv:3 saving"):
        assert each in said
    (tmp_path / "bad.csv").write_text("name\nx\n", encoding="utf-8")
    with pytest.raises(InputError, match="id"):
        load_own_measures(tmp_path / "bad.csv")


def test_the_page_shows_what_can_be_read(tmp_path):
    blocks = PAGE.read_text(encoding="utf-8").split("```")
    table = next(each.removeprefix("toml") for each in blocks if each.startswith("toml"))
    found = measure_of(table)
    assert found["reductions"]["NOx"]["value"] == pytest.approx(96)
    assert found["electricity_saved"]["value"] == pytest.approx(500000)
    assert found["parameters"]["penalty.natural-gas"]["origin"] == "0.2 m3/t"
    (tmp_path / "page.csv").write_text(next(each for each in blocks if "id,name" in each).lstrip(), encoding="utf-8")
    assert [*load_own_measures(tmp_path / "page.csv")] == ["own/fans", "own/scr"]


def test_the_commands_take_the_file(tmp_path, capsys):
    (tmp_path / "own.csv").write_text(FILE, encoding="utf-8")
    (tmp_path / "plant.toml").write_text(PLANT + '[[battery.measure]]\nuse = "own/scr"\n', encoding="utf-8")
    args = ["sector", "coking", "--input", str(tmp_path / "plant.toml"), "--measures"]
    main([*args, str(tmp_path / "own.csv"), "--details"], standalone_mode=False)
    assert "SCR *" in capsys.readouterr().out
    with pytest.raises(SystemExit) as caught:
        main([*args, str(tmp_path / "none.csv")], standalone_mode=False)
    assert caught.value.code == 2


def plant_with(measure, rows=None):
    with pytest.raises(InputError) as caught:
        read_plant(tomllib.loads(PLANT + "\n[[battery.measure]]\n" + measure), measures=rows)
    return [(each.place, each.key) for each in caught.value.problems]


@pytest.mark.parametrize(
    ("measure", "place", "key"),
    [
        ('use = "own/fan"', "use", "own-measure-unknown"),
        ('use = "own/fans"\nsaving = "5 m"', "saving", "unit-kind"),
        ('use = "own/fans"\nremoval = "5 %"', "removal", "unknown-key"),
    ],
)
def test_a_row_that_is_named_in_a_plant_file_wrongly(rows, measure, place, key):
    assert plant_with(measure, rows) == [(f"battery[0].measure[0].{place}", key)]


def test_a_share_is_not_written_as_an_amount_per_amount(tmp_path):
    """Both have no dimension, but 5 kg/t of coke is no 0.5 % of the coal."""
    (tmp_path / "own.csv").write_text("id,name,carrier,saving\nmix,Better mix,coking-coal,5 %\n", encoding="utf-8")
    found = load_own_measures(tmp_path / "own.csv")
    measure = 'use = "own/mix"\nsaving = "5 kg/t"'
    assert plant_with(measure, found) == [("battery[0].measure[0].saving", "own-measure-unit")]


def test_a_name_that_is_no_text():
    measure = 'use = "own"\nname = 5\ncarrier = "electricity"\nsaving = "5 %"'
    assert ("battery[0].measure[0].name", "not-text") in plant_with(measure)


def test_one_id_stands_once(tmp_path):
    (tmp_path / "own.csv").write_text(FILE + "fans,Again,electricity,1 %,,,,,\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_own_measures(tmp_path / "own.csv")
    assert [(each.place, each.key) for each in caught.value.problems] == [("own.csv:5 id", "name-twice")]


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (None, "no such file"),
        ("id,name\nfans,风机,more\n".encode(), "the row has 3 cells, the header has 2"),
        (b"id,id,name\na,a,b\n", "has columns of the same name: id"),
        (b"id,name\n\x00\x01\x02", "is a binary file"),
    ],
)
def test_a_file_that_is_no_table_is_told(raw, says, tmp_path):
    file = tmp_path / "own.csv"
    if raw is not None:
        file.write_bytes(raw)
    with pytest.raises(InputError, match=says):
        load_own_measures(str(file))


def test_the_usual_encoding_of_chinese_is_read(tmp_path):
    (tmp_path / "own.csv").write_bytes(FILE.replace("Inverter on the fans", "风机变频").encode("gb18030"))
    assert load_own_measures(tmp_path / "own.csv")["own/fans"].name == "风机变频"
