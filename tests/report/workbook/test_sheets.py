"""Every example and template as a workbook: LibreOffice comes to the values of the engine, before and after a change."""

import copy
import math
import re
import shutil
import sys
import tomllib
from pathlib import Path
from random import Random

import openpyxl
import pytest
from attrs import define

from ecdcalc import assess, load_plant, read_plant, sectors
from ecdcalc.assessment.contract.plant import titles_of
from ecdcalc.assessment.gaps import NOT_EVALUATED
from ecdcalc.assessment.grades import product_of
from ecdcalc.model.evaluation import exists
from ecdcalc.model.process import COUNTED
from ecdcalc.numbers.ops import Missing
from ecdcalc.numbers.units import unit
from ecdcalc.read.plans import new_plan
from ecdcalc.reference.editions import edition_on
from ecdcalc.report.workbook.sheets import write_workbook
from ecdcalc.words.errors import EcdcalcError
from ecdcalc.words.labels import unit_of_word, word

sys.path.insert(0, str(Path(__file__).parent))  # `office.py`
from office import needs_office, recalculated

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.toml"))
REFERENCE = re.compile(r"(?:'([^']*)'!)?\$?\b([A-Z]{1,3})\$?(\d+)\b")
NUMBER = re.compile(r"(?<![A-Z$\d.'])\d+\.?\d*(?!['\d])")


def documents():
    for file in EXAMPLES:
        yield file.stem, tomllib.loads(file.read_text(encoding="utf-8"))
    for id, sector in sorted(sectors().items()):
        yield f"template-{id}", tomllib.loads(sector.template)


def same(one, other):
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
    return (one or "") == (other or "") or {one, other} <= {"#N/A", "#DIV/0!"}


@needs_office
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_an_office_program_comes_to_the_same_values(lang, tmp_path):
    files = []
    for name, document in documents():
        files.append(tmp_path / f"{name}.xlsx")
        write_workbook(assess(read_plant(document)), files[-1], lang)
    found = recalculated(files, tmp_path)
    wrong = []
    for file in files:
        stored = openpyxl.load_workbook(file, data_only=True)
        for sheet in stored.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    other = found[file.name][sheet.title][cell.coordinate].value
                    if not same(cell.value, other):
                        wrong.append((file.name, sheet.title, cell.coordinate, cell.value, other))
        answer = found[file.name].worksheets[0]
        passed = [row[1].value for row in answer.iter_rows(min_row=4) if row[0].value in ("checks passed", "校核通过")]
        assert passed == [1], file.name
    assert wrong == []


def place_of(document, path):
    """The table of a plant file that holds the value of an input, and its key there."""
    keys = [int(each) if each.isdigit() else each for each in re.findall(r"[^.\[\]]+", re.sub(r"\.amount$", "", path))]
    for key in keys[:-1]:
        document = document[key]
    return document, keys[-1]


def multiplied(old, factor):
    """A value of a plant file with its number multiplied."""
    inner = old["value"] if isinstance(old, dict) else old
    number = re.match(r"\s*[-+]?[\d.]+(?:[eE][-+]?\d+)?", inner)
    new = f"{float(number[0]) * factor!r}{inner[number.end() :]}"
    return {**old, "value": new} if isinstance(old, dict) else new


def accepted(document, changes):
    """Apply changes to a plant file; return those that ecdcalc takes, and what it then finds: halves of what it refuses."""
    tried = copy.deepcopy(document)
    try:
        for _, _, change in changes:
            change(tried)
        return changes, tried, assess(read_plant(tried))
    except (KeyError, IndexError, TypeError, AttributeError, EcdcalcError):
        if len(changes) < 2:  # written another way in the file, or refused by a law
            return [], document, None
    half = len(changes) // 2
    taken, kept, found = accepted(document, changes[:half])
    more, changed, after = accepted(kept, changes[half:])
    return [*taken, *more], changed, after or found


def put(document, path, value):
    """Give an input in a plant file that does not have it; a carrier of one number becomes a table."""
    *way, last = [int(each) if each.isdigit() else each for each in re.findall(r"[^.\[\]]+", path)]
    for key in way:
        if isinstance(document, dict):
            below = document.setdefault(key, {})
            document[key] = below if isinstance(below, (dict, list)) else {"value": below}
        document = document[key]
    document[last] = value


def typed_changes(inputs):
    """Another number over a published one."""
    for row in inputs.iter_rows(min_row=4):
        path, value, unit_shown, source = (row[at].value for at in (2, 3, 4, 5))
        if source not in (None, "given") and isinstance(value, (int, float)) and value:
            of = unit_of_word(unit_shown or "")

            def change(document, path=path, value=value, of=of):
                put(document, path, f"{value * 1.01!r} {of}")

            yield ("Inputs", f"D{row[0].row}"), value * 1.01, change


