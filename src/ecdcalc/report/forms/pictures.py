"""The pictures of a form: drawn where the layout asks for them, each with the text that stands for it."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator, Mapping
from html import escape
from importlib import import_module
from typing import Any

from attrs import frozen

from ecdcalc.assessment.contract.form import ASSESSMENT
from ecdcalc.report.charts.chart import Chart
from ecdcalc.report.charts.on_paper import OF_PLANT, OF_REGION
from ecdcalc.report.setting import one_line
from ecdcalc.words.errors import EcdcalcError

WIDEST, HIGHEST = 160, 120
"""Millimetres of a picture on a page that lies on its side."""
_SIZE = slice(16, 24)
"""Where a PNG says how wide and how high it is."""
_PROPERTIES = re.compile(r"<(wp:docPr|pic:cNvPr) ")


def names_of(kind: str) -> list[str]:
    """Return the names by which a layout asks for pictures: `picture.sankey_baseline`."""
    return [each.replace("-", "_") for each in (OF_PLANT if kind == ASSESSMENT else OF_REGION)]


def png(chart: Chart) -> bytes:
    """Return a picture as it is put into a document."""
    return chart.png()


@frozen
class Shown:
    """What a layout finds under the name of a picture: one entry where the result has it, else none."""

    chart: Chart | None
    template: Any
    lang: str

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        if self.chart is None:
            return
        alt = one_line(self.chart.alt)
        try:
            image = png(self.chart)
        except EcdcalcError as error:
            yield {"image": "", "alt": f"{alt} ({error.say(self.lang)})"}
        else:
            yield {"image": _inline(self.template, image, self.chart.title, alt), "alt": alt}


def _inline(template: Any, image: bytes, title: str, alt: str) -> Any:
    """Return a picture in a line of text; a reader of the screen finds what it says."""
    inline: Any = import_module("docxtpl").InlineImage
    millimetres = import_module("docx.shared").Mm

    class Picture(inline):  # type: ignore[misc]
        def _insert_image(self) -> str:
            said = f'title="{escape(title)}" descr="{escape(alt)}" '
            return _PROPERTIES.sub(lambda found: found[0] + said, str(super()._insert_image()))

    width, height = struct.unpack(">II", image[_SIZE])
    shown = min(WIDEST, HIGHEST * width / height)
    return Picture(template, io.BytesIO(image), width=millimetres(shown))
