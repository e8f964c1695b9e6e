import csv
import io

from ecdcalc.reference.files import (
    OURS,
    Asked,
    Folder,
    add_folder,
    data_names,
    data_text,
    drop_folder,
    folders,
    keep_folders,
)


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


def test_what_is_made_of_a_part_is_made_once_and_only_when_it_is_asked_for():
    made = []
    found = Asked({"a": 1, "b": 2}, lambda part: made.append(part) or part * 10)
    assert "a" in found and "c" not in found and len(found) == len(made) + 2 and list(found) == ["a", "b"]
    assert found["a"] == found["a"] == 10 and made == [1]
    assert found.get("c") is None and dict(found) == {"a": 10, "b": 20}


def test_rows_are_those_of_the_csv_module_also_where_a_row_is_short_or_long(monkeypatch):
    text = "id,name\n1,one\n\n2\n3,three,more\n"
    monkeypatch.setattr(Folder, "text", lambda *path: text)
    rows = [*OURS.rows("any.csv")]
    assert rows[:2] == [*csv.DictReader(io.StringIO(text))][:2]
    assert rows[2] == {"id": "3", "name": "three", None: "more"}
