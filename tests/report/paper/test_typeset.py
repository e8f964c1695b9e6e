import pypdf
import pytest

from ecdcalc.report.charts.on_paper import Drawn
from ecdcalc.report.paper import typeset
from ecdcalc.report.paper.typeset import fonts_for, sections_of, set_pages
from ecdcalc.report.section import Section
from ecdcalc.words.errors import EcdcalcError

HOSTILE = [
    "<script>alert(1)</script>",
    "#panic()",
    "$x$ *a* _b_ \\",
    "=cmd|'!A0",
    '"}], x: eval("1")',
    "\u202eevil",
    "@cite <label>",
]


def page(name):
    rows = sections_of([Section("表 " + name, ["name", "value"], [[name, 7.5]], ["note " + name])])
    return {
        "title": name,
        "head": name,
        "lang": "zh",
        "sections": rows,
        "lead": 1,
        "undrawn": "",
        "processes": [],
        "foot": name,
    }


@pytest.mark.parametrize("name", HOSTILE)
def test_text_from_outside_is_never_markup(name, tmp_path):
    set_pages(page(name), tmp_path / "x.pdf")
    text = "".join(each.extract_text() for each in pypdf.PdfReader(tmp_path / "x.pdf").pages)
    shown = name.replace("\u202e", "")
    assert "".join(shown.split()) in "".join(text.split())


def test_a_name_of_ten_thousand_signs_stays_on_its_page(tmp_path):
    set_pages(page("长" * 10_000), tmp_path / "x.pdf")
    assert len(pypdf.PdfReader(tmp_path / "x.pdf").pages) < 6


def test_without_a_chinese_font_chinese_is_refused_and_english_is_set(monkeypatch, tmp_path):
    monkeypatch.setattr(typeset, "installed", lambda: frozenset({typeset.WESTERN}))
    assert fonts_for("Coking 5") == [typeset.WESTERN]
    with pytest.raises(EcdcalcError, match="no font with Chinese signs"):
        set_pages(page("河津"), tmp_path / "x.pdf")
    assert not (tmp_path / "x.pdf").exists()


def test_a_picture_is_set_with_its_text_and_a_high_one_fits_its_page(tmp_path):
    tall = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="900"><rect width="10" height="900"/></svg>'
    pictures = [Drawn("picture", f"what it shows {number}", tall) for number in (1, 2)]
    set_pages(page("plant"), tmp_path / "x.pdf", pictures)
    pages = [each.extract_text() for each in pypdf.PdfReader(tmp_path / "x.pdf").pages]
    assert [number for number in (1, 2) for each in pages if f"what it shows {number}" in each] == [1, 2]
    assert len(pages) <= 4


def test_what_cannot_be_drawn_is_said(tmp_path):
    set_pages({**page("plant"), "undrawn": "no pictures here"}, tmp_path / "x.pdf")
    assert "no pictures here" in "".join(each.extract_text() for each in pypdf.PdfReader(tmp_path / "x.pdf").pages)
