"""A thousand plants on all cores: plants and results go from process to process as they are."""

import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from attrs import evolve

from ecdcalc import Assessment, assess, load_plant

EXAMPLES = sorted(Path(__file__).parent.glob("*.toml"))


def main(count: int) -> None:
    """Assess `count` plants and print what they save together."""
    loaded = [load_plant(file) for file in EXAMPLES]
    plants = [evolve(loaded[number % len(loaded)], name=f"works {number}") for number in range(count)]
    with ProcessPoolExecutor() as pool:
        results: list[Assessment] = list(pool.map(assess, plants, chunksize=25))
    saved = [each.energy_saved.value for each in results if each.energy_saved is not None]
    print(f"{len(results)} plants; {len(saved)} know their energy and save {sum(saved):,.0f} tce")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
