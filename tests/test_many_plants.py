"""Plants through a pool of processes give what they give one by one."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from attrs import evolve

from ecdcalc import assess, load_plant

FILES = [Path("examples") / f"{name}.toml" for name in ("coking", "two-high", "public-institutions")]


def test_a_thousand_plants_through_a_pool_are_those_one_by_one():
    loaded = [load_plant(file) for file in FILES]
    plants = [evolve(loaded[number % len(loaded)], name=f"works {number}") for number in range(1000)]
    alone = {plant.sector.id: assess(plant).to_dict() for plant in plants[: len(loaded)]}
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        results = list(pool.map(assess, plants, chunksize=50))
    for plant, result in zip(plants, results, strict=True):
        assert result.plant.name == plant.name
        assert result.to_dict() == {**alone[plant.sector.id], "plant": plant.name}
