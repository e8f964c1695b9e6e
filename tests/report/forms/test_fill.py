import json
import tomllib

import pytest
from city import example
from conftest import EXAMPLES
from shown import SECTORS, assessed

from ecdcalc import assess, load_plant, read_plant
from ecdcalc.numbers.units import unit
from ecdcalc.report.forms.fill import fill, unused
from ecdcalc.report.forms.form import load_form, shipped
from ecdcalc.words.labels import unit_word

PLANTS = sorted(EXAMPLES.glob("*.toml"))
FORMS = [id for id in shipped() if load_form(id).of == "assessment"]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("file", PLANTS, ids=lambda file: file.stem)
def test_every_form_of_every_example_says_the_numbers_of_the_json(file, lang):
    result = assess(load_plant(str(file)))
    found = result.to_dict(lang)
    saving = fill(load_form("saving-report"), result, lang)
    rows = {row["process"]: row for row in saving.tables["saving"]}
    for process in found["processes"]:
        amount = process["saved"].get("energy")
        if amount is None:
            assert process["title"] not in rows or process["saved"].get("energy")
        else:
            assert float(rows[process["title"]]["saved_calorific"]) == pytest.approx(
                amount["value"], rel=6e-5, abs=0.006
            )
    by_kind = {kind: each["energy"] for kind, each in found["splits"]["saved_by_kind"].items()}
    if by_kind["retrofit"] is not None:
        assert float(saving.cells["technical_calorific"]) == pytest.approx(
            by_kind["retrofit"]["value"], rel=6e-5, abs=0.006
        )
    check = fill(load_form("self-check"), result, lang)
    graded = [each for process in found["processes"] for each in process["grades"]]
    assert len([row for row in check.tables["limits"] if row["standard"] not in ("none", "无")]) == len(graded)
    for row, each in zip(check.tables["totals"], found["totals"]["reductions"].values(), strict=True):
        assert each is None or float(row["reduced"]) == pytest.approx(each["value"], rel=6e-5, abs=0.006)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_form_of_a_region_says_the_numbers_of_the_json(lang):
    found = example().to_dict(lang)
    filled = fill(load_form("region-report"), example(), lang)

    def agrees(shown, value):
        head, _, unit = shown.partition(" ")
        return value is None or (
            float(head) == pytest.approx(value["value"], rel=6e-3, abs=6e-3) and unit == unit_word(value["unit"], lang)
        )

    assert len(filled.tables["targets"]) == len(found["targets"])
    for row, each in zip(filled.tables["targets"], found["targets"], strict=True):
        assert row["target"] == each["target"]
        assert all(agrees(row[name], each[name]) for name in ("limit", "value", "gap")), row
    for row, (name, each) in zip(filled.tables["counties"], found["counties"].items(), strict=True):
        assert (
            row["county"] == name and agrees(row["done"], each["done"]) and agrees(row["growth"], each["total_growth"])
        )
    for row, each in zip(filled.tables["plants"], found["plants"], strict=True):
        energy = each["saved"]["energy"]
        assert row["name"] == each["name"]
        assert energy is None or float(row["energy"]) == pytest.approx(energy["value"], rel=6e-5, abs=6e-3)
    for name in ("met", "short"):
        assert filled.cells[name] == str(found["scoreboard"][name])


def test_the_reconciliation_closes_and_technical_saving_stands_apart(coking):
    filled = fill(load_form("saving-report"), assess(coking), "zh")
    kinds = {row["kind"]: row for row in filled.tables["reconciliation"]}
    # 161 666.7 tce in all, of it closed 96 038.0, so 65 628.8 for the project
    assert [kinds[kind]["calorific"] for kind in ("改造", "关停", "新建")] == ["65629", "96038", "0.00"]
    assert filled.cells["technical_calorific"] == "65629"
    assert filled.cells["technical_primary"] == kinds["改造"]["primary"] != "65629"


def test_the_basis_changes_only_what_it_must(coking):
    one, other = (
        fill(load_form("saving-report"), assess(coking, basis=basis), "zh") for basis in ("calorific", "primary")
    )
    assert one.tables["carriers_before"] == other.tables["carriers_before"]
    assert one.tables["reconciliation"] == other.tables["reconciliation"]
    assert one.cells["basis"] != other.cells["basis"]


def test_a_title_says_verified_only_where_energy_was_measured(coking):
    form, found = load_form("saving-report"), tomllib.loads((EXAMPLES / "coking.toml").read_text(encoding="utf-8"))
    assert fill(form, assess(coking), "zh").title == "项目节能量测算报告"
    found["battery"][1]["reporting"]["energy"] = {**found["battery"][1]["energy"], "electricity": "44 GWh"}
    assert fill(form, assess(read_plant(found)), "zh").title == "项目节能量审核报告"


