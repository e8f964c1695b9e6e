import sys
from pathlib import Path

import openpyxl
import pytest
from attrs import evolve
from click.testing import CliRunner

from ecdcalc import assess, load_plant, read_plant
from ecdcalc.assessment.energy_report import COLUMNS, check, comprehensive, filed, read_report, rows_of
from ecdcalc.cli import main
from ecdcalc.report.energy_report import EnergyReport, text, write_energy_report
from ecdcalc.report.screen.box import width_of
from ecdcalc.words.errors import InputError
from ecdcalc.words.labels import word

sys.path.insert(0, str(Path(__file__).parent / "workbook"))
from office import needs_office, recalculated


def rows():
    return rows_of(load_plant("examples/coking.toml"))


def test_the_tables_have_amounts_factors_and_sums_in_the_language_of_the_reader():
    said = text(rows(), "zh", None)
    assert "焦炉煤气" in said and "综合能源消费量" in said and "等价值" in said
    assert "290,447" in said  # 96 037.96 + 194 408.65


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_on_a_screen_the_tables_keep_to_its_width(lang):
    assert max(width_of(line) for line in text(rows(), lang, 80).splitlines()) <= 80


@needs_office
def test_libreoffice_comes_to_the_same_sums(tmp_path):
    path = tmp_path / "report.xlsx"
    write_energy_report(EnergyReport(rows(), load_plant("examples/coking.toml")), path, "zh")
    stored, book = openpyxl.load_workbook(path, data_only=True), recalculated([path], tmp_path)["report.xlsx"]
    for sheet in stored:
        for cell in (cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, float)):
            assert book[sheet.title][cell.coordinate].value == pytest.approx(cell.value, rel=1e-9), cell
    page = book["合计"]
    found = {page.cell(n, 1).value: (page.cell(n, 2).value, page.cell(n, 3).value) for n in range(1, page.max_row + 1)}
    for column, basis in enumerate(("calorific", "primary")):
        whole = comprehensive(rows(), basis)
        assert found["综合能源消费量"][column] == pytest.approx(whole["comprehensive"], rel=1e-9)
        assert found["能源合计（40行）"][column] == pytest.approx(whole["total-40"], rel=1e-9)


def test_what_is_written_is_read_again(tmp_path):
    path = tmp_path / "report.xlsx"
    run = CliRunner().invoke
    made = run(main, ["energy-report", "--input", "examples/coking.toml", "--output", str(path), "--lang", "zh"])
    assert made.exit_code == 0, made.output
    assert openpyxl.load_workbook(path, data_only=True).worksheets[0]["A1"].value == "能源名称"
    shown = run(main, ["energy-report", "--input", str(path), "--lang", "zh"])
    assert shown.exit_code == 0, shown.output
    assert shown.output == run(main, ["energy-report", "--input", "examples/coking.toml", "--lang", "zh"]).output


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_was_paid_goes_in_and_out_again(lang, tmp_path):
    """Of a report as filed: every amount, factor and cost of it stands in what is written, and is read from it."""
    paid = [evolve(row, cost=1234.5 * n if n else None) for n, row in enumerate(rows())]
    path = tmp_path / "report.xlsx"
    write_energy_report(EnergyReport(paid), path, lang)
    back = filed(read_report(str(path)), None)
    assert [row.cost for row in back] == pytest.approx([row.cost for row in paid])
    for one, other in zip(paid, back, strict=True):
        assert other.carrier == one.carrier
        assert [other.amount(each) for each in COLUMNS] == pytest.approx([one.amount(each) for each in COLUMNS])
        assert other.factors == pytest.approx(one.factors, rel=1e-12)
    assert word("report-cost", lang) in text(paid, lang, None)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_investment_of_a_project_is_read_as_it_is_written(lang, tmp_path):
    path = tmp_path / "report.xlsx"
    plant = load_plant("examples/coking.toml")
    write_energy_report(EnergyReport(rows(), plant), path, lang)
    report = read_report(str(path))
    assert {line.units["investment"] for line in report.of("projects")} == {"万元" if lang == "zh" else "万CNY"}
    assert [line.numbers.get("investment") for line in report.of("projects")] == [18000, 6000, None]


