import click
import pytest
from click.testing import CliRunner
from shown import assessed

from ecdcalc.cli import main
from ecdcalc.cli.common import write_files
from ecdcalc.report.outputs import ASSESSMENT, REGION, Asked
from ecdcalc.words.errors import InputError

FORMS = [("coking", suffix) for suffix in ASSESSMENT] + [("city", suffix) for suffix in REGION]


def run(*arguments):
    return CliRunner().invoke(main, [*arguments])


@pytest.fixture
def coking(coking_file):
    return "sector", "coking", "--input", str(coking_file)


def test_several_files_in_one_run(coking, tmp_path):
    names = ["a.json", "a.csv", "a.md", "a.txt", "a.xlsx"]
    done = run(*coking, *(part for name in names for part in ("--output", str(tmp_path / name))))
    assert done.exit_code == 0 and done.output == ""
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted(names)
    done = run(*coking, "--output", str(tmp_path / "b.json"), "--output", "-", "--format", "markdown")
    assert done.output.startswith("# ") and (tmp_path / "b.json").exists()


def test_every_mistake_of_outputs_in_one_pass(coking, tmp_path):
    names = [tmp_path / "a.ods", tmp_path / "b", tmp_path / "no" / "c.json", tmp_path]
    done = run(
        *coking, *(part for name in names for part in ("--output", str(name))), "--output", str(tmp_path / "d.md")
    )
    assert done.exit_code == 2
    assert done.output.count("accepted here: .csv, .docx, .ecd.json, .html, .json, .md, .pdf, .txt, .xlsx\n") == 2
    assert "no such folder" in done.output and "is a folder" in done.output
    assert not [*tmp_path.iterdir()]
    twice = ("--output", str(tmp_path / "d.md")) * 2
    assert "重复" in run(*coking, *twice, "--lang", "zh").output


def test_format_and_suffix_that_differ(coking, tmp_path):
    done = run(*coking, "--format", "json", "--output", str(tmp_path / "a.csv"))
    assert done.exit_code == 2 and ".json" in done.output and not [*tmp_path.iterdir()]
    assert run(*coking, "--format", "json", "--output", str(tmp_path / "a.json")).exit_code == 0


def test_all_or_none(tmp_path):
    def fails(draft):
        raise OSError(28, "No space left on device")

    good = tmp_path / "good.txt"
    good.write_text("as it was", encoding="utf-8")
    with pytest.raises(Exception, match="disk is full"):
        write_files([(str(good), lambda draft: draft.write_text("new")), (str(tmp_path / "bad.txt"), fails)])
    assert good.read_text(encoding="utf-8") == "as it was"
    assert [each.name for each in tmp_path.iterdir()] == ["good.txt"]


@pytest.mark.parametrize("command", ["sector", "region", "choose"])
def test_the_commands_share_the_option(command):
    found = main.get_command(click.Context(main), command)
    option = next(each for each in found.params if each.name == "outputs")
    assert option.multiple


@pytest.mark.parametrize(("name", "suffix"), FORMS, ids=lambda each: each)
def test_a_disk_that_is_full_leaves_every_form_as_it_was(name, suffix, tmp_path):
    resource = pytest.importorskip("resource")
    for library in {".docx": ("docxtpl",), ".pdf": ("typst",), ".html": ("jinja2", "vl_convert")}.get(suffix, ()):
        pytest.importorskip(library)
    target = tmp_path / f"result{suffix}"
    target.write_text("as it was", encoding="utf-8")
    result, make = assessed(name), (ASSESSMENT if name == "coking" else REGION)[suffix]
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(InputError, match=r"cannot be written|disk is full"):
            write_files([(str(target), lambda draft: make(result, draft, Asked()))])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert target.read_text(encoding="utf-8") == "as it was"
    assert [each.name for each in tmp_path.iterdir()] == [target.name]


@pytest.mark.parametrize(
    "arguments", [("template", "coking"), ("energy-report", "--input", "COKING"), ("choose", "--input", "COKING")]
)
def test_a_full_disk_under_any_workbook_is_told(arguments, coking_file, tmp_path):
    resource = pytest.importorskip("resource")
    pytest.importorskip("xlsxwriter")
    target = tmp_path / "x.xlsx"
    given = [str(coking_file) if each == "COKING" else each for each in arguments]
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        done = run(*given, "--output", str(target))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert done.exit_code == 2 and "x.xlsx" in done.output and "Traceback" not in done.output
    assert not [*tmp_path.iterdir()]
