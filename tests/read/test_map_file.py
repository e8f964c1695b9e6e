import json
from itertools import pairwise

import pytest
from city import city, written

from ecdcalc import assess_region, load_region
from ecdcalc.read.map_file import load_map, read_map
from ecdcalc.words.errors import InputError

COUNTIES = ["乙县", "丙县"]


def ring(east, north, size=0.5):
    """A square as RFC 7946 has it: the exterior against the clock."""
    return [[east, north], [east + size, north], [east + size, north + size], [east, north + size], [east, north]]


def feature(name, coordinates, kind="Polygon", **properties):
    return {
        "type": "Feature",
        "properties": {"NAME": name, **properties},
        "geometry": {"type": kind, "coordinates": coordinates},
    }


def raw(*features):
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False).encode()


def area(points):
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(points)) / 2


def test_outlines_are_found_by_the_names_of_the_counties_and_run_clockwise():
    hole = ring(110.1, 35.1, 0.1)
    found = read_map(
        raw(
            feature("乙县", [ring(110, 35), hole]),
            feature("别处", [ring(112, 35)]),
            feature("x", [[ring(111, 35)], [ring(111, 36)]], "MultiPolygon", adm="丙县"),
        ),
        "map.geojson",
        COUNTIES,
    )
    assert [each.name for each in found] == ["乙县", "", "丙县"]
    ((exterior, inner),) = found[0].polygons
    assert area(exterior) == pytest.approx(-0.25) and area(inner) == pytest.approx(0.01)
    assert len(found[2].polygons) == 2


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (b"{", "map-not-json"),
        (b"[" * 100_000, "map-not-json"),
        (b"[]", "map-no-features"),
        (b'{"features": []}', "map-no-features"),
        (raw("x"), "map-geometry"),
        (raw(feature("乙县", [110, 35], "Point")), "map-geometry"),
        (raw(feature("乙县", [ring(500_000, 4_000_000)])), "map-coordinates"),
        (raw(feature("乙县", [ring(110, 35)[:-1]])), "map-coordinates"),
        (raw(feature("乙县", [[["a", "b"]] * 4])), "map-coordinates"),
        (raw(feature("乙县", None)), "map-coordinates"),
        (raw(feature("乙县", [])), "map-coordinates"),
        (raw(feature("乙县", [[[float("nan"), 1.0]] * 5])), "map-coordinates"),
        (raw(feature("甲县", [ring(110, 35)])), "map-no-county"),
        (raw(feature("乙县", [[[110.0, 35.0]] * 30_001])), "map-too-fine"),
    ],
)
def test_what_is_no_map_of_the_counties_is_refused(text, key):
    with pytest.raises(InputError) as refused:
        read_map(text, "map.geojson", COUNTIES)
    assert refused.value.problems[0].key == key
    assert refused.value.say("zh") != refused.value.say("en")


def test_every_broken_outline_is_told_in_one_pass():
    with pytest.raises(InputError) as refused:
        read_map(raw(feature("乙县", []), feature("丙县", [1], "Point")), "m", COUNTIES)
    assert [each.place for each in refused.value.problems] == ["m features[0]", "m features[1]"]


def test_a_region_file_names_its_map(tmp_path):
    (tmp_path / "map.geojson").write_bytes(raw(feature("乙县", [ring(110, 35)])))
    region = load_region(written(tmp_path, city(map="map.geojson")))
    chart = assess_region(region).charts["counties"]
    assert "丙县" in chart.table.notes[0]
    assert assess_region(load_region(written(tmp_path, city()))).charts.get("counties") is None


@pytest.mark.parametrize("named", ["none.geojson", "", 5])
def test_a_map_that_is_not_there_is_refused(named, tmp_path):
    with pytest.raises(InputError):
        load_region(written(tmp_path, city(map=named)))


def test_a_device_is_no_map():
    with pytest.raises(InputError):
        load_map("/dev/zero", COUNTIES)
