"""Laws that hold for every process of every sector, whatever it computes."""

import random

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from moves import sourceless

from ecdcalc.model.evaluation import saving
from ecdcalc.model.laws import bound_of, broken_laws, laws_of
from ecdcalc.model.outputs import Outputs, evaluate
from ecdcalc.model.parts.carriers import EnergyUse, Fuel
from ecdcalc.model.parts.emissions import StackEmission, VapourControl
from ecdcalc.model.plant import Case
from ecdcalc.model.process import fields_of, lift, walk
from ecdcalc.model.sector import sectors
from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.formula import outputs_of, value_of
from ecdcalc.numbers.ops import Missing, missing
from ecdcalc.numbers.trace import leaves_of
from ecdcalc.numbers.units import read_quantity
from ecdcalc.read import read_plant
from ecdcalc.read.record import Notes, read_record
from ecdcalc.testing import probe
from ecdcalc.words.errors import InputError
from ecdcalc.words.texts import known

PROCESSES = [
    pytest.param(cls, id=f"{sector.id}.{cls.about.key}") for sector in sectors().values() for cls in sector.processes
]
seeds = st.integers(0, 10_000)


class Evaluated:
    def __init__(self, before, after):
        self.baseline, self.reporting = evaluate(before), evaluate(after)


def values(process):
    return {name: term.value for name, term in evaluate(process).items()}


