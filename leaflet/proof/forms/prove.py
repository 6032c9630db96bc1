"""Prove a leaflet in another form: make it again, read its words back, judge it by its form's own rules."""

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path

from leaflet.api import composed
from leaflet.document.tree import Document
from leaflet.explanations import Explanation
from leaflet.forms import FORMS, difference, form_of
from leaflet.layout.scale import LayoutError
from leaflet.model import Monograph
from leaflet.proof.forms.alike import Saying, words_of
from leaflet.proof.forms.books import book_faults
from leaflet.proof.forms.listened import ssml_faults, text_faults
from leaflet.proof.forms.screen_pages import page_faults
from leaflet.proof.print_runs import Choose
from leaflet.proof.remake import EXPLANATION as MADE_AGAIN
from leaflet.proof.results import Fault, Identity, Judgement, Report, Result, judged, not_measured
from leaflet.regions import REGIONS
from leaflet.values import Value

_MOST_TOLD = 8
_REQUIRED = "the bytes that the program makes"

EXPLANATIONS = {
    told.code: told
    for told in (
        Explanation(
            code="V811",
            title="The form says the leaflet's words in their order",
            reason="Who listens, feels or reads on a screen must not be told less, or something else.",
            bad="a page for screens without the sentence on alcohol",
            good="Build every form from the same monograph.",
            source="Directive 2001/83/EC, article 56a; Human Medicines Regulations 2012, regulation 259",
        ),
        Explanation(
            code="V812",
            title="The form keeps its own rules",
            reason="A form serves its readers as its standard says: headings, texts of pictures, cells.",
            bad="a picture without a text; a Braille page without its number",
            good="Build the file anew; never edit a finished one.",
            source="HTML Living Standard, WCAG 2.2; EPUB 3.3; SSML 1.1; UEB and Braille Formats 2016",
        ),
    )
}


class FormProved(Value, kw_only=True):
    """A file's report, and what it says; None where that cannot be read."""

    report: Report
    said: Saying | None = None


class _Made(Value, kw_only=True):
    """What the program makes: in which region, from which words, and whether it is the file."""

    region: str
    document: Document
    is_same: bool


def prove_form(name: str, data: bytes, choose: Choose, *, remake: bool, rules: bool) -> FormProved:
    """Return the report on one file, whose name ends as its form's do; its monograph is that of its name."""
    form = form_of(name)
    if form is None:
        raise ValueError(f"{name} is named like no form of a leaflet")
    key, language = _named(name, FORMS[form].ending)
    monograph = choose({"monograph": key, "language": language})
    made = _made(form, data, monograph) if monograph is not None else ()
    best = min(made, key=lambda each: not each.is_same, default=None)
    results: list[Result] = []
    if remake:
        results.append(_told(MADE_AGAIN, "Remake", _same(key, best, made)))
    if rules:
        results.append(_told(EXPLANATIONS["V811"], "Forms", _says(form, data, best, made)))
        results.append(_told(EXPLANATIONS["V812"], "Forms", _keeps(form, data)))
    region = best.region if best is not None and best.is_same else ""
    identity = Identity(
        title=str(monograph.name) if monograph is not None else "",
        monograph=key,
        version=str(monograph.version) if monograph is not None else "",
        region=region,
    )
    said = words_of(name, key, region, form, data) if rules else None
    return FormProved(report=Report(name=name, identity=identity, results=tuple(results)), said=said)


def _named(name: str, ending: str) -> tuple[str, str]:
    key, _, language = Path(name).name.removesuffix(ending).rpartition("-")
    return key, language


def _made(form: str, data: bytes, monograph: Monograph) -> tuple[_Made, ...]:
    """Return what the program makes in each region, up to the file itself: no form says its region."""
    found: list[_Made] = []
    for region in (None, *REGIONS):
        try:
            document = composed(monograph, region)
            again = FORMS[form].write(document, monograph).data
        except (LayoutError, ValueError):
            continue
        found.append(_Made(region=region or "", document=document, is_same=again == data))
        if again == data:
            break
    return tuple(found)


def _same(key: str, best: _Made | None, made: tuple[_Made, ...]) -> Judgement:
    if best is None:
        return not_measured(_REQUIRED, f"its monograph {key!r} is not at hand, or has no such form here")
    if best.is_same:
        return judged(_REQUIRED, f"the same bytes, in region {best.region or 'none'}")
    return judged(_REQUIRED, "another file", [Fault(f"its bytes are those of none of {len(made)} regions")])


def _says(form: str, data: bytes, best: _Made | None, made: tuple[_Made, ...]) -> Judgement:
    required = "the words of the leaflet, in their order"
    if best is None:
        return not_measured(required, "its monograph is not at hand")
    told = [difference(form, each.document, data) for each in ((best,) if best.is_same else made)]
    fault = "" if "" in told else max(told, key=len)
    return judged(required, "other words" if fault else "the same words", [Fault(fault)] if fault else [])


def _keeps(form: str, data: bytes) -> Judgement:
    faults = list(islice(own_faults(form, data), _MOST_TOLD))
    return judged(f"what {FORMS[form].standard} ask", f"{len(faults)} faults", map(Fault, faults))


def own_faults(form: str, data: bytes) -> Iterator[str]:
    """Yield in sentences what is wrong with a file by the rules of its own form."""
    return _RULES.get(form, _read_back(form))(data)


def _page(data: bytes) -> Iterator[str]:
    return page_faults(data, of_book=False)


def _read_back(form: str) -> Callable[[bytes], Iterator[str]]:
    def faults(data: bytes) -> Iterator[str]:
        try:
            FORMS[form].read(data)
        except ValueError as error:
            yield str(error)

    return faults


_RULES: Mapping[str, Callable[[bytes], Iterator[str]]] = {
    "html": _page,
    "epub": book_faults,
    "text": text_faults,
    "ssml": ssml_faults,
}
"""The rules of a form's own; a form without any is held to being read back, as Braille is."""


def _told(explanation: Explanation, group: str, judgement: Judgement) -> Result:
    return Result(
        code=explanation.code,
        title=explanation.title,
        group=group,
        source=explanation.source,
        judgement=judgement,
    )
