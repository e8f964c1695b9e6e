import pytest

from ecdcalc.model.measure import measure
from ecdcalc.numbers.units import read_quantity, unit
from ecdcalc.plugins.coking.battery import CokeBattery
from ecdcalc.plugins.coking.measures import coke_dry_quenching
from ecdcalc.reference.factors import documents
from ecdcalc.reference.measures import measure_rows
from ecdcalc.words.errors import NotFoundError, PluginError

ROWS = measure_rows()


def test_the_whole_library_is_there():
    assert len(ROWS) >= 107
    assert len({each.slug for each in ROWS.values()}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS.values(), ids=lambda row: row.id)
def test_rows_have_units_sources_and_grades(row):
    assert row.zh and row.en and row.source
    assert row.confidence in ("A", "B", "C")
    assert not row.document or row.document in documents()
    if row.saving_typ:
        assert read_quantity(f"{row.saving_typ} {row.saving_unit}")
    numbers = [float(each) for each in (row.saving_low, row.saving_typ, row.saving_high) if each]
    assert numbers == sorted(numbers)
    if row.capex_unit:
        unit(row.capex_unit)


def test_abatement_costs_energy():
    assert float(ROWS["ck-phenol-wastewater"].saving_typ) < 0
    assert float(ROWS["pw-scr"].saving_typ) < 0


def test_a_measure_knows_its_parameters():
    assert coke_dry_quenching.id == "coke-dry-quenching"
    assert [*coke_dry_quenching.parameters] == ["saving"]
    assert coke_dry_quenching.takes_carrier


def test_a_measure_without_a_row_is_refused():
    with pytest.raises(NotFoundError):
        _ = measure("ck-nothing", on=CokeBattery)(lambda battery: battery).row


def test_what_must_not_be_added_is_grouped():
    assert ROWS["st-sinter-whr-power"].groups == ROWS["st-sinter-whr-steam"].groups == ("sinter-heat",)
    assert ROWS["st-hot-charge"].groups == ()  # these multiply


def test_a_parameter_without_a_unit_is_named():
    @measure("ck-cdq", on=CokeBattery)
    def quench(battery: CokeBattery, *, saving) -> CokeBattery:
        """Quench."""
        return battery

    with pytest.raises(PluginError) as refused:
        _ = quench.parameters
    assert refused.value.values == {"formula": "coke-dry-quenching", "argument": "saving"}
