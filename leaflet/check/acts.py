"""The acts no leaflet may prompt: to stop a medicine, to take less, to take more, to skip a dose.

The ways to say them are data (`leaflet.check.phrases`); here they become patterns, once. Whether an act
found is prompted or forbidden is judged in `leaflet.check.permission`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from leaflet.check import phrases

Act = Literal["stop", "less", "more", "skip"]
Form = Literal["base", "gerund", "passive", "release"]  # release: "no longer need to take"

_ACTS: dict[Act, str] = {
    "stop": phrases.STOP,
    "less": phrases.LESS,
    "more": phrases.MORE,
    "skip": phrases.SKIP,
}
_RELEASES: dict[Act, str] = {"stop": phrases.STOP_RELEASED, "skip": phrases.SKIP_RELEASED}
_FORMS: tuple[Form, Form] = ("base", "gerund")
_MARK = re.compile(r"<([A-Za-z ]+)>")


@dataclass(frozen=True, slots=True)
class Found:
    """One act in a canonical sentence."""

    act: Act
    form: Form
    start: int
    end: int


def acts_in(canonical: str, act: Act) -> Iterator[Found]:
    """Yield every place where the canonical sentence speaks of `act`, forbidden or not."""
    for form, pattern in _PATTERNS[act]:
        for match in pattern.finditer(canonical):
            yield Found(act, form, match.start(), match.end())


def _patterns(act: Act) -> Iterator[tuple[Form, re.Pattern[str]]]:
    for form in _FORMS:
        yield form, _compiled(_ACTS[act], form)
    yield "passive", re.compile(_passive(act))
    if act in _RELEASES:
        yield "release", _compiled(_RELEASES[act], "base")


def _compiled(lines: str, form: Form) -> re.Pattern[str]:
    """Fill in the pieces and verbs of every line and make one pattern of them."""
    alternatives = "|".join(_filled(line, form) for line in lines.strip().splitlines())
    return re.compile(rf"\b(?:{alternatives})")


def _filled(line: str, form: Form) -> str:
    def _piece(mark: re.Match[str]) -> str:
        if mark[1] in phrases.PIECES:
            return _filled(phrases.PIECES[mark[1]], form)
        return phrases.VERBS[mark[1]][_FORMS.index(form)]

    return _MARK.sub(_piece, line)


def _passive(act: Act) -> str:
    """Return the pattern for "the dose can be halved"."""
    modal = "can|should|could|is best|are best"
    if act in _RELEASES:  # "may be reduced" tells what the doctor may do; "may be skipped" permits
        modal += "|may|might|must|has to|have to|needs to|need to|is to|are to"
    return (
        rf"\b(?:med|dose|it|they|these|this) (?:(?!not\b|never\b)\w+ ){{0,2}}(?:{modal})"
        rf"(?: (?!not\b|never\b)\w+){{0,2}} (?:be |(?<=best ))(?:\w+ly )?(?:{phrases.PARTICIPLES[act]})\b"
    )


_PATTERNS = {act: tuple(_patterns(act)) for act in _ACTS}
