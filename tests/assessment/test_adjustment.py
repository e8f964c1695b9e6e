import subprocess
import sys

from ecdcalc.assessment.adjustment import correction_of, is_corrected
from ecdcalc.reference.limits import LimitTable


def test_the_list_knows_which_limits_a_process_corrects():
    known = {each.id: is_corrected(each.id) for each in LimitTable()}
    assert known == {id: correction_of(id) is not None for id in known}
    assert {True, False} <= {*known.values()}


def loaded(product, value):
    """Return which plugins and whether the model are loaded to grade one value."""
    code = (
        "import sys\nfrom ecdcalc.cli import main\n"
        f"try: main(['grade', '--product', {product!r}, '--value', {value!r}])\n"
        "except SystemExit: pass\n"
        "print(sorted(n for n in sys.modules if n.startswith('ecdcalc.plugins.') and n.count('.') == 2 or n == 'ecdcalc.model.process'))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return done.stdout.splitlines()[-1]


def test_a_row_without_correction_loads_no_plugin():
    assert loaded("gb29447-2022.polysilicon.tcs", "9 kgce/kg") == "[]"


def test_a_row_with_a_correction_loads_the_plugin_that_computes_it():
    found = loaded("gb21342-2025.coke.top-charging", "120 kgce/t")
    assert found == "['ecdcalc.model.process', 'ecdcalc.plugins.coking']"
