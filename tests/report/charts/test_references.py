"""Pictures look as they were looked at: small grey references, with a tolerance for fonts and smoothing.

A changed picture is looked at, and its reference written anew by `python tests/report/charts/test_references.py`.
"""

import io
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "references"
sys.path.insert(0, str(Path(__file__).parents[2]))
SMALL = 160
"""Width of a reference in pixels: outlines and shades, no letters."""
MOST = 6.0
"""Mean difference of grey, of 255, that other fonts and smoothing may make."""
PICTURES = [
    ("coking", "en", "waterfall-energy"), ("coking", "en", "sankey-baseline"), ("coking", "en", "limits"),
    ("city", "zh", "scoreboard"), ("city", "zh", "decline"), ("city", "zh", "counties"),
    ("steel", "zh", "spread"), ("coking", "en", "cost-curve"),
]  # fmt: skip
"""One of each kind of picture."""


def pictures(name, lang, id):
    from shown import assessed

    if id == "cost-curve":
        from priced import coking

        from ecdcalc.decide.choose import choose
        from ecdcalc.decide.contract import contract
        from ecdcalc.decide.question import read_question
        from ecdcalc.report.charts.of_result import choice_charts

        plant = coking(economics={"rate": "12 %", "rate_is": "real"})  # some measures earn money, some cost it
        found = contract(choose(plant, read_question(reduce=["CO2=350000 t"])), lang)
        return {each.id: each for each in choice_charts(found, lang)}
    result = assessed(name)
    if id == "spread":
        from ecdcalc.decide.chance import with_chance

        result = with_chance(result, 2000, 1)
    return result.charts.zh if lang == "zh" else result.charts


def small(name, lang, id):
    from PIL import Image

    drawn = pictures(name, lang, id)[id].png(1)
    image = Image.open(io.BytesIO(drawn)).convert("L")
    return image.resize((SMALL, round(image.height * SMALL / image.width)))


def difference(one, other):
    from PIL import ImageChops, ImageStat

    return ImageStat.Stat(ImageChops.difference(one, other)).mean[0]


@pytest.mark.parametrize(("name", "lang", "id"), PICTURES)
def test_a_picture_is_what_it_was(name, lang, id):
    images = pytest.importorskip("PIL.Image")
    pytest.importorskip("vl_convert")
    from ecdcalc.report.charts.draw import chinese_font

    if not chinese_font():
        pytest.skip("no font for Chinese text here")
    reference = images.open(FOLDER / f"{name}-{id}.png")
    found = small(name, lang, id)
    assert abs(found.height - reference.height) <= 3
    assert difference(found.resize(reference.size), reference) < MOST


def test_another_picture_is_told_apart():
    images = pytest.importorskip("PIL.Image")
    one, *others = (images.open(FOLDER / f"{name}-{id}.png") for name, _, id in PICTURES)
    assert all(difference(one, each.resize(one.size)) > MOST for each in others)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for picture in PICTURES:
        small(*picture).save(FOLDER / f"{picture[0]}-{picture[2]}.png", optimize=True)
