from ecdcalc.read.two_ways import ToKeys, ToWords

COLOURS = {"red": ("红", "scarlet"), "green": ("绿", "verdant")}
FRUITS = {"apple": ("苹果", "apple tree"), "orange": ("橙", "orange tree"), "mandarin": ("橙", "mandarin tree")}


def test_a_word_goes_to_its_key_and_a_key_to_its_word():
    assert ToKeys().name("绿", [FRUITS, COLOURS], "here") == "green"
    assert ToKeys().name("verdant", [COLOURS], "") == "green"
    assert ToKeys().value("红", COLOURS, "here") == "red"
    assert ToWords("zh").name("green", [FRUITS, COLOURS], "here") == "绿"
    assert ToWords("zh").value("red", COLOURS, "here") == "红"
    assert ToWords("en").value("red", COLOURS, "here") == "red"


def test_a_key_stays_a_key_and_what_is_no_text_stays():
    way = ToKeys()
    assert [way.name("red", [COLOURS], ""), way.value("red", COLOURS, ""), way.value(7, COLOURS, "")] == [
        "red",
        "red",
        7,
    ]
    assert ToWords("zh").value(7, COLOURS, "") == 7
    assert way.name("violet", [COLOURS], "") == "violet" and not way.problems


def test_several_meanings_are_noted_with_the_place():
    way = ToKeys()
    assert way.name("橙", [FRUITS], "basket") is None
    assert way.value("橙", FRUITS, "basket.fruit") == "orange"
    assert [(each.place, each.key) for each in way.problems] == [
        ("basket.橙", "word-ambiguous"),
        ("basket.fruit", "word-ambiguous"),
    ]
    assert "orange (橙); mandarin (橙)" in way.problems[0].say("en")


def test_a_near_word_is_told():
    way = ToKeys()
    assert way.name("苹果果", [FRUITS], "basket") is None
    (told,) = way.problems
    assert (told.place, told.values["near"]) == ("basket.苹果果", "苹果")


def test_a_key_that_is_given_twice_is_noted_and_how_it_was_written_kept():
    way = ToKeys()
    way.twice("basket.apple", "苹果")
    way.kept("basket.apple", "苹果")
    assert [(each.place, each.key) for each in way.problems] == [("basket.apple", "given-twice")]
    assert way.written == {"basket.apple": "苹果"}
