"""Every command, run for real on files."""

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest

from ecdcalc import sectors
from ecdcalc.cli import main
from ecdcalc.cli.speech import speak

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = ROOT / "examples"

COKING = str(EXAMPLES / "coking.toml")


def run(*arguments, stdin=None, code=0):
    done = subprocess.run(
        [sys.executable, "-m", "ecdcalc", *arguments],
        input=stdin,
        capture_output=True,
        cwd=ROOT,
        timeout=120,
        check=False,
    )
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert done.returncode == code, err or out
    assert "Traceback" not in err
    return out + err


@pytest.mark.parametrize("id", sorted(sectors()))
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_template_and_sector_go_together(id, lang):
    template = run("template", id, "--lang", lang)
    assert sectors()[id].label(lang) in run("sector", id, "--input", "-", "--lang", lang, stdin=template.encode())


@pytest.mark.parametrize(
    ("form", "suffix"), [("table", ".txt"), ("json", ".json"), ("csv", ".csv"), ("markdown", ".md")]
)
def test_formats(form, suffix, tmp_path):
    file = tmp_path / f"out{suffix}"
    run("sector", "coking", "--input", COKING, "--output", str(file))
    printed = run("sector", "coking", "--input", COKING, "--format", form)
    written = file.read_text(encoding="utf-8-sig").strip()
    if form == "table":  # a file holds everything, the screen the answer and how to see more
        answer, _, hint = printed.strip().rpartition("\n")
        assert written.startswith(answer) and "Sources" in written and "--details" in hint
    else:
        assert written == printed.strip()
    assert file.read_bytes().startswith(b"\xef\xbb\xbf") == (suffix == ".csv")  # by which Excel knows UTF-8
    assert [each.name for each in tmp_path.iterdir()] == [file.name]


def test_check_exits_with_1_where_a_gap_is_open(tmp_path):
    file = tmp_path / "plant.toml"
    file.write_text(
        (EXAMPLES / "coking.toml").read_text(encoding="utf-8").replace('closed = "2023-09-30"\n', ""), encoding="utf-8"
    )
    run("sector", "coking", "--input", str(file), "--check", code=1)
    run("sector", "coking", "--input", COKING, "--check", code=0)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("sector", "coking", "--input", "nothing.toml"), "no such file"),
        (("sector", "cooking", "--input", COKING), "coking"),
        (("sector", "steel", "--input", COKING), "coking"),
        (("sector", "coking", "--input", COKING, "--output", "/nowhere/x"), "cannot be written"),
        (("sector", "coking", "--input", COKING, "--plan", "nowhere"), "yuncheng-14fyp"),
        (("sector", "coking", "--input", COKING, "--factors", "nothing.csv"), "no such file"),
        (("sector", "coking", "--input", COKING, "--encoding", "klingon"), "klingon"),
        (("explain", "--input", COKING, "battery[0].unit_enery"), "unit_energy"),
        (("convert", "9**9**9", "kg"), "not a unit"),
        (("convert", "1 亿m3", "tce", "--carrier", "natural-gas"), "range"),
        (("convert", "100 kWh", "tce", "--basis", "primary"), "--year"),
        (("convert", "100 kWh", "tce", "--basis", "primary", "--year", "2031"), "2031"),
        (("convert", "100 kWh", "kg"), "kg"),
        (("convert", "100", "tce"), "has no unit"),
        (("convert", "100 t", "tce"), "--carrier raw-coal"),
        (("grade", "--product", "xyzzy", "--value", "44 kgce/t"), "ecdcalc limits WORDS"),
        (("sector", "coking", "--input", str(EXAMPLES / "city" / "city.toml")), "ecdcalc region"),
        (("region", "--input", COKING), "ecdcalc sector coking"),
        (("grade", "--product", "烧结", "--value", "44 kgce/t"), "gb21256-2025.sintering"),
        (("grade", "--product", "gb21256-2025.sintering", "--value", "44"), "kgce/t"),
        (("grade", "--product", "gb21256-2025.sintering", "--value", "44 kgce/t", "--date", "soon"), "soon"),
        (("grade", "--product", "gb21256-2025.sintering", "--value", "44 kgce/t", "--input", "or=1"), "rare_earth_ore"),
        (("plan", "show", "nowhere"), "yuncheng-14fyp"),
        (("template", "nowhere"), "coking"),
        (("measures", "nowhere"), "coking"),
    ],
)
def test_mistakes_exit_with_2_and_a_message(arguments, says):
    assert says in run(*arguments, code=2)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("sector", "coking", "--input", COKING, "--output", "/nowhere/x"), "没有这个文件夹"),
        (("sector", "coking", "--input", COKING, "--output", str(EXAMPLES)), "是文件夹而不是文件"),
        (("sector", "coking", "--input", COKING, "--factors", "nothing.csv"), "文件不存在"),
        (("sector", "coking", "--input", COKING, "--encoding", "klingon"), "没有编码"),
    ],
)
def test_mistakes_are_told_in_chinese(arguments, says):
    assert says in run(*arguments, "--lang", "zh", code=2)


