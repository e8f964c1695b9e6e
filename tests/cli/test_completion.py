import pytest
from click.shell_completion import ShellComplete

from ecdcalc.cli import main


def completed(*arguments, begun=""):
    return {
        each.value: each.help for each in ShellComplete(main, {}, "ecdcalc", "_X").get_completions([*arguments], begun)
    }


@pytest.mark.parametrize(
    ("arguments", "begun", "value"),
    [
        (("sector",), "cok", "coking"),
        (("template",), "st", "steel"),
        (("template",), "re", "region"),
        (("schema",), "pow", "power"),
        (("measures",), "coal", "coal"),
        (("portfolio", "--sector"), "two", "two-high"),
        (("plan", "show"), "yun", "yuncheng-14fyp"),
        (("sector", "coking", "--plan"), "shanxi", "shanxi-14fyp"),
        (("grade", "--product"), "gb21342-2025", "gb21342-2025.coke.top-charging"),
        (("choose", "--keep"), "coke-dry", "coke-dry-quenching"),
        (("choose", "--without"), "coke-dry", "coke-dry-quenching"),
        ((), "port", "portfolio"),
    ],
)
def test_names_are_completed(arguments, begun, value):
    found = completed(*arguments, begun=begun)
    assert value in found and all(each.startswith(begun) for each in found)


def test_what_a_name_means_is_in_the_language(monkeypatch):
    monkeypatch.setenv("ECDCALC_LANG", "zh")
    assert completed("sector", begun="coking") == {"coking": "焦化"}


def test_of_a_command_that_there_is_not_nothing_is_completed():
    assert completed("sektor", begun="cok") == {}
