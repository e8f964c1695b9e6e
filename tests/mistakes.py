"""What nobody means to write, door by door: broken texts of units, files, tables and options, and how each is read.

Of whole documents every value is put wrong at once, in one way after another: the package tells all mistakes in one
pass, so one reading shows what is said of each.
"""

import datetime
import re

QUANTITIES = [
    ("5", "t"), ("", "t"), ("t", "t"), ("5 t", "kWh"), ("5 t", "m3"), ("5 m3", "t"), ("5 kVA", "kW"), ("5 kvar", "kW"), ("5 kW", "kVA"),
    ("5 T", "t"), ("5 ton", "t"), ("5 担", "t"), ("5 分", "min"), ("5 石", "kg"), ("5 垧", "ha"), ("5 里", "km"), ("5 gal", "L"), ("5 bbl", "L"),
    ("5 boe", "GJ"), ("5 ppb", "ug/m3"), ("5 °Be", "kg/m3"), ("5 ¥", "CNY"), ("5 月", "d"), ("5 month", "d"), ("5 hp", "kW"), ("5 匹", "kW"),
    ("5 barg", "MPa"), ("5 barg/h", "MPa"), ("5 kgf", "N"), ("5 parsec", "m"), ("5 tec", "tce"), ("5 kgcee/t", "kgce/t"), ("5 xyz", "t"),
    ("5 mg/Nm3", "mg/m3"), ("5 °C", "K"), ("5 °C/h", "K"), ("5 °C^2", "K"), ("-300 °C", "°C"), ("1 (((亿^4)^4)^4)", None), ("1e400 t", "t"), ("1e308 万t", "t"),
    ("1e-310 万t", "t"), ("nan t", "t"), ("inf t", "t"), ("1,2 t", "t"), ("1,234 t", "t"), ("1.234,5 t", "t"), ("1 234 t", "t"), ("１２ t", "t"),
    ("10² t", "t"), ("10⁴ m3", "m3"), ("1'234 t", "t"), ("1_000 t", "t"), ("0x10 t", "t"), ("5 t/h/h", "t/h"), ("5 t)", "t"), ("5 (t", "t"), ("5 t^", "t"),
    ("5 t^5", None), ("5 t^9", None), ("5 t**2", None), ("5 t//h", None), ("5 *t", None), ("5 /", None), ("5 ·t", None), ("50 %", "1"), ("0.5", "%"), ("0.5", "1"), ("1.0001", "%"), ("120 %", "%"),
    ("5 ± 1 t", "t"), ("5 ± 6 t", "t"), ("5 ± 20 % t", "t"), ("5~6 t", "t"), ("6~5 t", "t"), ("5-6 t", "t"), ("5~6~7 t", "t"), ("5 t ± 1", "t"), ("5~ t", "t"), ("5 ± t", "t"), ("-5~6 t", "t"),
    ("5 ± 1 °C", "°C"), ("0~6 t", "t"), ("5×/1.5 t", "t"), ("5 lognormal t", "t"), ("5 triangular(4,6) t", "t"), ("5 (4-6) t", "t"),
    ("5 " + "x" * 99, "t"), ("5 " + "x" * 100, "t"), ("5 " + "x" * 101, "t"), ("5" * 99, "t"), ("5" * 100 + " t", "t"), ("5" * 310 + " t", "t"), ("5 t\x00", "t"), ("5\tt", "t"), ("5　t", "t"),
    ("5 t and more", "t"), ("about 5 t", "t"), ("5 t?", "t"), ("> 5 t", "t"), ("≈5 t", "t"), ("5t", "t"), ("5,t", "t"), ("5.t", "t"), (".5 t", "t"), ("+5 t", "t"), ("--5 t", "t"), ("−5 t", "t"), ("–5 t", "t"),
    ("5 万 t", "t"), ("5万吨", "t"), ("五 t", "t"), ("5 亿", "CNY"), ("5 万", "CNY"), ("5 美元", "CNY"), ("5 $", "CNY"), ("5 kWh/", "kWh"), ("5 scf", "m3"), ("5 Nm3", "m3"), ("5 kcal", "kJ"), ("5 Cal", "kJ"), ("5 RT", "kW"), ("5 USRT", "kW"),
    ("5 度", "kWh"), ("5 度", "°C"), ("5 kg标煤", "kgce"), ("5 吨标煤", "tce"), ("5 kgce", "kWh"), ("5 kWh", "kgce"), ("5 MJ", "kgce"), ("5 tCO2", "t"), ("5 tCO2e", "t"), ("5 蒸吨", "t/h"), ("5 t/h", "MW"), ("5 MW", "t/h"),
    ("5 °Bé", "kg/m3"), ("1 采暖季", "d"), ("5 Wobbe", "MJ/m3"), ("5×10^3 t", "t"), ("5*10 t", "t"), ("1/2 t", "t"), ("1..2 t", "t"), ("1.2.3 t", "t"), ("5 ± 3 t ± 2", "t"),
    ("∞ t", "t"), ("5 ± -1 t", "t"), ("5 ± nan t", "t"), ("5~inf t", "t"), ("5 ×/ 0.5 t", "t"), ("-5 ×/ 2 t", "t"), ("5 ×/ 1 t", "t"), ("4~5~4.5 t", "t"), ("5~4~6 t", "t"), ("1~2~3~4 t", "t"),
    ("5 a", "h"), ("5 y", "a"), ("5 M", None), ("5 k", None), ("5 K", "°C"), ("5 F", "°C"), ("5 °F", "°C"), ("5 C", "°C"), ("5 mmHg", "Pa"), ("5 mH2O", "Pa"), ("5 公斤", "MPa"), ("5 kg", "MPa"), ("5 斤", "kg"),
]  # fmt: skip
"""Texts of amounts, each with the unit that is asked for."""

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def _number(by):
    """Return a way to put another number into a text that begins with one; what is no such text becomes a word."""

    def way(found):
        if isinstance(found, str) and _NUMBER.match(found):
            return _NUMBER.sub(lambda number: f"{by(float(number[0])):g}", found, count=1)
        return by(found) if isinstance(found, (int, float)) and not isinstance(found, bool) else found

    return way


