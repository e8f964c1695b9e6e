import re
import shutil
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from city import example
from conftest import EXAMPLES

from ecdcalc import assess, load_plant, read_plant
from ecdcalc.report.forms import pictures
from ecdcalc.report.forms.fill import fill
from ecdcalc.report.forms.form import load_form, read_form, shipped
from ecdcalc.report.forms.word import set_form, write_word
from ecdcalc.words.errors import EcdcalcError, InputError

sys.path.insert(0, str(Path(__file__).parent))
from word_office import needs_office, opened

PLANTS = sorted(EXAMPLES.glob("*.toml"))
EAST = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}eastAsia"


@pytest.fixture(scope="module")
def few_pictures():
    """Draw a few pictures only, and show them for all others: which are shown where is tested by themselves."""
    real, kept = pictures.png, {}

    def png(chart):
        if chart.id not in kept:
            kept[chart.id] = real(chart)
        return kept[chart.id]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pictures, "png", png)
        yield


@pytest.fixture(scope="module")
def documents(tmp_path_factory, few_pictures):
    """Every form of every example and the city: the file, and what it was filled with.

    The coking example and the city come in both languages, the others in one or the other.
    """
    folder, found = tmp_path_factory.mktemp("word"), {}
    both = ("zh", "en")
    work = [(file.stem, file, both if file.stem == "coking" else both[n % 2 :][:1]) for n, file in enumerate(PLANTS)]
    for stem, source, langs in [*work, ("city", None, both)]:
        result = example() if source is None else assess(load_plant(str(source)))
        for id in shipped():
            form = load_form(id)
            for lang in langs if (form.of == "region") == (source is None) else ():
                filled = fill(form, result, lang)
                file = folder / f"{stem}-{id}-{lang}.docx"
                set_form(filled, file, lang)
                found[file] = filled
    return found


def texts(file):
    document = docx.Document(str(file))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return cells + [each.text for each in document.paragraphs]


def test_every_document_holds_every_text_of_its_form_and_no_tag(documents):
    for file, filled in documents.items():
        found = texts(file)
        whole = {*found}
        assert {*filled.cells.values()} <= whole, file.name
        for rows in filled.tables.values():
            for row in rows:
                assert {*row.values()} <= whole, (file.name, row)
        assert not [each for each in found if "{{" in each or "{%" in each], file.name


def test_every_run_names_an_eastern_font(documents):
    for file in documents:
        with zipfile.ZipFile(file) as package:
            styles = package.read("word/styles.xml").decode("utf-8")
            body = package.read("word/document.xml").decode("utf-8")
        assert 'w:eastAsia="仿宋"' in styles and 'w:eastAsia="黑体"' in styles
        for run in re.findall(r"<w:rFonts[^>]*>", body):
            assert 'w:eastAsia="仿宋"' in run


@needs_office
def test_libreoffice_opens_every_document_with_its_numbers_and_numbering(documents, tmp_path):
    shown = {  # the layouts differ by form and language only; the saving report is opened for every example
        file: filled
        for file, filled in documents.items()
        if file.name.startswith(("coking", "city")) or filled.form.id == "saving-report"
    }
    set_ = opened([*shown], tmp_path)
    for file, filled in shown.items():
        text = re.sub(r"\s", "", set_[file.name])
        assert re.sub(r"\s", "", filled.title) in text
        for number, chapter in enumerate(filled.form.chapters, 1):
            assert re.sub(r"\s", "", f"{number}{chapter.label(file.stem[-2:])}") in text, (file.name, chapter.zh)
        if filled.form.of == "assessment" and filled.form.id == "saving-report":
            for row in filled.tables["reconciliation"]:
                assert row["calorific"].strip("〔〕[]") in text


def own(tmp_path, change, id="saving-report"):
    folder = tmp_path / "own"
    shutil.copytree(shipped()[id], folder)
    (folder / "form.en.docx").unlink()
    layout = folder / "form.zh.docx"
    document = docx.Document(str(layout))
    change(document)
    document.save(str(folder / "form.docx"))
    layout.unlink()
    return folder


def test_a_layout_of_ones_own_is_filled(coking, tmp_path):
    folder = own(tmp_path, lambda document: document.add_paragraph("我的版式 {{ cell.technical_calorific }}"))
    write_word(assess(coking), tmp_path / "x.docx", "zh", "assessment", str(folder))
    assert "我的版式 65629" in texts(tmp_path / "x.docx")


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        (
            "{{ cell.technical_caloric }}",
            "cell.technical_caloric: the form has no such name; did you mean technical_calorific?",
        ),
        ("{%p for row in table.carrier_before %}", "broken"),
        ("节能量 {{ cell.year ", "broken"),
        ("{{ cell.year | nothing }}", "broken"),
        ("{% if %}", "broken"),
        ("{{ cell.__class__.__mro__ }}", "broken"),
        ("{{ nobody }}", "broken"),
    ],
)
def test_broken_tags_are_told_with_their_place_and_nothing_is_written(coking, tmp_path, tag, told):
    folder = own(tmp_path, lambda document: document.add_paragraph(f"此处有误 {tag}"))
    target = tmp_path / "x.docx"
    with pytest.raises(InputError) as caught:
        write_word(assess(coking), target, "zh", "assessment", str(folder))
    assert told in caught.value.say("en") and "form.docx" in caught.value.say("en")
    assert not target.exists()


def test_all_unknown_names_of_a_layout_are_told_at_once(coking, tmp_path):
    folder = own(tmp_path, lambda document: document.add_paragraph("{{ cell.one }} {{ cell.two }}"))
    with pytest.raises(InputError) as caught:
        set_form(fill(read_form(folder), assess(coking), "zh"), tmp_path / "x.docx", "zh")
    assert len(caught.value.problems) == 2


def test_what_is_no_word_document_is_refused(coking, tmp_path):
    folder = tmp_path / "own"
    shutil.copytree(shipped()["saving-report"], folder)
    (folder / "form.zh.docx").write_text("not a document", encoding="utf-8")
    with pytest.raises(InputError, match="not a Word document"):
        write_word(assess(coking), tmp_path / "x.docx", "zh", "assessment", str(folder))


def test_a_form_of_a_region_is_not_filled_by_a_plant(coking, tmp_path):
    with pytest.raises(EcdcalcError, match="ecdcalc region"):
        write_word(assess(coking), tmp_path / "x.docx", "en", "assessment", "region-report")


@pytest.mark.parametrize(
    "name",
    ["<script>alert(1)</script>", "{{ 7 * 7 }}", "=cmd|' /C calc'!A0", "长" * 10_000, "a & b < c", "\u202eevil", "]]>"],
)
def test_a_hostile_name_stays_text(name, tmp_path):
    import tomllib

    found = tomllib.loads((EXAMPLES / "coking.toml").read_text(encoding="utf-8"))
    found["name"] = name
    file = tmp_path / "x.docx"
    write_word(assess(read_plant(found)), file, "zh", "assessment")
    cell = docx.Document(str(file)).tables[0].rows[0].cells[1].text
    assert cell == (name.replace("\u202e", "") if len(name) < 300 else "长" * 299 + "…")
