import csv
import io
import json

import pytest
from city import city, written

from ecdcalc import assess, assess_region, load_region
from ecdcalc.report.outputs import ASSESSMENT, CHOICE, NAMES, REGION, Asked, suffix_of


def test_the_longest_suffix_is_meant():
    forms = {".json": None, ".ecd.json": None}
    assert suffix_of("a/b.ecd.json", forms) == ".ecd.json"
    assert suffix_of("B.JSON", forms) == ".json"
    assert suffix_of("b.ods", forms) is None
    assert suffix_of("a/.json", forms) is None  # a hidden file without a suffix


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("suffix", sorted(ASSESSMENT))
def test_every_form_of_a_plant(coking, suffix, lang, tmp_path):
    file = tmp_path / f"out{suffix}"
    ASSESSMENT[suffix](assess(coking), file, Asked(lang))
    raw = file.read_bytes()
    if suffix.endswith(".json"):
        found = json.loads(raw)
        assert found.get("result", found)["totals"]["energy_saved"]["unit"] == "tce"
    elif suffix == ".csv":
        assert raw.startswith(b"\xef\xbb\xbf")
        assert next(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))[0] == "section"
    elif suffix in (".xlsx", ".docx"):
        assert raw.startswith(b"PK")
    elif suffix == ".pdf":
        assert raw.startswith(b"%PDF")
    else:
        assert {"en": "Sources", "zh": "数据来源"}[lang] in raw.decode("utf-8")


@pytest.mark.parametrize("suffix", sorted(REGION))
def test_every_form_of_a_region(suffix, tmp_path):
    result = assess_region(load_region(written(tmp_path, city())))
    file = tmp_path / f"out{suffix}"
    REGION[suffix](result, file, Asked("zh"))
    assert file.stat().st_size > 1000


def test_all_results_have_the_forms_of_format():
    for forms in (ASSESSMENT, REGION, CHOICE):
        assert set(NAMES.values()) | {".xlsx"} <= set(forms)