WRONG = {
    "below zero": _number(lambda number: -number),
    "nothing": _number(lambda number: 0),
    "far too much": _number(lambda number: number * 1e7),
    "far too little": _number(lambda number: number / 1e7),
    "another unit": lambda found: "5 Hz",
    "no unit": lambda found: 7.5,
    "no unit there is": lambda found: "5 parsec",
    "a word": lambda found: "wrogn",
    "a list": lambda found: [1],
    "a table": lambda found: {"x": 1},
    "a truth": lambda found: True,
    "a date": lambda found: datetime.date(2024, 2, 3),
    "empty": lambda found: "",
    "not finite": lambda found: float("nan"),
}
"""Ways to put a value wrong."""
_LEFT = ("sector", "year", "use", "plan", "name")
"""What decides how the rest is read, and is put wrong by itself."""


def wrong(found, way, left=_LEFT):
    """Return a document with every value put wrong."""
    if isinstance(found, dict):
        return {
            key: each if key in left and not isinstance(each, (dict, list)) else wrong(each, way, left)
            for key, each in found.items()
        }
    if isinstance(found, list):
        return [wrong(each, way, left) for each in found]
    return way(found)


def misspelt(found):
    """Return a document with every key below the processes misspelt by a letter."""
    if isinstance(found, dict):
        return {
            key if key in _LEFT or isinstance(each, list) else f"{key[:-1]}x": misspelt(each)
            for key, each in found.items()
        }
    return [misspelt(each) for each in found] if isinstance(found, list) else found


def lacking(found):
    """Return a document without values, its tables left."""
    if isinstance(found, dict):
        return {key: lacking(each) for key, each in found.items() if isinstance(each, (dict, list)) or key in _LEFT}
    return [lacking(each) for each in found] if isinstance(found, list) else found


BATTERY = """
sector = "coking"
year = 2025
{head}
[[battery]]
coke = "60 万t"
charging = "top"
quenching = "wet"
energy = {{ coking-coal = {{ value = "81 万t", lhv = "28 MJ/kg" }}{energy} }}
{more}
"""


def battery(head="", energy="", more=""):
    return BATTERY.format(head=head, energy=energy, more=more)


def measure(text):
    return battery(more=f"measure = [{{ {text} }}]")


def priced(text, economics='rate = "8 %"\nrate_is = "real"', more=""):
    return battery(more=f"{more}\n[prices]\nprice_year = 2025\n{text}\n[economics]\n{economics}")


