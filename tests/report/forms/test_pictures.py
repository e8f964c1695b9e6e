import re
import shutil
import zipfile
from html import unescape

import pytest
from attrs import evolve
from shown import assessed

pytest.importorskip("docxtpl")
import docx

from ecdcalc.report.charts.on_paper import charts_by_name
from ecdcalc.report.forms import pictures
from ecdcalc.report.forms.fill import fill
from ecdcalc.report.forms.form import load_form, read_form, shipped
from ecdcalc.report.forms.pictures import HIGHEST, WIDEST, names_of
from ecdcalc.report.forms.word import set_form
from ecdcalc.words.errors import InputError, Problem

EMU = 36_000
"""Of a millimetre."""


def said(file):
    with zipfile.ZipFile(file) as package:
        body = package.read("word/document.xml").decode("utf-8")
        images = [each for each in package.namelist() if each.startswith("word/media/")]
    found = re.findall(r'<wp:docPr [^>]*?descr="([^"]*)"', body)
    sizes = [(int(cx) / EMU, int(cy) / EMU) for cx, cy in re.findall(r'<wp:extent cx="(\d+)" cy="(\d+)"', body)]
    ids = re.findall(r'<wp:docPr [^>]*?id="(\d+)"', body)
    return [unescape(each) for each in found], images, sizes, ids


@pytest.mark.parametrize(
    ("id", "name", "lang"),
    [
        ("saving-report", "coking", "zh"),
        ("self-check", "coking", "en"),
        ("region-report", "city", "zh"),
        ("schemes", "coking", "en"),
    ],
)
def test_every_form_shows_its_pictures_with_alternative_text(id, name, lang, tmp_path):
    pytest.importorskip("vl_convert")
    form, result = load_form(id), assessed(name)
    set_form(fill(form, result, lang), tmp_path / "x.docx", lang)
    charts = charts_by_name(result, result.to_dict(lang), lang)
    asked = [each.replace("_", "-") for chapter in form.chapters for each in chapter.pictures]
    texts, images, sizes, ids = said(tmp_path / "x.docx")
    assert texts == [charts[each].alt for each in asked if each in charts] and texts
    assert len(images) == len(texts) and len({*ids}) == len(ids)
    assert all(width <= WIDEST + 0.1 and height <= HIGHEST + 0.1 for width, height in sizes)
    shown = [each.text for each in docx.Document(str(tmp_path / "x.docx")).paragraphs]
    assert {*texts} <= {*shown}


def test_without_the_library_or_a_font_the_text_stands_and_says_why(tmp_path, monkeypatch):
    def refused(chart):
        raise InputError([Problem("charts", "chart-extra", {})])

    monkeypatch.setattr(pictures, "png", refused)
    set_form(fill(load_form("self-check"), assessed("coking"), "en"), tmp_path / "x.docx", "en")
    text = "\n".join(each.text for each in docx.Document(str(tmp_path / "x.docx")).paragraphs)
    assert "comparisons with energy limits" in text and "ecdcalc[html]" in text
    assert said(tmp_path / "x.docx")[1] == []


def test_a_result_without_the_picture_has_none(tmp_path, monkeypatch):
    monkeypatch.setattr(pictures, "png", lambda chart: pytest.fail("drawn"))
    filled = fill(load_form("self-check"), assessed("coking"), "en")
    set_form(evolve(filled, charts={}), tmp_path / "x.docx", "en")
    assert said(tmp_path / "x.docx")[0] == []


@pytest.fixture
def own(tmp_path):
    folder = tmp_path / "own"
    shutil.copytree(shipped()["self-check"], folder)
    return folder


def test_a_picture_that_there_is_not_is_told_with_its_place(own):
    text = (own / "form.toml").read_text(encoding="utf-8")
    (own / "form.toml").write_text(text.replace('["limits"]', '["limit"]'), encoding="utf-8")
    with pytest.raises(InputError, match=r"chapter\[1\].pictures.*limits"):
        read_form(own)


def test_a_layout_may_ask_for_any_picture_and_no_other(own, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(pictures, "png", lambda chart: asked.append(chart.id) or drawn_small())
    layout = own / "form.en.docx"
    document = docx.Document(str(layout))
    for line in ("{%p for each in picture.sankey_baseline %}", "{{ each.image }}", "{%p endfor %}"):
        document.add_paragraph(line)
    document.save(str(layout))
    set_form(fill(read_form(own), assessed("coking"), "en"), tmp_path / "x.docx", "en")
    assert "sankey-baseline" in asked
    document.add_paragraph("{{ picture.nothing }}")
    document.save(str(layout))
    with pytest.raises(InputError, match=r"picture\.nothing"):
        set_form(fill(read_form(own), assessed("coking"), "en"), tmp_path / "x.docx", "en")
    assert "waterfall_energy" in names_of("assessment")


def drawn_small():
    import io

    from PIL import Image

    found = io.BytesIO()
    Image.new("RGB", (40, 20)).save(found, "PNG")
    return found.getvalue()