def test_what_is_missing_is_named_and_what_is_told_is_taken():
    found = tomllib.loads((EXAMPLES / "coking.toml").read_text(encoding="utf-8"))
    found["report"] = {
        "organisation": {"code": "91140882MA0EXAMPLE", "adress": "x"},
        "project": {"leakage": "无"},
        "meters": [{"name": "电表", "model": "DTSD"}],
    }
    result = assess(read_plant(found))
    filled = fill(load_form("saving-report"), result, "zh")
    assert filled.cells["code"] == "91140882MA0EXAMPLE"
    assert filled.cells["address"] == "〔待填：单位地址〕"
    assert filled.cells["leakage"] == "无"
    assert [filled.tables["meters"][0][name] for name in ("name", "model", "accuracy")] == ["电表", "DTSD", "〔待填〕"]
    missing = {line.path for line in filled.missing}
    assert (
        "report.organisation.address" in missing
        and not {"report.organisation.code", "report.project.leakage"} & missing
    )
    assert unused(filled.form, result) == ["report.organisation.adress"]


def test_a_plant_without_prices_or_limits_says_so(coking):
    result = assess(coking)
    filled = fill(load_form("schemes"), result, "en")
    assert filled.cells["price_year"].startswith("[to be filled")
    assert {line.path for line in filled.missing} >= {"money.price_year", "money.measures.*", "more.schemes.*"}
    plain = assess(load_plant(str(EXAMPLES / "two-high.toml")))
    graded = [each for process in plain.to_dict("en")["processes"] for each in process["grades"]]
    rows = fill(load_form("self-check"), plain, "en").tables["limits"]
    assert rows[0]["standard"] == "none" if not graded else len(rows) == len(graded)


def shown_numbers(form, result, filled, lang):
    """Each number that a form shows of an amount of the JSON: the text, and what it must be, in the unit that is asked."""
    documents = {basis: json_of(result, basis, lang) for basis in ("calorific", "primary", "")}
    for cell in form.cells:
        yield filled.cells[cell.id], asked(cell, documents[cell.basis], cell.source)
    for table in form.tables:
        if table.rows.startswith(("more.", "report.")) or table.rows == "":
            continue
        entries = {basis: [*chains(each, table.rows.split("."))] for basis, each in documents.items()}
        rows = [each for each in entries[""] if not table.needs or reached(each[-1], table.needs) is not None]
        places = [number for number, each in enumerate(entries[""]) if any(each is row for row in rows)]
        for row, place in zip(filled.tables[table.id], places, strict=False):
            for cell in table.columns:
                chain = entries[cell.basis][place]
                yield row[cell.id], asked(cell, chain[-1 - cell.up], cell.source)


def json_of(result, basis, lang):
    if basis in ("", getattr(result, "basis", "")) or not hasattr(result, "basis"):
        return json.loads(json.dumps(result.to_dict(lang)))
    return assess(result.plant, basis=basis).to_dict(lang)


def reached(found, path):
    for step in path.split("."):
        found = found.get(step) if isinstance(found, dict) else None
    return found


def chains(found, path, above=()):
    """The entries of the lists below a path, each with those that it stands in."""
    for number, step in enumerate(path):
        if step == "*":
            for each in found.values() if isinstance(found, dict) else found or ():
                rest = path[number + 1 :]
                yield from chains(each, rest, (*above, each)) if rest else [(*above, each)]
            return
        found = (found or {}).get(step)
    for each in found.values() if isinstance(found, dict) else found or ():
        yield (*above, each)


def asked(cell, document, source):
    """The amount of the JSON in the unit of a cell, None where it is no amount or is made of several."""
    amount = (
        reached(document, source[0]) if len(source) == 1 and not cell.per and cell.show in ("value", "both") else None
    )
    if not isinstance(amount, dict) or amount.get("value") is None or "unit" not in amount:
        return None
    return unit(cell.unit or amount["unit"]).out(unit(amount["unit"]).base(amount["value"]))


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", [*SECTORS, "city"])
def test_every_number_of_every_form_is_that_of_the_json(name, lang):
    """Walked by the forms themselves: a cell that is added is tested with the others."""
    result, seen = assessed(name), 0
    for form in (load_form(id) for id in shipped()):
        if (form.of == "region") != (name == "city"):
            continue
        filled = fill(form, result, lang)
        for text, value in shown_numbers(form, result, filled, lang):
            if value is not None:
                shown = text.partition(" ")[0]
                places = len(shown.partition(".")[2]) if "e" not in shown else 0
                exact = value if "e" in shown else 0
                assert abs(float(shown) - value) <= 0.5001 * 10.0**-places + 0.05 * abs(exact), (form.id, text, value)
                seen += 1
    assert seen > 20
