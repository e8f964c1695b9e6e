import io
import tomllib
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.cell_range import CellRange

from ecdcalc import InputError, assess, load_plant
from ecdcalc.model.sector import sector
from ecdcalc.read import workbook
from ecdcalc.read.workbook import read_workbook
from ecdcalc.report.workbook.form import write_form

BATTERY = "焦炉"


@pytest.fixture
def plant(tmp_path):
    """A template of coking in Chinese, and a way to change its cells: by sheet, by the words of the row."""
    path = tmp_path / "plant.xlsx"
    write_form(tomllib.loads(sector("coking").template), path, "zh")
    book = openpyxl.load_workbook(path)

    def cell(row, column=2, sheet=BATTERY):
        page = book[sheet]
        number = next(n for n in range(1, page.max_row + 1) if page.cell(n, 1).value == row)
        return page.cell(number, column)

    def load():
        book.save(path)
        return load_plant(path)

    return book, cell, load, path


def battery(plant):
    return next(case.baseline for case in plant.cases if case.key == "battery")


def problems(load):
    with pytest.raises(InputError) as refused:
        load()
    return {each.place: each.say("zh") for each in refused.value.problems}


def test_the_template_runs_as_it_stands(plant):
    *_, load, _ = plant
    of_file = assess(load())
    assert of_file.plant.sector.id == "coking"
    assert of_file.plant.remarks == ()


def test_what_is_filled_in_is_what_is_computed(plant):
    _, cell, load, _ = plant
    cell("焦炭产量（干基）").value = 61.5
    cell("焦炭产量（干基）", 3).value = "万t"
    cell("熄焦方式").value = "干"
    assert battery(load()).coke == 615_000_000
    assert battery(load()).quenching == "dry"


def test_all_mistakes_are_told_in_one_pass_with_sheet_and_cell(plant):
    _, cell, load, _ = plant
    cell("年设计产能", 3).value = "万m"
    cell("装煤方式").value = "侧装"
    cell("焦炭产量（干基）").value = None
    found = problems(load)
    for row in ("年设计产能", "装煤方式", "焦炭产量（干基）"):
        where = f"{BATTERY}!{cell(row).coordinate}"
        assert any(place.startswith(where) for place in found), (row, found)


def test_a_row_may_be_added_in_words(plant):
    book, _, load, _ = plant
    book[BATTERY].append(["能源消费 / 天然气", 100, "万m3"])
    assert battery(load()).carriers["natural-gas"].amount == 1_000_000


def test_values_without_a_name_for_them_are_refused(plant):
    book, _, load, _ = plant
    book[BATTERY].append([None, 100, "万m3"])
    assert any("首列" in said for said in problems(load).values())


def test_merged_cells_are_refused(plant):
    book, cell, load, _ = plant
    here = cell("炭化室高度")
    book[BATTERY].merged_cells.add(CellRange(f"{here.coordinate}:D{here.row}"))
    assert f"{BATTERY}!{here.coordinate}:D{here.row}" in problems(load)


def test_the_value_of_a_formula_is_taken_and_said(plant):
    _, cell, load, path = plant
    where = cell("炭化室高度").coordinate
    cell("炭化室高度").value = "=4+0.3"
    assert "没有已存的值" in problems(load)[f"{BATTERY}!{where}"]  # openpyxl stores none
    _rewrite(path, lambda text: text.replace(b"<f>4+0.3</f><v></v>", b"<f>4+0.3</f><v>4.3</v>").replace(
        b"<f>4+0.3</f><v/>", b"<f>4+0.3</f><v>4.3</v>"
    ))  # fmt: skip
    found = load_plant(path)
    assert battery(found).chamber_height == pytest.approx(4.3)
    (said,) = [each for each in assess(found).warnings if each.key == "cell-formula"]
    assert said.place == f"{BATTERY}!{where}"


def _rewrite(path, change):
    held = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.infolist():
            new.writestr(each, change(old.read(each)))
    path.write_bytes(held.getvalue())


def test_a_hidden_sheet_is_read_and_said(plant):
    book, _, load, _ = plant
    book[BATTERY].sheet_state = "hidden"
    assert [each.key for each in load().remarks] == ["workbook-hidden"]


def test_a_date_is_no_number(plant):
    import datetime

    _, cell, load, _ = plant
    cell("炭化室高度").value = datetime.datetime(2024, 4, 3)
    assert any("日期" in said for said in problems(load).values())


def test_an_error_is_no_value(plant):
    _, cell, load, _ = plant
    cell("炭化室高度").value = "#DIV/0!"
    assert any("#DIV/0!" in said for said in problems(load).values())


def test_a_number_as_text_is_read_and_said(plant):
    _, cell, load, _ = plant
    cell("炭化室高度").value = "4.35"
    cell("炭化室高度").data_type = "s"
    found = load()
    assert battery(found).chamber_height == pytest.approx(4.35)
    assert [each.key for each in found.remarks] == ["cell-number-text"]


