import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecdcalc.assessment.plant import assess
from ecdcalc.model.parts.emissions import (
    Stack,
    StackEmission,
    VapourControl,
    VapourSource,
    Wastewater,
    WaterStream,
    abate,
    denitrate,
    replaced,
)
from ecdcalc.numbers.ops import is_missing, missing
from ecdcalc.plugins.parks.heat import ScatteredBoiler
from ecdcalc.read import read_plant
from ecdcalc.words.errors import InputError

shares = st.floats(0, 1)


def test_mass_is_flow_times_concentration():
    # 2.1×10^9 m3 × 180 mg/m3 = 378 t; the printed 10^-6 of T/CSES 144 eq. 1 would give 378 000
    assert StackEmission(flow=2.1e9, concentration=180e-6).monitored == pytest.approx(378e3)


def test_a_measured_mass_comes_first():
    assert StackEmission(mass=5.0, flow=1.0, concentration=1.0).monitored == 5.0


def test_without_a_removal_the_factor_route_says_what_it_lacks():
    class Kiln(Stack):
        nox_generated = 100.0

    assert "removal" in Kiln(nox_stack=StackEmission(run_rate=1.0)).nox.names
    assert Kiln(nox_stack=StackEmission(run_rate=1.0, removal=0.0)).nox == 100.0


def test_a_balance_comes_before_a_factor():
    class Boiler(Stack):
        so2_balance = 80.0
        so2_generated = 100.0

    assert Boiler(so2_stack=StackEmission(run_rate=1.0, removal=0.5)).so2 == 40.0


def test_a_stack_without_any_method_has_a_reason():
    assert is_missing(Stack().nox)


@given(shares, shares)
def test_devices_in_series(first, second):
    once = StackEmission(removal=first, run_rate=1.0)
    assert abate(once, second).passed == pytest.approx((1 - first) * (1 - second), abs=1e-12)


@given(shares)
def test_abatement_acts_on_what_was_measured_too(removal):
    stack = abate(StackEmission(mass=100.0, flow=10.0, concentration=3.0), removal)
    assert (stack.mass, stack.concentration) == pytest.approx((100 * (1 - removal), 3 * (1 - removal)))
    assert is_missing(stack.removal)


def test_vapours_escape_capture_and_destruction():
    class Paint(VapourSource):
        voc_generated = 1000.0

    assert Paint(voc_control=VapourControl(capture=0.85, destruction=0.9, run_rate=1.0)).voc == pytest.approx(235)
    assert is_missing(Paint(voc_control=VapourControl(capture=0.85, destruction=missing("x"), run_rate=1.0)).voc)


def test_water_is_volume_times_concentration():
    # 45 万m3 × 90 mg/L = 40.5 t (× 10^-2 in 10^4 m3)
    water = Wastewater(wastewater=WaterStream(volume=45e4, cod=0.09, nh3n=0.012))
    assert (water.cod, water.nh3n) == pytest.approx((40_500, 5_400))


@given(shares, shares, shares)
def test_devices_in_series_destroy_more_than_each(capture, first, second):
    one = VapourControl(capture=capture, destruction=first, run_rate=1.0)
    both = VapourControl(capture=capture, destruction=first, second=second, run_rate=1.0)
    assert both.destroyed == pytest.approx(1 - (1 - first) * (1 - second))
    assert both.passed <= one.passed + 1e-12


def test_a_test_at_the_device_comes_before_its_rate():
    control = VapourControl(capture=0.9, destruction=0.15, inlet=400e-6, outlet=40e-6, flow=1e6, run_rate=1.0)
    assert control.destroyed == pytest.approx(0.9)
    assert control.removed == pytest.approx(360)
    assert control.after(1000.0) == pytest.approx(640)


def test_what_was_measured_at_a_device_goes_with_the_device():
    old = VapourControl(mass=100.0, capture=0.5, destruction=0.5, inlet=4.0, outlet=1.0, flow=9.0, run_rate=1.0)
    better = replaced(old, destruction=0.9)
    assert is_missing(better.flow) and is_missing(better.inlet)
    assert better.mass == pytest.approx(100 * (1 - 0.5 * 0.9) / (1 - 0.5 * 0.75))
    enclosed = replaced(old, capture=0.9)
    assert is_missing(enclosed.flow) and enclosed.destroyed == pytest.approx(0.75)


