import pytest
from click.testing import CliRunner

from ecdcalc.cli import main
from ecdcalc.report.screen.box import width_of
from ecdcalc.report.screen.listing import listed

LISTINGS = [
    ["factors"], ["factors", "nox", "--notes"], ["limits"], ["limits", "--notes", "kiln"], ["limits", "--emissions"],
    ["measures"], ["measures", "coking"], ["carriers"], ["sectors"], ["plan", "list"],
    ["plan", "show", "national-14fyp"], ["plan", "show", "yuncheng-14fyp"], ["form", "list"],
]  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("arguments", LISTINGS, ids=" ".join)
def test_every_listing_keeps_to_80_columns_and_its_names_stay_whole(arguments, lang):
    run = CliRunner().invoke
    narrow, wide = (run(main, [*arguments, "--lang", lang, *more]) for more in ([], ["--wide"]))
    assert narrow.exit_code == wide.exit_code == 0, narrow.output
    assert max(map(width_of, narrow.output.splitlines())) <= 80
    lines = wide.output.splitlines()
    rule = next(number for number, line in enumerate(lines) if line.startswith("--"))
    first = len(lines[rule].split("  ")[0])
    rows = [line for line in lines[rule + 1 :] if "  " in line]
    found = {line.split("  ")[0] for line in narrow.output.splitlines()}
    names = {line[:first].strip() for line in rows if width_of(line[:first]) == first}
    assert names and names <= found


def test_long_names_stand_above_their_rows_and_what_is_left_out_is_said():
    heads = ["key", "name", "clause"]
    rows = [["a-name-of-more-than-twenty-letters", "y" * 30, "z" * 40], ["b", "", ""]]
    assert listed(heads, rows, 40, "en").splitlines() == [
        "key", "  name", "  " + "-" * 30, rows[0][0], "  " + "y" * 30, "b", "",
        "Left out to keep to 40 columns: clause",
    ]  # fmt: skip
