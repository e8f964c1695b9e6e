import re

import pypdf
import pytest
from city import example

from ecdcalc.report.paper.region import write_pages
from ecdcalc.words.labels import amount


def number_of(shown):
    """What a table shows that has the unit in its head."""
    return re.match(r"-?[\d,.]+(?:e[-+]?\d+)?", shown)[0]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_first_page_of_the_city_is_the_scoreboard_and_its_numbers_are_those_of_the_json(lang, tmp_path):
    write_pages(example(), tmp_path / "x.pdf", lang)
    reader = pypdf.PdfReader(tmp_path / "x.pdf")
    first = reader.pages[0].extract_text()
    found = example().to_dict(lang)
    assert {"zh": "目标完成情况", "en": "Scoreboard"}[lang] in first
    for count in found["scoreboard"].values():
        assert str(count) in first
    text = "".join("".join(page.extract_text() for page in reader.pages).split())
    for name in found["counties"]:
        assert "".join(name.split()) in text
    numbers = [each[name] for each in found["targets"] for name in ("limit", "value", "gap")]
    numbers += [each.get(name) for each in found["counties"].values() for name in ("done", "total_growth")]
    numbers += [
        *found["rollup"]["total"].values(),
        *(each["counted"] for each in found["projects"]["counted"].values()),
    ]
    shown = ["".join((amount(each, lang) if each else "").split()) for each in numbers]
    told = re.sub(r"（部分）|\(part\)", "", text)
    assert [each for each in shown if each and each not in told and number_of(each) not in told] == []
