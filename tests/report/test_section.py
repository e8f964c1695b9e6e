from ecdcalc.report.section import Section


def test_a_section_may_have_no_notes():
    assert Section("title", ["a"], [[1]]).notes == ()
