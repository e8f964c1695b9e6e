import math

import pytest
from attrs import evolve
from city import CITY, by_year, city, written

from ecdcalc import load_region
from ecdcalc.assessment.region.dual_control import (
    Decline,
    dual_control,
    growth,
    listed_energy,
    ratio_decline,
    total_energy,
)
from ecdcalc.model.region import Rules
from ecdcalc.numbers.ops import Missing


def read(folder, document=CITY):
    return load_region(written(folder, document))


def test_by_hand(tmp_path):
    found = dual_control(read(tmp_path), 0.155)
    # 1000 → 1100 万tce on 1000 → 1250 亿元: 1 − (1100/1250) / 1 = 12 %
    assert found.done == pytest.approx(0.12, rel=1e-12)
    assert found.compounded == pytest.approx(found.done, rel=1e-12)
    assert found.remaining == pytest.approx(1 - 0.845 / 0.88, rel=1e-12)
    assert found.allowed == pytest.approx(0.845 * 1250e7, rel=1e-12)  # 万tce to kg of coal equivalent
    assert found.growth_effect == pytest.approx(250e7, rel=1e-12)
    assert found.yearly_even == pytest.approx(1 - 0.845**0.2, rel=1e-12)
    assert found.path == pytest.approx(0.155, rel=1e-12) and found.yearly_left is None


def test_what_is_left_out(tmp_path):
    document = city()
    document["series"]["renewable_electricity"] = by_year(10000, 110000, "万kWh")
    document["series"]["feedstock"] = by_year(10, 10, "万tce")
    region = read(tmp_path, document)
    last = dual_control(region, None).rows[-1]
    # 1100 − (110000 − 10000) 万kWh × 0.1229 kgce/kWh = 12.29 万tce − 10
    assert last.controlled == pytest.approx((1100 - 12.29 - 10) * 1e7, rel=1e-12)
    all_in = evolve(region, rules=Rules(exclude_renewables=False, exclude_feedstock=False))
    assert dual_control(all_in, None).rows[-1].controlled == pytest.approx(1100e7, rel=1e-12)


def test_the_primary_basis_takes_one_factor_for_all_years(tmp_path):
    document = city()
    document["series"]["electricity_import"] = by_year(100000, 100000, "万kWh")
    found = dual_control(read(tmp_path, document), None, "primary")
    # 1e9 kWh × (0.3049 − 0.1229) kgce/kWh = 18.2 万tce in every year
    assert found.rows[0].energy == pytest.approx(1018.2e7, rel=1e-12)
    assert found.rows[-1].energy == pytest.approx(1118.2e7, rel=1e-12)
    assert "supply-rate/2020-final" in found.factors


def test_half_way(tmp_path):
    found = dual_control(read(tmp_path, city(year=2023)), 0.155)
    assert found.path == pytest.approx(1 - 0.845**0.6, rel=1e-12)
    assert found.yearly_left == pytest.approx(1 - (1 - found.remaining) ** 0.5, rel=1e-12)


def test_what_is_missing_is_named(tmp_path):
    document = city()
    del document["series"]["feedstock"]
    region = read(tmp_path, document)
    found = dual_control(region, 0.155)
    assert isinstance(found, Missing) and found.names == {"甲市.series.feedstock"}
    assert isinstance(dual_control(region, 0.155, "primary"), Missing)
    assert isinstance(ratio_decline(region, "population", "gdp"), Missing)
    assert isinstance(growth(region, "population"), Missing)


def test_other_declines(tmp_path):
    region = read(tmp_path)
    steel = ratio_decline(region, "sector_energy.steel", "value_added.steel")
    assert isinstance(steel, Decline) and steel.value == pytest.approx(1 - 270 / 110 / 3, rel=1e-12)
    assert growth(region, "coal").value == pytest.approx(-0.02, rel=1e-12)