def test_a_file_of_another_sector_is_checked_as_what_it_is(tmp_path):
    file = tmp_path / "plant.toml"
    file.write_text((EXAMPLES / "coking.toml").read_text(encoding="utf-8").replace("coke = ", "coal = ", 1), "utf-8")
    text = run("sector", "steel", "--input", str(file), code=2)
    assert "the file is of the sector 'coking', not 'steel'" in text
    assert "battery[0].coal" in text
    assert "battery: unknown" not in text


def test_an_empty_file_lacks_year_and_processes():
    text = run("sector", "coking", "--input", "-", stdin=b"", code=2)
    assert "year: is required" in text
    assert "[[battery]]" in text


def test_lists_are_in_the_language_of_the_reader():
    assert "正常" in run("sectors", "--lang", "zh")
    assert "焦炉" in run("measures", "coking", "--lang", "zh")
    targets = run("plan", "show", "yuncheng-14fyp", "--lang", "zh")
    assert all(word in targets for word in ("全域", "企业", "下降", "比例"))
    assert not any(f"  {word}  " in targets for word in ("city", "plant", "sector", "reduction", "share"))


def test_every_kind_of_concentration_limit_has_a_chinese_name():
    from ecdcalc.reference.emission_limits import emission_rows

    text = run("limits", "--emissions", "--lang", "zh")
    assert "超低排放" in text
    assert not [kind for kind in {each["limit_type"] for each in emission_rows().values()} if f"  {kind}  " in text]


def test_a_portfolio_tells_its_rows_in_both_languages(tmp_path):
    table = str(tmp_path / "rows.csv")
    run("portfolio", "--sector", "coking", "--process", "battery", "--generate", "3", "--output", table)
    out = str(tmp_path / "out.csv")
    of = ("portfolio", "--sector", "coking", "--process", "battery", "--input", table, "--output", out)
    assert "3 rows: " in run(*of)
    assert "共 3 行：" in run(*of, "--lang", "zh")


@pytest.mark.parametrize(("name", "says"), [("nowhere/x.csv", "no such folder"), ("x.txt", ".parquet, .csv")])
def test_invented_rows_go_where_they_can_be_written(tmp_path, name, says):
    of = ("--sector", "coking", "--process", "battery", "--generate", "3", "--output", str(tmp_path / name))
    assert says in run("portfolio", *of, code=2)


def test_nothing_is_written_when_the_input_is_wrong(tmp_path):
    out = tmp_path / "out.json"
    out.write_text("as it was", encoding="utf-8")
    run("sector", "coking", "--input", "-", "--output", str(out), stdin=b"sector = 3", code=2)
    assert out.read_text(encoding="utf-8") == "as it was"


def test_convert_prints_factor_edition_and_source():
    text = run("convert", "100 万kWh", "tce")
    assert all(each in text for each in ("122.9 tce", "0.1229 kgce/kWh", "2020", "GB/T 2589-2020"))
    text = run("convert", "100 万kWh", "tce", "--basis", "primary", "--year", "2024", "--lang", "zh")
    assert all(each in text for each in ("302.4 tce", "等价值", "CEC"))


def test_explain_prints_formulas_numbers_and_sources():
    text = run("explain", "--input", COKING, "battery[1].unit_energy")
    assert all(
        each in text
        for each in ("= energy / coke", "kgce/t", "coal-2020/electricity-calorific.coal", "GB/T 2589-2020", "grade A")
    )


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_grade(form, lang, tmp_path):
    out = tmp_path / "out"
    arguments = ("--product", "gb29446-2019.coking-coal", "--value", "5 kWh/t", "--input", "method=dense-medium")
    run("grade", *arguments, "--format", form, "--lang", lang, "--output", str(out))
    text = out.read_text(encoding="utf-8")
    assert "5.6" in text  # 5 × 1.12
    if form == "json":
        assert json.loads(text)["level"] == 2


