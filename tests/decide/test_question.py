from ecdcalc.decide.question import read_question


def test_amounts_in_base_units():
    found = read_question(reduce=["NOx=200 t", "energy=1 万tce"], budget="2 亿元", targets=["T020"], curve="NH3-N")
    assert found.reduce == {"nox": 200_000.0, "energy": 1e7} and found.budget == 2e8
    assert found.targets == ("t020",) and found.curve == "nh3n"
