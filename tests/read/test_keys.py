import tomllib
from pathlib import Path

import pytest

from ecdcalc import InputError, assess, read_plant
from ecdcalc.model.sector import sector, sectors
from ecdcalc.read.keys import in_keys, in_words, path_of
from ecdcalc.words.errors import NotFoundError

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = [*sorted(EXAMPLES.glob("*.toml")), *sorted((EXAMPLES / "city").rglob("*.toml"))]
COKING = {
    "行业": "焦化",
    "名称": "示例",
    "年份": 2025,
    "焦炉": [
        {
            "名称": "1#",
            "焦炭产量": "60 万t",
            "炭化室高度": "4.3 m",
            "装煤方式": "捣固",
            "熄焦方式": "湿",
            "能源消费": {
                "炼焦洗精煤": {"数值": "81 万t", "实测低位发热量": "28.2 MJ/kg"},
                "焦炉煤气": {"数值": "-1.2 亿m3", "实测低位发热量": "17.4 MJ/m3"},
            },
            "电力": "18 GWh",
            "节能措施": [{"措施名称": "干熄焦", "投资": "1.8 亿元"}],
            "报告期": {"氮氧化物": {"实测浓度": "95 mg/m3"}},
        }
    ],
}


def documents():
    yield from ((file.name, tomllib.loads(file.read_text(encoding="utf-8"))) for file in FILES)
    yield from ((f"template-{each.id}", tomllib.loads(each.template)) for each in sectors().values())


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("name", "document"), [*documents()], ids=lambda each: each if isinstance(each, str) else "")
def test_keys_to_words_to_keys_loses_nothing(name, document, lang):
    words = in_words(document, lang)
    back = in_keys(words)
    assert words != document
    assert back.problems == ()
    assert back.document == document


@pytest.mark.parametrize(("name", "document"), [*documents()], ids=lambda each: each if isinstance(each, str) else "")
def test_keys_stay_as_they_are(name, document):
    found = in_keys(document)
    assert (found.document, found.problems, found.written) == (document, (), {})


def test_a_plant_is_written_in_chinese():
    plant = read_plant(COKING)
    (case,) = plant.cases
    assert (plant.sector.id, case.key, case.baseline.quenching) == ("coking", "battery", "wet")
    assert sorted(case.baseline.carriers) == ["coke-oven-gas", "coking-coal", "electricity"]
    assert [step.measure.id for step in case.steps] == ["coke-dry-quenching"]
    keys = in_keys(COKING).document
    assert assess(plant).to_dict() == assess(read_plant(keys)).to_dict()


def test_mistakes_are_told_in_the_words_of_the_file():
    wrong = {**COKING, "焦炉": [{**COKING["焦炉"][0], "焦炭产量": "60 万m", "熄焦方式": "干湿", "炭化室高": "4.3 m"}]}
    with pytest.raises(InputError) as refused:
        read_plant(wrong)
    said = refused.value.say("zh")
    assert "焦炉[0].焦炭产量" in said
    assert "焦炉[0].熄焦方式" in said
    assert "炭化室高度" in said


def test_a_word_of_two_meanings_is_refused_with_them():
    wrong = {**COKING, "焦炉": [{**COKING["焦炉"][0], "氮气": "5 万m3"}]}
    with pytest.raises(InputError, match=r"nitrogen-byproduct.*nitrogen-main"):
        read_plant(wrong)


def test_a_key_and_its_word_are_one_too_many():
    wrong = {**COKING, "焦炉": [{**COKING["焦炉"][0], "coke": "60 万t"}]}
    with pytest.raises(InputError, match="given twice"):
        read_plant(wrong)


def test_a_header_is_a_path_in_words():
    (battery,) = sector("coking").processes
    assert path_of(battery, "焦炭产量") == "coke"
    assert path_of(battery, "氮氧化物.实测浓度") == "nox.concentration"
    assert path_of(battery, "能源消费.焦炉煤气.实测低位发热量") == "energy.coke-oven-gas.lhv"
    assert path_of(battery, "能源消费.电力.购入") == "energy.electricity.taken"
    assert path_of(battery, "电力") == "energy.electricity"
    assert path_of(battery, "不知何物") is None


def test_a_sector_is_named_by_its_name_or_by_what_it_makes():
    assert [sector(each).id for each in ("焦化", "水泥", "Coking", "锅炉")] == [
        "coking", "building-materials", "coking", "equipment",
    ]  # fmt: skip
    with pytest.raises(NotFoundError) as refused:
        sector("新建项目")
    assert "environment" in refused.value.say("zh")
    assert "two-high" in refused.value.say("zh")


def test_costs_of_measures_may_be_named_in_words():
    document = {"行业": "钢铁", "年份": 2024, "措施费用": {"高炉炉顶余压发电 TRT": {"规模": "6 MW", "寿命": "15 a"}}}
    found = in_keys(document)
    assert (
        found.document["costs"] == {"top-pressure-recovery-turbine": {"size": "6 MW", "life": "15 a"}}
        and not found.problems
    )


def test_a_file_without_its_sector_takes_the_one_asked_for_in_words():
    text = (EXAMPLES / "coking.toml").read_text(encoding="utf-8").replace('sector = "coking"', "")
    assert read_plant(tomllib.loads(text), asked="焦化").sector.id == "coking"


