"""LibreOffice, if it is there: Word documents opened by a program that has not seen ecdcalc, and set as PDF."""

import shutil
import subprocess

import pytest

OFFICE, READER = shutil.which("soffice"), shutil.which("pdftotext")
needs_office = pytest.mark.skipif(not (OFFICE and READER), reason="LibreOffice or pdftotext is not installed")


def opened(files, folder):
    """Return the text of documents as LibreOffice sets them, by name of the file; one call for all of them."""
    out = folder / "set"
    command = [OFFICE, f"-env:UserInstallation=file://{folder / 'profile'}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(out), *map(str, files)], check=True, capture_output=True, timeout=900)
    return {each.name: text_of(out / f"{each.stem}.pdf") for each in files}


def text_of(pdf):
    """Return the text of a PDF without line ends and blanks: tables break words anywhere."""
    done = subprocess.run([READER, "-layout", str(pdf), "-"], check=True, capture_output=True, timeout=120)
    return done.stdout.decode("utf-8")
