import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecdcalc.assessment.convert import convert
from ecdcalc.words.errors import DimensionError, InputError, MissingValueError, NotFoundError, UnitError


@pytest.mark.parametrize(
    ("quantity", "to", "options", "value", "factor"),
    [
        ("100 万kWh", "tce", {}, 122.9, "coal-2020/electricity-calorific.coal"),
        ("100 万kWh", "tce", {"basis": "primary", "year": 2024}, 302.4, "supply-rate/2024-final"),
        ("100 万kWh", "tce", {"basis": "primary", "year": 2020}, 305.5, "supply-rate/2020-preliminary"),
        ("1 GJ", "kgce", {"carrier": "heat"}, 34.12, "coal-2020/heat-calorific.coal"),
        ("1 tce", "GJ", {}, 29.3076, "constant/standard-coal-heat"),
        ("7000 kcal", "kgce", {}, 1, "constant/standard-coal-heat"),
        ("1 toe", "GJ", {}, 41.868, "constant/standard-coal-heat"),
        # a standard cubic foot is 60 °F: 28 316.846592 m3 × 273.15 K / 288.7056 K
        ("1e6 scf", "m3", {}, 26791.15, None),
        ("1e6 scf", "m3_20C", {}, 28752.767, None),
        ("100 t", "tce", {"carrier": "raw-coal"}, 71.43, "coal-2020/raw-coal.coal"),
        ("100 t 原煤", "tce", {}, 71.43, "coal-2020/raw-coal.coal"),
        ("100 t raw-coal", "tce", {}, 71.43, "coal-2020/raw-coal.coal"),
        ("71.43 tce", "t", {"carrier": "raw-coal"}, 100, "coal-2020/raw-coal.coal"),
        ("1 万m3", "tce", {"carrier": "natural-gas", "edition": "2008"}, None, None),
        ("3.2 Mt", "t", {}, 3.2e6, None),
    ],
)
def test_conversions(quantity, to, options, value, factor):
    if value is None:
        with pytest.raises(NotFoundError):
            convert(quantity, to, **options)
        return
    found = convert(quantity, to, **options)
    assert found.result.value == pytest.approx(value)
    assert (found.factor.id if found.factor else None) == factor


@given(st.floats(1, 1e9))
def test_there_and_back(amount):
    there = convert(f"{amount!r} kWh", "tce").result
    assert convert(f"{there.value!r} tce", "kWh").result.value == pytest.approx(amount, rel=1e-9)


def test_what_no_factor_joins():
    with pytest.raises(DimensionError):
        convert("1 kWh", "m")
    with pytest.raises(MissingValueError):
        convert("1 m3", "tce", carrier="natural-gas")
    with pytest.raises(NotFoundError, match="raw-coal"):
        convert("1 t", "tce", carrier="raw-cole")


@pytest.mark.parametrize(
    ("quantity", "to", "options", "value"),
    [
        ("1000 m3", "tce", {"carrier": "oxygen"}, 0.4),
        ("1000 L", "tce", {"carrier": "diesel-litre"}, 1.2167),
        ("1000 L", "t", {"carrier": "diesel-litre"}, 0.835),
        ("100 m3", "kgce", {"carrier": "coke-oven-gas", "lhv": "17.58456 MJ/m3"}, 60.0),
        ("100 m3", "GJ", {"lhv": "17.4 MJ/m3"}, 1.74),
        ("100 m3", "kgce", {"factor": "0.65 kgce/m3"}, 65.0),
        ("100 t", "tce", {"carrier": "steam", "pressure": "1 MPa", "temperature": "250 °C"}, 9.757),  # 2943.1 − 83.74
        ("100 t", "GJ", {"carrier": "steam", "pressure": "0.8 MPa"}, 268.46),
        ("10 t", "tce", {"carrier": "steam-petro-1-0"}, 1.086),
        ("1000 L", "kgce", {"carrier": "diesel-litre", "lhv": "29.3076 MJ/kg"}, 835.0),
        ("1000 L", "kgce", {"carrier": "diesel"}, 1216.7),  # a liquid by volume is the liquid
        ("1000 L", "kg", {"carrier": "柴油"}, 835.0),
        ("1.2167 tce", "L", {"carrier": "diesel"}, 1000.0),
        ("1000 kg", "kgce", {"carrier": "diesel"}, 1457.1),
    ],
)
def test_media_steam_liquids_and_measured_values(quantity, to, options, value):
    assert convert(quantity, to, **options).result.value == pytest.approx(value, rel=1e-4)


@pytest.mark.parametrize(("quantity", "told"), [("100 t 油", "油"), ("100 t 石头", "石头"), ("原煤", "原煤")])
def test_a_carrier_behind_a_quantity_is_one_carrier(quantity, told):
    with pytest.raises((NotFoundError, UnitError), match=told):
        convert(quantity, "tce")


def test_what_a_part_of_a_name_may_be_meant_for_is_told():
    with pytest.raises(NotFoundError, match=r"waste-heat \(余热余压"):
        convert("100 GJ", "tce", carrier="余热")


def test_one_factor_at_a_time():
    with pytest.raises(InputError):
        convert("1 m3", "tce", lhv="17 MJ/m3", factor="0.6 kgce/m3")
    with pytest.raises(MissingValueError, match="pressure"):
        convert("1 t", "tce", carrier="steam")
    with pytest.raises(DimensionError):
        convert("1 m3", "tce", factor="0.6 kgce/kg")
    assert "measured heating value" in convert("1 m3", "GJ", lhv="17 MJ/m3").say("en")


@pytest.mark.parametrize(
    ("options", "key"),
    [
        ({"carrier": "steam", "pressure": "99 MPa"}, "formula-outside-range"),
        ({"carrier": "steam", "pressure": "0.8 MPa", "temperature": "900 °C"}, "formula-outside-range"),
        ({"carrier": "steam", "pressure": "0.8 MPa", "temperature": "20 °C"}, "steam-water"),
        ({"carrier": "steam", "pressure": "0.8 MPa", "temperature": "170 °C"}, "steam-water"),  # it boils at 170.4 °C
        ({"carrier": "raw-coal", "pressure": "1 MPa"}, "steam-alone"),
    ],
)
def test_what_is_no_state_of_steam_is_refused(options, key):
    with pytest.raises(InputError) as caught:
        convert("5 t", "tce", **options)
    assert [each.key for each in caught.value.problems] == [key]


def test_steam_just_above_boiling_and_above_the_critical_point_is_taken():
    """IAPWS R7-97: saturation at 0.8 MPa is at 170.41 °C; 25 MPa and 600 °C is 3490 kJ/kg."""
    assert convert("5 t", "tce", carrier="steam", pressure="0.8 MPa", temperature="171 °C").result.value > 0.45
    high = convert("1 t", "MJ", carrier="steam", pressure="25 MPa", temperature="600 °C").result.value
    assert high == pytest.approx(3491 - 84, abs=5)


def test_heat_has_no_published_primary_equivalent():
    with pytest.raises(MissingValueError) as told:
        convert("1 GJ", "tce", carrier="heat", basis="primary")
    assert told.value.key == "primary-heat"


@pytest.mark.parametrize(("lang", "word"), [("en", "edition"), ("zh", "版本")])
def test_an_edition_is_told_where_there_is_one(lang, word):
    assert word in convert("100 t", "tce", carrier="raw-coal").say(lang).lower()
    assert word not in convert("1 tce", "GJ").say(lang).lower()