def cleared_changes(inputs):
    """A cell of a given value cleared, where a plant file may leave it out; an amount that is not given is no carrier."""
    for row in inputs.iter_rows(min_row=4):
        path = row[2].value
        if row[5].value == "given" and not path.endswith(".amount"):

            def change(document, path=path):
                table, key = place_of(document, path)
                del table[key]

            yield ("Inputs", f"D{row[0].row}"), None, change


def number_changes(inputs):
    for row in inputs.iter_rows(min_row=4):
        path, value = row[2].value, row[3].value
        if row[5].value == "given" and isinstance(value, (int, float)) and value:

            def change(document, path=path):
                table, key = place_of(document, path)
                table[key] = multiplied(table[key], 1.01)

            yield ("Inputs", f"D{row[0].row}"), value * 1.01, change


def word_changes(inputs, options):
    for row in inputs.iter_rows(min_row=4):
        path, value = row[2].value, row[3].value
        known = options.get(row[0].row, [])
        if value in known and len(known) > 1:
            other = known[(known.index(value) + 1) % len(known)]

            def change(document, path=path, other=other):
                table, key = place_of(document, path)
                table[key] = other

            yield ("Inputs", f"D{row[0].row}"), other, change


def options_of(book):
    """The choices of each row of inputs, as its drop-down lists them."""
    found = {}
    for each in book["Inputs"].data_validations.dataValidation:
        row = int(re.search(r"\d+", str(each.sqref))[0])
        sheet, _, cells = each.formula1.replace("$", "").replace("'", "").partition("!")
        found[row] = [cell.value for (cell,) in book[sheet][cells]]
    return found


def switch_changes(book, result):
    """Each measure of a process that is the last of it: off; its place is the order of the switches."""
    titles = [row[0].value for row in book["Measures"].iter_rows(min_row=4)]
    for each in result.processes:
        rows = [number for number, title in enumerate(titles) if title == each.case.name]
        if not each.steps or len(rows) != len(each.steps):
            continue

        def change(document, place=each.case.place):
            table, key = place_of(document, place)
            del table[key]["measure"][-1]

        yield ("Measures", f"C{rows[-1] + 4}"), 0, change


@define
class Difference:
    """A cell of a workbook that says something else than a fresh run."""

    book: str
    place: tuple[str, str]
    what: tuple[str, str]
    asked: object
    found: object


def references(cell):
    """The cells that a formula looks at, in its own sheet or in others."""
    text = cell.value if isinstance(cell.value, str) and cell.value.startswith("=") else ""
    for sheet, column, row in REFERENCE.findall(text):
        yield sheet or cell.parent.title, f"{column}{row}"


def resting_on_library(book):
    """The cells that rest on what a library computed, such as steam: the sheet says so of it."""
    looks = {(page.title, cell.coordinate): {*references(cell)} for page in book for row in page for cell in row}
    note = word("fixed-note", "en")
    found = {("Calculation", row[4].coordinate) for row in book["Calculation"].iter_rows() if row[5].value == note}
    more = found
    while more:
        more = {cell for cell, seen in looks.items() if cell not in found and seen & more}
        found = found | more
    return found


def differing(name, fresh, page):
    """Where the sheet of processes says something else than a fresh run."""
    rows = page.iter_rows(min_row=4)
    for each in fresh.processes:
        for output, declared in each.outputs.items():
            row = next(rows)
            states = (each.baseline[output].value, each.reporting[output].value)
            shown = [*states, each.saved.get(output, "")]
            size = max(abs(declared.unit.out(one)) for one in (*states, 0.0) if not isinstance(one, Missing))
            for number, cell in zip(shown, (row[2], row[3], row[5]), strict=True):
                found = cell.value
                asked = "–" if isinstance(number, Missing) else number if number == "" else declared.unit.out(number)
                if isinstance(asked, float) and isinstance(found, (int, float)):
                    close = math.isclose(asked, found, rel_tol=1e-9, abs_tol=1e-9 + 1e-9 * size)
                else:
                    close = (asked or None) == (found or None)
                if not close:
                    yield Difference(name, (page.title, cell.coordinate), (row[0].value, output), asked, found)


