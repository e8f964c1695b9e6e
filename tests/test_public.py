"""What is public is listed, importing is cheap, and every room has its test."""

import subprocess
import sys
from pathlib import Path

import pytest

import ecdcalc

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "ecdcalc"


def test_all_is_sorted_and_there():
    assert list(ecdcalc.__all__) == sorted(ecdcalc.__all__, key=lambda name: (name[0].islower(), name))
    for name in ecdcalc.__all__:
        assert getattr(ecdcalc, name) is not None
    with pytest.raises(AttributeError):
        ecdcalc.nothing  # noqa: B018


def test_no_public_name_is_a_module():
    assert not {file.stem for file in SOURCE.glob("*.py")} & set(ecdcalc.__all__)


@pytest.mark.parametrize(
    ("code", "not_loaded"),
    [
        ("import ecdcalc", {"numpy", "pint", "polars", "narwhals", "click", "cattrs"}),
        ("from ecdcalc.cli import main", {"numpy", "pint", "polars", "narwhals", "attrs"}),
        ("from ecdcalc import load_plant; load_plant('examples/coking.toml')", {"numpy", "pint", "polars", "narwhals"}),
    ],
)
def test_importing_is_cheap(code, not_loaded):
    assert not loaded_by(code) & not_loaded


@pytest.mark.parametrize(
    ("arguments", "not_loaded"),
    [
        (["convert", "100 MWh", "tce"], {"ecdcalc.read", "ecdcalc.model.sector"}),
        (["grade", "--product", "gb29447-2022.polysilicon.tcs", "--value", "8 kgce/kg"], {"ecdcalc.model.process"}),
        (["measures"], {"ecdcalc.model.process"}),
        (["template", "steel"], {"ecdcalc.plugins.equipment", "ecdcalc.read.plant"}),
        (["sector", "steel", "--input", "examples/steel.toml"], {"ecdcalc.plugins.equipment", "ecdcalc.decide"}),
    ],
)
def test_a_command_loads_what_it_needs(arguments, not_loaded):
    code = f"from ecdcalc.cli import main; main({arguments!r}, standalone_mode=False)"
    assert not loaded_by(code) & not_loaded


def loaded_by(code):
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; import sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    return set(done.stdout.split())


def rooms():
    for file in sorted(SOURCE.rglob("*.py")):
        place = file.relative_to(SOURCE)
        words = place.parts[:2] in (("words", "messages"), ("words", "vocabulary"))  # walked by test_texts, test_labels
        if file.stem.startswith("_") or place.parts[0] in ("plugins", "cli") or words:
            continue
        yield place


@pytest.mark.parametrize("place", list(rooms()), ids=str)
def test_every_room_has_its_test(place):
    assert (ROOT / "tests" / place.parent / f"test_{place.name}").exists()


SECTORS = sorted(each.name for each in (SOURCE / "plugins").iterdir() if (each / "__init__.py").exists())


@pytest.mark.parametrize("sector", SECTORS)
def test_every_sector_has_test_cases_page_and_example(sector):
    name = sector.replace("_", "-")
    for wanted in (
        f"tests/plugins/test_{sector}.py",
        f"tests/golden/{name}.toml",
        f"docs/sectors/{name}.md",
        f"examples/{name}.toml",
    ):
        assert (ROOT / wanted).exists(), wanted


@pytest.fixture
def api(monkeypatch):
    pytest.importorskip("click")
    monkeypatch.syspath_prepend(str(ROOT / "docs"))
    import api

    return api


def test_the_reference_has_every_public_name_once(api):
    import ecdcalc.plugin
    from ecdcalc.equations import combustion
    from ecdcalc.numbers.formula import Formula

    pages = api.pages()
    for name in ecdcalc.__all__:
        if not name.startswith("_"):
            assert pages["api-ecdcalc"].count(f":: ecdcalc.{name}\n") + pages["api-ecdcalc"].count(f"### `{name}`") == 1
    assert all(
        f"ecdcalc.plugin.{each}\n" in pages["api-plugin"] for each in ("Process", "measure", "quantity", "Sector")
    )
    formulas = [each for each in vars(combustion).values() if isinstance(each, Formula)]
    assert formulas and all(f"ecdcalc.equations.combustion.{each.name}(" in pages["api-equations"] for each in formulas)
    assert " at 0x" not in "".join(pages.values())


def test_docstrings_are_set_as_they_are_meant(api):
    told = api.as_rst(["Return `x` or *y*.", "", "    code(`1`)", "", "After | that.", "", "    more"])
    assert told[0] == r"Return ``x`` or \*y\*." and r"After \| that." in told
    assert told.count("::") == 2 and "    code(`1`)" in told


def test_modules_stay_readable():
    long = {
        str(file.relative_to(SOURCE)): lines
        for file in SOURCE.rglob("*.py")
        if (lines := len(file.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert long == {}


def test_a_module_of_ours_that_is_broken_is_no_extra_that_lacks(monkeypatch):
    monkeypatch.setitem(ecdcalc._HOMES, "assess", "no_such_module")
    with pytest.raises(ModuleNotFoundError, match="no_such_module"):
        ecdcalc.assess  # noqa: B018
