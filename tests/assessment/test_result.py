from ecdcalc import assess, load_plant
from ecdcalc.assessment.result import Findings


def test_open_gaps_are_those_that_are_still_missed():
    result = assess(load_plant("examples/steel.toml"))
    assert isinstance(result, Findings)
    assert {each.status for each in result.open_gaps} <= {"open"}
    assert len(result.open_gaps) == sum(each.status == "open" for each in result.gaps)
    assert result.processes[0].methods == result.processes[0].methods_reporting