def gaps_differing(name, fresh, page):
    """Where the sheet of gaps says something else than a fresh run: which targets there are, and each of them."""
    titles = titles_of(fresh, "en")
    of = {each.case.name: titles[each.case.place] for each in fresh.processes} | {"": ""}  # no process: all together
    asked = {(each.target.id.upper(), of[each.process]): each for each in fresh.gaps if each.status != NOT_EVALUATED}
    for row in page.iter_rows(min_row=4):
        place = (row[0].value, row[2].value or "")
        each = asked.pop(place, None)
        if each is None:
            wanted = ("–", (word("gap-other", "en"), word(NOT_EVALUATED, "en")))
            found = (row[5].value, row[8].value)
            if found[0] != wanted[0] or found[1] not in wanted[1]:
                yield Difference(name, (page.title, row[8].coordinate), place, wanted, found)
            continue
        number = (each.limit.unit if each.limit else each.unit).out(each.reporting)
        for cell, wanted in ((row[5], number), (row[8], word(each.status, "en"))):
            if not same(cell.value, wanted):
                yield Difference(name, (page.title, cell.coordinate), place, wanted, cell.value)
    for place in asked:
        yield Difference(name, (page.title, ""), place, "a row", None)


def graded(result):
    """How each process is graded in each state, in the order of the sheet of limits of a run before, by what it is."""
    for each in result.processes:
        by_id = {grade.limit.id: grade for grade in each.grades}
        for grading in getattr(type(each.case.baseline), "gradings", ()):
            id = product_of(grading, each.case)
            limit = edition_on(result.plant.limits, id, result.plant.context.last_day).id if id else ""
            for state in (state for state in ("baseline", "reporting") if exists(each.case, state)):
                yield each.case.place, grading, state, by_id.get(limit)


def grades_differing(name, fresh, page, before):
    """Where the sheet of limits says something else than a fresh run."""
    asked = {(place, id(grading), state): grade for place, grading, state, grade in graded(fresh)}
    first = [*graded(before)]
    places = [each.case.place for each in before.processes]
    first.sort(key=lambda each: (places.index(each[0]), each[3] is None))  # what holds when it is written comes first
    for row, (place, grading, state, _) in zip(page.iter_rows(min_row=4), first, strict=True):
        now = asked[place, id(grading), state]
        if now is None:
            wanted = dict.fromkeys((3, 5, 6, 7), "–") | {10: word("no-limit", "en")}
        else:
            level, limit, value = now.level[state], now.limit, now.values[state]
            bounds = [
                None if each is None or isinstance(each, Missing) else limit.unit.out(each)
                for each in now.levels[state]
            ]
            wanted = {1: limit.label("en"), 3: "–" if isinstance(value, Missing) else limit.unit.out(value),
                      10: word(level, "en") if isinstance(level, str) else level,
                      **{column: "–" if each is None else each for column, each in enumerate(bounds, 5)}}  # fmt: skip
        for column, one in wanted.items():
            if not same(row[column].value, one):
                what = (row[0].value, row[1].value)
                yield Difference(name, (page.title, row[column].coordinate), what, one, row[column].value)


MOST = {"numbers": 10, "typed": 6, "cleared": 6, "words": 10, "switches": 3}
"""How many changes of each kind are tried at once in each workbook."""


def changes_of(book, values, whole, chosen):
    """Some changes of each kind, of those that the workbook allows; of each cell one."""
    found = {
        "numbers": [*number_changes(values["Inputs"])],
        "typed": [*typed_changes(values["Inputs"])],
        "cleared": [*cleared_changes(values["Inputs"])],
        "words": [*word_changes(values["Inputs"], options_of(book))],
        "switches": [*switch_changes(book, whole)],
    }
    some = (each for way, every in found.items() for each in chosen.sample(every, min(MOST[way], len(every))))
    return [*{place: (place, value, change) for place, value, change in some}.values()]


def totals_differing(name, fresh, page):
    """Where the sheet of the answer says another total than a fresh run."""
    for (output, total), row in zip(
        ((output, fresh.totals[output]) for output in COUNTED),
        page.iter_rows(min_row=4),
        strict=False,
    ):
        cell, found, lacking = row[1], row[1].value, row[3].value
        of = unit({"energy": "tce", "electricity": "kWh"}.get(output, "t"))
        asked = "–" if isinstance(total.known, Missing) else of.out(total.known)
        parts = [each.baseline[output].value for each in fresh.processes if output in each.baseline]
        size = sum(abs(of.out(each)) for each in parts if not isinstance(each, Missing))
        close = asked == found or (
            "–" not in (asked, found) and math.isclose(asked, found, rel_tol=1e-9, abs_tol=1e-9 + 1e-9 * size)
        )
        if not close or lacking != len(total.lacks):  # what it lacks beside is counted there
            found = found if lacking == len(total.lacks) else "–"
            yield Difference(name, (page.title, cell.coordinate), ("total", output), asked, found)