CDQ = 'use = "coke-dry-quenching", saving = "30 kgce/t"'
PLANTS = {
    "no text at all": "",
    "no toml": "a = = 1",
    "quotes of print": "year = “2025”",
    "wide signs": "year ＝ 2025",
    "wide blank": "year　= 2025",
    "wide letters": "year = ２０２５",
    "key in Chinese": "年份 = 2025",
    "twice": "year = 2025\nyear = 2025",
    "date": "year = 2025/01/01",
    "colon": "year: 2025",
    "unquoted": "[[battery]]\ncoke = 60 万t",
    "deep": ".".join(["a"] * 40) + " = 1",
    "as deep as can be": ".".join(["a"] * 30) + " = 1",
    "one deeper": ".".join(["a"] * 31) + " = 1",
    "sector unknown": 'sector = "cokking"\nyear = 2025',
    "sector far off": 'sector = "zzz"\nyear = 2025',
    "no processes": 'sector = "coking"\nyear = 2025',
    "no year": battery().replace("year = 2025", ""),
    "year of old": battery().replace("2025", "1899"),
    "year to come": battery().replace("2025", "2101"),
    "year with a point": battery().replace("2025", "2025.5"),
    "table unknown": battery() + "\n[[batery]]\ncoke = '1 t'",
    "one for a list": "sector = 'coking'\nyear = 2025\n[battery]\ncoke = '1 t'",
    "a list for one": battery() + "\n[[works]]\n[[works]]",
    "grid year": battery(head="grid_year = 1990\nprovince = 'shanxi'"),
    "province near": battery(head="province = 'shanxii'"),
    "province far": battery(head="province = 'zzz'"),
    "supply year": battery(head="electricity_year = 1990"),
    "edition": battery(head="coal_edition = '1999'"),
    "guide": battery(head="co2_guide = 'xx'"),
    "plan unknown": battery(head="plan = 'yuncheng-14fpy'"),
    "targets without plan": battery(head="targets = { T002 = '5 t' }"),
    "target unknown": battery(head="plan = 'yuncheng-14fyp'\ntargets = { T999 = '5 t' }"),
    "target of another kind": battery(head="plan = 'yuncheng-14fyp'\ntargets = { T002 = '5 kWh' }"),
    "carrier unknown": battery(energy=", cokking-coal = '1 t'"),
    "carrier in two ways": battery(energy=", electricity = '1 GWh'", more="electricity = '2 GWh'"),
    "value in two ways": battery(energy=", electricity = { value = '1 GWh', amount = '2 GWh' }"),
    "word of two meanings": battery(energy=", '氮气' = '5 万m3'"),
    "basis of one line": battery(energy=", electricity = { value = '1 GWh', basis = 'primary' }"),
    "net and gross": battery(energy=", electricity = { value = '1 GWh', out = '2 GWh' }"),
    "new and closed": battery(more="new = true\nclosed = 2023-09-30"),
    "closed no date": battery(more="closed = '2023-13-01'"),
    "closed a month": battery(more="closed = '2023-09'"),
    "new a word": battery(more="new = 'perhaps'"),
    "covers": battery(more="covers = '40 %'"),
    "covers too much": battery(more="covers = '140 %'"),
    "covers new": battery(more="new = true\ncovers = '40 %'"),
    "name twice": battery(more="name = 'a'") + "\n[[battery]]\nname = 'a'\ncoke = '1 t'",
    "name no text": battery(more="name = 5"),
    "name very long": battery(more=f"name = '{'n' * 3000}'"),
    "measure no list": battery(more="measure = 5"),
    "measure no table": battery(more="measure = [5]"),
    "measure without use": measure("saving = '1 kgce/t'"),
    "measure unknown": measure("use = 'coke-dry-qenching'"),
    "measure of another": measure("use = 'clinker-cooler'"),
    "measure with an unknown number": measure(f"{CDQ}, savings = '1 kgce/t'"),
    "saving too much": measure('use = "coke-dry-quenching", saving = "3000 kgce/t"'),
    "saving below zero": measure('use = "coke-dry-quenching", saving = "-30 kgce/t"'),
    "saving a share": measure('use = "coke-dry-quenching", saving = "30 %"'),
    "the same twice": battery(more=f"measure = [{{ {CDQ} }}, {{ {CDQ} }}]"),
    "exclusive": battery(more=f"measure = [{{ {CDQ} }}, {{ use = 'coke-wet-quenching' }}]"),
    "carrier of a measure": measure(f"{CDQ}, carrier = 'diesel'"),
    "carrier unknown of a measure": measure(f"{CDQ}, carrier = 'disel'"),
    "own": measure("use = 'own'"),
    "own without effect": measure("use = 'own', name = 'a', capex = '1 万元'"),
    "own share": measure("use = 'own', name = 'a', carrier = 'electricity', saving = '5 %'"),
    "own unit": measure("use = 'own', name = 'a', carrier = 'coking-coal', saving = '5 Hz'"),
    "own bare": measure("use = 'own', name = 'a', carrier = 'coking-coal', saving = 5"),
    "own pollutant": measure("use = 'own', name = 'a', removal = { hg = '5 %' }"),
    "own removal": measure("use = 'own', name = 'a', removal = { nox = '105 %' }"),
    "own row": measure("use = 'own/x'"),
    "capex": measure(f"{CDQ}, capex = '-1 万元'"),
    "capex nan": measure(f"{CDQ}, capex = nan"),
    "capex of another kind": measure(f"{CDQ}, capex = '1 t'"),
    "capex in dollars": measure(f"{CDQ}, capex = '1 万美元'"),
    "life": measure(f"{CDQ}, life = '0 a'"),
    "life too long": measure(f"{CDQ}, life = '101 a'"),
    "size": measure(f"{CDQ}, size = '0 t'"),
    "size a word": measure(f"{CDQ}, size = 'large'"),
    "replacement": measure(f"{CDQ}, capex = '9 万元', replacement = 5"),
    "subsidy above capex": measure(f"{CDQ}, capex = '9 万元', subsidy = '10 万元'"),
    "start": measure(f"{CDQ}, start = 'soon'"),
    "start early": measure(f"{CDQ}, start = 1900"),
    "reporting no table": battery(more="reporting = 5"),
    "reporting unknown": battery(more="reporting = { cokke = '1 t' }"),
    "reporting of a closed one": battery(more="closed = 2023-09-30\nreporting = { coke = '1 t' }"),
    "rolled up": battery() + "\n[works]\nenergy = { electricity = '1 GWh' }",
    "range below zero": battery(more="nox = { mass = '5 ± 6 t' }"),
    "range upside down": battery(more="nox = { mass = '6~5 t' }"),
    "no prices": priced(""),
    "price of another kind": priced("electricity = '0.5 元/t'"),
    "price below zero": priced("electricity = '-0.5 元/kWh'"),
    "price bare": priced("electricity = 0.5"),
    "price of an unknown carrier": priced("electrcity = '0.5 元/kWh'"),
    "price year": priced("electricity = '0.5 元/kWh'").replace("price_year = 2025", "price_year = 'now'"),
    "no price year": priced("electricity = '0.5 元/kWh'").replace("price_year = 2025", ""),
    "tariff no list": priced("electricity = { blocks = 5 }"),
    "tariff empty": priced("electricity = { blocks = [] }"),
    "tariff closed": priced("electricity = { blocks = [{ to = '1 GWh', price = '0.5 元/kWh' }] }"),
    "tariff hole": priced("electricity = { blocks = [{ to = '1 GWh', price = '0.5 元/kWh' }, { from = '2 GWh', price = '0.5 元/kWh' }] }"),
    "tariff overlap": priced("electricity = { blocks = [{ to = '2 GWh', price = '0.5 元/kWh' }, { from = '1 GWh', price = '0.5 元/kWh' }] }"),
    "tariff down": priced("electricity = { blocks = [{ to = '2 GWh', price = '0.5 元/kWh' }, { to = '1 GWh', price = '1 元/kWh' }, { price = '1 元/kWh' }] }"),
    "tariff periods": priced("electricity = { periods = { peak = { share = '50 %', price = '1 元/kWh' }, valley = { share = '40 %', price = '0.3 元/kWh' } } }"),
    "tariff shares": priced("electricity = { periods = [{ share = '50 %', price = '1 元/kWh' }, { share = '40 %', price = '0.3 元/kWh' }] }"),
    "tariff shares whole": priced("electricity = { periods = [{ share = '50 %', price = '1 元/kWh' }, { share = '50 %', price = '0.3 元/kWh' }] }"),
    "tariff shares nearly": priced("electricity = { periods = [{ share = '50.2 %', price = '1 元/kWh' }, { share = '50 %', price = '0.3 元/kWh' }] }"),
    "tariff share below": priced("electricity = { periods = [{ share = '-50 %', price = '1 元/kWh' }, { share = '150 %', price = '0.3 元/kWh' }] }"),
    "tariff whole": priced("electricity = { whole = [{ to = '1 GWh', price = '0.5 元/kWh' }, { price = '0.6 元/kWh' }, { price = '0.7 元/kWh' }] }"),
    "sold": priced("electricity = { price = '0.5 元/kWh', sold = '0.5 元/t' }"),
    "tax": priced("electricity = '0.5 元/kWh'", 'rate = "8 %"\nrate_is = "real"\ntax = "25 %"'),
    "tax too high": priced("electricity = '0.5 元/kWh'", 'rate = "8 %"\nrate_is = "real"\ntax = "101 %"\ndepreciation = "0 a"'),
    "costs of another year": priced("electricity = '0.5 元/kWh'", 'rate = "8 %"\nrate_is = "real"\ncost_year = 2010'),
    "index": priced("electricity = '0.5 元/kWh'", 'rate = "8 %"\nrate_is = "real"\ncost_year = 2010\ncost_index = "-5 %"'),
    "escalation": priced("electricity = '0.5 元/kWh'", 'rate = "8 %"\nrate_is = "real"\nescalation = { electrcity = "2 %", electricity = "200 %" }'),
    "horizon": priced("electricity = '0.5 元/kWh'", 'rate = "8 %"\nrate_is = "real"\nhorizon = "0 a"'),
    "replacement parts": measure(f"{CDQ}, capex = '9 万元', replacement = [{{ part = 5, cost = '1 t', life = '0 a' }}, {{ prat = 'x' }}, 5]"),
    "residual": measure(f"{CDQ}, capex = '9 万元', residual = '10 万元', avoided_capex = '-1 元', running_cost = '1 元'"),
    "exclusive measures": battery(more=f"measure = [{{ {CDQ} }}, {{ use = 'own', name = 'a', carrier = 'coking-coal', saving = '1 %', exclusive = 'coke-dry-quenching' }}]"),
    "tariff of two forms": priced("electricity = { price = '0.5 元/kWh', blocks = [{ price = '0.5 元/kWh' }] }"),
    "tariff demand": priced("electricity = { price = '0.5 元/kWh', demand = { price = '480 元/kW/a' } }"),
    "tariff unknown": priced("electricity = { prise = '0.5 元/kWh' }"),
    "tax below zero": priced("tax_air = '-1 元'"),
    "co2 price": priced("co2 = '80 元'"),
    "rate nominal": priced("electricity = '0.5 元/kWh'", 'rate = "8 %"\nrate_is = "nominal"'),
    "rate of no kind": priced("electricity = '0.5 元/kWh'", 'rate = "8 %"'),
    "rate too high": priced("electricity = '0.5 元/kWh'", 'rate = "101 %"\nrate_is = "real"'),
    "rate at its bound": priced("electricity = '0.5 元/kWh'", 'rate = "100 %"\nrate_is = "real"'),
    "tax without depreciation": priced("electricity = '0.5 元/kWh'", 'rate = "8 %"\nrate_is = "real"\nincome_tax = "25 %"'),
    "economics unknown": priced("electricity = '0.5 元/kWh'", "ratee = '8 %'"),
    "exchange of one's own": priced("electricity = '0.5 元/kWh'", 'rate = "8 %"\nrate_is = "real"\nexchange = { CNY = 7 }'),
    "exchange": priced("electricity = '0.5 元/kWh'", 'rate = "8 %"\nrate_is = "real"\nexchange = { USD = "-7 元" }'),
    "prices no table": battery(head="prices = 5\neconomics = 5\ncosts = 5"),
    "costs": priced("electricity = '0.5 元/kWh'", 'rate = "8 %"\nrate_is = "real"\n[costs]\ncoke-dry-qenching = { capex = "1 元" }'),
    "cost year": priced("electricity = '0.5 元/kWh'", more=f"measure = [{{ {CDQ}, capex = '9 万元', cost_year = 2010 }}]"),
    "a city": 'name = "a"\nbase_year = 2020\n[[county]]\nname = "b"',
}  # fmt: skip
"""Plant files of coking, each with a mistake; some at a bound, and right."""

