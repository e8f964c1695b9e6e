import re
import sys

import pytest

from ecdcalc.report.charts import draw
from ecdcalc.report.charts.chart import drawing
from ecdcalc.words.errors import InputError

SPEC = drawing("t", "a", 20, text=[{"x": 0, "y": 10, "text": "<b>&能</b>"}])


def test_without_the_library_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(InputError, match=r"ecdcalc\[html\]"):
        draw.svg(SPEC, "x")


def test_text_is_escaped_and_stays_text():
    pytest.importorskip("vl_convert")
    drawn = draw.svg(SPEC, "x")
    assert "&lt;b&gt;&amp;能&lt;/b&gt;" in drawn
    assert not re.search(r"<(script|image|foreignObject|a)\b", drawn)


def test_inner_names_belong_to_one_picture():
    pytest.importorskip("vl_convert")
    names = '<clipPath id="clip0"/><g clip-path="url(#clip0)"/><rect fill="url(#gradient_1)"/>'
    renamed = draw._IDS.sub(lambda found: f"{found[1]}one-{found[2]}", names)
    assert renamed.count("one-clip0") == 2 and "url(#one-gradient_1)" in renamed


def test_a_png_without_a_font_for_its_text_is_refused(monkeypatch):
    pytest.importorskip("vl_convert")
    monkeypatch.setattr(draw, "chinese_font", lambda: False)
    with pytest.raises(InputError, match="Noto Sans CJK"):
        draw.png(SPEC, 1)
    plain = drawing("t", "a", 20, text=[{"x": 0, "y": 10, "text": "abc"}])
    assert draw.png(plain, 1).startswith(b"\x89PNG")


def test_chinese_text_is_drawn_where_a_font_is():
    """Without one all signs are the same box; said where there is none."""
    pytest.importorskip("vl_convert")
    if not draw.chinese_font():
        pytest.skip("no font for Chinese text here")
    other = drawing("t", "a", 20, text=[{"x": 0, "y": 10, "text": "<b>&炉</b>"}])
    assert draw.png(SPEC, 1) != draw.png(other, 1)


def test_a_text_without_end_is_cut():
    pytest.importorskip("vl_convert")
    drawn = draw.svg(drawing("t" * 10_000, "a", 20, text=[{"x": 0, "y": 10, "text": "长" * 10_000}]), "x")
    assert f"{'长' * 199}…" in drawn and f"{'t' * 199}…" in drawn and len(drawn) < 4000
