import pytest

from ecdcalc.model.parts.natural_constants import Air, CarbonDioxide, HeatEngine, StandardCoal, SulphurDioxide
from ecdcalc.model.process import Process, fields_of
from ecdcalc.model.sector import sectors
from ecdcalc.read.record import with_defaults
from ecdcalc.reference.defaults import Context

CONSTANTS = {
    name: (cls, value)
    for cls, name, value in (
        (StandardCoal, "standard_coal_heat", 29307.6e3),
        (CarbonDioxide, "co2_per_carbon", 44 / 12),
        (SulphurDioxide, "so2_per_sulphur", 2.0),
        (Air, "oxygen_in_air", 0.21),
    )
}


@pytest.mark.parametrize("name", CONSTANTS)
def test_a_constant_comes_with_its_source(name):
    cls, value = CONSTANTS[name]
    found = with_defaults(cls(), Context())
    assert getattr(found, name) == pytest.approx(value, rel=1e-4)
    assert found.origins[name].factor.document


def test_a_constant_is_declared_nowhere_else():
    def records(cls):
        yield cls
        for field in fields_of(cls).values():
            if field.part is not None:
                yield from records(field.part)

    processes: list[type[Process]] = [cls for sector in sectors().values() for cls in sector.processes]
    own = {
        (cls.__name__, name)
        for process in processes
        for cls in records(process)
        for name in {*CONSTANTS} & {*fields_of(cls)}
        if not issubclass(cls, CONSTANTS[name][0])
    }
    assert own == {
        (name, "oxygen_in_air") for name in ("Boiler", "Furnace")
    }  # there it must lie above what is measured


def test_an_engine_is_bounded_by_its_two_temperatures():
    engine = with_defaults(HeatEngine(), Context())
    assert engine.greatest_power_share == pytest.approx(1 - 273.15 / 2395)
    assert HeatEngine(flame_temperature=600.0, coldest=300.0).greatest_power_share == pytest.approx(0.5)
