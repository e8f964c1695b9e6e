import json
import re
import shutil
import subprocess
import sys
import tomllib

import pytest
from browser import Read, at, needs_browser, quantities, run
from shown import EXAMPLES, LANGUAGES, SECTORS, assessed, contract

from ecdcalc import assess, assess_region, load_plant
from ecdcalc.report.page import parts
from ecdcalc.report.page import write as pages
from ecdcalc.report.page.write import LARGEST, page, write_page
from ecdcalc.words.errors import InputError
from ecdcalc.words.labels import amount

pytest.importorskip("jinja2")
pytest.importorskip("vl_convert")
ALONE = {"html", "head", "meta", "title", "style", "body", "a", "header", "h1", "p", "nav", "ul", "li", "main", "section",
         "h2", "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "details", "summary", "pre", "data", "figure",
         "figcaption", "footer", "svg", "g", "path", "text", "line", "defs", "clipPath", "rect", "tspan"}  # fmt: skip
"""The elements of a page: none that loads, runs or sends anything."""


@pytest.fixture
def undrawn(monkeypatch):
    """Pages without their pictures: drawing is slow, and is tested for some."""
    monkeypatch.setattr(parts, "_drawn", lambda chart: "<svg></svg>")


def outside(text):
    """What would reach out of the page: elements, attributes and styles."""
    found = []
    tags = {each.lower() for each in ALONE}
    for tag, attrs in Read(text).elements:
        found += [] if tag in tags else [tag]
        found += [name for name in attrs if name.startswith("on") or name in ("src", "srcset", "action", "ping")]
        found += [value for name, value in attrs.items() if name.endswith("href") and not value.startswith("#")]
        found += [value for value in attrs.values() if re.search(r"url\((?!#)", value or "")]
    style = text.partition("<style>")[2].partition("</style>")[0]
    return found + re.findall(r"@import|url\(", style)


@needs_browser
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", [*SECTORS, "city"])
def test_the_numbers_of_the_page_are_those_of_the_json(name, lang, undrawn, tmp_path):
    """As a real browser has built it, with the network off: value, text, and none that is missing."""
    file = tmp_path / "page.html"
    write_page(assessed(name), file, lang)
    read = Read(run(file, tmp_path / "profile", "--dump-dom"))
    found = json.loads(json.dumps(contract(name, lang)))
    for path, (value, shown) in read.numbers.items():
        there = at(found, path)
        assert value == there["value"], path
        assert shown == amount(there, lang), path
    assert quantities(name, lang) - {*read.numbers} == set()
    assert file.stat().st_size <= LARGEST


@needs_browser
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["coking", "city"])
def test_a_page_stands_alone_and_can_be_read_aloud(name, lang, tmp_path):
    file = tmp_path / "page.html"
    write_page(assessed(name), file, lang)
    text = file.read_text(encoding="utf-8")
    assert outside(text) == []
    assert file.stat().st_size <= LARGEST
    read = Read(run(file, tmp_path / "profile", "--dump-dom"))
    tags = [tag for tag, _ in read.elements]
    assert tags.count("h1") == 1 and tags.count("main") == 1 and tags.count("nav") == 1
    assert tags.count("table") == tags.count("caption")
    assert ("html", {"lang": "zh-CN" if lang == "zh" else "en"}) in read.elements
    assert all(attrs.get("scope") for tag, attrs in read.elements if tag == "th")
    ids = [attrs["id"] for _, attrs in read.elements if "id" in attrs]
    assert len(ids) == len({*ids})
    drawn = [attrs for _, attrs in read.elements if attrs.get("role") == "img"]
    assert tags.count("svg") == len(drawn) >= 2 and all(each["aria-label"] for each in drawn)
    headings = [int(tag[1]) for tag in tags if re.fullmatch(r"h\d", tag)]
    assert headings[0] == 1 and {*headings} == {1, 2}