PLAN = """
id = "mine"
zh = "我的"
en = "Mine"
document = "own"
base_year = 2020
target_year = 2025
{head}
[[target]]
id = "t1"
clause = "一"
sector = ["coking"]
zh = "单位产品能耗"
en = "unit energy"
type = "binding"
limit = "130 kgce/t"
op = "<="
indicator = "battery.unit_energy"
{more}
"""
_ROW = {
    "id": ["", "T 1", "x" * 90, 5],
    "clause": [5],
    "sector": ["coking", ["cooking"], [], [5]],
    "zh": ["", 5],
    "en": [""],
    "type": ["bindin", 5],
    "limit": ["5 kWh", "5", "x", 5, "-5 kgce/t", [1], "5 ± 1 kgce/t"],
    "op": ["=<", "<", ">=", 5],
    "indicator": ["battery.unit_energie", "batery.unit_energy", "battery", "region.energy_growth", "region.nope", "", 5],
    "when": ["nope >= 5", ["nope >= 5"], ["chamber_height >= 5 kg"], ["chamber_height >= tall"], ["charging == sideways"],
             ["charging >= 5 m"], ["= ="], ["chamber_height > 5"], [5], "chamber_height >= 5 m"],
    "against": ["5 kWh", "130 kgce/t", 5, "x"],
    "by": ["2025-13-01", 2025, "soon"],
    "base": [5, "2020"],
    "unit": ["parsec", 5],
    "nope": [5],
    "basis": ["primary", "x"],
    "from": [2020, "x"],
}  # fmt: skip
HEADS = {
    "no id": ('id = "mine"', ""),
    "id of another form": ('id = "mine"', 'id = "My Plan"'),
    "id no text": ('id = "mine"', "id = 5"),
    "no base year": ("base_year = 2020", ""),
    "years upside down": ("base_year = 2020", "base_year = 2030"),
    "no name": ('zh = "我的"', ""),
    "inherits": ('document = "own"', 'document = "own"\ninherits = ["yuncheng-14fpy"]'),
    "inherits itself": ('document = "own"', 'document = "own"\ninherits = ["mine"]'),
    "unknown": ('document = "own"', 'document = "own"\nstart = "x"\nend = 2019\nbase_yaer = 1'),
    "no target": ("[[target]]", "[[targt]]"),
    "target no list": ("[[target]]", "[target]"),
}


