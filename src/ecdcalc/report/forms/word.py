"""A filled form set as Word, by the layout of its folder: text from outside never becomes a tag or a field."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from ecdcalc._version import __version__
from ecdcalc.report.forms.fill import FilledForm, fill
from ecdcalc.report.forms.form import WordForm, load_form
from ecdcalc.report.forms.pictures import Shown, names_of
from ecdcalc.words.errors import EcdcalcError, InputError, Problem, near
from ecdcalc.words.labels import word

USUAL = {"assessment": "saving-report", "region": "region-report"}
"""The form that is set where none is named."""
_LONGEST = 90


def library() -> Any:
    """Return docxtpl. Raises `EcdcalcError` where it is not installed."""
    try:
        return import_module("docxtpl")
    except ModuleNotFoundError:
        raise EcdcalcError("word-extra") from None


def form_for(kind: str, named: str) -> WordForm:
    """Return the form that is named, or the usual one of a kind of result. Raises `EcdcalcError`."""
    form = load_form(named or USUAL[kind])
    if form.of != kind:
        raise EcdcalcError("form-of-other", form=form.id, of=COMMANDS[form.of], kind=COMMANDS[kind])
    return form


COMMANDS = {"assessment": "sector", "region": "region"}
"""The command that makes a kind of result."""


def write_word(result: Any, draft: Path, lang: str, kind: str, named: str = "") -> None:
    """Write a form as Word. Raises `EcdcalcError`."""
    set_form(fill(form_for(kind, named), result, lang), draft, lang)


def set_form(filled: FilledForm, draft: Path, lang: str) -> None:
    """Set a filled form by its layout. Raises `InputError` for a layout with broken tags or unknown names."""
    layout = filled.form.layout(lang)
    template = _opened(layout)
    jinja = import_module("jinja2")
    environment = import_module("jinja2.sandbox").SandboxedEnvironment(undefined=jinja.StrictUndefined, autoescape=True)
    _check(template, environment, filled, layout)
    form = filled.form
    context = {
        "title": filled.title,
        "cell": filled.cells,
        "table": filled.tables,
        "origin": word("form-origin", lang, source=form.source[lang], edition=form.edition, grade=form.confidence),
        "ecdcalc": __version__,
        "picture": {name: Shown(filled.charts.get(name), template, lang) for name in names_of(form.of)},
        "missing": [{"number": str(n), "label": each.label} for n, each in enumerate(filled.missing, 1)],
    }
    try:
        template.render(context, environment, autoescape=True)
    except jinja.TemplateError as error:
        raise InputError([_told(error, layout)]) from None
    whole = io.BytesIO()  # a disk that fills up leaves no archive open
    template.save(whole)
    draft.write_bytes(whole.getvalue())


def _opened(layout: Path) -> Any:
    try:
        template = library().DocxTemplate(str(layout))
        template.init_docx()
    except (zipfile.BadZipFile, KeyError, ValueError, import_module("docx.opc.exceptions").PackageNotFoundError):
        raise InputError([Problem(str(layout), "form-not-word", {})]) from None
    return template


def _check(template: Any, environment: Any, filled: FilledForm, layout: Path) -> None:
    """Raise `InputError` for every name of the layout that the form does not have."""
    nodes = import_module("jinja2.nodes")
    errors = import_module("jinja2")
    known = {"cell": [*filled.cells], "table": [*filled.tables], "picture": names_of(filled.form.of)}
    problems: list[Problem] = []
    try:
        parts = [template.patch_xml(template.get_xml()), *_margins(template)]
        trees = [environment.parse(each) for each in parts]
    except errors.TemplateSyntaxError as error:
        raise InputError([_told(error, layout)]) from None
    for tree in trees:
        for each in tree.find_all(nodes.Getattr):
            names = known.get(getattr(each.node, "name", ""))
            if names is not None and each.attr not in names:
                place = f"{layout}: {each.node.name}.{each.attr}"
                guess = near(each.attr, names) or ", ".join(names)
                problems.append(Problem(place[-300:], "form-name", {"near": guess}))
    if problems:
        raise InputError(problems)


def _margins(template: Any) -> Iterator[str]:
    """Yield what stands in headers and footers."""
    for uri in (template.HEADER_URI, template.FOOTER_URI):
        for _, part in template.get_headers_footers(uri):
            yield template.patch_xml(template.get_part_xml(part))


def _told(error: Any, layout: Path) -> Problem:
    """Return a mistake of a layout with the words that stand about it."""
    text = getattr(error, "source", None) or ""
    lines = text.splitlines()
    at = getattr(error, "lineno", None) or 0
    around = re.sub(r"<[^>]*>", " ", " ".join(lines[max(at - 2, 0) : at + 1]))
    words = re.sub(r"\s+", " ", around).strip()
    where = words[:_LONGEST] + ("…" if len(words) > _LONGEST else "")
    return Problem(str(layout), "form-tags", {"reason": str(error.message)[:200], "where": where or "–"})
