"""The pictures of README and guides: there, small, and drawn from the example."""

import importlib
import re
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "docs"))
pictures = importlib.import_module("pictures")

PAGES = [*ROOT.glob("README*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "docs" / "zh").glob("*.md")]


def test_every_picture_that_a_page_shows_is_there_and_small():
    shown = {
        (page.parent / target).resolve()
        for page in PAGES
        for target in re.findall(r"!\[[^\]]*\]\(([^)]*pictures/[^)]+)\)", page.read_text(encoding="utf-8"))
    }
    assert {each.name for each in shown} >= {"screen-zh.svg", "workbook-zh.png", "screen-en.svg", "workbook-en.png"}
    assert all(1000 < each.stat().st_size < 100_000 for each in shown)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_screen_is_that_of_the_example(lang, tmp_path):
    pictures.write(tmp_path)
    drawn = ElementTree.fromstring((tmp_path / f"screen-{lang}.svg").read_text(encoding="utf-8"))
    lines = [each.text.replace("\u00a0", " ") for each in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert lines[0].endswith(f"--lang {lang}") and len(lines) <= 24
    assert any(("节能量" if lang == "zh" else "saved") in line.lower() for line in lines)
