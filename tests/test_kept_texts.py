"""What commands print, as it was when somebody last looked.

What a sentence says and which number stands in it is tested where it is made; that no screen, table or list changes
unseen is shown here. After a change on purpose, `python tests/test_kept_texts.py` writes the texts anew; read the
difference before they are kept.
"""

import gc
import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

ROOT = Path(__file__).parent.parent
TEXTS = Path(__file__).parent / "golden" / "texts"
CASES = "tests/cases"
ALL = "--details --sources"
COKING = "--input examples/coking.toml"
CITY = "--input examples/city/city.toml"
PRICED = """
[prices]
price_year = 2025
electricity = { blocks = [{ to = "60 GWh", price = "0.50 元/kWh" }, { price = "0.65 元/kWh" }], sold = "0.35 元/kWh" }
heat = { price = "45 元/GJ", sold = "38 元/GJ" }
coke-oven-gas = { price = "0.6 元/m3", sold = "0.6 元/m3" }
tax_air = "1.8 元"
co2 = "80 元/t"

[economics]
rate = "8 %"
rate_is = "real"
"""
"""What follows the coking example where `--input -` is asked for."""

COMMANDS = {
    **{
        f"sector-{name}-{lang}": f"sector {name} --input examples/{name}.toml {ALL} --lang {lang}"
        for name, lang in (("coking", "en"), ("coking", "zh"), ("steel", "en"), ("equipment", "zh"), ("buildings", "en"),
                           ("chemicals", "zh"), ("power", "zh"))
    },
    "sector-markdown": "sector coking --input examples/coking.toml --format markdown",
    "sector-csv": "sector coking --input examples/coking.toml --format csv",
    "sector-compared": "sector coking --input - --compare examples/coking.toml",
    "sector-set": "sector coking --input examples/coking.toml --set coke-dry-quenching --lang zh",
    "sector-draws-en": f"sector coking {COKING} --draws 100 --seed 1 {ALL}",
    "sector-draws-zh": f"sector coking {COKING} --draws 100 --seed 1 {ALL} --lang zh",
    "sector-priced-en": f"sector coking --input - {ALL}",
    "sector-priced-zh": f"sector coking --input - {ALL} --lang zh",
    "sector-priced-draws": "sector coking --input - --draws 100 --seed 1 --details",
    "sector-unknown-in-part": f"sector building-materials --input {CASES}/partial-total.toml {ALL}",
    "sector-warned": f"sector coking --input {CASES}/missing-wan.toml {ALL} --lang zh",
    "region-en": f"region {CITY} {ALL}",
    "region-zh": f"region {CITY} {ALL} --lang zh",
    "region-draws": f"region {CITY} --draws 100 --seed 1 --details",
    "choose-level": f"choose --input - --level 2 --curve energy --alternatives 2 {ALL}",
    "choose-budget": f"choose {COKING} --reduce CO2=20000t --budget 5000万元 --unpriced --least CO2 --lang zh {ALL}",
    "choose-years": f"choose --input - --reduce CO2=10000t --years 2026-2029 --yearly-budget 1亿元 {ALL}",
    "choose-held": f"choose {COKING} --reduce CO2=10000t --hold --without coke-dry-quenching {ALL}",
    "choose-confidence": f"choose --input - --reduce CO2=10000t --confidence 90% --draws 100 --seed 1 {ALL}",
    "choose-region": f"choose {CITY} --unpriced {ALL}",
    "measures-fitting": f"measures {COKING} --wide",
    "measures-fitting-zh": "measures --input - --sort payback --lang zh",
    "measures-fitting-json": f"measures {COKING} --format json",
    "measures-coking": "measures coking --lang zh",
    "energy-report": f"energy-report {COKING}",
    "energy-report-zh": f"energy-report {COKING} --lang zh",
    "form": f"form check --form saving-report {COKING}",
    "carriers": "carriers gas --year 2023 --province shanxi",
    "carriers-zh": "carriers 煤 --lang zh --wide",
    "factors": "factors steam",
    "limits": "limits coke",
    "grade": "grade --product gb21342-2013.coke.top-charging --value 110kgce/t --date 2026-01-01",
    "plan": "plan show yuncheng-14fyp",
    "plan-zh": "plan list --lang zh",
    "sectors": "sectors --lang zh",
    "template": "template steel --lang zh",
}  # fmt: skip


def printed(command):
    """Return what a command prints and how it ends."""
    from ecdcalc.cli import main

    rare = gc.get_threshold()
    try:
        done = CliRunner(env={"COLUMNS": "80", "NO_COLOR": "1"}).invoke(
            main, command.split(), input=(ROOT / "examples" / "coking.toml").read_text(encoding="utf-8") + PRICED
        )
    finally:
        gc.set_threshold(*rare)  # a command changes it for a process of its own
    said = done.exception is None or isinstance(done.exception, SystemExit)
    assert said, (command, done.exception)
    return f"$ ecdcalc {command}\n{done.output}$ {done.exit_code}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_prints_what_it_printed(name, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert printed(COMMANDS[name]) == (TEXTS / f"{name}.txt").read_text(encoding="utf-8")


def test_the_texts_are_those_of_the_commands():
    assert {each.stem for each in TEXTS.iterdir()} == {*COMMANDS}


if __name__ == "__main__":
    os.chdir(ROOT)
    TEXTS.mkdir(exist_ok=True)
    for each in TEXTS.iterdir():
        each.unlink()
    for name in [*COMMANDS]:
        (TEXTS / f"{name}.txt").write_text(printed(COMMANDS[name]), encoding="utf-8")
        sys.stdout.write(f"{name}\n")
