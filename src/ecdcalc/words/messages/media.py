"""Energy-carrying media: what is assumed of them."""

MESSAGES: dict[str, tuple[str, str]] = {
    "range-of-flow": (
        "{found}: of what is taken and given out apart no range can be told; give the range of the difference alone",
        "{found}：分别给出取用量和送出量时不能带区间；请只给净值及其区间",
    ),
    "carrier-net-and-gross": (
        "give the net amount, or what is taken and given out (`taken`, `given`): not both",
        "净用量与购入量、外供量（taken、given）只能给出一种",
    ),
    "convert-one-factor": (
        "give a heating value, a factor, or a state of steam: only one of them",
        "热值、系数、蒸汽状态只能给出一种",
    ),
    "medium-no-co2": (
        "assumed: media carry no CO2 of their own (the CO2 guides count fuels, electricity and heat)",
        "假定：耗能工质不计二氧化碳排放（核算指南只计燃料、电力和热力）",
    ),
    "medium-primary-only": (
        "assumed: energy-carrying media count on the primary-equivalent basis only",
        "假定：耗能工质仅在等价值口径下计入",
    ),
    "steam-alone": (
        "pressure and temperature are those of steam: leave them out for {found}, or give its own factor",
        "压力和温度仅用于蒸汽：{found} 请去掉，或给出其自身的系数",
    ),
    "steam-water": (
        "at {found} there is water, not steam, under that pressure",
        "该压力下 {found} 为水而非蒸汽",
    ),
    "steam-pressure": (
        'give the absolute pressure of the steam, such as --pressure "0.8 MPa" (and --temperature if superheated)',
        '请给出蒸汽的绝对压力，如 --pressure "0.8 MPa"（过热蒸汽另给 --temperature）',
    ),
}