def test_of_nothing_emitted_nothing_can_be_told_and_no_division_by_zero():
    assert is_missing(replaced(VapourControl(mass=0.0, capture=1.0, destruction=1.0, run_rate=1.0), capture=0.9).mass)


def test_burnt_coal_slips_ammonia_once_its_nox_is_removed():
    table = {"furnace": "grate", "heat": "1 GJ", "energy": {"raw-coal": "1000 t"}, "nox": {"removal": "0 %"}}
    boiler = read_plant({"year": 2025, "boiler": [table]}, asked="parks").cases[0].baseline
    assert is_missing(boiler.nh3)
    cleaned = denitrate(boiler, 0.5, "sncr")
    assert isinstance(cleaned, ScatteredBoiler) and cleaned.denitration == "sncr"
    assert cleaned.nox_stack.removal == pytest.approx(0.5)


def test_removal_above_what_is_generated_is_refused():
    coating = {
        "area": "1 m2",
        "solvent_borne": {"mass": "10 t"},
        "voc": {"flow": "1 亿m3", "inlet": "400 mg/m3", "outlet": "40 mg/m3"},
    }
    with pytest.raises(InputError) as caught:
        read_plant({"year": 2025, "coating": [coating]}, asked="voc-industries")
    problem = caught.value.problems[0]
    assert problem.key == "removed-above-generated" and "36 t" in problem.say("en") and "6 t" in problem.say("zh")


BOILER = {"heat": "9 万GJ", "furnace": "grate", "nox": {"removal": "0 %"}}
COAL = {"value": "5000 t", "lhv": "20.9 MJ/kg"}


def boiler(energy, **more):
    document = {"sector": "parks", "year": 2025, "boiler": [{**BOILER, **more, "energy": energy}]}
    return assess(read_plant(document))


def test_a_fuel_of_which_no_factor_is_known_leaves_no_zero():
    assert boiler({"raw-coal": COAL}).processes[0].baseline["nox"].value > 0
    with_oil = boiler({"raw-coal": COAL, "fuel-oil": {"value": "100 t", "lhv": "41.8 MJ/kg"}})
    assert is_missing(with_oil.processes[0].baseline["nox"].value)
    reasons = {each["what"]: each["reason"] for each in with_oil.to_dict("en")["not_computed"]}
    assert "nox.mass" in reasons["boiler[0]: NOx"]  # what can be given instead


@pytest.mark.parametrize(("lang", "said"), [("en", "natural gas"), ("zh", "天然气")])
def test_where_nothing_can_be_given_instead_it_says_why(lang, said):
    school = {"kind": "school", "floor_area": "1 万m2", "energy": {"fuel-oil": "10 t", "diesel": "1 t"}}
    found = assess(read_plant({"sector": "public-institutions", "year": 2025, "institution": [school]})).to_dict(lang)
    reasons = {each["what"]: each["reason"] for each in found["not_computed"]}
    assert said in reasons["institution[0]: NOx"]
    del school["energy"]["fuel-oil"]  # diesel is of vehicles
    found = assess(read_plant({"sector": "public-institutions", "year": 2025, "institution": [school]})).to_dict(lang)
    assert "institution[0]: NOx" not in {each["what"] for each in found["not_computed"]}


def test_a_monitored_value_counts_whatever_is_burnt():
    oil = {"raw-coal": COAL, "fuel-oil": {"value": "100 t", "lhv": "41.8 MJ/kg"}}
    found = boiler(oil, nox={"mass": "12 t"}).processes[0].baseline["nox"].value
    assert found == 12_000


def test_a_fuel_that_is_listed_but_not_burnt_changes_nothing():
    none = {"raw-coal": COAL, "fuel-oil": {"value": "0 t", "lhv": "41.8 MJ/kg"}}
    one, other = (boiler(energy).processes[0].baseline["nox"].value for energy in ({"raw-coal": COAL}, none))
    assert one == other
