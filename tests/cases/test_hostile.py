"""What nobody means to write, at every door: refused in our own words, with exit 2, quickly, and nothing is written."""

import json

import polars
import pytest
from city import city
from click.testing import CliRunner

from ecdcalc.cli import main
from ecdcalc.numbers.units import read_quantity
from ecdcalc.read.region import load_region, read_region
from ecdcalc.words.errors import EcdcalcError, InputError

BATTERY = """
year = 2025
{head}
[[battery]]
coke = "60 万t"
charging = "top"
quenching = "wet"
energy = {{ coking-coal = {{ value = "81 万t", lhv = "28 MJ/kg" }}{energy} }}
{more}
"""
HUGE = "0x" + "f" * 4000


def battery(head="", energy="", more="", coke=""):
    text = BATTERY.format(head=head, energy=energy, more=more)
    return text.replace('"60 万t"', coke) if coke else text


def ran(tmp_path, arguments, **files):
    """Run a command beside some files; what it prints, and that it leaves nothing else there."""
    for name, text in files.items():
        (tmp_path / name.replace("_", ".")).write_text(text, encoding="utf-8", newline="")
    there = sorted(tmp_path.iterdir())
    given = [str(tmp_path / each[1:]) if each.startswith("@") else each for each in arguments]
    found = CliRunner().invoke(main, given)
    assert found.exception is None or isinstance(found.exception, SystemExit), repr(found.exception)
    assert "Traceback" not in found.output
    if found.exit_code == 2:
        assert sorted(tmp_path.iterdir()) == there
    return found


def refused(tmp_path, arguments, **files):
    found = ran(tmp_path, arguments, **files)
    assert found.exit_code == 2, found.output[:2000]
    return found.output


def plant(tmp_path, text, *options):
    return refused(tmp_path, ["sector", "coking", "--input", "@plant.toml", *options], plant_toml=text)


@pytest.mark.parametrize(
    "text",
    ["1 (((亿^4)^4)^4)", "1 ((((t^4)^4)^4)^4)", "1e308 万t", "1 ± 1e308 万t", "10² t", "10⁴ m3", "² t", "1 °C^2"],
)
def test_text_of_units(text):
    with pytest.raises(EcdcalcError):
        read_quantity(text)


@pytest.mark.parametrize(
    "text",
    [
        battery(more="measure = [{ use = [] }]"),
        battery(more="measure = [{ use = {} }]"),
        battery(head=f"name = {HUGE}"),
        battery(coke=HUGE),
        battery().replace("2025", HUGE),
        battery(coke='"1 (((亿^4)^4)^4)"'),
        battery(coke='"1e-310 万t"'),
        battery(more='measure = [{ use = "coke-dry-quenching", saving = "30 kgce/t", capex = nan }]'),
        battery(more='measure = [{ use = "coke-dry-quenching", saving = "30 kgce/t", capex = "1e400 元" }]'),
        battery(more="new = 0.5"),
        battery(more="closed = []"),
        battery(head="name = {}"),
        battery(head='province = "nowhere"'),
        battery(energy=', electricity = "1 GWh"', more='electricity = "2 GWh"'),
        battery(energy=', electricity = { value = "1 GWh", amount = "2 GWh" }'),
        battery(head='plan = "yuncheng-14fyp"\ntargets = { T002 = "5 kWh" }'),
        battery(head='targets = { T002 = "5 t" }'),
        battery(head=".".join(["battery2"] + ["x"] * 20_000) + " = 1"),
    ],
    ids=range(18),
)
def test_plant_files(tmp_path, text):
    plant(tmp_path, text)


def test_a_word_for_no_is_no(tmp_path):
    """What is not new does not count against the plant."""
    files = {"plant_toml": battery(more='new = "false"')}
    found = ran(tmp_path, ["sector", "coking", "--input", "@plant.toml", "--format", "json"], **files)
    assert json.loads(found.output)["processes"][0]["kind"] == "retrofit"


def test_encodings_that_are_none(tmp_path):
    plant(tmp_path, battery(), "--encoding", "undefined")


@pytest.mark.parametrize(
    ("sector", "table", "says"),
    [
        ("equipment", '[[boiler]]\nflue_temperature = "-999 °C"', "boiler[0].flue_temperature: -999 °C must be"),
        (
            "building-materials",
            '[[brick]]\nproduct = "perforated"\nbricks = "10 万t"\noxygen_2020 = "999 %"',
            "brick[0].oxygen_2020: 999 % must be",
        ),
        (
            "voc-industries",
            '[[filling-station]]\nmeasure = [{ use = "regenerative-thermal-oxidiser" }]',
            "filling-station[0].measure[0].use: the measure",
        ),
        ("parks", '[park]\nmeasure = [{ use = "boiler-economiser" }]', "park.measure[0].use: the measure"),
        ("equipment", '[[fan]]\nflow = "1e150 m3/h"', "fan[0].flow: '1e150 m3/h' is larger"),
    ],
    ids=["flue-gas", "brick", "oxidiser", "economiser", "fan"],
)
def test_plants_of_other_sectors(tmp_path, sector, table, says):
    found = refused(tmp_path, ["sector", sector, "--input", "@plant.toml"], plant_toml=f"year = 2025\n{table}\n")
    assert says in found


