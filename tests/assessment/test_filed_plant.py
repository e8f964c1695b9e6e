"""A report as it is filed becomes a plant: what the form computes and what the engine computes agree."""

import tomllib
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from ecdcalc import InputError, assess, load_plant, read_plant, sectors
from ecdcalc.assessment.energy_report import EnergyRow, filed, read_report
from ecdcalc.assessment.filed_plant import filled_in
from ecdcalc.cli import main
from ecdcalc.read.energy_report import Report

STEEL = tomllib.loads(sectors()["steel"].template)
SECOND = [  # carrier, unit, opening, purchased, industrial, of it feedstock, non-industrial, vehicles, closing, factors
    ["原煤", "t", 1200, 58000, 57300, 12000, 200, None, 1700, 0.7143, None],
    ["焦炭", "t", 300, 9000, 9100, None, None, None, 200, 0.9714, None],
    ["天然气", "万m3", 0, 500, 500, None, None, None, 0, 13.3, None],
    ["柴油", "t", 20, 150, 95, None, 50, 130, 25, 1.4571, None],
    ["电力", "万kWh", 0, 6200, 9000, None, 200, None, 0, 1.229, 3.0],
    ["热力", "GJ", 0, 0, 390000, None, None, None, 0, 0.03412, 0.03412],
]
TRANSFORMED = [  # carrier, unit, input, power, made, recovered
    ["原煤", "t", 30000, 30000, None, None],
    ["电力", "万kWh", None, None, 3000, None],
    ["热力", "GJ", None, None, 350000, 40000],
]


def written(path, **tables):
    """A report as offices print it: a title, a head of two rows, the letters of the columns, totals."""
    book = openpyxl.Workbook()
    first, second = book.active, book.create_sheet("2-1")
    first.title = "2"
    first.append(["重点用能单位能源利用状况报告"])
    first.append(
        [
            "能源名称",
            "计量单位",
            "期初库存量",
            "购进量",
            "消费量",
            None,
            None,
            None,
            "期末库存量",
            "采用折标系数",
            "等价系数",
        ]
    )
    first.append([None] * 4 + ["工业生产消费", "其中：用于原材料", "非工业生产消费", "合计中：运输工具消费"])
    first.append(["甲", "乙", 1, 2, 5, 6, 7, 8, 9, 10, 11])
    for line in tables.get("second", SECOND):
        first.append(line)
    first.append(["能源合计", "tce"])
    second.append(["能源名称", "计量单位", "工业生产消费", "加工转换投入合计", "火力发电", "加工转换产出", "回收利用"])
    used = {line[0]: line[4] for line in SECOND}
    for line in tables.get("transformed", TRANSFORMED):
        second.append([*line[:2], used[line[0]], *line[2:]])
    for name in ("indicators", "targets", "limits", "projects"):
        if name in tables:
            sheet = book.create_sheet(name)
            for line in tables[name]:
                sheet.append(line)
    book.save(path)
    return read_report(str(path))


def test_the_works_takes_the_carriers_and_engine_and_form_agree(tmp_path):
    report = written(tmp_path / "filed.xlsx")
    found = filled_in(STEEL, report, filed(report, 2023), "")
    assert found.place == "works"
    assert found.energy["calorific"] == pytest.approx((63931.5545, 63931.5545), abs=1e-4)  # worked out by hand
    assert found.energy["primary"] == pytest.approx((74557.5545, 74557.5545), abs=1e-4)
    energy = found.document["works"]["energy"]
    assert energy["electricity"]["value"] == "6000.0 万kWh" and "non_industrial" not in str(energy)


def test_outputs_targets_and_projects_are_taken_and_the_rest_is_named(tmp_path):
    key, of = next((key, each) for key, each in STEEL.items() if isinstance(each, list) and each[0].get("measure"))
    used = of[0]["measure"][0]["use"]
    project = next(each.row.zh for each in sectors()["steel"].measures if each.id == used)
    report = written(
        tmp_path / "filed.xlsx",
        indicators=[
            ["工序", "指标名称", "指标单位", "指标值", "子项值", "母项值", "母项单位", "换算系数"],
            ["钢铁厂", "吨钢综合能耗", "kgce/t", 127.9, 63931.55, 50, "万t", 0.1],
            ["食堂", "人均能耗", "kgce", None, 12, 3, "", None],
        ],
        targets=[["目标项", "节能目标", "实际节能量", "完成率"], ["技术节能量", 3000, 3300, "110%"]],
        limits=[["标准号", "产品", "限额", "实际", "是否符合"], ["GB 21256", "高炉工序", 435, 400, "是"]],
        projects=[["工序", "项目", "投资（万元）", "节能量"], [f"{key}[0]", project, 5200, 9000], ["", "换灯", 10, 5]],
    )  # fmt: skip
    found = filled_in(STEEL, report, filed(report, 2023), "")
    assert found.document["works"]["steel"] == "50 万t"
    assert found.document["report"] == {"saving_target": "3000 tce"}
    measures = found.document[key][0]["measure"]
    assert measures[0] == {**of[0]["measure"][0], "capex": "5200 万元"} and len(measures) == len(of[0]["measure"])
    assert [each.values["found"] for each in found.left if each.key == "report-not-taken"] == ["人均能耗", "换灯"]


