"""Files of one leaflet side by side, whatever their form: what the plainest says, each other says, too.

This needs no monograph: a page's words are sought in the other files, as each form says them.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from leaflet.explanations import Explanation
from leaflet.forms import FORMS
from leaflet.proof.results import Fault, Result, judged
from leaflet.values import Value

EXPLANATIONS = {
    "V703": Explanation(
        code="V703",
        title="All forms of one leaflet say the same words in the same order",
        reason="Who cannot read print asks for Braille or speech, and must be told the same.",
        bad="a text to listen to that lacks a warning which the PDF has",
        good="Build every form from the same monograph, and take the old files away.",
        source="Human Medicines Regulations 2012, regulation 259; Directive 2001/83/EC, article 56a",
    ),
}
_PDF = "pdf"
_MARK = re.compile(r"[•–◦]|\d+\.")
_LETTERS = re.compile(r"[^\W\d_]+")
_CHARACTERS = re.compile(r"\w+")
_MOST_TOLD = 4


class Saying(Value, kw_only=True):
    """What a file says: its paragraphs, items and cells in order."""

    name: str
    monograph: str
    region: str
    form: str
    passages: tuple[str, ...]


def words_of(name: str, monograph: str, region: str, form: str, data: bytes) -> Saying | None:
    """Return what a file says; None where it cannot be read."""
    try:
        passages = FORMS[form].read(data)
    except ValueError:
        return None
    return Saying(name=name, monograph=monograph, region=region, form=form, passages=passages)


def compare_forms(files: Sequence[Saying]) -> tuple[Result, ...]:
    """Return a result a leaflet that has several forms: each says what the first one says, in order."""
    rank = (*[name for name, form in FORMS.items() if form.said == "printed"], _PDF)  # the first leads
    results = list[Result]()
    for key in dict.fromkeys([(each.monograph, each.region) for each in files]):
        mine = [each for each in files if (each.monograph, each.region) == key]
        leaders = [each for form in rank for each in mine if each.form == form]
        if not leaders or len({each.form for each in mine}) < 2:
            continue
        others = [each for each in mine if each is not leaders[0]]
        faults = [fault for each in others for fault in _missing(leaders[0], each)]
        results.append(_result(f"{len(mine)} files of {key[0]}, beside {leaders[0].name}", faults))
    return tuple(results)


def _missing(leader: Saying, other: Saying) -> Iterator[Fault]:
    """Yield what the first file says and another does not, where it ought to."""
    said = FORMS[other.form].said if other.form != _PDF else _PDF
    words = _OF_FILES[said](" ".join(other.passages))
    place, told = 0, 0
    for passage in leader.passages:
        sought = _SOUGHT[said](passage)
        found = _found(words, sought, place)
        if found >= 0:
            place = found + len(sought)
        elif told < _MOST_TOLD:
            told += 1
            yield Fault(f"{other.name} does not say {passage[:80]!r} where {leader.name} does")


def _found(words: Sequence[str], sought: Sequence[str], place: int) -> int:
    for start in range(place, len(words) - len(sought) + 1):
        if words[start : start + len(sought)] == sought:
            return start
    return -1


def _plain(text: str) -> list[str]:
    return [word for word in text.split() if not _MARK.fullmatch(word)]


def _printed(text: str) -> list[str]:
    """Return words without marks: in print a link's full stop stands apart from it."""
    return _CHARACTERS.findall(text)


def _felt(text: str) -> list[str]:
    from leaflet.braille.signs import felt

    return _plain(felt(text))


def _heard(text: str) -> list[str]:
    """Return words without numbers, which may be said digit by digit."""
    return _LETTERS.findall(text)


def _spoken(text: str) -> list[str]:
    from leaflet.speech.spoken_words import spoken

    return _heard(spoken(text, "en"))


_Words = Callable[[str], list[str]]
_OF_FILES: Mapping[str, _Words] = {
    _PDF: _printed,
    "printed": _plain,
    "heard": _heard,
    "felt": _felt,
}
_SOUGHT: Mapping[str, _Words] = {**_OF_FILES, "heard": _spoken}
"""How the words of a page are sought in a file of another form."""


def _result(measured: str, faults: Sequence[Fault]) -> Result:
    explanation = EXPLANATIONS["V703"]
    return Result(
        code="V703",
        title=explanation.title,
        group="Sameness",
        source=explanation.source,
        judgement=judged("the same words in each", measured, faults),
    )
