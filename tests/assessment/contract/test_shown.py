import pytest

from ecdcalc.assessment.contract.shown import shown_of
from ecdcalc.model.sector import sectors
from ecdcalc.numbers.formula import outputs_of

PROCESSES = [cls for sector in sectors().values() for cls in sector.processes]


@pytest.mark.parametrize("cls", PROCESSES, ids=lambda cls: cls.about.key)
def test_every_process_shows_its_graded_results_and_its_checks(cls):
    shown = shown_of(cls)
    assert set(shown) <= set(outputs_of(cls))
    assert {grading.output for grading in getattr(cls, "gradings", ())} <= set(shown)
    own = [
        name
        for name, output in outputs_of(cls).items()
        if output.body.__module__ == cls.__module__ and not output.extensive and output.shown is None
        if not any(name in vars(base) for base in cls.__mro__[1:])
    ]
    assert not own or shown, "a process with results of its own shows some of them"


def test_what_every_process_has_is_not_a_result_of_its_own():
    for cls in PROCESSES:
        assert not {"energy", "carrier_energy", "energy_co2", "nox"} & set(shown_of(cls)), cls
