import re

import click
import pytest
from click.testing import CliRunner

from ecdcalc.cli import _COMMANDS, main
from ecdcalc.cli.speech import helped, in_language, language, no_command, said, speak
from ecdcalc.words.help_zh import CLICK, HELP


@pytest.fixture(autouse=True)
def english_again():
    yield
    speak("en")


def run(*arguments):
    return CliRunner().invoke(main, [*arguments])


def commands(command, name=()):
    yield name, command
    if isinstance(command, click.Group):
        for each in command.list_commands(click.Context(main)):
            yield from commands(command.get_command(click.Context(main), each), (*name, each))


def texts():
    for name, command in commands(main):
        for text in (command.help, *(getattr(each, "help", None) for each in command.params)):
            for paragraph in re.split(r"\n\s*\n", (text or "").strip()):
                if paragraph and "\b" not in paragraph:
                    yield name, " ".join(paragraph.split())


@pytest.mark.parametrize("text", sorted({text for _, text in texts()} | set(_COMMANDS.values())))
def test_every_help_text_has_a_chinese_one(text):
    assert re.search(r"[一-鿿]", HELP[text])


def test_no_chinese_help_without_its_english():
    assert set(HELP) <= {text for _, text in texts()} | set(_COMMANDS.values()) | {"Show this message and exit."}


@pytest.mark.parametrize("text", sorted(CLICK))
def test_clicks_words_keep_their_fields(text):
    assert set(re.findall(r"{(\w+)", text)) >= set(re.findall(r"{(\w+)", CLICK[text]))


@pytest.mark.parametrize("name", [name for name, _ in commands(main)], ids=" ".join)
def test_the_help_of_every_command_is_in_chinese(name):
    found = run(*name, "--help", "--lang=zh") if name and name != ("plan",) else None
    if found is None or found.exit_code:
        speak("zh")
        return
    text = found.output
    assert "用法：" in text and "选项" in text and "显示本说明并退出。" in text
    assert not re.search(r"(?<![-\w<])(Options|Usage|Show|default|Write|Print)(?!\w)", text)


@pytest.mark.parametrize("name", [(), ("template",), ("convert-keys",), ("plan", "show")], ids=" ".join)
def test_a_process_that_has_answered_in_one_language_answers_in_the_other(name, monkeypatch):
    for lang, says in (
        ("en", "Show this message"),
        ("zh", "显示本说明"),
        ("en", "Show this message"),
        ("zh", "显示本说明"),
    ):
        monkeypatch.setenv("ECDCALC_LANG", lang)
        assert says in run(*name, "--help").output


def test_groups_and_the_variable_speak_too(monkeypatch):
    monkeypatch.setenv("ECDCALC_LANG", "zh")
    for text in (run("--help").output, run("plan", "--help").output):
        assert "命令" in text and "用法：" in text
    assert "检查方案文件" in run("plan", "--help").output
    assert "评估企业" in run("--help").output
    monkeypatch.delenv("ECDCALC_LANG")
    assert "Usage:" in run("--help").output and "Assess a plant" in run("--help").output


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("sector",), "缺少参数 '行业'"),
        (("sector", "coking"), "缺少选项 '--input'"),
        (("sector", "coking", "--inptu", "x"), "没有选项"),
        (("sector", "coking", "--input", "x", "--basis", "both"), "不在可选值"),
        (("choose", "--input", "x", "--level", "7"), "不在范围"),
        (("sektor",), "没有命令 'sektor'"),
    ],
)
def test_mistakes_of_usage_are_told_in_chinese(arguments, says, monkeypatch):
    monkeypatch.setenv("ECDCALC_LANG", "zh")
    found = run(*arguments)
    assert found.exit_code == 2 and says in found.output and "错误：" in found.output


@pytest.mark.parametrize("lang", [("--lang", "zh"), ("--lang=zh",)])
def test_the_language_may_stand_before_the_command(lang):
    assert "用法：" in run(*lang, "--help").output
    assert run(*lang, "carriers", "煤气").output == run("carriers", "煤气", "--lang", "zh").output
    said = run(*lang, "template", "焦碳").output
    assert "没有行业 '焦碳'；是否指 焦化（coking）？已有：农业农村（agriculture）" in said


@pytest.mark.parametrize(
    ("typed", "meant"), [("sektor", "sector"), ("regoin", "region"), ("portfolo", "portfolio"), ("chose", "choose")]
)
def test_a_command_that_is_near_is_named(typed, meant):
    found = run(typed)
    assert found.exit_code == 2 and f"Did you mean '{meant}'?" in found.output
    assert "Did you mean" not in run("xyzzy").output


def test_the_language_is_known_before_parsing(monkeypatch):
    monkeypatch.delenv("ECDCALC_LANG", raising=False)
    assert language(["sector", "--lang", "zh", "x"]) == "zh" and language(["--lang=zh"]) == "zh"
    assert language(["--lang"]) == "en" and language([]) == "en"
    monkeypatch.setenv("ECDCALC_LANG", "zh")
    assert language([]) == "zh" and language(["--lang", "en"]) == "en"


def test_english_leaves_commands_as_they_are():
    speak("en")
    assert in_language(main) is main and helped("x") == "x" and helped(None) is None


def test_words_are_said_in_the_language_that_is_spoken():
    assert no_command("xyzzy", ["sector"]) == "No such command 'xyzzy'." and said("Commands") == "Commands"
    speak("zh")
    assert no_command("sektor", ["sector"]) == "没有命令 'sektor'。 是否指 'sector'？" and said("Commands") == "命令"


@pytest.mark.parametrize("name", [name for name, _ in commands(main)], ids=" ".join)
def test_what_is_to_be_given_is_told_in_chinese_and_in_line(name):
    lines = run("--lang", "zh", *name, "--help").output.splitlines()
    assert "[选项]" in lines[0] and not re.search("[A-Z]{3,}", lines[0])
    rows = [each for each in lines if re.match(r"  --\w[\w-]* [一-鿿|=-]+  +[一-鿿]", each)]
    starts = {sum(1 + (ord(each) > 0x2E80) for each in re.match(r"  \S+ \S+ +", row)[0]) for row in rows}
    assert len(starts) <= 1
