from hypothesis import given
from hypothesis import strategies as st

from ecdcalc.words.meaning import Ambiguous, begun, key_of, plain, shared, spoken, word_of, words_of

TABLE = {
    "coke": ("焦炭产量（干基）", "Coke output, dry"),
    "nitrogen-byproduct": ("氮气（副产品）", "Nitrogen, by-product"),
    "nitrogen-main": ("氮气（主产品）", "Nitrogen, main product"),
}


def test_signs_blanks_and_capitals_do_not_count():
    assert plain(" 氮气（主 产品） ") == plain("氮气(主产品)")
    assert key_of("COKE OUTPUT,  dry", [TABLE]) == "coke"


def test_a_label_is_known_without_its_brackets_too():
    assert key_of("焦炭产量", [TABLE]) == "coke"
    assert key_of("焦炭产量(湿基)", [TABLE]) is None


def test_a_word_of_two_meanings_is_not_guessed():
    assert key_of("氮气", [TABLE]) == Ambiguous(("nitrogen-byproduct", "nitrogen-main"))
    assert key_of("氮气（主产品）", [TABLE]) == "nitrogen-main"


def test_the_first_table_that_knows_a_word_decides():
    assert key_of("焦炭产量", [{"other": ("焦炭产量",)}, TABLE]) == "other"


def test_a_word_is_written_only_where_it_leads_back():
    assert word_of("coke", [TABLE], "zh") == "焦炭产量（干基）"
    assert word_of("coke", [TABLE], "en") == "Coke output, dry"
    assert word_of("nothing", [TABLE], "zh") == "nothing"
    assert word_of("a", [{"a": ("同",), "b": ("同",)}], "zh") == "a"


def test_the_beginning_of_a_name_needs_two_characters():
    assert begun("焦炭", TABLE) == {"coke": ("焦炭",)}
    assert begun("焦", TABLE) == {}


def test_the_beginning_of_a_name_in_letters_is_of_whole_words():
    table = {"plan": ("某方案", "Yuncheng implementation plan")}
    assert begun("yuncheng", table) == {"plan": ("yuncheng",)}
    assert begun("Yuncheng Implementation", table) == {"plan": ("Yuncheng Implementation",)}
    assert begun("yun", table) == begun("yunchengi", table) == begun("implementation", table) == {}


def test_what_is_spoken_leads_to_one_key():
    table = {"wet": ("湿（法）", "wet"), "dry": ("干", "Dry way"), "dried": ("干", "dried")}
    assert spoken(table) == {"湿（法）": "wet", "湿": "wet", "wet": "wet", "dry way": "dry", "dried": "dried"}


FEW_WORDS = st.dictionaries(
    st.sampled_from(["wet", "dry", "hot", "湿"]),
    st.tuples(
        st.sampled_from(["", "湿", "湿 (法)", "干", "dry", "湿(焦)"]), st.sampled_from(["wet", "dry", "hot (x)"])
    ),
)


@given(FEW_WORDS, st.sampled_from(["en", "zh"]))
def test_the_words_of_a_table_are_those_of_its_keys(table, lang):
    assert words_of(table, lang) == tuple(word_of(key, [table], lang) for key in table)


@given(FEW_WORDS)
def test_what_is_shared_and_what_is_spoken_is_what_a_word_stands_for(table):
    for word, keys in shared(table).items():
        assert key_of(word, [table]) == Ambiguous(keys)
    for word, key in spoken(table).items():
        assert key_of(word, [table]) == key
