import csv
import io
import json

import pytest
from wcwidth import wcswidth

from ecdcalc import assess
from ecdcalc.report.render import render


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_tables_line_up_with_chinese_text(coking, lang):
    text = render(assess(coking), "table", lang)
    block = []
    for line in [*text.splitlines(), ""]:
        if line.strip():
            block.append(line)
            continue
        rules = [each for each in block if set(each) <= {"-", " "}]
        for rule in rules:
            starts = [at for at, mark in enumerate(rule) if mark == "-" and (at == 0 or rule[at - 1] == " ")]
            for row in block[block.index(rule) + 1 :]:
                widths = [wcswidth(row[: at + 1]) for at in range(len(row))]
                for start in starts[1:]:
                    # the column before ends with two spaces wherever the row reaches that far
                    cell = next((row[at] for at in range(len(row)) if widths[at] - wcswidth(row[at]) == start - 1), " ")
                    assert cell == " ", row
        block = []


def test_csv_has_a_row_for_each_number(coking):
    result = assess(coking)
    rows = list(csv.DictReader(io.StringIO(render(result, "csv", "en"))))
    saved = next(row for row in rows if row["item"] == "energy" and row["section"] == "total")
    assert float(saved["value"]) == pytest.approx(result.saved["energy"] / 1000)
    assert {row["section"] for row in rows} >= {"total", "process", "grade", "measure", "gap"}


def test_csv_keeps_its_keys_and_labels_them_in_the_language(coking):
    result = assess(coking)
    english, chinese = (list(csv.DictReader(io.StringIO(render(result, "csv", lang)))) for lang in ("en", "zh"))
    assert [row["value"] for row in english] == [row["value"] for row in chinese]
    labels = {row["item"]: row["label"] for row in chinese if row["section"] in ("total", "process")}
    assert labels["unit_energy"] == "焦炭单位产品能耗"
    assert all(row["label"] for row in chinese)


def test_json_is_the_contract(coking):
    result = assess(coking)
    assert json.loads(render(result, "json", "zh")) == json.loads(json.dumps(result.to_dict("zh")))


def test_markdown_keeps_outside_text_out_of_its_markup(coking_file, tmp_path):
    from ecdcalc import load_plant

    file = tmp_path / "plant.toml"
    text = coking_file.read_text(encoding="utf-8").replace("河津示例焦化", "a | b <script>")
    file.write_text(text, encoding="utf-8")
    markdown = render(assess(load_plant(str(file))), "markdown", "en")
    assert "<script>" not in markdown
    assert "a \\| b" in markdown