def test_the_tables_of_the_form_stand_on_sheets_of_their_own(tmp_path):
    path = tmp_path / "report.xlsx"
    write_energy_report(EnergyReport(rows(), load_plant("examples/coking.toml")), path, "zh")
    book = openpyxl.load_workbook(path, data_only=True)
    assert book.sheetnames == [
        "表2 能源消费结构", "表2-1 能源消费结构附表", "合计", "表4 单位产品综合能耗指标", "表6 节能目标完成",
        "表9 标准执行", "表10 节能技改项目",
    ]  # fmt: skip

    def lines(name):
        head, *found = book[name].iter_rows(values_only=True)
        return [dict(zip(head, line, strict=True)) for line in found]

    coal = next(line for line in lines("表2-1 能源消费结构附表") if line["能源名称"] == "炼焦洗精煤")
    assert coal["炼焦"] == coal["加工转换投入合计"] == coal["工业生产消费"] == 810_000 + 1_750_000
    result = assess(load_plant("examples/coking.toml"))
    unit_energy = [result[f"battery[{n}]"].unit_energy.before.value for n in (0, 1)]
    fourth = lines("表4 单位产品综合能耗指标")
    assert [line["指标值"] for line in fourth] == pytest.approx(unit_energy, rel=1e-12)
    assert [(line["母项值"], line["母项单位"]) for line in fourth] == [(60, "万t"), (130, "万t")]
    saved = {line["目标项"]: line["实际节能量"] for line in lines("表6 节能目标完成")}
    assert saved["技术节能量（tce）"] == pytest.approx(result.saved_by("retrofit", "energy").known / 1000)
    ninth = lines("表9 标准执行")
    assert any(line["是否符合"] == "否" for line in ninth) and all(line["标准号"].startswith("GB") for line in ninth)
    tenth = lines("表10 节能技改项目")
    assert [line["投资（万元）"] for line in tenth[:2]] == [18000, 6000]


def lines_of(path, name):
    head, *found = openpyxl.load_workbook(path, data_only=True)[name].iter_rows(values_only=True)
    return [dict(zip(head, line, strict=True)) for line in found]


def test_an_indicator_that_is_no_quotient_stands_alone(tmp_path):
    """The plan of a two-high project states its energy per product itself: 133 kgce/t of coke, no sum divided."""
    plant = load_plant("examples/two-high.toml")
    write_energy_report(EnergyReport(rows_of(plant), plant), tmp_path / "x.xlsx", "zh")
    first = lines_of(tmp_path / "x.xlsx", "表4 单位产品综合能耗指标")[0]
    assert (first["指标值"], first["指标单位"]) == (133, "kgce/t")
    assert first["子项值"] is first["母项值"] is first["换算系数"] is None


@pytest.mark.parametrize(("lang", "sheets"), [("zh", ("表4", "表9", "表10")), ("en", ("4 ", "9 ", "10 "))])
def test_columns_of_words_are_wider_than_those_of_numbers(lang, sheets, tmp_path):
    """Process and indicator; process, standard, clause and product; process and project."""
    plant = load_plant("examples/coking.toml")
    write_energy_report(EnergyReport(rows_of(plant), plant), tmp_path / "x.xlsx", lang)
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    for name, words in zip(sheets, (2, 4, 2), strict=True):
        (page,) = (each for each in book if name in each.title)
        wide, narrow = page.column_dimensions["A"], page.column_dimensions["ABCDE"[words]]
        assert (wide.min, wide.max, narrow.min) == (1, words, words + 1)
        assert wide.width == pytest.approx(2 * narrow.width, rel=0.05)


