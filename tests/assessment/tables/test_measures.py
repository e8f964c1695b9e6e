"""A measure in a row saves what the same measure saves in a plant file."""

import polars
import pytest

from ecdcalc.assessment.plant import assess
from ecdcalc.assessment.tables.invented import invented
from ecdcalc.assessment.tables.portfolio import portfolio
from ecdcalc.model.sector import sectors
from ecdcalc.read.plant import read_plant
from tests.assessment.tables.rows import document_of_table

CONTEXT = {"year": 2025, "grid_year": 2023}
WITH_MEASURES = [
    pytest.param(sector, cls, id=f"{sector.id}.{cls.about.key}")
    for sector in sectors().values()
    for cls in sector.processes
    if "measure" in invented(sector.id, cls.about.key, 1).columns and not cls.about.rolls_up
]


@pytest.mark.parametrize(("sector", "cls"), WITH_MEASURES)
def test_a_measure_in_a_row_saves_what_it_saves_in_a_plant_file(sector, cls):
    frame = invented(sector.id, cls.about.key, 6).with_columns(number=polars.int_range(polars.len()))
    answer = portfolio(frame, sector=sector.id, process=cls.about.key, **CONTEXT)
    assert answer.results.height, answer.rejects["reason"].to_list()
    for row in answer.results.iter_rows(named=True):
        given = {key: value for key, value in row.items() if key in frame.columns and key != "number"}
        table = document_of_table(cls, given)
        document = {"sector": sector.id, **CONTEXT, cls.about.key: table if cls.about.single else [table]}
        result = assess(read_plant(document)).processes[0]
        for name in ("energy", "electricity", "nox", "co2"):
            key = next(
                (each for each in row if each.startswith(f"saved.{ {'nox': 'NOx', 'co2': 'CO2'}.get(name, name) } [")),
                None,
            )
            value = result.saved.get(name)
            if not isinstance(value, float):
                assert key is None or row[key] is None
                continue
            unit = result.outputs[name].unit
            states = (result.baseline[name].value, result.reporting[name].value)
            sizes = [abs(state) for state in states if isinstance(state, float)] or [0.0]
            assert row[key] == pytest.approx(unit.out(value), rel=1e-9, abs=unit.out(max(sizes)) * 1e-12)


def test_heat_that_a_measure_saves_becomes_electricity_at_its_temperature():
    """38 kgce/t of 600 000 t of coke, heat of 1000 °C of which 30 % become electricity, and Carnot allows 76 %."""
    row = {"coke [万t]": 60.0, "charging": "top", "quenching": "wet", "energy.electricity [GWh]": 80.0,
           "energy.coking-coal [万t]": 81.0, "measure": "coke-dry-quenching", "measure.carrier": "electricity",
           "measure.saving [kgce/t]": 38.0}  # fmt: skip

    def answer(efficiency):
        cells = {**row, "measure.power_efficiency [%]": efficiency}
        frame = polars.DataFrame({name: [value] for name, value in cells.items()})
        return portfolio(frame, sector="coking", process="battery", **CONTEXT)

    saved = answer(30.0).results["saved.electricity [kWh]"][0]
    assert saved == pytest.approx(38 * 600_000 * 29.3076e6 * 0.3 / 3.6e6, rel=1e-3)
    assert answer(80.0).results.height == 0 and "80" in answer(80.0).rejects["reason"][0]
