"""What is wrong with the words of a command or with its files, told before anything is made of them."""

import pytest
from click.testing import CliRunner

from ecdcalc.cli import main
from tests.assessment.test_filed_plant import written

AMBIGUOUS = 'sector = "coking"\nyear = 2025\n[[battery]]\ncoke = "1 t"\n"氮气" = "5 万m3"\n'
TOLD = "battery[0].氮气: '氮气' may mean several: nitrogen-byproduct (氮气（副产品）); nitrogen-main (氮气（主产品）); write one of them\n"
SINTERING = ("grade", "--product", "gb21256-2025.sintering", "--value", "44 kgce/t")


@pytest.fixture
def file(tmp_path):
    """A plant file with a word of two meanings."""
    path = tmp_path / "plant.toml"
    path.write_text(AMBIGUOUS, encoding="utf-8")
    return str(path)


def refused(*arguments):
    done = CliRunner().invoke(main, [*arguments])
    assert (done.exit_code, done.stdout) == (2, "")
    return done.stderr


def test_a_word_of_two_meanings_is_written_as_no_key(file):
    assert refused("convert-keys", "--input", file) == TOLD


def test_a_report_is_not_put_into_a_plant_file_with_a_word_of_two_meanings(file, tmp_path):
    written(tmp_path / "filed.xlsx")
    words = ("energy-report", "--input", str(tmp_path / "filed.xlsx"), "--year", "2023", "--into", file)
    assert refused(*words, "--output", str(tmp_path / "full.toml")) == TOLD
    assert not (tmp_path / "full.toml").exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((*SINTERING, "--input", "moisture"), '--input: is required; for example "moisture=11 %"'),
        (("portfolio", "--output", "x.csv"), "Missing option '--input'"),
    ],
)
def test_an_option_that_lacks_its_value(arguments, says):
    assert says in refused(*arguments)
