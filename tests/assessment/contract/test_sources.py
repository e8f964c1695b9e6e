from ecdcalc import assess, load_plant
from ecdcalc.assessment.contract.sources import sources


def test_every_source_is_named_once():
    found = [*sources(assess(load_plant("examples/steel.toml")), "en")]
    ids = [each["id"] for each in found]
    assert len(ids) == len(set(ids)) and {"A", "B", "C"} >= {each["confidence"] for each in found}
