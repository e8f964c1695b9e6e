"""The example of a stranger's plugin keeps the contract."""

import importlib.util
from pathlib import Path

from ecdcalc.testing import check_sector

HOME = Path(__file__).parent.parent.parent / "examples" / "plugin-ports" / "src" / "ecdcalc_ports" / "__init__.py"


def test_the_example_plugin_keeps_the_contract():
    spec = importlib.util.spec_from_file_location("ecdcalc_ports", HOME)
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules["ecdcalc_ports"] = module
    try:
        spec.loader.exec_module(module)
        check_sector(module.sector)
    finally:
        del sys.modules["ecdcalc_ports"]