@needs_browser
@pytest.mark.parametrize("size", ["390,844", "1280,900"])
def test_a_page_is_drawn_on_phone_and_desktop(size, tmp_path):
    """Something is drawn, and nothing is wider than the screen: what is wider scrolls in its own place."""
    file = tmp_path / "page.html"
    width = size.partition(",")[0]
    text = page(assessed("coking"), "en")
    probe = f"<style>:root{{--w:{width}}}</style>"
    file.write_text(text.replace("</head>", f"{probe}</head>"), encoding="utf-8")
    run(file, tmp_path / "profile", f"--window-size={size}", f"--screenshot={tmp_path / 'shot.png'}")
    shot = (tmp_path / "shot.png").read_bytes()
    assert shot.startswith(b"\x89PNG") and len(shot) > 20_000
    assert int.from_bytes(shot[16:20], "big") == int(width)


@needs_browser
def test_a_page_is_printed_on_a4(tmp_path):
    file, printed = tmp_path / "page.html", tmp_path / "page.pdf"
    file.write_text(page(assessed("coking"), "en"), encoding="utf-8")
    run(file, tmp_path / "profile", f"--print-to-pdf={printed}")
    sheets = re.findall(rb"/MediaBox ?\[ ?0 0 ([\d.]+) ([\d.]+)\]", printed.read_bytes())
    assert sheets
    assert all(round(float(wide)) == 595 and round(float(high)) in (841, 842) for wide, high in sheets)


@needs_browser
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_widest_tables_are_printed_whole(lang, tmp_path):
    """Those of a city: nothing begins or ends beside the margins of the sheet."""
    file, printed = tmp_path / "page.html", tmp_path / "page.pdf"
    file.write_text(page(assessed("city"), lang), encoding="utf-8")
    run(file, tmp_path / "profile", f"--print-to-pdf={printed}", "--no-pdf-header-footer")
    left, right = 15 / 25.4 * 72 - 1, 595 - 15 / 25.4 * 72 + 1
    places = [box for sheet in printed_words(printed) for box in sheet]
    assert len(places) > 2000
    assert [each for each in places if each[0] < left or each[1] > right] == []


def printed_words(file):
    """Where each word of each sheet begins and ends, in points, as poppler reads it."""
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext here")
    told = subprocess.run(["pdftotext", "-bbox", str(file), "-"], capture_output=True, check=True, text=True).stdout
    for sheet in told.split("<page ")[1:]:
        yield [(float(low), float(high)) for low, high in re.findall(r'<word xMin="([\d.]+)".*?xMax="([\d.]+)"', sheet)]


HOSTILE = [
    "<script>alert(1)</script>", "</style><link rel=stylesheet href=http://example.org/x.css>", "\"><img src=x onerror=alert(1)>",
    "javascript:alert(1)", "=1+1", "\u202egnisrever", "{{ 7*7 }}",
]  # fmt: skip


def named(name):
    document = tomllib.loads((EXAMPLES / "coking.toml").read_text(encoding="utf-8"))
    document["name"] = name
    document["battery"][1]["name"] = name
    return assess(document)


def test_names_from_outside_stay_text():
    """In the head, in tables, in trees and in the drawn pictures."""
    made = page(named(" ".join(HOSTILE)), "zh")
    assert outside(made) == []
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f]", made)
    assert "alert(1)" in made and "{{ 7*7 }}" in made


def test_a_very_long_name_leaves_the_page_small(undrawn):
    made = page(named("名" * 10_000), "zh")
    assert len(made.encode()) <= LARGEST
    assert len(re.search("<h1>(.*?)</h1>", made)[1]) == 200


def test_a_page_that_would_be_too_large_is_refused(monkeypatch, undrawn):
    monkeypatch.setattr(pages, "LARGEST", 20_000)
    with pytest.raises(InputError, match="20,000"):
        page(assessed("coking"), "en")


def test_without_the_extra_it_says_what_to_install(monkeypatch, tmp_path):
    pages._template.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(InputError, match=r"ecdcalc\[html\]"):
        write_page(assessed("coking"), tmp_path / "x.html", "en")
    assert not [*tmp_path.iterdir()]


def test_numbers_unfold_to_their_trees(undrawn):
    """The whole tree of explain stands in the page."""
    from html import unescape

    from ecdcalc import find
    from ecdcalc.report.tree import tree

    plant = load_plant(EXAMPLES / "coking.toml")
    made = unescape(page(assess(plant), "en"))
    assert tree(find(plant, "battery[1].unit_energy"), "en") in made


def test_a_region_without_series_has_a_page(undrawn):
    from city import city

    small = city(series={}, county=[])
    made = page(assess_region(small), "zh")
    assert "单位GDP能耗" in made
