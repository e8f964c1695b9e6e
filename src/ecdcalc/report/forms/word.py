"""A filled form set as Word, by the layout of its folder: text from outside never becomes a tag or a field."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
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
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_BLOCKS = ("for", "if")
"""The tags that have an end."""
_UNCLOSED = re.compile(r"\{[{%](?:(?!\}\}|%\}|</w:p>).)*(?=</w:p>)", re.DOTALL)
_FAILURES = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What the tags of a user's own layout may run into."""


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
    tags = _Tags(environment, [template.patch_xml(template.get_xml()), *_margins(template)], context, layout)
    tags.check()
    try:
        template.render(context, environment)
    except (jinja.TemplateError, *_FAILURES) as error:
        raise InputError(tags.broken(error)) from None
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


def _margins(template: Any) -> Iterator[str]:
    """Yield what stands in headers and footers."""
    for uri in (template.HEADER_URI, template.FOOTER_URI):
        for _, part in template.get_headers_footers(uri):
            yield template.patch_xml(template.get_part_xml(part))


class _Tags:
    """The tags of a layout, and what is wrong with them: each is told as it stands there."""

    def __init__(self, environment: Any, parts: Sequence[str], context: Mapping[str, Any], layout: Path) -> None:
        self.environment, self.parts, self.context, self.layout = environment, parts, context, layout

    def check(self) -> None:
        """Raise `InputError` for every broken tag and every name that the form does not have."""
        try:
            problems = [problem for part in self.parts for problem in self._unknown(part)]
        except import_module("jinja2").TemplateSyntaxError as error:
            problems = self.broken(error)
        if problems:
            raise InputError(problems)

    def broken(self, error: Any) -> list[Problem]:
        """Return what is wrong with each tag by itself; where each holds, what is wrong with the whole."""
        found = [problem for part in self.parts for tag in _TAG.findall(part) for problem in self._alone(tag)]
        if not any(each.key == "form-tags" for each in found):
            found.append(self._told(error, next(filter(None, map(_unpaired, self.parts)), "") or self._failing(error)))
        return found

    def _failing(self, error: Any) -> str:
        """Return the tag that fails by itself as the whole does."""
        for tag in (tag for part in self.parts for tag in _TAG.findall(part) if not _kind(tag)):
            try:
                self.environment.from_string(tag).render(self.context)
            except (import_module("jinja2").TemplateError, *_FAILURES) as each:
                if str(each) == str(error):
                    return tag
        return ""

    def _alone(self, tag: str) -> Iterator[Problem]:
        kind = _kind(tag)
        if kind in ("", *_BLOCKS):
            try:
                yield from self._unknown(f"{tag}{{% end{kind} %}}" if kind else tag, whole=False)
            except import_module("jinja2").TemplateSyntaxError as error:
                yield self._told(error, tag)

    def _unknown(self, text: str, whole: bool = True) -> Iterator[Problem]:
        tree = self.environment.parse(text)
        others = import_module("jinja2.meta").find_undeclared_variables(tree) - {*self.context}
        for name in sorted(others) if whole else ():
            yield self._nameless(name, name, [*self.context])
        for each in tree.find_all(import_module("jinja2.nodes").Getattr):
            table = getattr(each.node, "name", "")
            if table in ("cell", "table", "picture") and each.attr not in self.context[table]:
                yield self._nameless(f"{table}.{each.attr}", each.attr, [*self.context[table]])

    def _nameless(self, tag: str, name: str, known: Sequence[str]) -> Problem:
        guess = near(name, known) or ", ".join(known)
        return Problem(f"{self.layout}: {tag}"[-300:], "form-name", {"near": guess})

    def _told(self, error: Any, tag: str) -> Problem:
        text = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", tag))
        where = text[:_LONGEST] + ("…" if len(text) > _LONGEST else "")
        return Problem(
            str(self.layout), "form-tags", {"reason": str(error).partition("\n")[0][:200], "where": where or "–"}
        )


def _kind(tag: str) -> str:
    """Return the word of a block, nothing of a tag that shows a value."""
    found = re.match(r"\{%-?\s*(\w*)", tag)
    return found[1] if found else ""


def _unpaired(part: str) -> str:
    """Return the tag that is not closed, has no end, or ends what was not begun."""
    if unclosed := _UNCLOSED.search(part):
        return unclosed[0]
    begun: list[str] = []
    for tag in _TAG.findall(part):
        kind = _kind(tag)
        if kind in _BLOCKS:
            begun.append(tag)
        elif kind.startswith("end") and (not begun or _kind(begun.pop()) != kind.removeprefix("end")):
            return tag
    return begun[-1] if begun else ""
