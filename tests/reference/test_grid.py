import pytest
from attrs import evolve

from ecdcalc.reference.factors import FactorTable, factor_set
from ecdcalc.reference.grid import check_grid_year, check_supply_year, province_of, years_of
from ecdcalc.words.errors import NotFoundError

TABLE = FactorTable()


@pytest.mark.parametrize(
    ("text", "id"),
    [("江苏", "jiangsu"), ("江苏省", "jiangsu"), ("Shanxi", "shanxi"), ("Inner Mongolia", "inner-mongolia"),
     ("内蒙古自治区", "inner-mongolia"), (" beijing ", "beijing"), ("", "")],
)  # fmt: skip
def test_a_province_by_any_of_its_names(text, id):
    assert province_of(text, TABLE) == id


def test_every_grid_of_the_data_is_found_by_its_labels():
    for id, row in factor_set("grid").items():
        if id[-4:].isdigit():
            assert province_of(row.zh, TABLE) and province_of(row.en, TABLE)


def test_a_province_that_there_is_not_names_the_nearest():
    with pytest.raises(NotFoundError, match="did you mean shanxi"):
        province_of("shanxii", TABLE)
    with pytest.raises(NotFoundError, match="jiangsu"):
        province_of("atlantis", TABLE)


@pytest.mark.parametrize(
    ("text", "meant"),
    [("山西省运城市", "山西（shanxi）"), ("山酉", "山西（shanxi）"), ("陕酉省", "陕西（shaanxi）")],
)
def test_a_province_in_chinese_has_its_near_match_too(text, meant):
    with pytest.raises(NotFoundError) as refused:
        province_of(text, TABLE)
    assert refused.value.key == "province-unknown-near" and meant in refused.value.say("zh")


def test_the_grid_of_a_year_that_there_is_not_is_told_in_the_language_of_the_reader():
    with pytest.raises(NotFoundError) as refused:
        check_grid_year("shanxi", 1995, TABLE)
    assert "没有 山西 1995 年" in refused.value.say("zh") and "of shanxi for 1995" in refused.value.say("en")


def test_years_that_are_not_published_are_refused():
    known = years_of("shanxi", TABLE)
    check_grid_year("shanxi", int(known[-1]), TABLE)
    check_grid_year("shanxi", None, TABLE)
    with pytest.raises(NotFoundError, match=known[0]):
        check_grid_year("shanxi", 1995, TABLE)
    for unpublished in (2099, 2008):  # between 2005 and 2010 there is none
        with pytest.raises(NotFoundError, match="there are 2005, 2010, 2011"):
            check_supply_year(unpublished, TABLE)
    check_supply_year(2020, TABLE)


def test_a_grid_of_the_users_own_needs_no_names():
    own = evolve(TABLE.get("grid/china-2022"), id="grid/island-2024", zh="", en="", own=True)
    table = FactorTable({own.id: own})
    assert province_of("Island", table) == "island" and years_of("island", table) == ["2024"]
    with pytest.raises(NotFoundError):
        province_of("atlantis", table)
    assert province_of("", table) == ""