def test_a_target_that_is_given_is_held_against_what_is_saved(tmp_path):
    """Of 200 000 tce that were set, 161 666.74 are saved, 80.83 %; what nobody knows is not held against it."""
    plant = load_plant("examples/coking.toml")
    given = evolve(plant, report={"saving_target": "20 万tce"})
    write_energy_report(EnergyReport(rows_of(given), given), tmp_path / "x.xlsx", "zh")
    technical, whole = lines_of(tmp_path / "x.xlsx", "表6 节能目标完成")
    assert [list(each.values())[1] for each in (technical, whole)] == [200_000, 200_000]
    assert list(whole.values())[3] == pytest.approx(0.808334, abs=1e-6)
    assert list(technical.values())[3] == pytest.approx(65_628.78 / 200_000)


@pytest.mark.parametrize(
    ("year", "names"),
    [(2023, ""), (2025, ", energy.electricity.primary_factor")],
)
def test_carriers_without_coal_equivalent_are_named(year, names):
    """The heat of coke-oven gas is published as a range; what coal a kWh takes is not published for 2025."""
    line = {"coking-coal": "135 万t", "electricity": "35 GWh", "coke-oven-gas": "-2.1 亿m3"}
    battery = {"coke": "100 万t", "charging": "stamp", "quenching": "wet", "energy": line}
    with pytest.raises(InputError) as told:
        rows_of(read_plant({"sector": "coking", "year": year, "battery": [battery]}))
    gas = "energy.coke-oven-gas.coal_factor, energy.coke-oven-gas.lhv"
    assert told.value.say("en") == f"battery[0]: not given: {gas}{names}"


def test_a_saving_that_is_not_known_is_left_blank(tmp_path):
    """The heat of the gas that comes in by the retrofit is published as a range: what is saved is not known."""
    battery = {"coke": "100 万t", "charging": "stamp", "quenching": "wet",
               "energy": {"coking-coal": "135 万t", "electricity": "35 GWh"},
               "reporting": {"energy": {"coke-oven-gas": "-2.2 亿m3"}}}  # fmt: skip
    plant = read_plant({"sector": "coking", "year": 2023, "battery": [battery]})
    write_energy_report(EnergyReport(rows_of(plant), plant), tmp_path / "x.xlsx", "zh")
    blank = word("report-to-fill", "zh")
    assert [[*each.values()][2:] for each in lines_of(tmp_path / "x.xlsx", "表6 节能目标完成")] == [[None, blank]] * 2


def test_a_measure_that_tells_no_energy_has_no_saving(tmp_path):
    """Of the example of farms one measure, of manure, has no energy of its own; what the others save is written."""
    plant = load_plant("examples/agriculture.toml")
    write_energy_report(EnergyReport(rows_of(plant), plant), tmp_path / "x.xlsx", "zh")
    told = [each["节能量（tce）"] for each in lines_of(tmp_path / "x.xlsx", "表10 节能技改项目")]
    saved = [step.saved.get("energy") for each in assess(plant).processes for step in each.steps]
    assert told == [each if each is None else pytest.approx(each / 1000) for each in saved]
    assert saved.count(None) == 1


@pytest.mark.parametrize("name", ["agriculture", "buildings", "coal", "equipment", "parks", "steel", "voc-industries"])
def test_the_tables_that_are_written_are_read_again_and_come_to_what_the_engine_does(name, tmp_path):
    """Also where a process gives out more energy than it takes, and where some of its energy is on no line."""
    plant = load_plant(f"examples/{name}.toml")
    found, path = rows_of(plant), tmp_path / "report.xlsx"
    write_energy_report(EnergyReport(found, plant), path, "zh")
    again = filed(read_report(str(path)), plant.year)
    check(again)
    sums = comprehensive(again, "calorific")
    assert sums == pytest.approx(comprehensive(found, "calorific"))
    states = [each for each in plant.cases if hasattr(each.baseline, "carriers") and each.kind != "new"]
    engine = sum(float(each.baseline.energy) for each in states) / 1000
    assert sums["comprehensive"] == pytest.approx(engine)
