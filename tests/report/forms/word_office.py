"""LibreOffice, if it is there: Word documents opened by a program that has not seen ecdcalc, and saved by it."""

import shutil
import subprocess

import pytest

OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


def opened(files, folder, form):
    """Return the files that LibreOffice makes of documents, by name of the document; one call for all of them."""
    out = folder / form
    command = [OFFICE, f"-env:UserInstallation=file://{folder / 'profile'}", "--headless", "--convert-to", form]
    subprocess.run([*command, "--outdir", str(out), *map(str, files)], check=True, capture_output=True, timeout=900)
    return {each.name: out / f"{each.stem}.{form}" for each in files}