def plans():
    """Yield the name and the text of each plan: a mistake in its head, or in a row."""
    whole = PLAN.format(head="", more="")
    yield "as it should be", whole
    yield "twice", whole + whole.partition("[[target]]")[1] + whole.partition("[[target]]")[2]
    for name, (old, new) in HEADS.items():
        yield name, whole.replace(old, new, 1)
    head, mark, row = whole.partition("[[target]]")
    for key, values in _ROW.items():
        for value in values:
            kept = [line for line in row.splitlines() if not line.startswith(f"{key} = ")]
            yield f"{key} {value!r}"[:60], "\n".join([head + mark, *kept, f"{key} = {_toml(value)}", ""])


def _toml(value):
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return str(value) if isinstance(value, int) else f"'{value}'"


FACTORS = """id,value,low,high,unit,document,confidence
coal-2020/raw-coal.coal,0.75,,,kgce/kg,own,A
coal-2020/raw-coal.coal,0.75,,,kgce/kg,own,A
coal-2020/raw-cola.coal,0.75,,,kgce/kg,own,A
own/a,1,,,kg,own,A
own/A B,1,,,kg,own,A
,1,,,kg,own,A
own/b,1,,,parsec,own,A
own/c,inf,,,kg,own,A
own/d,nan,,,kg,own,A
own/e,x,,,kg,own,A
own/f,,,,kg,own,A
own/g,,1,2,kg,own,A
own/h,,2,1,kg,own,A
own/i,3,1,2,kg,own,A
own/j,2,1,2,kg,own,A
own/k,1,1,2,kg,own,A
own/l,0.999,1,2,kg,own,A
own/m,1,,,kg,own,D
own/n,1,,,kg,own,
own/o,1,,,kg,,A
own/p,1,,,,own,A
coal-2020/coke-oven-gas.lhv,17353,,,MJ/m3,own,A
coal-2020/electricity-calorific.coal,0.1229,,,kWh/kgce,own,A
grid/china-2022,536.6,,,kg/kWh,own,A
grid/china-2022,-0.5,,,kg/kWh,own,A
coal-2020/anthracite.coal,0,,,kgce/kg,own,A
co2-ndrc/anthracite.carbon,27.49,,,t/GJ,own,A
"""
LIMITS = """id,unit,level1,level2,level3,standard,confidence,effective
gb21342-2025.coke.top-charging,kgce/t,100,120,140,own,A,2025-01-01
gb21342-2025.coke.top-charging,kgce/t,100,120,140,own,A,2025-01-01
gb21342-2025.coke.top-chargin,kgce/t,100,120,140,own,A,2025-01-01
own/a,kgce/t,140,120,100,own,A,2025-01-01
own/b,kgce/t,,,,own,A,2025-01-01
own/c,kgce/t,100,,90,own,A,2025-01-01
own/d,kgce/t,100,100,100,own,A,2025-01-01
own/e,parsec,100,120,140,own,A,2025-01-01
own/f,kgce/t,x,120,140,own,A,2025-01-01
own/g,kgce/t,-1,120,140,own,A,2025-01-01
own/h,kgce/t,100,120,140,,A,2025-01-01
own/i,kgce/t,100,120,140,own,Z,2025-01-01
own/j,kgce/t,100,120,140,own,A,2025-13-01
own/k,kgce/t,100,120,140,own,A,soon
own/l,kgce/t,inf,120,140,own,A,
gb21342-2025.coke.stamp-charging,kWh/t,100,120,140,own,A,2025-01-01
"""
MEASURES = """id,name,carrier,saving,penalty.electricity,removal.nox,capex,life,source
fans,Inverter,electricity,5 kWh/t,,,120 万元,12 a,offer
fans,Inverter,electricity,5 kWh/t,,,120 万元,12 a,offer
A B,Inverter,electricity,5 kWh/t,,,120 万元,12 a,offer
a,,electricity,5 kWh/t,,,120 万元,12 a,offer
b,Inverter,electrcity,5 kWh/t,,,120 万元,12 a,offer
c,Inverter,,5 kWh/t,,,120 万元,12 a,offer
d,Inverter,electricity,,,,120 万元,12 a,offer
e,Inverter,electricity,5,,,120 万元,12 a,offer
f,Inverter,electricity,5 Hz,,,120 万元,12 a,offer
g,Inverter,electricity,101 %,,,120 万元,12 a,offer
h,Inverter,electricity,100 %,,,120 万元,12 a,offer
i,Inverter,electricity,-5 %,,,120 万元,12 a,offer
j,Inverter,electricity,x,,,120 万元,12 a,offer
k,SCR,,,2 kWh/t,80 %,900 万元,15 a,offer
l,SCR,,,2 kg/t,80 %,900 万元,15 a,offer
m,SCR,,,-2 kWh/t,108 %,900 万元,15 a,offer
n,SCR,,,2 kWh/t,80 %,-900 万元,0 a,offer
o,SCR,,,2 kWh/t,80 %,900 t,15 t,offer
,SCR,,,2 kWh/t,80 %,900 万元,15 a,offer
"""
CELLS = {
    "no file": None,
    "empty": b"",
    "no text": b"\x00\x01\x02",
    "another encoding": "id,value\n煤,1\n".encode("gb18030"),
    "columns": b"id,valu\na,1\n",
    "more cells": b"id,value,unit,document,confidence\na,1,kg,own,A,more,more\n",
    "fewer cells": b"id,value,unit,document,confidence\na,1\n",
    "semicolons": b"id;value;unit;document;confidence\na;1;kg;own;A\n",
    "twice": b"id,id,value,unit,document,confidence\na,a,1,kg,own,A\n",
    "open quote": b'id,value,unit,document,confidence\n"a,1,kg,own,A\n',
    "heads alone": b"id,value,unit,document,confidence,level1,level2,level3,standard,name\n",
    "nul": b"id,value,unit,document,confidence\na\x00,1,kg,own,A\n",
    "long cell": b"id,value,unit,document,confidence\n" + b"a" * 200_000 + b",1,kg,own,A\n",
}
"""Files that are no tables of one's own, or hardly."""

