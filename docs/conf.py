"""Settings of the documentation; the reference pages are written from the code when it is built."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import api
import generate

from ecdcalc import __version__

project = "ecdcalc"
version = release = __version__
extensions = ["myst_parser", "sphinx.ext.autodoc"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["conf.py", "generate.py", "pictures.py"]
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
myst_heading_anchors = 3
html_theme = "alabaster"
html_theme_options = {"description": "What does this retrofit save, and what is still missing?", "page_width": "1100px"}


def setup(app):
    """Set the docstrings as they are meant: they are plain text with code in it."""

    def told(app, what, name, found, options, lines):
        lines[:] = api.as_rst(lines)

    app.connect("autodoc-process-docstring", told)


generate.write(Path(__file__).parent / "generated")