def test_a_long_name_that_is_not_taken_is_named_by_its_first_forty_letters(tmp_path):
    report = written(
        tmp_path / "filed.xlsx",
        indicators=[
            ["工序", "指标名称", "指标单位", "指标值", "子项值", "母项值", "母项单位", "换算系数"],
            ["食堂", "指" * 50, "kgce", None, 12, 3, "", None],
        ],
        projects=[["项目", "节能量"], ["改" * 50, 5]],
    )
    left = filled_in(STEEL, report, filed(report, 2023), "").left
    assert [each.values["found"] for each in left if each.key == "report-not-taken"] == ["指" * 40, "改" * 40]


def test_a_carrier_that_nets_to_nothing_but_for_its_coal_has_no_factor(tmp_path):
    """Electricity bought and made in equal amounts, at another primary factor; at the same it is simply not there."""
    report = written(tmp_path / "filed.xlsx")

    def electricity(primary):
        factor = {"calorific": 0.1229, "primary": 0.3}
        yield EnergyRow("electricity", "kWh", {"industrial": 9e6}, factor, place="2!A8")
        yield EnergyRow("electricity", "kWh", {"made": 9e6}, {**factor, "primary": primary}, place="2-1!A3")

    with pytest.raises(InputError) as refused:
        filled_in(STEEL, report, [*electricity(0.25)], "")
    assert [(each.place, each.key) for each in refused.value.problems] == [("2!A8", "report-no-net")]
    assert "electricity" not in filled_in(STEEL, report, [*electricity(0.3)], "").document["works"]["energy"]


def test_what_was_paid_gives_prices_and_those_of_the_file_stay(tmp_path):
    written(tmp_path / "filed.xlsx")
    book = openpyxl.load_workbook(tmp_path / "filed.xlsx")
    sheet = book["2"]
    sheet.insert_cols(5)
    sheet["E2"] = "购进量金额（千元）"
    sheet["E5"], sheet["E9"] = 46400, 43400  # 58 000 t of raw coal, 62 GWh of electricity
    book.save(tmp_path / "filed.xlsx")
    report = read_report(str(tmp_path / "filed.xlsx"))
    plant = {**STEEL, "prices": {"price_year": 2022, "electricity": "0.6 CNY/kWh"}}
    found = filled_in(plant, report, filed(report, 2023), "")
    assert found.document["prices"] == {"price_year": 2022, "electricity": "0.6 CNY/kWh", "raw-coal": "800 CNY/(t)"}
    assert [each.place for each in found.left if each.key == "report-price"] == ["2!E9"]
    prices = filled_in(STEEL, report, filed(report, 2023), "").document["prices"]
    assert prices == {"price_year": STEEL["year"], "raw-coal": "800 CNY/(t)", "electricity": "7000 CNY/(万kWh)"}


def test_limits_of_the_form_are_held_against_those_of_the_engine(tmp_path):
    head = ["工序", "标准号", "产品", "限额", "实际", "是否符合"]
    grade = next(grade for each in assess(read_plant(STEEL)).processes for grade in each.grades)
    line = ["", grade.limit.standard.upper().replace("-", " ", 1), grade.limit.zh, 1, 1, "是"]
    report = written(tmp_path / "filed.xlsx", limits=[head, line, ["", "GB 1", "", 5, 4, "是"]])
    left = filled_in(STEEL, report, filed(report, 2023), "").left
    found = {each.key: each.place for each in left if each.key != "report-also-energy"}
    assert found == {
        "report-limit-differs": "limits!D2",
        "report-value-differs": "limits!E2",
        "report-not-taken": "limits!B3",
    }


@pytest.mark.parametrize(
    ("tables", "key", "cell"),
    [
        ({"indicators": [["指标名称", "指标值", "子项值", "母项值"], ["吨钢", 130.2, 100, 1]]}, "report-quotient", "indicators!B2"),
        ({"targets": [["节能目标", "实际节能量", "完成率"], [100, 90, "95%"]]}, "report-quotient", "targets!C2"),
        ({"limits": [["标准号", "限额", "实际", "是否符合"], ["GB 1", 100, 120, "是"]]}, "report-complies", "limits!D2"),
        ({"projects": [["项目", "节能量", "投资"], ["换灯", 5, -1]]}, "report-negative", "projects!C2"),
        ({"transformed": [["原煤", "t", 30000, 20000, None, None], *TRANSFORMED[1:]]}, "report-transformed", "2-1!D2"),
        ({"transformed": [["原煤", "t", 70000, None, None, None], *TRANSFORMED[1:]]}, "report-transformed-industrial", "2-1!D2"),
        ({"transformed": [["柴油", "万t", None, None, None, None]]}, "report-units", "2-1!B2"),
    ],
)  # fmt: skip
def test_what_the_form_computes_is_checked_with_its_cell(tmp_path, tables, key, cell):
    with pytest.raises(InputError) as refused:
        report = written(tmp_path / "filed.xlsx", **tables)
        filled_in(STEEL, report, _checked(filed(report, 2023)), "")
    assert [(each.key, each.place) for each in refused.value.problems] == [(key, cell)]


