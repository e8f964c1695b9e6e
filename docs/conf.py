"""Settings of the documentation; the reference pages are written from the code when it is built."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import generate

from ecdcalc import __version__

project = "ecdcalc"
version = release = __version__
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["conf.py", "generate.py"]
myst_heading_anchors = 3
html_theme = "alabaster"
html_theme_options = {"description": "What does this retrofit save, and what is still missing?", "page_width": "1100px"}

generate.write(Path(__file__).parent / "generated")
