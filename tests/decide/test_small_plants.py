"""Two hundred random small plants: the chosen set is the cheapest of all that plant files of those measures reach.

Every set of every process is a plant file of its own that is read and assessed as any other; nothing of the choice is
used for it. Only the costs, the demands and the budget differ from plant to plant, so a process is assessed once.
"""

import random
import tomllib
from functools import cache
from itertools import chain, combinations, pairwise, product
from pathlib import Path

import pytest
from attrs import evolve

from ecdcalc import assess, read_plant
from ecdcalc.decide.choose import choose
from ecdcalc.decide.fit import measures_for
from ecdcalc.decide.question import Question
from ecdcalc.numbers.ops import Missing
from ecdcalc.words.errors import InputError

pytest.importorskip("highspy")
EXAMPLES = Path(__file__).parents[2] / "examples"
MOST, OUTPUTS = 3, ("energy", "co2")
POOL = {
    "coking": ("battery",),
    "steel": ("sinter", "blast-furnace", "converter", "rolling"),
    "building-materials": ("clinker", "cement", "flat-glass"),
    "nonferrous": ("alumina", "aluminium"),
}


@cache
def example(sector):
    return tomllib.loads((EXAMPLES / f"{sector}.toml").read_text(encoding="utf-8"))


def head(sector):
    return {
        key: value for key, value in example(sector).items() if not isinstance(value, (dict, list)) and key != "plan"
    }


@cache
def processes(sector):
    """The processes of an example as they were, without measures, closures and what was measured later."""
    found = []
    for key in POOL[sector]:
        tables = example(sector)[key]
        for table in tables if isinstance(tables, list) else [tables]:
            if "new" not in table:
                bare = {name: value for name, value in table.items() if name not in ("measure", "reporting", "closed")}
                found.append((key, bare))
    return found


@cache
def names_of(sector):
    """Some measures of each process, by themselves: what the small plants may choose from."""
    found = []
    for number in range(len(processes(sector))):
        (case,) = plant(sector, [(number, ())]).cases
        known = [each.id for each in measures_for(case, plant(sector, [(number, ())]))[0]]
        found += [name for name in known if saved(sector, number, (name,)) is not None][:MOST]
    return tuple(dict.fromkeys(found))


def plant(sector, chosen, costs=None):
    document = dict(head(sector))
    for number, names in chosen:
        key, table = processes(sector)[number]
        document[key] = [*document.get(key, []), {**table, "measure": [{"use": name} for name in names]}]
    return read_plant({**document, "costs": {name: {"capex": f"{cost} 元"} for name, cost in (costs or {}).items()}})


@cache
def saved(sector, number, names):
    """What the plant file of one process with these measures saves; None where it is refused."""
    try:
        result = assess(plant(sector, [(number, names)]))
    except InputError:
        return None
    totals = (result.saved.get(output, 0.0) for output in OUTPUTS)
    return tuple(0.0 if isinstance(each, Missing) else float(each) for each in totals)  # what is not known counts not


@cache
def sets_of(sector, number):
    """Every set of measures that a plant file of the process may have, with what it saves."""
    single = [name for name in names_of(sector) if saved(sector, number, (name,)) is not None]
    every = chain.from_iterable(combinations(single, size) for size in range(len(single) + 1))
    return [(names, totals) for names in every if (totals := saved(sector, number, names)) is not None]


def invented(seed):
    dice = random.Random(seed)
    sector = dice.choice([*POOL])
    chosen = sorted(dice.sample(range(len(processes(sector))), 2))
    costs = {name: dice.randint(1, 10**6) for name in names_of(sector)}
    tables = [[(names, sum(costs[name] for name in names), totals) for names, totals in sets_of(sector, number)]
              for number in chosen]  # fmt: skip
    most = [sum(max(row[2][output] for row in table) for table in tables) for output in range(len(OUTPUTS))]
    wanted = [(name, dice.uniform(0.2, 1.05) * best) for name, best in zip(OUTPUTS, most, strict=True)]
    asked = dict(dice.sample(wanted, dice.randint(1, len(OUTPUTS))))
    budget = dice.choice([None, None, float(dice.randint(0, sum(costs.values())))])
    return sector, chosen, costs, tables, asked, budget


def best_of_all(tables, asked, budget):
    """The least cost that meets what is asked, by trying every combination of the sets, and each that costs it."""
    found: tuple[int, list] | None = None
    for rows in product(*tables):
        cost = sum(row[1] for row in rows)
        totals = {name: sum(row[2][number] for row in rows) for number, name in enumerate(OUTPUTS)}
        met = all(totals[name] >= need * (1 - 1e-9) for name, need in asked.items())
        if not met or (budget is not None and cost > budget) or (found is not None and cost > found[0]):
            continue
        same = found[1] if found is not None and cost == found[0] else []
        found = cost, [*same, [{*row[0]} for row in rows]]
    return found


def chosen_of(seed, **more):
    sector, chosen, costs, *_, asked, budget = invented(seed)
    here = plant(sector, [(number, ()) for number in chosen], costs)
    others = {each.id for case in here.cases for each in measures_for(case, here)[0]} - {*costs}
    question = Question(reduce=asked, budget=budget, without=tuple(sorted(others)), alternatives=0)
    return here, choose(here, evolve(question, **more))


@pytest.mark.parametrize("seed", range(200))
def test_the_chosen_set_is_the_best_of_all_plant_files(seed):
    *_, tables, asked, budget = invented(seed)
    best, (here, found) = best_of_all(tables, asked, budget), chosen_of(seed)
    assert found.met == (best is not None)
    if best is not None:
        sets = [{step.measure.id for _, place, step in found.steps if place == case.place} for case in here.cases]
        assert sets in best[1] and found.solution.spend == pytest.approx(best[0], rel=1e-9, abs=1e-6)


@pytest.mark.parametrize("seed", range(0, 200, 10))
def test_a_demand_more_never_lowers_the_cost(seed):
    *_, asked, _ = invented(seed)
    one = chosen_of(seed, reduce={}, budget=None)[1]
    for count in range(1, len(asked) + 1):
        more = chosen_of(seed, reduce=dict([*asked.items()][:count]), budget=None)[1]
        if not more.met:
            break
        assert more.solution.cost >= one.solution.cost - 1e-6
        one = more


@pytest.mark.parametrize("seed", range(0, 200, 10))
def test_a_higher_budget_never_raises_what_is_short(seed):
    _, _, costs, *_ = invented(seed)
    short = []
    for share in (0.0, 0.3, 0.6, 1.0):
        found = chosen_of(seed, budget=share * sum(costs.values()) * 2)[1]
        short.append(sum(found.solution.short[each.id] / each.scale for each in found.aims))
    assert all(one >= other - 1e-6 for one, other in pairwise(short))


@pytest.mark.parametrize("seed", range(0, 200, 20))
def test_the_order_of_the_file_changes_nothing(seed):
    sector, chosen, costs, *_, asked, budget = invented(seed)
    question = Question(reduce=asked, budget=budget, alternatives=0, without=())
    sums = []
    for order in (chosen, chosen[::-1]):
        here = plant(sector, [(number, ()) for number in order], dict(sorted(costs.items(), reverse=order != chosen)))
        found = choose(here, question)
        named = {case.place: case.baseline.name for case in here.cases}
        sums.append((found.solution.cost, sorted((named[place], step.measure.id) for _, place, step in found.steps)))
    assert sums[0][1] == sums[1][1] and sums[0][0] == pytest.approx(sums[1][0], rel=1e-9)