def _checked(rows):
    from ecdcalc.assessment.energy_report import check

    check(rows)
    return rows


def test_a_process_has_to_be_named_where_several_use_energy():
    document = tomllib.loads(Path("examples/coking.toml").read_text(encoding="utf-8"))
    with pytest.raises(InputError, match="--process"):
        filled_in(document, None, [], "")


def test_the_command_writes_a_plant_that_runs(tmp_path):
    written(tmp_path / "filed.xlsx")
    run, plant, out = CliRunner().invoke, tmp_path / "plant.toml", tmp_path / "full.toml"
    plant.write_text(run(main, ["template", "steel"]).output, encoding="utf-8")
    made = run(main, ["energy-report", "--input", str(tmp_path / "filed.xlsx"), "--year", "2023", "--into", str(plant),
                      "--output", str(out), "--lang", "zh"])  # fmt: skip
    assert made.exit_code == 0, made.output
    assert "综合能源消费量" in made.output and "63,931" in made.output
    words = ("energy-report", "--input", str(tmp_path / "filed.xlsx"), "--year", "2023", "--into", str(plant))
    printed = run(main, [*words, "--lang", "zh"])  # the comparison stands at the head of what is printed
    assert (printed.stdout, printed.stderr) == (out.read_text(encoding="utf-8"), "")
    assert printed.stdout.startswith("#") and "63,931" in printed.stdout.split("\n\n")[0]
    works = next(each for each in assess(load_plant(out)).processes if each.case.place == "works")
    assert works.baseline["carrier_energy"].value / 1000 == pytest.approx(63931.5545, abs=1e-4)


@pytest.mark.parametrize(
    ("line", "key"),
    [
        (["原煤", "m3", 0, 100, 100, None, None, None, 0, 0.7143, None], "report-unit"),
        (["焦炉煤气", "万m3", 0, 100, 100, None, None, None, 0, None, None], "report-factor"),
    ],
)
def test_a_line_that_cannot_be_counted_is_told_with_its_cell(tmp_path, line, key):
    with pytest.raises(InputError) as refused:
        filed(written(tmp_path / "filed.xlsx", second=[*SECOND[1:], line], transformed=TRANSFORMED[1:]), 2023)
    assert [(each.key, each.place.startswith("2!")) for each in refused.value.problems] == [(key, True)]


def test_a_factor_that_the_engine_does_not_have_is_told(tmp_path):
    """Coal has one factor; a form that gives it another on the other basis comes to another sum."""
    coal = [*SECOND[0][:-1], 0.8]
    report = written(tmp_path / "filed.xlsx", second=[coal, *SECOND[1:]])
    with pytest.raises(InputError) as refused:
        filled_in(STEEL, report, filed(report, 2023), "")
    (problem,) = refused.value.problems
    assert (problem.key, problem.place, problem.values["basis"]) == ("report-reconcile", "works", "primary")


def test_coal_equivalent_of_an_amount_that_nets_to_nothing_is_no_carrier():
    """Heat of 0.034 and of 0.030 tce/GJ, as much used as made: no factor makes 0.4 tce of 0 GJ."""
    used, made = (
        EnergyRow("heat", "GJ", {column: 1e11}, dict.fromkeys(("calorific", "primary"), factor), place="2!A5")
        for column, factor in (("industrial", 0.034e-6), ("made", 0.030e-6))
    )
    with pytest.raises(InputError) as refused:
        filled_in(STEEL, Report(()), [used, made], "")
    assert [(each.key, each.place) for each in refused.value.problems] == [("report-no-net", "2!A5")]


def test_a_project_that_the_file_does_not_have_is_added_and_a_target_without_a_number_is_not_taken(tmp_path):
    plant = _without_measures(STEEL)
    named = "sinter-cooler-waste-heat-power"
    project = next(each.row.zh for each in sectors()["steel"].measures if each.id == named)
    report = written(
        tmp_path / "filed.xlsx",
        targets=[["目标项", "节能目标", "实际节能量", "完成率"], ["技术节能量", None, 3300, None]],
        projects=[["工序", "项目", "投资（万元）", "节能量"], ["sinter[0]", project, None, 9000]],
    )
    found = filled_in(plant, report, filed(report, 2023), "")
    assert "report" not in found.document
    assert found.document["sinter"][0]["measure"] == [{"use": named}]


def _without_measures(document):
    return {key: [{name: value for name, value in each.items() if name != "measure"} for each in table]
            if isinstance(table, list) else table for key, table in document.items()}  # fmt: skip
