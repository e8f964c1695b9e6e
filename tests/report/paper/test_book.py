import json
import shutil
import subprocess

import pypdf
import pytest
from conftest import EXAMPLES

from ecdcalc import assess, load_plant
from ecdcalc.report.paper.book import book, write_book
from ecdcalc.words.labels import amount, number


def fonts(reader):
    for page in reader.pages:
        for each in page["/Resources"]["/Font"].values():
            for inner in each.get_object().get("/DescendantFonts", [each]):
                yield inner.get_object()["/BaseFont"], inner.get_object()["/FontDescriptor"].get_object()


def pages_of(result, lang):
    return book(result, result.to_dict(lang), lang)


def squeezed(text):
    return "".join(text.split())


def text_of(pdf):
    """The text of a PDF as another program reads it; pypdf where there is none, which takes far longer."""
    if reader := shutil.which("pdftotext"):
        done = subprocess.run([reader, "-raw", str(pdf), "-"], capture_output=True, check=True, timeout=120)
        return done.stdout.decode("utf-8")
    return "".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("file", sorted(EXAMPLES.glob("*.toml")), ids=lambda file: file.stem)
def test_the_book_of_every_example_says_the_numbers_of_the_json_with_its_fonts_in_it(file, lang, tmp_path):
    result = assess(load_plant(str(file)))
    write_book(result, tmp_path / "x.pdf", lang)
    embedded = [
        {"/FontFile", "/FontFile2", "/FontFile3"} & {*each} for _, each in fonts(pypdf.PdfReader(tmp_path / "x.pdf"))
    ]
    assert embedded and all(embedded)
    found, text = result.to_dict(lang), squeezed(text_of(tmp_path / "x.pdf"))
    for process in found["processes"]:
        for state in ("baseline", "reporting"):
            for value in process[state].values():
                assert squeezed(amount(value, lang)) in text, (process["title"], value)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("file", sorted(EXAMPLES.glob("*.toml")), ids=lambda file: file.stem)
def test_what_is_set_in_either_language_holds_every_number_of_the_json(file, lang):
    """Before it is typeset: the setting knows no language."""
    result = assess(load_plant(str(file)))
    found = result.to_dict(lang)
    text = squeezed(json.dumps(book(result, found, lang), ensure_ascii=False))
    states = [each[state] for each in found["processes"] for state in ("baseline", "reporting")]
    values = [value for state in states for value in state.values()]
    values += [
        each[name] for each in found["gaps"] if each["status"] != "not-evaluated" for name in ("gap", "reporting")
    ]
    assert [each for each in values if each and squeezed(amount(each, lang)) not in text] == []
    for each in filter(None, [found["totals"]["energy_saved"], *found["totals"]["reductions"].values()]):
        assert number(each["value"]) in text


def test_every_value_stands_after_what_it_is_made_of(coking):
    for process in pages_of(assess(coking), "en")["processes"]:
        for state in process["states"]:
            names = [each["name"] for each in state["values"]]
            assert [each["number"] for each in state["values"]] == [str(n + 1) for n in range(len(names))]
            for at, each in enumerate(state["values"]):
                for name, _, _, of, _ in each["inputs"]:
                    if of.startswith("(") and of.endswith(")"):
                        assert int(of[1:-1]) <= at and names[int(of[1:-1]) - 1] == name


def test_a_closed_process_has_its_baseline_only(coking):
    states = {
        each["title"]: [state["title"] for state in each["states"]]
        for each in pages_of(assess(coking), "zh")["processes"]
    }
    assert states["1#"] == ["基期"] and states["2#"] == ["基期", "报告期"]