@needs_office
def test_after_changes_of_inputs_words_and_switches_it_agrees_with_a_fresh_run(tmp_path):
    """Every example and template, many changes at once in each, all in one run: every output of every process.

    What a workbook cannot follow, such as steam of another pressure, it does not know, and only that; it never knows
    it otherwise.
    """
    before, fresh, rests, changed = {}, {}, {}, 0
    for name, document in documents():
        whole = assess(read_plant(document))
        path = tmp_path / f"{name}.xlsx"
        write_workbook(whole, path, "en")
        book = openpyxl.load_workbook(path)
        values = openpyxl.load_workbook(path, data_only=True)
        taken, _, found = accepted(document, changes_of(book, values, whole, Random(name)))
        for (sheet, cell), value, _ in taken:
            book[sheet][cell] = value
        book.save(path)
        before[path.name], fresh[path.name], rests[path.name] = whole, found or whole, resting_on_library(book)
        changed += len(taken)
    assert changed > 800
    found = recalculated([tmp_path / name for name in fresh], tmp_path)
    wrong = [each for name, result in fresh.items() for each in differing(name, result, found[name]["Processes"])]
    for name, result in fresh.items():
        wrong += totals_differing(name, result, found[name]["Answer"])
        wrong += gaps_differing(name, result, found[name]["Gaps"])
        wrong += grades_differing(name, result, found[name]["Limits"], before[name])
    unknown = [each for each in wrong if each.place in rests[each.book] and (each.found == "–" or each.asked == "–")]
    assert [each for each in wrong if each not in unknown] == []


def test_no_number_is_typed_into_a_formula(tmp_path):
    write_workbook(assess(load_plant(EXAMPLES[5])), tmp_path / "plant.xlsx", "zh")
    book = openpyxl.load_workbook(tmp_path / "plant.xlsx")
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    text = re.sub(
                        r"'[^']*'!\$?[A-Z]+\$?\d+(:\$?[A-Z]+\$?\d+)?|\$?[A-Z]+\$?\d+|\"[^\"]*\"|\^\d+", "", cell.value
                    )
                    assert set(NUMBER.findall(text)) <= {"0", "1"}, cell.value


def test_text_from_outside_stays_text(tmp_path):
    source = next(file for file in EXAMPLES if file.stem == "coking").read_text(encoding="utf-8")
    document = tomllib.loads(source)
    document["name"] = "=1+1"
    document["battery"][0]["name"] = "@SUM(1)"
    write_workbook(assess(read_plant(document)), tmp_path / "plant.xlsx", "en")
    book = openpyxl.load_workbook(tmp_path / "plant.xlsx")
    named = [cell for sheet in book for row in sheet.iter_rows() for cell in row if "@SUM(1)" in str(cell.value)]
    assert named and all(cell.data_type == "s" for cell in named)


def test_without_the_library_it_is_refused_by_name(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(EcdcalcError, match=r"ecdcalc\[excel\]"):
        write_workbook(assess(load_plant(EXAMPLES[5])), tmp_path / "plant.xlsx", "en")
    assert shutil.which("python3") is None or not (tmp_path / "plant.xlsx").exists()


def test_a_plant_that_has_no_energy_has_no_picture_of_it(tmp_path):
    """Gas that is let out is of no carrier."""
    release = {"name": "switchgear", "gas": "sf6", "charge": "500 kg", "recovered": "100 kg"}
    plants = ({"year": 2025, "sector": "equipment", "gas-release": [release]}, "examples/coking.toml")
    charts = []
    for number, plant in enumerate(plants):
        write_workbook(assess(plant), tmp_path / f"{number}.xlsx", "en")
        charts.append(len(openpyxl.load_workbook(tmp_path / f"{number}.xlsx")["Answer"]._charts))
    assert charts == [0, 1]


def test_a_target_on_co2_equivalent_follows_the_cells(tmp_path):
    """380 kg of SF6 less, at 23 500 each (AR5): 8930 t, of 8000 t that are asked."""
    plan = new_plan("own").replace('"region.energy_intensity_reduction"', '"gas-release.co2e_saved"')
    plan = plan.replace('sector = ["region"]', 'sector = ["equipment"]').replace("15 %", "8000 t")
    (tmp_path / "own.toml").write_text(plan, encoding="utf-8")
    release = {"name": "switchgear", "gas": "sf6", "charge": "500 kg", "recovered": "100 kg",
               "reporting": {"recovered": "480 kg"}}  # fmt: skip
    plant = {"year": 2025, "sector": "equipment", "plan": str(tmp_path / "own.toml"), "gas-release": [release]}
    write_workbook(assess(plant), tmp_path / "x.xlsx", "en")
    stored, live = (openpyxl.load_workbook(tmp_path / "x.xlsx", data_only=each)["Gaps"] for each in (True, False))
    (row,) = stored.iter_rows(min_row=4, values_only=True)
    heads = [cell.value for cell in stored[3]]
    assert dict(zip(heads, row, strict=True))["after"] == pytest.approx(8930)
    assert str(live.cell(4, heads.index("after") + 1).value).startswith("=")