QUESTIONS = {
    "nothing asked": {},
    "reduction": {"reduce": ["NOx"]},
    "reduction of nothing known": {"reduce": ["NOy=5 t"]},
    "reduction of another kind": {"reduce": ["NOx=5 kWh"]},
    "reduction bare": {"reduce": ["NOx=5"]},
    "reduction below zero": {"reduce": ["NOx=-5 t"]},
    "reduction of nothing": {"reduce": ["NOx=0 t"]},
    "reduction twice": {"reduce": ["NOx=5 t", "NOx=6 t"]},
    "reduction of energy": {"reduce": ["energy=5 kWh"]},
    "budget": {"level": 2, "budget": "-1 元"},
    "budget of nothing": {"level": 2, "budget": "0 元"},
    "budget of another kind": {"level": 2, "budget": "1 t"},
    "budget bare": {"level": 2, "budget": "5"},
    "level": {"level": 0},
    "level four": {"level": 4},
    "least": {"level": 2, "least": "x" * 60},
    "curve": {"level": 2, "curve": "y" * 60},
    "keep and leave": {"level": 2, "keep": ["a", "b"], "without": ["b", "a"]},
    "years": {"level": 2, "years": "2026"},
    "years without budget": {"level": 2, "years": "2026-2030"},
    "budget without years": {"level": 2, "yearly": "1 亿元"},
    "years upside down": {"level": 2, "years": "2030-2026", "yearly": "1 亿元"},
    "one year": {"level": 2, "years": "2030-2030", "yearly": "1 亿元"},
    "years at the bound": {"level": 2, "years": "2020-2050", "yearly": "1 亿元"},
    "years too many": {"level": 2, "years": "1990-2100", "yearly": "1 亿元"},
    "years no years": {"level": 2, "years": "a-b", "yearly": "1 亿元"},
    "confidence": {"level": 2, "confidence": "x"},
    "confidence bare": {"level": 2, "confidence": "0.9"},
    "even odds": {"level": 2, "confidence": "50 %"},
    "a little more": {"level": 2, "confidence": "50.1 %"},
    "certainty": {"level": 2, "confidence": "100 %"},
    "more than certain": {"level": 2, "confidence": "101 %"},
    "together alone": {"level": 2, "together": True},
    "draws few": {"level": 2, "confidence": "90 %", "draws": 99},
    "draws enough": {"level": 2, "confidence": "90 %", "draws": 100},
    "draws many": {"level": 2, "confidence": "90 %", "draws": 1_000_001},
    "draws most": {"level": 2, "confidence": "90 %", "draws": 1_000_000},
    "seed": {"level": 2, "confidence": "90 %", "seed": -1},
    "seed nought": {"level": 2, "confidence": "90 %", "seed": 0},
    "seed alone": {"level": 2, "seed": 1},
    "draws without share": {"level": 2, "draws": 100},
    "counties": {"level": 2, "counties": "x"},
    "alternatives": {"level": 2, "alternatives": 21},
}
MAPS = {
    "no json": b"{",
    "no features": b"{}",
    "features empty": b'{"features": []}',
    "a point": b'{"features": [{"properties": {"name": "A"}, "geometry": {"type": "Point", "coordinates": [1, 2]}}]}',
    "no geometry": b'{"features": [{"properties": {"name": "A"}}]}',
    "no county": b'{"features": [{"properties": {"name": "Z"}, "geometry": {"type": "Polygon", "coordinates": [[[110, 35], [111, 35], [111, 36], [110, 35]]]}}]}',
    "open": b'{"features": [{"properties": {"name": "A"}, "geometry": {"type": "Polygon", "coordinates": [[[110, 35], [111, 35], [111, 36], [110, 36]]]}}]}',
    "metres": b'{"features": [{"properties": {"name": "A"}, "geometry": {"type": "Polygon", "coordinates": [[[500000, 35], [111, 35], [111, 36], [500000, 35]]]}}]}',
    "three points": b'{"features": [{"properties": {"name": "A"}, "geometry": {"type": "Polygon", "coordinates": [[[110, 35], [111, 35], [110, 35]]]}}]}',
    "right": b'{"features": [{"properties": {"name": "A"}, "geometry": {"type": "Polygon", "coordinates": [[[110, 35], [111, 35], [111, 36], [110, 35]]]}}, {"properties": null, "geometry": {"type": "MultiPolygon", "coordinates": [[[[180, 90], [-180, 90], [-180, -90], [180, 90]]]]}}]}',
    "words": b'{"features": [{"properties": {"name": "A"}, "geometry": {"type": "Polygon", "coordinates": [[["a", "b"]]]}}]}',
    "feature no table": b'{"features": [5]}',
    "no text": b"\xff\xfe\x00",
}  # fmt: skip
MAPPINGS = [
    "x = 1", "columns = 5", "[columns]\na = 5", "[units]\na = 'parsec'", "[columns]\na = 'coke'\nb = 'coke'", "[units]\ncoke = ''", "a = = 1",
    "[columns]\n'产量' = 'coke'\n[units]\n'产量' = 't'",
]  # fmt: skip