PLAN = """
id = "p"
zh = "某"
en = "p"
base_year = 2020
target_year = 2025
document = "d"
[[target]]
id = "t1"
zh = "某"
en = "x"
clause = "1"
type = "binding"
sector = ["coking"]
indicator = "battery.unit_energy"
op = "<="
limit = "110 kgce/t"
"""
PLANS = {
    "limit of another kind": PLAN.replace("110 kgce/t", "5 kWh"),
    "unknown sector": PLAN.replace('["coking"]', '["cokking"]'),
    "unknown field": PLAN + 'when = ["nope < 1"]\n',
    "other kind": PLAN + 'when = ["chamber_height < 3 t"]\n',
    "word against number": PLAN + 'when = ["charging <= 3 m"]\n',
    "number against word": PLAN + 'when = ["chamber_height <= top"]\n',
    "no output": PLAN.replace("battery.unit_energy", "battery.scale_to"),
}


@pytest.mark.parametrize("what", PLANS)
def test_plans(tmp_path, what):
    refused(tmp_path, ["plan", "check", "@plan.toml"], plan_toml=PLANS[what])
    arguments = ["sector", "coking", "--input", "@plant.toml", "--plan", str(tmp_path / "plan.toml")]
    refused(tmp_path, arguments, plant_toml=battery())


def test_a_plan_with_nothing_wrong(tmp_path):
    assert ran(tmp_path, ["plan", "check", "@plan.toml"], plan_toml=PLAN).exit_code == 0


FACTORS = "id,value,unit,document,confidence\n"
GOOD = "nox/nx046,0.5,kg/t,own,B\n"


@pytest.mark.parametrize(
    "rows",
    [
        "coal-2020/coke.coal,1,kg,own,B\n",
        GOOD + GOOD,
        "nox/nx0466,0.5,kg/t,own,B\n",
        "nox/nx046,0.5,kg/t,own,B,more,cells\n",
        "coal-2020/coke.coal,0,kgce/kg,own,B\n",
    ],
    ids=["kind", "twice", "typing-error", "too-many-cells", "zero"],
)
def test_own_factors(tmp_path, rows):
    arguments = ["sector", "coking", "--input", "@plant.toml", "--factors", str(tmp_path / "own.csv")]
    refused(tmp_path, arguments, plant_toml=battery(), own_csv=FACTORS + rows)


def test_own_factors_that_are_right(tmp_path):
    arguments = ["sector", "coking", "--input", "@plant.toml", "--factors", str(tmp_path / "own.csv")]
    assert ran(tmp_path, arguments, plant_toml=battery(), own_csv=FACTORS + GOOD).exit_code == 0


LIMITS = "id,unit,level1,level2,level3,standard,confidence\n"
LIMIT = "own.x,kgce/t,1,2,3,ours,B\n"


@pytest.mark.parametrize(
    "rows",
    [
        LIMIT + LIMIT,
        LIMIT.replace("1,2,3", "3,2,1"),
        LIMIT.replace("1,2,3", "nan,2,3"),
        LIMIT.replace("1,2,3", "1,2,inf"),
        LIMIT.replace("ours", ""),
        LIMIT.replace(",B", ",Z"),
        LIMIT.replace("own.x", "x" * 140_000),
        LIMIT.replace("own.x", "gb21342-2025.coke.top-charging").replace("kgce/t", "kWh"),
    ],
    ids=["twice", "order", "nan", "inf", "no-standard", "confidence", "long", "kind"],
)
def test_own_limits(tmp_path, rows):
    arguments = [
        "grade",
        "--product",
        "gb21342-2025.coke.top-charging",
        "--value",
        "120 kgce/t",
        "--limits",
        str(tmp_path / "own.csv"),
    ]
    refused(tmp_path, arguments, own_csv=LIMITS + rows)


@pytest.mark.parametrize("option", [("--scale", "-1"), ("--value-scale", "-5")])
def test_corrections_below_zero(tmp_path, option):
    refused(tmp_path, ["grade", "--product", "gb21342-2025.coke.top-charging", "--value", "120 kgce/t", *option])


@pytest.mark.parametrize("start", ["²-05", "9" * 4400 + "-05", "0-1", "2023-05xyz"])
def test_starts_of_projects(start):
    project = {"name": "x", "item": "sewage", "start": start, "annual": {"cod": "120 t"}}
    with pytest.raises(InputError) as caught:
        read_region(city(project=[project]))
    assert "project[0].start" in {each.place for each in caught.value.problems}


