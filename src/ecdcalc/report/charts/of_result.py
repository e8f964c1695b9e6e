"""Which pictures a result has: made from its contract, in one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from ecdcalc.assessment.plant import Assessment
from ecdcalc.assessment.region.assess import RegionAssessment
from ecdcalc.model.evaluation import POLLUTANTS
from ecdcalc.model.region import Shape
from ecdcalc.report.charts.chart import Chart, Charts
from ecdcalc.report.charts.cost_curve import cost_curve
from ecdcalc.report.charts.decline import decline
from ecdcalc.report.charts.limits import limits
from ecdcalc.report.charts.sankey import sankey
from ecdcalc.report.charts.scoreboard import plant_scoreboard, region_scoreboard
from ecdcalc.report.charts.spread import spread
from ecdcalc.report.charts.tiles import tiles
from ecdcalc.report.charts.waterfall import waterfall


def charts_of(result: Assessment | RegionAssessment) -> Charts:
    """Return the pictures of an assessment of a plant or of a region."""
    if isinstance(result, RegionAssessment):
        return Charts(lambda lang: region_charts(result.to_dict(lang), lang, result.region.map))
    return Charts(lambda lang: plant_charts(result.to_dict(lang), lang))


def plant_charts(found: Mapping[str, Any], lang: str) -> Sequence[Chart]:
    """Return the pictures of the contract of a plant, the answer first."""
    return [each for each in _plant(found, lang) if each]


def _plant(found: Mapping[str, Any], lang: str) -> Iterator[Chart | None]:
    yield from (waterfall(found, name, lang) for name in ("energy", *POLLUTANTS.values()))
    yield from (sankey(found, state, lang) for state in ("baseline", "reporting"))
    yield limits(found, lang)
    yield plant_scoreboard(found, lang)
    yield _spread(found, lang)


def _spread(found: Mapping[str, Any], lang: str) -> Chart | None:
    return spread(found["chance"], lang) if "chance" in found else None


def region_charts(found: Mapping[str, Any], lang: str, shapes: Sequence[Shape] = ()) -> Sequence[Chart]:
    """Return the pictures of the contract of a region; its counties as tiles, or as the user's own map draws them."""
    made = (region_scoreboard(found, lang), decline(found, lang), tiles(found, lang, shapes), _spread(found, lang))
    return [each for each in made if each]


def choice_charts(found: Mapping[str, Any], lang: str) -> Sequence[Chart]:
    """Return the pictures of the contract of a choice of measures."""
    return [each for each in (cost_curve(found, lang),) if each]


def charts_of_choice(made: Mapping[str, Mapping[str, Any]]) -> Charts:
    """Return the pictures of a choice, from its contract in each language."""
    return Charts(partial(_of_choice, made))


def _of_choice(made: Mapping[str, Mapping[str, Any]], lang: str) -> Sequence[Chart]:
    return choice_charts(made[lang], lang)
