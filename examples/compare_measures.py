"""Which measures of a coking plant save most per yuan? The library from Python."""

from pathlib import Path

from ecdcalc import assess, load_plant

HERE = Path(__file__).parent

result = assess(load_plant(str(HERE / "coking.toml"))).to_dict()

rows = []
for process in result["processes"]:
    for measure in process["measures"]:
        saved, capex = measure["energy_saved"], measure["capex"]
        if saved and capex and saved["value"] > 0:
            rows.append((capex["value"] / saved["value"], process["name"], measure["label"], saved["value"]))

print("CNY per tce a year, first cost only")
for cost, name, label, saved in sorted(rows):
    print(f"{cost:8,.0f}  {saved:10,.0f} tce  {name}: {label}")
