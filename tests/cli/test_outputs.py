import os
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from shown import assessed

from ecdcalc.cli import main
from ecdcalc.cli.common import write_files
from ecdcalc.cli.outputs import deliver
from ecdcalc.report.outputs import ASSESSMENT, CHOICE, REGION, Asked
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


@pytest.mark.parametrize(
    ("command", "name"),
    [("sector", "x.json"), ("template", "x.xlsx"), ("choose", "x.toml"), ("convert-keys", "x.toml")],
)
def test_a_name_that_is_too_long_for_the_system_is_told(command, name, coking_file):
    words = {"template": ("coking",), "sector": ("coking", "--input", str(coking_file))}
    given = words.get(command, ("--input", str(coking_file)))
    done = run(command, *given, "--output", "x" * 300 + name)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.endswith(f"{name}: cannot be written: File name too long\n")


@pytest.mark.parametrize(
    "words",
    [
        ("sector", "coking", "--input", "{}", "--output", "a\0b.json"),
        (
            "grade",
            "--product",
            "gb29446-2019.coking-coal",
            "--value",
            "5 kWh/t",
            "--uncorrected",
            "--output",
            "a\0b.json",
        ),
    ],
    ids=["sector", "grade"],
)
def test_a_name_with_what_no_system_takes_is_written_with_a_mark(words, coking_file, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = run(*(each.format(coking_file) for each in words))
    assert done.exit_code == 0 and [each.name for each in tmp_path.iterdir()] == ["a␀b.json"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
def test_what_is_no_plain_file_is_not_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    done = run("plan", "new", "x", "--output", str(pipe))
    assert done.exit_code == 2 and done.stderr == f"{pipe}: cannot be written: is no plain file\n"
    assert pipe.is_fifo()


@pytest.mark.parametrize("name", ["own.csv", "link.csv"])
def test_an_input_is_not_written_over(name, tmp_path):
    """Not by its name, and not by that of a link to it."""
    file = tmp_path / "own.csv"
    text = "id,product_zh,product_en,unit,level1,level2,level3,document,standard,effective,confidence\n"
    file.write_text(text, encoding="utf-8")
    (tmp_path / "link.csv").symlink_to(file)
    grade = ("grade", "--product", "gb29446-2019.coking-coal", "--value", "5 kWh/t", "--uncorrected")
    done = run(*grade, "--limits", str(file), "--output", str(tmp_path / name))
    assert done.exit_code == 2 and "is an input of this run; name another file" in done.stderr
    assert file.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("command", ["sector", "region"])
@pytest.mark.parametrize(("lang", "says"), [("en", "add --output report.docx"), ("zh", "请加 --output report.docx")])
def test_a_form_without_a_word_document_is_told_before_anything_is_read(command, lang, says, tmp_path):
    form = {"sector": "saving-report", "region": "region-report"}[command]
    words = (command, *(["coking"] if command == "sector" else []), "--input", "nowhere.toml", "--form", form)
    for more in ((), ("--output", str(tmp_path / "x.json"))):
        done = run(*words, *more, "--lang", lang)
        assert done.exit_code == 2 and says in done.stderr and "nowhere" not in done.stderr
    with_document = run(*words, "--output", str(tmp_path / "x.DOCX"), "--lang", lang)
    assert with_document.exit_code == 2 and says not in with_document.stderr and "nowhere.toml" in with_document.stderr


def _fails(draft):
    raise OSError(28, "No space left on device")


def test_of_a_run_that_fails_no_folder_is_left(tmp_path):
    """The files of a chosen region go into a folder of their own; one that was there stays."""
    (tmp_path / "old").mkdir()
    more = [(str(tmp_path / name / "x.toml"), _fails) for name in ("new", "old")]
    with pytest.raises(InputError, match="disk is full"):
        deliver(None, (), CHOICE, Asked(), str, more)
    assert [each.name for each in tmp_path.rglob("*")] == ["old"]


def test_a_folder_that_cannot_be_made_is_told_and_the_others_go(tmp_path):
    more = [(str(tmp_path / name / "x.toml"), Path.touch) for name in ("first", "no/second")]
    with pytest.raises(InputError, match=r"second: cannot be written: there is no such folder"):
        deliver(None, (), CHOICE, Asked(), str, more)
    assert not [*tmp_path.iterdir()]


def test_a_terminal_shows_what_is_good_in_green_and_what_is_bad_in_red(capsys):
    """By the codes of ECMA-48: 31 red, 32 green, 1 bold, 22 not bold, 0 as before."""
    from ecdcalc.report.screen.box import Line, boxed

    text = boxed(["Head"], [Line("a", "met", "good"), Line("b", "short", "bad"), Line("c", "plain")], 20, colour=True)
    with click.Context(click.Command("x"), color=True):
        deliver(None, (), ASSESSMENT, Asked(), lambda: text)
    shown = capsys.readouterr().out.splitlines()
    assert shown[0] == "\x1b[1mHead\x1b[0m"
    assert shown[2:] == ["a  \x1b[32m\x1b[22mmet\x1b[0m", "b  \x1b[31m\x1b[22mshort\x1b[0m", "c  plain"]