def test_searches():
    assert "0.7143" in run("factors", "raw", "coal", "2020")
    assert "gb21342-2025.coke.top-charging" in run("limits", "21342")
    assert "GB 16889-2008" in run("limits", "--emissions", "渗滤液", "COD", "--lang", "zh", "--notes", "--wide")
    assert "coke-dry-quenching" in run("measures", "coking", "--lang", "zh")
    assert "T091" in run("plan", "show", "yuncheng-14fyp")
    assert "91" in run("plan", "list")
    assert "ok" in run("sectors")


def test_schemas_are_schemas():
    import jsonschema

    for arguments in (
        ("schema",),
        ("schema", "--region"),
        ("schema", "--schema", "1"),
        ("schema", "coking"),
        ("schema", "coking", "--lang", "zh"),
    ):
        jsonschema.Draft202012Validator.check_schema(json.loads(run(*arguments)))


def test_plan_check(tmp_path):
    file = tmp_path / "plan.toml"
    file.write_text('id = "x"\n', encoding="utf-8")
    assert "zh" in run("plan", "check", str(file), code=2)


def test_what_is_left_at_the_end_is_not_taken_apart():
    code = (
        "import atexit, gc; atexit.register(lambda: print(gc.get_freeze_count() > 0));"
        "from ecdcalc.cli import main; main(['--version'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "True"


def test_help_names_every_command():
    text = run("--help")
    assert all(
        each in text
        for each in ("convert", "explain", "factors", "limits", "measures", "plan", "schema", "sector", "template")
    )


def test_own_factors_win_visibly(tmp_path):
    own = tmp_path / "own.csv"
    own.write_text(
        "id,value,unit,document,confidence\ncoal-2020/electricity-calorific.coal,0.13,kgce/kWh,our meter,B\n",
        encoding="utf-8",
    )
    file = tmp_path / "out.txt"
    run("sector", "coking", "--input", COKING, "--factors", str(own), "--output", str(file))
    text = file.read_text(encoding="utf-8")
    assert "coal-2020/electricity-calorific.coal *" in text
    assert "our meter" in text


def test_the_plant_file_of_the_readme_runs(tmp_path):
    readme = (EXAMPLES.parent / "README.md").read_text(encoding="utf-8")
    file = tmp_path / "plant.toml"
    file.write_text(readme.partition("```toml\n")[2].partition("```")[0], encoding="utf-8")
    result = json.loads(run("sector", "coking", "--input", str(file), "--format", "json"))
    assert 100 < result["processes"][0]["reporting"]["unit_energy"]["value"] < 200


def test_rows_of_the_users_own_files_are_told_as_such(tmp_path):
    measures = tmp_path / "own.csv"
    measures.write_text("id,name,carrier,saving,capex\nfan,Fans,electricity,12 %,1 万元\n", encoding="utf-8")
    listed = run("measures", "coking", "--measures", str(measures), "--wide")
    (row,) = [line for line in listed.splitlines() if line.startswith("own/fan")]
    assert "12 %" in row and "10,000 CNY" in row and "your file" in row
    assert "your file" in run("measures", "coking", "--measures", str(measures))
    plan = tmp_path / "linfen.toml"
    plan.write_text(run("plan", "new", "linfen"), encoding="utf-8")
    assert "用户文件" in run("plan", "show", str(plan), "--lang", "zh")
    assert "origin" not in run("plan", "show", "yuncheng-14fyp")
    factors = tmp_path / "f.csv"
    factors.write_text(
        "id,zh,en,value,unit,document,confidence\ncoal-2020/electricity-calorific.coal,电,Electricity,0.2,kgce/kWh,m,B\n",
        encoding="utf-8",
    )
    assert "your file" in run("factors", "electricity", "--factors", str(factors))


def commands(group):
    for name in group.list_commands(None):
        found = group.get_command(None, name)
        yield name, found
        if isinstance(found, click.Group):
            yield from ((f"{name} {below}", each) for below, each in commands(found))


@pytest.mark.parametrize(("lang", "told"), [("en", "[default: {}"), ("zh", "[默认：{}")])
@pytest.mark.parametrize(("name", "found"), [*commands(main)], ids=lambda each: each if isinstance(each, str) else "")
def test_the_help_of_an_option_says_what_it_is_without_being_given(name, found, lang, told):
    speak(lang)
    context = click.Context(found)
    for option in found.params:
        if isinstance(option, click.Option) and isinstance(option.default, str | int | float):
            assert option.default in ("", False) or told.format(option.default) in option.get_help_record(context)[1]
