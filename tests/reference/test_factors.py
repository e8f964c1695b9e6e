import hashlib
import pickle
import tomllib

import attrs
import pytest

from ecdcalc.assessment.plant import assess
from ecdcalc.model.process import fields_of
from ecdcalc.model.sector import sectors
from ecdcalc.read import read_plant
from ecdcalc.reference.defaults import Published
from ecdcalc.reference.factors import CAUTIONS, FactorTable, documents, documents_in, factor_set, set_names
from ecdcalc.reference.files import OURS
from ecdcalc.words.errors import NotFoundError

TABLE = FactorTable()


@pytest.mark.parametrize("name", set_names())
def test_every_factor_has_unit_document_and_grade(name):
    for factor in factor_set(name).values():
        assert factor.document in documents(), factor.id
        assert factor.confidence in ("A", "B", "C"), factor.id
        assert factor.value is None or factor.low is None or factor.low <= factor.value <= (factor.high or factor.value)


def test_editions_lie_side_by_side():
    # GB/T 2589: fresh water 0.2571 kgce/t in 2020, 0.0857 in 2008; raw coal 0.7143 in both
    assert TABLE.get("coal-2020/new-water.coal").value == 0.2571
    assert TABLE.get("coal-2008/new-water.coal").value == 0.0857
    assert TABLE.get("coal-2020/raw-coal.coal").value == TABLE.get("coal-2008/raw-coal.coal").value == 0.7143


def test_a_range_is_no_value():
    gas = TABLE.get("coal-2020/natural-gas.coal")
    assert (gas.value, gas.low, gas.high) == (None, 1.1, 1.33)


def test_conflicting_values_are_both_kept():
    # 2020 supply rate: 305.5 in policy documents, 304.9 final
    assert TABLE.get("supply-rate/2020-preliminary").value == 305.5
    assert TABLE.get("supply-rate/2020-final").value == 304.9


def test_the_printed_co2_factor_follows_from_its_parts():
    # NDRC: anthracite 24.515 GJ/t × 0.02749 tC/GJ × 0.94 × 44/12 = 2.3228 (printed)
    parts = [TABLE.get(f"co2-ndrc/anthracite.{name}").value for name in ("lhv", "carbon", "oxidation")]
    assert parts[0] * parts[1] * parts[2] * 44 / 12 == pytest.approx(
        TABLE.get("co2-ndrc/anthracite.factor").value, abs=5e-5
    )


def test_search_finds_conditions_and_documents_in_chinese():
    assert "nox/nx001" in {each.id for each in TABLE.search(["电站锅炉", "单机容量"])}
    assert TABLE.search(["综合能耗计算通则"])


def test_search_needs_every_word():
    found = TABLE.search(["sinter", "nox"])
    assert "nox/nx048" in {each.id for each in found}
    assert len(found) < len(TABLE.search(["nox"]))


def test_an_unknown_factor_names_the_nearest():
    with pytest.raises(NotFoundError, match=r"coal-2020/raw-coal\.coal"):
        TABLE.get("coal-2020/raw-cole.coal")


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("id", CAUTIONS)
def test_a_disputed_value_says_so_wherever_it_is_named(id, lang):
    said = TABLE.get(id).label(lang)
    assert ("caution" if lang == "en" else "注意") in said
    assert attrs.evolve(TABLE.get(id), own=True).label(lang) not in ("", said)


def test_outliers_are_no_default_of_any_process():
    defaults = {
        id
        for found in sectors().values()
        for cls in found.processes
        for field in fields_of(cls).values()
        if isinstance(field.default, Published)
        for _, id in field.default.choices
    }
    assert not defaults & {id for id, text in CAUTIONS.items() if text != "caution-fluidised-bed"}


def test_a_result_names_the_caution_of_a_factor_it_rests_on():
    boiler = {"furnace": "fluidised-bed", "heat": "1 GJ", "network": "inside", "state": "sound"}
    plant = read_plant({"year": 2025, "coal-boiler": [boiler | {"energy": {"raw-coal": "100 t"}}]}, asked="coal")
    sources = {each["id"]: each["label"] for each in assess(plant).to_dict()["sources"] if "label" in each}
    assert "caution" in sources["nox/nx027"]


def test_the_further_carriers_are_the_transcription():
    # a digest of what each row of the collection prints, in its own words: a changed digit fails
    printed = {
        "0.3 MPa以下蒸汽（石化）": "low MPa级蒸汽（石化）",  # half English there
        "低压蒸汽（2008版）": "蒸汽（低压，2008版）",  # so that the word alone is no name of it
    }
    rows = sorted(
        f"{each.id.removeprefix('carriers/')}|{printed.get(each.zh, each.zh)}|{each.value}|{each.low}|{each.high}|{each.confidence}"
        for each in factor_set("carriers").values()
        if each.id not in ("carriers/water-20.enthalpy", "carriers/living-matter.fossil")
    )
    assert (
        hashlib.sha256("\n".join(rows).encode()).hexdigest()
        == "57609b8c305292e30a9cc196029557f3a5791be262fd54f5c4e79960e1b630b3"
    )


def test_a_pickled_value_of_the_package_is_its_row_and_an_own_one_stays_as_it_is():
    ours = TABLE.get("coal-2020/raw-coal.coal")
    own = attrs.evolve(ours, value=0.75, own=True)
    assert pickle.loads(pickle.dumps(ours)) is ours
    assert pickle.loads(pickle.dumps(own)) == own


def test_documents_are_read_one_by_one_as_the_whole_file_is():
    whole = tomllib.loads(OURS.text("sources.toml"))
    found = documents_in(OURS.text("sources.toml"))
    assert dict(found) == whole
    assert len(found) == len(whole)
    assert "no-such" not in found