def test_a_word_in_longer_names_is_told_with_them():
    with pytest.raises(InputError) as caught:
        read_plant({"sector": "建材", "year": 2024, "熟料": [{}]})
    assert "熟料: 未知的名称“熟料”；是否指“水泥熟料生产线”？" in caught.value.say("zh")


def test_what_is_known_is_told_with_its_words():
    with pytest.raises(InputError) as caught:
        read_plant({"sector": "coking", "year": 2024, "battery": [{"qqq": 1}], "zzz": 1})
    assert "焦炭产量" in caught.value.say("zh") and "（battery）" in caught.value.say("zh")
    assert "（grid_year）" in caught.value.say("zh")
    assert "battery, " in caught.value.say("en") and "（" not in caught.value.say("en")


def test_what_engineers_write_beside_the_label_is_read_and_the_label_is_written():
    said = {**COKING, "焦炉": [{**COKING["焦炉"][0], "措施": [{"采用": "干熄焦"}]}]}
    del said["焦炉"][0]["节能措施"], said["焦炉"][0]["报告期"]
    said["焦炉"][0]["能源消费"] = {
        "炼焦洗精煤": {"数值": "81 万t", "低位发热量": "28.2 MJ/kg"},
        "焦炉煤气": {"数值": "-1.2 亿m3", "热值": "17.4 MJ/m3"},
        "蒸汽": {"数值": "12 万t", "压力": "0.8 MPa"},
        "电力": {"购入": "20 GWh", "外供": "2 GWh"},
        "柴油": {"数值": "3200 L", "密度": "0.84 kg/L"},
    }
    found = in_keys(said).document
    energy = found["battery"][0]["energy"]
    assert [energy[each]["lhv"] for each in ("coking-coal", "coke-oven-gas")] == ["28.2 MJ/kg", "17.4 MJ/m3"]
    assert energy["electricity"] == {"taken": "20 GWh", "given": "2 GWh"}
    assert energy["diesel"] == {"value": "3200 L", "density": "0.84 kg/L"}
    assert energy["steam"]["pressure"] == "0.8 MPa"  # steam in tonnes, not the low-pressure row of 2008
    assert found["battery"][0]["measure"] == [{"use": "coke-dry-quenching"}]
    assert "实测低位发热量" in in_words(found, "zh")["焦炉"][0]["能源消费"]["焦炉煤气"]


def test_quotation_marks_of_a_name_need_not_be_written():
    assert sector("两高").id == sector("“两高”项目").id == "two-high"
    with pytest.raises(NotFoundError) as caught:
        sector("某某")
    assert "焦化（coking）" in caught.value.say("zh") and "焦化" not in caught.value.say("en")


def test_a_sector_in_other_words_is_the_sector():
    """And where a table is not known, it is not said besides that there is none."""
    with pytest.raises(InputError) as caught:
        read_plant({"行业": "轻工", "年份": 2024, "食品": [{}]}, asked="轻工")
    assert [each.key for each in caught.value.problems] == ["word-unknown-near"]


def test_a_province_is_written_by_its_name_and_read_by_any():
    document = {"sector": "coking", "province": "shanxi"}
    assert in_words(document, "zh")["省份"] == "山西"
    for name in ("山西", "shanxi"):
        assert in_keys({"sector": "coking", "省份": name}).document["province"] == "shanxi"
    assert (
        in_keys({"sector": "coking", "省份": "山西省"}).document["province"] == "山西省"
    )  # told apart where it is read


def test_a_value_of_two_meanings_is_refused_with_them():
    measure = {"措施名称": "own", "名称": "x", "节约的能源": "氮气"}
    found = in_keys({**COKING, "焦炉": [{**COKING["焦炉"][0], "节能措施": [measure]}]})
    (problem,) = found.told(found.problems)
    assert problem.place == "焦炉[0].节能措施[0].节约的能源" and problem.key == "word-ambiguous"
    assert "nitrogen-byproduct" in problem.say("zh") and "nitrogen-main" in problem.say("zh")


@pytest.mark.parametrize(
    ("changed", "place"),
    [({"焦炉": ["一号"]}, "焦炉"), ({"焦炉": [{**COKING["焦炉"][0], "节能措施": ["干熄焦"]}]}, "焦炉[0].节能措施")],
)
def test_a_text_in_the_place_of_a_table_is_told_in_the_words_of_the_file(changed, place):
    with pytest.raises(InputError) as refused:
        read_plant({**COKING, **changed})
    assert {each.place for each in refused.value.problems} == {place}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("word", "yes"), [("是", True), ("否", False), ("true", True), ("false", False), (True, True)])
def test_yes_and_no_are_written_in_words(word, yes, lang):
    """A plant of 60 万t that is new counts against what the others save."""
    given = {"焦炭产量": "60 万t", "新建": word} if lang == "zh" else {"coke": "60 万t", "new": word}
    found = in_keys({"sector": "coking", "year": 2025, "battery": [given]})
    assert found.document["battery"] == [{"coke": "60 万t", "new": yes}] and not found.problems