def test_progress_of_the_target(tmp_path):
    found = dual_control(read(tmp_path, city(year=2023)), 0.155)
    assert found.progress == pytest.approx(math.log(1 - found.done) / math.log(0.845), rel=1e-12)
    assert dual_control(read(tmp_path), None).progress is None


LISTED = {"name": "大项目", "approval": "某文", "energy": {"2024": "20 万tce", "2025": "30 万tce"}}


def test_single_listing_needs_an_approval_and_its_switch(tmp_path):
    document = city()
    document["county"][0]["single_listed"] = [LISTED]
    document["county"][0]["series"] |= {
        "feedstock": by_year(0, 0, "万tce"),
        "renewable_electricity": by_year(0, 0, "万kWh"),
    }
    region = read(tmp_path, document)
    assert dual_control(region, None).rows[-1].controlled == pytest.approx(1070e7, rel=1e-12)
    assert dual_control(region, None).rows[-1].listed == 30e7 and listed_energy(region, 2023) == 0
    assert dual_control(region.counties[0], None).rows[-1].controlled == pytest.approx(420e7, rel=1e-12)
    counted = evolve(region, rules=Rules(exclude_listed=False))
    assert dual_control(counted, None).rows[-1].controlled == pytest.approx(1100e7, rel=1e-12)
    document["county"][0]["single_listed"] = [{**LISTED, "approval": ""}]
    assert listed_energy(read(tmp_path, document), 2025) == 0


def test_total_energy_moves_with_faster_growth_only(tmp_path):
    # GDP 1000 → 1250 is 4.5640 % a year; 1000 万tce at −15.5 %
    slow = read(tmp_path, city(expected_growth="4 %"))
    found = total_energy(slow, dual_control(slow, 0.155))
    assert found.target == pytest.approx(845e7 * 1.04**5, rel=1e-12)
    assert found.adjusted == pytest.approx(845e7 * 1.25, rel=1e-12)  # at the GDP that came about
    assert found.gap == pytest.approx(1100e7 - 845e7 * 1.25, rel=1e-12) and not found.given
    assert found.actual == pytest.approx(1.25**0.2 - 1, rel=1e-12)
    fast = read(tmp_path, city(expected_growth="5 %"))
    found = total_energy(fast, dual_control(fast, 0.155))
    assert found.adjusted == found.target == pytest.approx(845e7 * 1.05**5, rel=1e-12)


def test_a_total_that_was_handed_down(tmp_path):
    region = read(tmp_path, city(expected_growth="4 %", energy_total="1080 万tce"))
    found = total_energy(region, dual_control(region, 0.155))
    assert found.given and found.target == pytest.approx(1080e7)
    assert found.adjusted == pytest.approx(1080e7 * 1.25 / 1.04**5, rel=1e-12)
    half = read(tmp_path, city(expected_growth="4 %", energy_total="1080 万tce", year=2022))
    assert total_energy(half, dual_control(half, 0.155)).target == pytest.approx(1032e7)  # two fifths of the way
    plain = read(tmp_path)
    assert total_energy(plain, dual_control(plain, 0.155)) is None


def test_nothing_is_divided_by_zero(tmp_path):
    document = city()
    document["series"]["coal"] = by_year(0, 0, "万t")
    document["series"]["value_added"]["steel"] = by_year(0, 110, "亿元")
    region = read(tmp_path, document)
    assert growth(region, "coal").names == {"甲市.series.coal > 0"}
    assert isinstance(ratio_decline(region, "sector_energy.steel", "value_added.steel"), Missing)


def test_a_year_without_a_published_supply_rate_is_named(tmp_path):
    """The other basis takes the coal rate of the base year, of which none was published for 1990."""
    document = city()
    document["series"]["electricity_import"] = by_year(0, 0, "万kWh")
    region = read(tmp_path, document)
    assert not isinstance(dual_control(region, 0.155, "primary"), Missing)
    found = dual_control(evolve(region, base_year=1990), 0.155, "primary")
    assert isinstance(found, Missing) and all("1990" in each for each in found.names)
