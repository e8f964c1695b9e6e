"""Rows that lack an input say what is known of them nevertheless."""

import polars
import pytest

from ecdcalc import assess
from ecdcalc.assessment.tables.portfolio import portfolio
from ecdcalc.numbers.units import unit

CONTEXT = {"sector": "steel", "process": "blast-furnace", "year": 2025, "grid_year": 2023}


@pytest.mark.parametrize("lazy", [False, True])
def test_co2_that_lacks_the_same_before_and_after_is_saved_all_the_same(lazy):
    count = 3
    frame = polars.DataFrame(
        {
            "iron [t]": [1e6] * count,
            "energy.coke [t]": [400_000.0] * count,
            "reporting.energy.coke [t]": [390_000.0] * count,
            "limestone [t]": [1000.0, None, None],
            "dolomite [t]": [0.0, 0.0, 0.0],
            "reporting.limestone [t]": [None, None, 900.0],
        }
    )
    answer = portfolio(frame.lazy() if lazy else frame, **CONTEXT)
    found = answer.results.collect() if lazy else answer.results
    saved = found["saved.CO2 [t]"].to_list()
    assert saved[0] == pytest.approx(saved[1]) and saved[2] is None
    assert found["baseline.CO2 [t]"].is_null().to_list() == [False, True, True]


def test_a_carrier_of_which_nothing_is_used_needs_no_factor():
    # coke-oven gas has no single coal factor, and none of it is used in the first row
    frame = polars.DataFrame({"iron [t]": [1e6, 1e6], "energy.coke-oven-gas [m3]": [0.0, 1000.0]})
    found = portfolio(frame, **CONTEXT).results["baseline.energy [tce]"].to_list()
    assert found == [0.0, None]


def test_a_default_that_cannot_be_decided_drops_out_as_it_does_of_a_plant_file():
    given = {"raw_coal": "100 万t", "method": "underground", "gas_emission": "10 m3/t"}
    after = {"reporting": {"energy": {"electricity": "0.9 GWh"}}}
    plant = {"sector": "coal", "year": 2025, "grid_year": 2023,
             "mine": [{**given, "energy": {"electricity": "1 GWh"}, **after}]}  # fmt: skip
    row = polars.DataFrame(
        {
            "raw_coal [万t]": [100.0],
            "method": ["underground"],
            "gas_emission [m3/t]": [10.0],
            "energy.electricity [GWh]": [1.0],
            "reporting.energy.electricity [GWh]": [0.9],
        }
    )
    found = portfolio(row, sector="coal", process="mine", year=2025, grid_year=2023).results
    saved = assess(plant).processes[0].saved["co2e"]
    # 100 MWh of the national grid of 2023: 0.5306 t/MWh; the methane is the same before and after
    assert [unit("t").out(saved), *found["saved.co2e [t]"]] == pytest.approx([53.06, 53.06])
    assert found["baseline.co2e [t]"].to_list() == [None]
