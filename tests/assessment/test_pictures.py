import subprocess
import sys

from ecdcalc.assessment.pictures import charts_of, drawn_by


def test_the_face_says_how_a_result_is_drawn_also_where_a_room_is_imported_by_itself():
    code = (
        "from ecdcalc.assessment.plant import assess\nimport sys\nassert 'ecdcalc.report' not in sys.modules\n"
        "print(*assess('examples/coking.toml').charts)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "waterfall-energy" in done.stdout.split()


def test_who_draws_can_be_another(monkeypatch):
    monkeypatch.setattr("ecdcalc.assessment.pictures._drawing", [])
    drawn_by(lambda result: f"drawn {result}")
    assert charts_of("it") == "drawn it"
