import polars

from ecdcalc.assessment.tables.invented import invented
from ecdcalc.assessment.tables.partitions import Call, Partition
from ecdcalc.assessment.tables.portfolio import Rows, portfolio

WORDS = {"sector": "coking", "process": "battery", "year": 2025, "grid_year": 2023}


def test_the_rows_of_a_partition_come_out_as_those_of_a_table():
    frame = invented("coking", "battery", 30)
    wanted = portfolio(frame, **WORDS).results
    form = wanted.to_arrow().schema
    pieces = [piece for part in frame.iter_slices(7) for piece in part.to_arrow().to_batches()]
    part = Partition(Call("1", Rows, WORDS), "results", (*frame.columns,), form)
    found = polars.concat([polars.from_arrow(each) for each in part(pieces)])
    assert found.columns == [f"c{number}" for number, _ in enumerate(wanted.columns)]
    assert found.rename(dict(zip(found.columns, wanted.columns, strict=True))).equals(wanted)


def test_a_worker_makes_what_assesses_rows_once_for_a_call_and_anew_for_the_next():
    made = []
    for id in ("a", "a", "b", "b", "a"):
        Call(id, made.append, {"id": id}).rows()
    assert made == [{"id": "a"}, {"id": "b"}, {"id": "a"}]
