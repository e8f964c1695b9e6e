"""One door for plants and regions."""

from pathlib import Path

import pytest

from ecdcalc.model.plant import Plant
from ecdcalc.model.region import Region
from ecdcalc.read.either import load_either
from ecdcalc.read.plant import load_plant
from ecdcalc.words.errors import InputError

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_it_is_what_the_file_says():
    plant, region = load_either(EXAMPLES / "coking.toml"), load_either(EXAMPLES / "city" / "city.toml")
    assert isinstance(plant, Plant)
    assert repr(plant) == repr(load_plant(EXAMPLES / "coking.toml"))
    assert isinstance(region, Region)
    assert region.folder == str(EXAMPLES / "city")


def test_a_region_that_holds_itself_is_refused(tmp_path):
    file = tmp_path / "city.toml"
    text = (EXAMPLES / "city" / "city.toml").read_text(encoding="utf-8")
    file.write_text(f'{text}\n[[county]]\nfile = "city.toml"\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"city\.toml → city\.toml"):
        load_either(file)


def test_neither_of_them_is_told(tmp_path):
    (tmp_path / "empty.toml").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="sector"):
        load_either(tmp_path / "empty.toml")
