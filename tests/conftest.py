import sys
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # how fast a machine is today is no fault of the code
settings.load_profile("untimed")

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
sys.path.insert(0, str(Path(__file__).parent))  # `city.py`, which several folders use


@pytest.fixture
def coking_file():
    return EXAMPLES / "coking.toml"


@pytest.fixture
def coking(coking_file):
    from ecdcalc import load_plant

    return load_plant(str(coking_file))