def test_a_value_with_a_unit_of_its_own(plant):
    _, cell, load, _ = plant
    cell("炭化室高度").value = "430 cm"
    assert any("只留一个" in said for said in problems(load).values())
    cell("炭化室高度", 3).value = None
    assert battery(load()).chamber_height == pytest.approx(4.3)


def test_a_percentage_is_what_is_shown(plant):
    _, cell, load, _ = plant
    cell("入炉煤水分").value = 0.115
    cell("入炉煤水分").number_format = "0.0%"
    assert battery(load()).moisture == pytest.approx(0.115)


def test_a_sheet_removed_and_an_older_form_are_told(plant):
    book, _, load, _ = plant
    book.remove(book[BATTERY])
    assert any("缺少工作表" in said for said in problems(load).values())
    book.worksheets[0]["B1"].value = 0
    assert any("其他版本" in said for said in problems(load).values())


def test_rows_far_below_are_read_and_empty_ones_cost_nothing(plant):
    book, _, load, _ = plant
    page = book[BATTERY]
    page.cell(1_048_576, 1).value = "能源消费 / 柴油"
    page.cell(1_048_576, 2).value, page.cell(1_048_576, 3).value = 10, "t"
    assert battery(load()).carriers["diesel"].amount == 10_000


def test_a_template_of_another_language_is_read_by_its_words(tmp_path):
    """What was made for one language is assessed in another, also with the words of the other in its cells."""
    path = tmp_path / "plant.xlsx"
    write_form(tomllib.loads(sector("coking").template), path, "en")
    book = openpyxl.load_workbook(path)
    page = next(sheet for sheet in book.worksheets[1:] if any(cell.value == "Quenching" for cell in sheet["A"]))
    row = next(cell.row for cell in page["A"] if cell.value == "Quenching")
    page.cell(row, 2).value = "干"
    book.save(path)
    assert battery(load_plant(path)).quenching == "dry"


def test_empty_rows_that_a_program_wrote_out_are_passed_over(plant):
    """A million, each with an empty cell of a format, as colouring a whole column leaves them."""
    _, _, load, path = plant
    load()
    rows = b"".join(b'<row r="%d"><c r="A%d" s="1"/></row>' % (each, each) for each in range(200, 1_000_200))
    sheets = iter(("list", "head", "battery"))

    def change(text):
        last = b"</sheetData>" in text and next(sheets, "") == "battery"
        return text.replace(b"</sheetData>", rows + b"</sheetData>", 1) if last else text

    _rewrite(path, change)
    assert battery(load_plant(path)).coke > 0


def test_a_workbook_of_another_kind_is_refused(tmp_path):
    path = tmp_path / "other.xlsx"
    openpyxl.Workbook().save(path)
    with pytest.raises(InputError, match="ecdcalc template"):
        read_workbook(str(path))


def test_a_file_that_is_too_large_is_told_in_words_of_workbooks(tmp_path):
    path = tmp_path / "plant.xlsx"
    path.write_bytes(b"PK" + bytes(20_000_000))
    with pytest.raises(InputError) as refused:
        load_plant(path)
    (told,) = refused.value.problems
    assert (told.key, told.values["most"]) == ("workbook-file-too-large", 20)
    assert "工作簿" in told.say("zh")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password"),
        (b"PK\x03\x04 no zip at all", "no workbook"),
        (b"just text", "no workbook"),
    ],
)
def test_locked_and_broken_files_are_refused(tmp_path, content, says):
    path = tmp_path / "plant.xlsx"
    path.write_bytes(content)
    with pytest.raises(InputError, match=says):
        load_plant(path)


def test_a_zip_bomb_is_not_unpacked(tmp_path):
    path = tmp_path / "plant.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for number in range(7):
            file.writestr(f"xl/worksheets/sheet{number}.xml", bytes(10_000_000))
    with pytest.raises(InputError, match="more than 60 MB"):
        load_plant(path)


