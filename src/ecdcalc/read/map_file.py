"""A map of the user's own (GeoJSON): the outlines of counties, by the names that the region file gives them.

No map comes with the package: where borders run is not for it to say.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from ecdcalc.model.region import Point, Ring, Shape
from ecdcalc.reference.outside import MOST_BYTES, decoded, outside_bytes
from ecdcalc.words.errors import InputError, Problem

_MOST_POINTS = 30_000
"""Of all outlines: more do not make the picture of a page any better."""
_DIGITS = 4
"""Of degrees: some ten metres, less than a picture shows."""
_KINDS = ("Polygon", "MultiPolygon")
"""The outlines that are drawn."""
_FEWEST = 4
_LONGEST = 200


def load_map(path: str, counties: Sequence[str]) -> tuple[Shape, ...]:
    """Return the outlines of a GeoJSON file. Raises `InputError`.

    A feature is named by whichever of its properties is the name of a county; one that is none stays without name.
    """
    return read_map(outside_bytes(path, 2 * MOST_BYTES), path, counties)


def read_map(raw: bytes, path: str, counties: Sequence[str]) -> tuple[Shape, ...]:
    """Return the outlines of the contents of a GeoJSON file, with the exterior of each clockwise."""
    text = decoded(raw, path)
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _refused(path, "map-not-json", reason=str(error)[:80]) from None
    features = found.get("features") if isinstance(found, Mapping) else None
    if not isinstance(features, list) or not features:
        raise _refused(path, "map-no-features")
    problems: list[Problem] = []
    shapes = [_shape(each, f"{path} features[{number}]", counties, problems) for number, each in enumerate(features)]
    known = [each for each in shapes if each is not None]
    if not problems and not any(each.name for each in known):
        problems.append(Problem(path, "map-no-county", {"names": ", ".join(counties)[:_LONGEST]}))
    points = sum(len(ring) for each in known for polygon in each.polygons for ring in polygon)
    if points > _MOST_POINTS:
        problems.append(Problem(path, "map-too-fine", {"found": points, "most": _MOST_POINTS}))
    if problems:
        raise InputError(problems)
    return tuple(known)


def _shape(feature: Any, place: str, counties: Sequence[str], problems: list[Problem]) -> Shape | None:
    geometry = feature.get("geometry") if isinstance(feature, Mapping) else None
    kind = geometry.get("type") if isinstance(geometry, Mapping) else None
    if not isinstance(geometry, Mapping) or kind not in _KINDS:
        problems.append(Problem(place, "map-geometry", {"found": str(kind)[:40], "known": ", ".join(_KINDS)}))
        return None
    properties = feature.get("properties")
    values = properties.values() if isinstance(properties, Mapping) else ()
    name = next((each for each in values if isinstance(each, str) and each in counties), "")
    given = geometry.get("coordinates")
    try:
        polygons = [tuple(_rings(each)) for each in _listed([given] if kind == "Polygon" else given)]
    except (TypeError, ValueError, IndexError, OverflowError):
        problems.append(Problem(place, "map-coordinates", {}))
        return None
    return Shape(name, tuple(polygons))


def _rings(polygon: Any) -> Iterator[Ring]:
    """Yield the rings of a polygon, each closed: the exterior clockwise, as it is drawn, its holes the other way."""
    for number, given in enumerate(_listed(polygon)):
        ring = [_point(each) for each in _listed(given)]
        if len(ring) < _FEWEST or ring[0] != ring[-1]:
            raise ValueError
        clockwise = sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in pairwise(ring)) > 0
        yield tuple(ring if clockwise == (number == 0) else reversed(ring))


def _listed(found: Any) -> list[Any]:
    if not isinstance(found, list) or not found:
        raise ValueError
    return found


def _point(given: Any) -> Point:
    """Return a place in degrees east and north; metres of a projection are none."""
    east, north = float(given[0]), float(given[1])
    if not (-180 <= east <= 180 and -90 <= north <= 90):
        raise ValueError
    return round(east, _DIGITS), round(north, _DIGITS)


def _refused(path: str, key: str, **values: object) -> InputError:
    return InputError([Problem(path[:_LONGEST], key, values)])
