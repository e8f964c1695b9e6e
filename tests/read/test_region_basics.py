from ecdcalc.read.region_basics import Basics


def test_what_is_read_and_what_is_noted():
    read = Basics()
    assert read.month("2023-05", "start") == (2023, 5)
    assert read.quantity("5 t", "x", "kg").value == 5000
    assert read.tables({"a": [{"b": 1}]}, "a", "") == [{"b": 1}]
    assert not read.notes.problems
    assert read.month("May", "start") is None
    assert read.quantity(True, "x") is None
    assert read.tables({"a": 1}, "a", "") == []
    assert read.table({"a": 1}, "a", "") == {}
    assert read.year_key("20x5", "s") is None
    assert [each.key for each in read.notes.problems] == [
        "region-month",
        "not-a-number",
        "not-a-list",
        "not-a-table",
        "not-a-year",
    ]


def test_what_is_no_text_is_noted_and_not_written_out():
    read = Basics()
    assert read.text({"parent": "运城市"}, "parent") == "运城市"
    assert read.text({}, "parent", "city") == "city"
    assert not read.notes.problems
    assert read.text({"parent": 5}, "parent", place="county[0].") == ""
    assert [(each.place, each.key) for each in read.notes.problems] == [("county[0].parent", "not-text")]