def test_entities_are_refused(plant):
    _, _, load, path = plant
    load()
    _rewrite(
        path,
        lambda text: text.replace(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet'),
    )
    with pytest.raises(InputError, match="entities"):
        load_plant(Path(path))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_entities_are_refused_in_any_encoding_that_has_them(plant, encoding):
    _, _, load, path = plant
    load()

    def spoiled(raw):
        text = raw.decode("utf-8").replace('encoding="UTF-8"', 'encoding="UTF-16"')
        return text.replace("<worksheet", '<!DOCTYPE x [<!ENTITY a "aaa">]><worksheet').encode(encoding)

    _rewrite(path, spoiled)
    with pytest.raises(InputError, match="entities"):
        load_plant(Path(path))


@pytest.mark.parametrize("found", ["约60", "x", "六十"])
def test_what_is_no_number_is_told_beside_its_unit(plant, found):
    _, cell, load, _ = plant
    here = cell("焦炭产量（干基）")
    here.value = found
    assert problems(load)[f"{BATTERY}!{here.coordinate}"].endswith(f"“{found}”不是数值，而旁边有单位 万t")


def test_warnings_tell_sheet_and_cell_as_mistakes_do(plant):
    _, cell, load, _ = plant
    coke = cell("焦炭产量（干基）")
    coke.value /= 1000  # 60 万t typed as 0.06
    found = assess(load())
    told = [each.place for each in found.warnings]
    assert f"{BATTERY}!{coke.coordinate} (焦炉[0].焦炭产量（干基）)" in told
    assert [each["place"] for each in found.to_dict("zh")["warnings"]] == told


def test_a_part_that_is_larger_than_it_says_is_refused(plant):
    """The size that stands in the list of parts is made smaller; unpacked it would be more."""
    _, _, load, path = plant
    load()
    raw = path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        part = next(each for each in file.infolist() if each.filename.endswith("sheet3.xml"))
    sizes = part.compress_size.to_bytes(4, "little"), part.file_size.to_bytes(4, "little")
    assert raw.count(b"".join(sizes)) == 2  # before the part, and in the list
    path.write_bytes(raw.replace(b"".join(sizes), sizes[0] + (100).to_bytes(4, "little")))
    with pytest.raises(InputError, match="no workbook that can be read"):
        load_plant(path)


def test_more_rows_than_are_read_are_told(plant, monkeypatch):
    *_, load, _ = plant
    monkeypatch.setattr(workbook, "_MOST_ROWS", 3)
    assert problems(load)[BATTERY].endswith("有数据的行超过 3 行")


@pytest.mark.parametrize("row", [[5], ["  "]])
def test_a_row_with_no_value_says_nothing(plant, row):
    book, _, load, _ = plant
    book[BATTERY].append(row)
    assert battery(load()).coke > 0


def test_a_row_that_stands_twice_is_told_with_the_other_cell(plant):
    book, cell, load, _ = plant
    book[BATTERY].append(["焦炭产量（干基）", 1, "万t"])
    found = problems(load)
    where = f"{BATTERY}!B{book[BATTERY].max_row}"
    assert f"{BATTERY}!{cell('焦炭产量（干基）').coordinate}" in found[where] and "重复给出" in found[where]


@pytest.mark.parametrize("first", ["amount", "property"])
def test_an_amount_and_its_property_may_stand_in_any_order(plant, first):
    book, _, load, _ = plant
    rows = [["能源消费 / 天然气", 100, "万m3"], ["能源消费 / 天然气 / 实测低位发热量", 35, "MJ/m3"]]
    for row in rows if first == "amount" else rows[::-1]:
        book[BATTERY].append(row)
    gas = battery(load()).carriers["natural-gas"]
    assert (gas.amount, gas.lhv) == (1_000_000, 35e6)


def test_a_value_and_a_list_of_one_name_are_one_too_many(plant):
    book, _, load, _ = plant
    book[BATTERY].append(["附注", 5, "t"])
    book[BATTERY].append(["附注 1 / 甲", 6, "t"])
    assert "重复给出（另有 附注）" in problems(load)[f"{BATTERY}!B{book[BATTERY].max_row}"]


def test_a_day_is_read_as_a_day(plant):
    import datetime

    _, cell, load, _ = plant
    cell("关停日期").value = datetime.datetime(2024, 2, 29)
    (case,) = [each for each in load().cases if each.place == "battery[0]"]
    assert (case.kind, case.closed_on) == ("closed", "2024-02-29")


def test_a_unit_that_stands_in_both_cells_is_one(plant):
    _, cell, load, _ = plant
    cell("炭化室高度").value, cell("炭化室高度", 3).value = "430 cm", "cm"
    assert battery(load()).chamber_height == pytest.approx(4.3)


def test_a_percentage_beside_another_unit_is_refused(plant):
    _, cell, load, _ = plant
    here = cell("炭化室高度")
    here.value, here.number_format = 4.3, "0.0%"
    found = problems(load)[f"{BATTERY}!{here.coordinate}"]
    assert "以百分比显示，但旁边的单位是 m" in found


@pytest.mark.parametrize(("text", "said"), [("130,5", "小数点用“.”"), ("0,500", "小数点用“.”"), ("1 300", "数字分组")])
def test_a_slip_in_writing_a_number_is_told_as_of_a_plant_file(plant, text, said):
    _, cell, load, _ = plant
    cell("焦炭产量（干基）").value = text
    (told,) = problems(load).values()
    assert said in told and text in told


def test_a_number_of_full_width_signs_in_a_cell_of_text_is_read(plant):
    _, cell, load, _ = plant
    cell("焦炭产量（干基）").value = "６００，０００"
    cell("焦炭产量（干基）", 3).value = "t"
    assert battery(load()).coke == 600_000_000
