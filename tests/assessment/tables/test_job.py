import pytest

from ecdcalc.assessment.tables.job import job_of
from ecdcalc.reference.limits import LimitTable, load_own_limits
from ecdcalc.words.errors import NotFoundError

OPTIONS = {"sector": "coking", "process": "battery", "year": 2025, "grid_year": 2023}


def test_a_job_says_what_it_used():
    assert job_of(**OPTIONS).editions == "coal-2020; co2-ndrc; basis=calorific; grid=china-2023; limits=2025-12-31"
    job = job_of(**OPTIONS, province="shanxi", plan="yuncheng-14fyp", basis="primary")
    said = "coal-2020; co2-ndrc; basis=primary; grid=shanxi-2023; limits=2025-12-31; plan=yuncheng-14fyp"
    assert job.editions == said


@pytest.mark.parametrize("change", [{"sector": "cooking"}, {"process": "batery"}, {"plan": "nowhere"}])
def test_unknown_words(change):
    with pytest.raises(NotFoundError):
        job_of(**{**OPTIONS, **change})


def test_own_limits_win(tmp_path):
    file = tmp_path / "own.csv"
    file.write_text(
        "id,unit,level1,level2,level3,standard\ngb21342-2025.coke.top-charging,kgce/t,1,2,3,own\n", encoding="utf-8"
    )
    limits: LimitTable = load_own_limits(file)
    assert job_of(**OPTIONS, limits=limits).limits.get("gb21342-2025.coke.top-charging").levels == (1, 2, 3)
    assert job_of(**OPTIONS).limits.get("gb21342-2025.coke.top-charging").levels != (1, 2, 3)
