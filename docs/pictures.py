"""The pictures of the README: the screen of an example, drawn at each build; its workbook, by `python docs/pictures.py`.

The picture of the workbook needs LibreOffice and pdftoppm; without them the one in the repository stays.
"""

from __future__ import annotations

import html
import shutil
import subprocess
import tempfile
from pathlib import Path

from click.testing import CliRunner

from ecdcalc import assess
from ecdcalc.cli import main
from ecdcalc.report.screen.box import WIDTH, width_of
from ecdcalc.report.workbook.sheets import write_workbook

EXAMPLE = Path(__file__).parents[1] / "examples" / "coking.toml"
FOLDER = Path(__file__).parent / "pictures"
_COLUMN, _LINE, _MARGIN, _SIZE = 8.4, 19, 16, 14
_BLANK = "\u00a0"
"""A blank that no browser takes away."""
_FONT = "'Noto Sans Mono CJK SC','Sarasa Mono SC',Menlo,Consolas,monospace"


def write(folder: Path = FOLDER) -> None:
    """Draw the screens in both languages, each only if it changed."""
    folder.mkdir(exist_ok=True)
    for lang in ("en", "zh"):
        path, text = folder / f"screen-{lang}.svg", screen(lang)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def screen(lang: str) -> str:
    """Return the first screen of the example as SVG, each line as wide as a terminal sets it."""
    command = ["sector", "coking", "--input", str(EXAMPLE), "--lang", lang]
    shown = CliRunner().invoke(main, command).output.rstrip().splitlines()
    lines = [f"$ ecdcalc sector coking --input coking.toml --lang {lang}", *shown]
    width, height = _MARGIN * 2 + WIDTH * _COLUMN, _MARGIN * 2 + len(lines) * _LINE
    rows = [
        f'<text x="{_MARGIN}" y="{_MARGIN + _LINE * number - 5}" textLength="{width_of(line) * _COLUMN:.1f}" '
        f'lengthAdjust="spacing">{html.escape(line).replace(" ", _BLANK)}</text>'
        for number, line in enumerate(lines, 1)
        if line.strip()
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" role="img">'
        f"<title>{html.escape(lines[1])}</title>"
        f'<rect width="100%" height="100%" rx="6" fill="#1e1e1e"/>'
        f'<g font-family="{html.escape(_FONT)}" font-size="{_SIZE}" fill="#e6e6e6">' + "\n".join(rows) + "</g></svg>\n"
    )


def workbook(lang: str, folder: Path = FOLDER) -> bool:
    """Draw the answer of the workbook of the example; say whether the programs for it are there."""
    if not (shutil.which("soffice") and shutil.which("pdftoppm")):
        return False
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        write_workbook(assess(EXAMPLE), work / "plant.xlsx", lang)
        office = ["soffice", f"-env:UserInstallation=file://{work / 'profile'}", "--headless", "--convert-to", "pdf"]
        subprocess.run([*office, "--outdir", name, str(work / "plant.xlsx")], check=True, capture_output=True)
        part = ["-f", "1", "-l", "1", "-singlefile", "-r", "90", "-x", "50", "-y", "50", "-W", "960", "-H", "560"]
        picture = str(folder / f"workbook-{lang}")
        subprocess.run(["pdftoppm", "-png", *part, str(work / "plant.pdf"), picture], check=True, capture_output=True)
    return True


if __name__ == "__main__":
    write()
    for each in ("en", "zh"):
        print(each, "drawn" if workbook(each) else "needs LibreOffice and pdftoppm")
