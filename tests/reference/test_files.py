from ecdcalc.reference.files import data_names, data_text


def test_data_are_found_by_folder_and_name():
    names = data_names("factors")
    assert names == sorted(names) and "coal-2020.csv" in names
    assert data_text("factors", "coal-2020.csv").startswith("id,")