def same(one, other):
    if isinstance(one, Missing) or isinstance(other, Missing):
        return isinstance(one, Missing) and isinstance(other, Missing)
    return one == pytest.approx(other, rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("cls", PROCESSES)
@settings(max_examples=5, deadline=None)
@given(seed=seeds)
def test_no_change_saves_nothing(cls, seed):
    process = probe(cls, random.Random(seed), full=True)
    states = Evaluated(process, process)
    case = Case("x", process, process)
    for name, output in outputs_of(cls).items():
        if output.extensive:
            saved = saving(case, states, name)
            scale = abs(states.baseline[name].value) if not isinstance(saved, Missing) else 0
            assert isinstance(saved, Missing) or abs(saved) <= 1e-9 * max(scale, 1e-12), name


@pytest.mark.parametrize("cls", PROCESSES)
@settings(max_examples=4, deadline=None)
@given(seed=seeds)
def test_terms_and_bare_numbers_agree(cls, seed):
    process = probe(cls, random.Random(seed))
    for name, value in values(process).items():
        try:
            bare = getattr(process, name)
        except (ZeroDivisionError, OverflowError):
            continue
        assert same(value, bare), name


@pytest.mark.parametrize("cls", PROCESSES)
@settings(max_examples=4, deadline=None)
@given(seed=seeds, more=st.floats(0, 1))
def test_more_removal_never_pollutes_more(cls, seed, more):
    process = probe(cls, random.Random(seed), full=True)
    for name, field in fields_of(cls).items():
        if isinstance(field.part, type) and issubclass(field.part, StackEmission):
            part = getattr(process, name)
            better = evolve(part, removal=part.removal + (1 - part.removal) * more)
        elif isinstance(field.part, type) and issubclass(field.part, VapourControl):
            part = getattr(process, name)
            better = evolve(part, destruction=part.destruction + (1 - part.destruction) * more)
        else:
            continue
        before, after = values(process), values(evolve(process, **{name: better}))
        for pollutant in ("nox", "so2", "pm", "voc"):
            if pollutant in before and not isinstance(before[pollutant], Missing):
                generated = before.get(f"{pollutant}_generated", 1)
                if isinstance(generated, Missing) or generated >= 0:
                    assert after[pollutant] <= before[pollutant] + 1e-9 * abs(before[pollutant])


OTHER_UNITS = {
    "t": ("kg", 1000.0),
    "kWh": ("GJ", 0.0036),
    "GJ": ("kWh", 1 / 0.0036),
    "m3": ("万m3", 1e-4),
    "kgce/t": ("tce/万t", 10.0),
    "MW": ("kW", 1000.0),
    "mg/m3": ("g/m3", 0.001),
    "mg/L": ("g/m3", 1.0),
    "%": ("‰", 10.0),
    "MJ/kg": ("GJ/t", 1.0),
    "m": ("km", 0.001),
    "kg/t": ("g/kg", 1.0),
    "h": ("d", 1 / 24),
    "m2": ("ha", 1e-4),
}


@pytest.mark.parametrize("cls", PROCESSES)
@settings(max_examples=4, deadline=None)
@given(seed=seeds)
def test_the_unit_it_is_written_in_makes_no_difference(cls, seed):
    process = probe(cls, random.Random(seed), full=True)
    read = [_read(cls, _written(process, other)) for other in (False, True)]
    one, other = (values(each) for each in read)
    for name in one:
        assert same(one[name], other[name]), name


def _written(process, other):
    """Write the inputs of a process (not its carriers) as a plant file does, in the declared or another unit."""
    table = {}
    for path, _, name, field in walk(process, ""):
        *parts, key = path.split(".")
        if "energy" in parts:
            continue
        owner = process
        here = table
        for part in parts:
            owner = next(getattr(owner, each) for each, f in fields_of(type(owner)).items() if f.key == part)
            here = here.setdefault(part, {})
        value = getattr(owner, name)
        if field.kind == "choice":
            here[key] = value
        elif field.unit.text in OTHER_UNITS and other:
            text, factor = OTHER_UNITS[field.unit.text]
            here[key] = f"{field.unit.out(value) * factor!r} {text}"
        else:
            here[key] = f"{field.unit.out(value)!r} {field.unit.text if field.unit.text != '1' else ''}"
    return table


def _read(cls, table):
    notes = Notes()
    process = read_record(cls, table, "x", notes)
    assert not notes.problems, [each.say("en") for each in notes.problems]
    return process


GROWS = (
    "t", "tce", "kWh", "GJ", "m3", "m2", "ha", "km", "t·km", "kW", "CNY", "t/h", "m3/h",
    "vehicle", "item", "head", "person", "household",
)  # fmt: skip
GROWS_TOO, STAYS = ("failed_traps", "length"), ("payload",)
"""Units of inputs that are twice as much in a process of twice the size; names of inputs that are too, or are not."""


@pytest.mark.parametrize("cls", PROCESSES)
@settings(max_examples=3, deadline=None)
@given(seed=seeds, part=st.floats(0.05, 0.95))
def test_two_parts_of_a_process_are_the_whole(cls, seed, part):
    whole = probe(cls, random.Random(seed), full=True)
    one, other = (_share_of(whole, share) for share in (part, 1 - part))
    for name in (name for name, output in outputs_of(cls).items() if output.extensive):
        value = getattr(whole, name)
        if not isinstance(value, Missing):
            halves = getattr(one, name), getattr(other, name)
            scale = max(abs(each) for each in halves)
            assert sum(halves) == pytest.approx(value, rel=1e-9, abs=1e-9 * scale), name


def _share_of(process, share):
    def change(path, field, value, origin):
        grows = field.kind == "quantity" and (field.unit.text in GROWS or field.key in GROWS_TOO)
        grows = grows and field.key not in STAYS
        return value * share if grows and not isinstance(value, Missing) else value

    return lift(process, change)


@pytest.mark.parametrize("cls", [each for each in PROCESSES if issubclass(each.values[0], EnergyUse)])
@settings(max_examples=3, deadline=None)
@given(seed=seeds, more=st.floats(0, 2))
def test_more_of_a_carrier_is_never_less_energy_or_pollution(cls, seed, more):
    process = probe(cls, random.Random(seed), full=True)
    for id, line in process.carriers.items():
        if getattr(line, "heat_content", 1) < 0:  # a probe of steam colder than the water deducted
            continue
        user = evolve(
            process, carriers={**process.carriers, id: evolve(line, amount=line.amount + more * abs(line.amount))}
        )
        for name in ("energy", "co2", "nox", "voc", "so2", "pm"):
            before, after = getattr(process, name, Missing()), getattr(user, name, Missing())
            if name in outputs_of(cls) and not isinstance(before, Missing):
                assert after >= before - 1e-9 * abs(before), (id, name)


@pytest.mark.parametrize(
    ("place", "claim", "values"),
    [
        ("steel.converter", "steel", {"steel": "110 t", "hot_metal": "90 t", "scrap": "10 t", "pig_iron": "0 t",
                                      "direct_reduced_iron": "0 t", "silicomanganese": "1 t", "ferrosilicon": "1 t",
                                      "ferrochrome": "0 t", "nickel_iron": "0 t"}),
        ("power.coal-unit", "generation", {"generation": "30 亿kWh", "capacity": "300 MW", "year_hours": "8784 h"}),
        ("buildings.building", "pv_metered", {"pv_metered": "1 GWh", "pv_capacity": "100 kW", "year_hours": "8784 h"}),
        ("public-institutions.institution", "pv_generation",
         {"pv_generation": "1 GWh", "pv_capacity": "100 kW", "year_hours": "8784 h"}),
        ("nonferrous.magnesium", "magnesium",
         {"magnesium": "20 t", "dolomite": "100 t", "magnesium_content": "13.18 %"}),
        ("chemicals.methanol", "product_energy", {"product": "1e12 t"}),
        ("equipment.pv", "generation", {"metered": "18 GWh", "rated_power": "2 MW", "year_hours": "8784 h"}),
    ],
)  # fmt: skip
def test_a_claim_that_cannot_be_true_is_told_with_its_numbers(place, claim, values):
    of, _, key = place.partition(".")
    process = probe(sectors()[of].process(key), random.Random(1), full=True)
    found = {each.place: each for each in broken_laws(evolve(process, **_bare(values)), "x")}
    assert f"x.{claim}" in found
    assert known(found[f"x.{claim}"].key)
    assert found[f"x.{claim}"].values["found"] in found[f"x.{claim}"].say("en")


def _bare(values):
    return {name: read_quantity(text).value for name, text in values.items()}


def test_a_plain_number_is_told_without_a_unit():
    cls = sectors()["equipment"].process("heat-pump")
    hot, cold = _bare({"hot": "85 °C", "cold": "35 °C"}).values()
    process = evolve(probe(cls, random.Random(1), full=True), cop=9.0, hot=hot, cold=cold)
    assert [each.say("en") for each in broken_laws(process, "x")] == ["x.used_cop: COP 9 above Carnot, 7.163"]


def test_parks_cannot_give_more_than_their_capacity():
    roof = {"source": "pv", "capacity": "1 MW", "hours_in_period": "8760 h", "energy": {"electricity": "-20 GWh"}}
    with pytest.raises(InputError, match="above the capacity, 1000 kW"):
        read_plant({"year": 2025, "renewable": [roof]}, asked="parks")


HEATER = {"sulphur": "1 %", "energy": {"raw-coal": "100 t"}}
LIME = {"lime": "100 t", "limestone": "180 t", "energy": {"standard-coal": "12 tce", "electricity": "1 kWh"}}
DEPOT = {"gasoline": "1000 m3", "method": "recovery"}


BREAKING = [
    ("agriculture.straw-account.used", {"collected": "10 t", "used": "10 t"}, {"used": "11 t"}),
    ("agriculture.manure.used", {"produced": "10 t", "used": "10 t"}, {"used": "11 t"}),
    ("agriculture.greenhouse.so2", HEATER | {"area": "1 ha", "so2": {"mass": "2 t"}}, {"so2": {"mass": "2.1 t"}}),
    ("agriculture.grain-drying.so2", HEATER | {"grain": "1 t", "so2": {"mass": "2 t"}}, {"so2": {"mass": "2.1 t"}}),
    ("building-materials.lime.heat_taken", LIME, {"limestone": "220 t"}),
    ("buildings.clean-heating.clean_area", {"urban_area": "9 m2", "clean_area": "9 m2"}, {"clean_area": "10 m2"}),
    (
        "coal.gangue.so2",
        {"generated": "100 t", "burnt": "100 t", "sulphur": "1 %", "so2": {"mass": "2 t"}},
        {"so2": {"mass": "2.1 t"}},
    ),
    (
        "environment.incinerator.given_out",
        {"waste": "100 t", "refuse_lhv": "7.2 MJ/kg", "energy": {"electricity": "-170 MWh"}},
        {"energy": {"electricity": "-201 MWh"}},
    ),
    (
        "environment.incinerator.given_out",
        {"waste": "100 t", "energy": {"electricity": "-1000 MWh"}},
        {"energy": {"electricity": "-1000 MWh", "heat": "-650 GJ"}},
    ),
    ("environment.incinerator.fossil_co2", {"waste": "1 t", "fossil_co2": "0.4 t/t"}, {"fossil_co2": "4 t/t"}),
    (
        "environment.new-load.cod_forecast",
        {"period": "year", "people": "0 人", "cod_before": "9 t", "cod_reduced": "9 t"},
        {"cod_reduced": "10 t"},
    ),
    (
        "environment.new-load.nh3n_forecast",
        {"period": "year", "people": "0 人", "nh3n_before": "9 t", "nh3n_reduced": "9 t"},
        {"nh3n_reduced": "10 t"},
    ),
    (
        "nonferrous.alumina.auxiliary_energy",
        {"alumina": "1 t", "route": "bayer", "auxiliary_energy": "9 tce", "energy": {"standard-coal": "9 tce"}},
        {"auxiliary_energy": "10 tce"},
    ),
    (
        "parks.heat-source.cascaded",
        {"furnace": "other", "delivered": "90 GJ", "network_loss": "10 %", "takes_residual": "yes",
         "residual": {"heat": "100 GJ"}, "energy": {"standard-coal": "1 tce"}},
        {"residual": {"heat": "101 GJ"}},
    ),
    ("parks.park.renewables", {"renewables": "1 tce", "renewables_made": "1 tce"}, {"renewables": "2 tce"}),
    ("parks.park.residual", {"residual": "1 GJ", "sent_out": "1 GJ"}, {"residual": "2 GJ"}),
    ("parks.park.done", {"done": 2, "due": 2}, {"done": 3}),
    (
        "steel.works.members_steel",
        {"steel": "9 t", "members_steel": "9 t", "energy": {"electricity": "1 kWh"}},
        {"members_steel": "10 t"},
    ),
    ("transport.vehicle-register.old_vehicles", {"vehicles": "9 辆", "old_vehicles": "9 辆"}, {"vehicles": "8 辆"}),
    (
        "transport.charging.electricity",
        {"delivered": "100 kWh", "energy": {"electricity": "0 kWh"}},
        {"energy": {"electricity": "-1 kWh"}},
    ),
    (
        "two-high.project.design_rate",
        {"status": "existing", "design_rate": "123 gce/kWh"},
        {"design_rate": "122 gce/kWh"},
    ),
    (
        "two-high.project.actual_rate",
        {"status": "existing", "actual_rate": "123 gce/kWh"},
        {"actual_rate": "122 gce/kWh"},
    ),
    ("two-high.register.connected", {"built": 2, "connected": 2}, {"connected": 3}),
    ("voc-industries.account.solvent_coating", {"coating": "9 t", "solvent_coating": "9 t"}, {"coating": "8 t"}),
    ("voc-industries.account.solvent_ink", {"ink": "9 t", "solvent_ink": "9 t"}, {"ink": "8 t"}),
    (
        "voc-industries.account.base_coating_share",
        {"base": {"coating": "9 t", "solvent_coating": "9 t"}},
        {"base": {"coating": "8 t", "solvent_coating": "9 t"}},
    ),
    (
        "voc-industries.account.base_ink_share",
        {"base": {"ink": "9 t", "solvent_ink": "9 t"}},
        {"base": {"ink": "8 t", "solvent_ink": "9 t"}},
    ),
    ("voc-industries.account.monitored", {"key_dischargers": "2 个", "monitored": "2 个"}, {"monitored": "3 个"}),
    (
        "voc-industries.oil-depot.loading_voc",
        DEPOT | {"loading": {"flow": "1 m3", "inlet": "10 g/m3", "outlet": "5 g/m3"}},
        {"loading": {"flow": "1000 万m3", "inlet": "10 g/m3", "outlet": "5 g/m3"}},
    ),
    (
        "voc-industries.filling-station.voc",
        {"gasoline": "100 m3", "density": "750 kg/m3", "stage": "none", "voc_mass": "75 t"},
        {"voc_mass": "76 t"},
    ),
]  # fmt: skip
"""A process, a table of it that is right, and what makes it break the law on one of its outputs."""


@pytest.mark.parametrize(("place", "table", "broken"), BREAKING)
def test_a_plant_that_breaks_a_law_is_refused(place, table, broken):
    sector, key, claim = place.split(".")

    cls = sectors()[sector].process(key)
    if cls.about.rolls_up:  # sums of others: a file may not give them, so the law is asked of the process itself
        assert [*broken_laws(_read(cls, table), key)] == []
        assert f"{key}.{claim}" in [each.place for each in broken_laws(_read(cls, {**table, **broken}), key)]
        return

    def read(**changes):
        tables = {**table, **changes}
        return read_plant({"year": 2025, key: tables if cls.about.single else [tables]}, asked=sector)

    read()
    with pytest.raises(InputError) as caught:
        read(**broken)
    of = key if cls.about.single else f"{key}[0]"
    assert f"{of}.{claim}" in [each.place for each in caught.value.problems]


TEMPERATURES = [
    pytest.param(each.values[0], name, id=f"{each.id}.{name}")
    for each in PROCESSES
    for name, field in fields_of(each.values[0]).items()
    if field.unit is not None and field.unit.offset
]


@pytest.mark.parametrize(("cls", "name"), TEMPERATURES)
def test_nothing_is_colder_than_0_kelvin(cls, name):
    notes = Notes()
    read_record(cls, {fields_of(cls)[name].key: "-274 °C"}, "x", notes)
    found = {each.place: each.key for each in notes.problems}
    assert found[f"x.{fields_of(cls)[name].key}"] == "out-of-bounds"


ORDERS = [
    pytest.param(each.values[0], law, id=f"{each.id}.{law.claim}{law.sign}{law.bound}")
    for each in PROCESSES
    for law in laws_of(each.values[0])
    if {law.claim, law.bound} <= fields_of(each.values[0]).keys()
]


@pytest.mark.parametrize(("cls", "law"), ORDERS)
@settings(max_examples=3, deadline=None)
@given(seed=seeds)
def test_what_is_ordered_is_refused_the_other_way_round(cls, law, seed):
    process = probe(cls, random.Random(seed), full=True)
    low, high = sorted((getattr(process, law.claim), getattr(process, law.bound)))
    right = {law.claim: low, law.bound: high} if law.sign == "<=" else {law.claim: high, law.bound: low}
    wrong = {law.claim: right[law.bound], law.bound: right[law.claim]}
    assert law.text not in _texts(evolve(process, **right), law)
    assert low == high or law.text in _texts(evolve(process, **wrong), law)


def _texts(process, law):
    return {each.key for each in broken_laws(process, "x") if each.place == f"x.{law.claim}"}


_MOVES = (1e3, -1.0, 1e-3, 1e6, 1e-6, 0.0)
"""What one input may become, also past its bounds: a measure may make it so."""
LAWFUL = [each for each in PROCESSES if laws_of(each.values[0])]


@pytest.mark.parametrize("cls", LAWFUL)
def test_every_law_is_broken_by_some_input(cls):
    """By one of the inputs below its two sides, or by a case that is written above; without a source none says anything."""
    written = {place.split(".", 1)[1] for place, *_ in BREAKING}
    left = [law for law in laws_of(cls) if not (law.bound in outputs_of(cls) and sourceless(cls, law.bound))]
    for number in range(40):
        if left:
            left = _unbroken(probe(cls, random.Random(number), full=number % 2 == 0), left)
    assert not [law for law in left if f"{cls.about.key}.{law.claim}" not in written]


def _unbroken(process, laws):
    """Return the laws that a process does not break as it is, nor with one of its inputs moved."""
    left = [law for law in laws if not _breaks(process, law)]
    below = {law: _below(process, law) for law in left}
    for path, owner, name, field in walk(process, ""):
        value = getattr(owner, name)
        for times in _MOVES if field.unit is not None and not isinstance(value, Missing) else ():
            asked = [law for law in left if path in below[law]]
            if asked:
                moved = lift(
                    process, lambda at, _f, old, _o, new=value * times, here=path: new if at == here else old, ""
                )
                left = [law for law in left if law not in asked or not _breaks(moved, law)]
    return left


def _below(process, law):
    """Return the paths of the inputs that the two sides of a law rest on."""
    cls, sides, terms = type(process), {law.claim, law.bound}, Outputs(process)
    own = {field.key for name, field in fields_of(cls).items() if name in sides}
    try:
        return own | {leaf.text for leaf in leaves_of(terms[name] for name in sides & outputs_of(cls).keys())}
    except (ZeroDivisionError, OverflowError):
        return own


def _breaks(process, law):
    try:
        found, bound = value_of(process, law.claim), bound_of(process, law)
    except (ZeroDivisionError, OverflowError):
        return False
    return not (isinstance(found, Missing) or isinstance(bound, Missing)) and not meets(found, law.sign, bound)


USERS = [each for each in PROCESSES if issubclass(each.values[0], EnergyUse)]


@pytest.mark.parametrize("cls", USERS)
def test_a_carrier_goes_only_the_way_that_it_can(cls):
    process = probe(cls, random.Random(2), full=True)
    for sign, text in ((-1, "carrier-only-enters"), (1, "carrier-only-leaves")):
        lines = {id: evolve(line, amount=sign * abs(line.amount)) for id, line in process.carriers.items()}
        problems = broken_laws(evolve(process, carriers=lines), "x")
        found = {each.values["carrier"] for each in problems if each.key == text}
        gives = lines.keys() if cls.gives is None else cls.gives
        fuels = {id for id, line in lines.items() if isinstance(line, Fuel)}
        assert found == (fuels - set(gives) if sign < 0 else set(cls.only_gives))


@pytest.mark.parametrize("cls", USERS)
def test_no_heat_becomes_electricity_above_carnot(cls):
    process = probe(cls, random.Random(2), full=True)
    for share, broken in ((0.2, False), (0.6, True)):
        line = evolve(process.carriers["electricity"], power_efficiency=share, heat_temperature=273.15 / 0.5)
        problems = broken_laws(evolve(process, carriers={**process.carriers, "electricity": line}), "x")
        assert ("power-above-carnot" in {each.key for each in problems}) == broken


RETROFITS = [
    pytest.param(measure, cls, id=f"{sector.id}.{measure.id}.{cls.about.key}")
    for sector in sectors().values()
    for measure in sector.measures
    for cls in sector.processes
    if measure.takes_carrier and issubclass(cls, measure.on)
]


@pytest.mark.parametrize(("measure", "cls"), RETROFITS)
def test_a_measure_that_saves_heat_makes_electricity_only_by_an_efficiency(measure, cls):
    """What is electricity by nature counts as it is; heat counts with an efficiency, and linearly with it."""
    process = probe(cls, random.Random(3), full=True)
    line = process.carriers["electricity"]
    bare = {"power_efficiency": missing("no"), "heat_temperature": missing("no")}
    process = evolve(process, carriers={**process.carriers, "electricity": evolve(line, **bare)})
    numbers = {name: of.base(0.3) for name, of in measure.parameters.items()}
    plain = measure(process, carrier="electricity", **numbers).carriers["electricity"].amount
    assert isinstance(plain, Missing) == bool(measure.saves)
    if measure.saves:
        power = [{"power_efficiency": share, "heat_temperature": 900.0} for share in (0.1, 0.3, 0.5)]
        made = [measure(process, carrier="electricity", **numbers, **each).carriers["electricity"] for each in power]
        low, middle, high = (each.amount for each in made)
        assert middle - low == pytest.approx(high - middle)
        assert high < middle < low
