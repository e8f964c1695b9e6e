"""Results side by side from Python."""

import pytest


def test_from_python():
    from ecdcalc import InputError, assess, compare

    one, other = assess("examples/coking.toml"), assess("examples/steel.toml")
    found = compare(one, one, one, names=["x", "y", "z"])
    assert found.to_dict("zh")["c"]["file"] == "z" and found.text().startswith("A: ") and "<html" in found.html()
    for results, names in (((one,), ()), ((one, other), ()), ((one, one), ("x",)), ((one,) * 27, ())):
        with pytest.raises(InputError):
            compare(*results, names=names)