@pytest.mark.parametrize("pattern", ["/etc/*.toml", "**x"])
def test_patterns_of_plants(tmp_path, pattern):
    with pytest.raises(InputError):
        read_region(city(plants=[pattern]), folder=tmp_path)


@pytest.mark.parametrize("name", ["a\x00b.toml", "x" * 5000 + ".toml"])
def test_names_of_files_of_counties(tmp_path, name):
    with pytest.raises(InputError):
        read_region(city(county=[{"name": "乙县", "file": name}]), folder=tmp_path)


@pytest.mark.parametrize("count", [1100, 2000])
def test_counties_in_a_chain_and_in_a_circle(tmp_path, count):
    for number in range(count):
        following = (number + 1) % count if count == 2000 else number + 1
        text = f'name = "c{number}"\nyear = 2025\nplan = "yuncheng-14fyp"\n'
        if following < count:
            text += f'[[county]]\nfile = "c{following}.toml"\n'
        (tmp_path / f"c{number}.toml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError):
        load_region(tmp_path / "c0.toml")


TABLE = "coke [万t],charging,quenching,energy.coking-coal [万t]\n60,stamp,wet,81\n130,top,dry,175\n"
PORTFOLIO = ["portfolio", "--sector", "coking", "--process", "battery", "--year", "2025", "--grid-year", "2023"]
RUN = [*PORTFOLIO, "--input", "@plants.csv", "--output", "@out.csv"]


def test_a_province_of_a_table_that_there_is_not(tmp_path):
    refused(tmp_path, [*RUN, "--province", "nowhere"], plants_csv=TABLE)


@pytest.mark.parametrize(
    "text",
    [
        "columns = 5",
        "[columns]\ncharging = true",
        "[units]\ncoke = 999999999999999999999999999999999999",
        f"[units]\ny = {HUGE}",
        "[columns]\n'charging' = 'quenching'",
        "[colums]\nx = 'coke'",
    ],
)
def test_mappings_of_units(tmp_path, text):
    refused(tmp_path, [*RUN, "--units", str(tmp_path / "units.toml")], plants_csv=TABLE, units_toml=text)


def test_nul_in_a_header(tmp_path):
    refused(tmp_path, RUN, plants_csv=TABLE.replace("charging", "char\x00ging"))


def test_one_cell_in_wide_digits_does_not_stop_the_run(tmp_path):
    rows = "60,top,wet,81\n" * 11
    found = ran(tmp_path, RUN, plants_csv=TABLE.splitlines()[0] + "\n" + rows + "６０００００,top,wet,81\n")
    assert found.exit_code in (0, 1), found.output
    assert len(polars.read_csv(tmp_path / "out.csv")) >= 11


@pytest.mark.parametrize("cells", [[b"60", b"61"], [[60.0], [61.0]]], ids=["bytes", "lists"])
def test_columns_of_parquet_that_hold_no_numbers(tmp_path, cells):
    frame = {
        "coke [万t]": cells,
        "charging": ["top"] * 2,
        "quenching": ["wet"] * 2,
        "energy.coking-coal [万t]": [81.0] * 2,
    }
    polars.DataFrame(frame).write_parquet(tmp_path / "plants.parquet")
    found = ran(tmp_path, [each.replace("plants.csv", "plants.parquet") for each in RUN])
    assert found.exit_code in (0, 1, 2)
    assert found.exit_code == 2 or not len(polars.read_csv(tmp_path / "out.csv"))


@pytest.mark.parametrize("name", ["x\\r=1+1", "x\\n=1+1", "x\\n# heading", "![x](http://y/z.png)"])
@pytest.mark.parametrize("form", ["csv", "markdown", "table"])
def test_names_that_are_more_than_names(tmp_path, name, form):
    text = battery(more=f'name = "{name}"')
    found = ran(tmp_path, ["sector", "coking", "--input", "@plant.toml", "--format", form], plant_toml=text)
    lines = found.output.replace("\r", "\n").splitlines()
    assert not any(cell.startswith("=") for line in lines for cell in (line, *line.split(",")))
    assert not any(line.startswith("# heading") for line in lines)
    assert form != "markdown" or "![x](" not in found.output


def test_rejects_and_output_name_no_input_and_no_device(tmp_path):
    refused(tmp_path, [*RUN, "--rejects", str(tmp_path / "plants.csv")], plants_csv=TABLE)
    assert (tmp_path / "plants.csv").read_text(encoding="utf-8") == TABLE
    link = tmp_path / "null.csv"
    link.symlink_to("/dev/null")
    refused(tmp_path, [each.replace("out.csv", "null.csv") for each in RUN])
    assert link.is_symlink()
