from ecdcalc.reference.files import OURS, Folder, add_folder, data_names, data_text, drop_folder, folders, keep_folders


def test_data_are_found_by_folder_and_name():
    names = data_names("factors")
    assert names == sorted(names) and "coal-2020.csv" in names
    assert data_text("factors", "coal-2020.csv").startswith("id,")


def test_a_plugin_has_one_folder_and_ours_stays():
    add_folder(Folder("ports", "ecdcalc.cli"))
    add_folder(Folder("ports", "ecdcalc.read"))
    assert folders() == (OURS, Folder("ports", "ecdcalc.read"))
    drop_folder("")
    assert len(folders()) == 2
    keep_folders((OURS, Folder("ports", "ecdcalc.cli")))
    assert folders()[1].package == "ecdcalc.cli"
    drop_folder("ports")
    assert folders() == (OURS,)


def test_what_a_plugin_does_not_have_is_empty():
    folder = Folder("ports", "ecdcalc.cli")
    assert (folder.text("sources.toml"), folder.names("factors"), [*folder.rows("limits", "energy.csv")]) == (
        "",
        [],
        [],
    )


def test_an_id_carries_the_name_of_its_plugin():
    folder = Folder("ports", "x")
    assert all(folder.carries(id) for id in ("ports", "ports-2030", "ports.bulk", "ports/dust"))
    assert not any(folder.carries(id) for id in ("port", "portsmouth", "x-ports"))
