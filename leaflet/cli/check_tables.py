"""What `leaflet check` tells of a monograph beside its findings: coverage, reading grades, PEMAT-P."""

import datetime
from functools import cached_property
from typing import Any

from leaflet.coverage import Coverage, coverage
from leaflet.model import Monograph
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.pemat import pemat
from leaflet.rules.readability import LIMIT, SMOG_LIMIT, TARGET, readability


class Report:
    """The measures of one monograph, as text and as data."""

    def __init__(self, monograph: Monograph, on: datetime.date) -> None:
        self._manuscript = Manuscript(monograph, on)
        self._coverage = coverage(monograph)

    @cached_property
    def _grades(self) -> Any:
        return readability(self._manuscript) if self._manuscript.is_english else ()

    def as_data(self) -> dict[str, Any]:
        """Return the measures as plain values for JSON."""
        score = pemat(self._manuscript)
        return {
            "coverage": [
                {
                    "item": entry.item.key,
                    "clause": f"UK HMR 2012 Schedule 27 {entry.item.clause}",
                    "covered": entry.place is not None,
                    "where": _where(entry),
                    "silenced": entry.silenced,
                    "beside": entry.beside,
                }
                for entry in self._coverage
            ],
            "readability": [
                {
                    "part": grade.title,
                    "words": grade.words,
                    "sentences": grade.sentences,
                    "flesch_kincaid": grade.flesch_kincaid,
                    "smog": grade.smog,
                }
                for grade in self._grades
            ],
            "pemat_p": {
                "score": score.score,
                "items": [
                    {"number": item.number, "text": item.text, "met": item.met} for item in score.items
                ],
                "for_a_person": [item.number for item in score.for_a_person],
            },
        }

    def as_text(self) -> str:
        """Return the measures as tables for a terminal."""
        lines = ["  Coverage (UK HMR 2012 Schedule 27)"]
        lines += [
            f"    {entry.item.key:20} {entry.item.clause:22} {_state(entry)}" for entry in self._coverage
        ]
        lines += ["", f"  Reading grade (target {TARGET:g}, limit {LIMIT:g}; SMOG limit {SMOG_LIMIT:g})"]
        for grade in self._grades:
            smog = "" if grade.smog is None else f", SMOG {grade.smog:.1f}"
            lines.append(f"    {grade.title:20} Flesch-Kincaid {grade.flesch_kincaid:4.1f}{smog}")
        score = pemat(self._manuscript)
        lines += ["", f"  PEMAT-P, the part a machine can check: {score.score} %"]
        lines += [f"    not met: {item.number} {item.text}" for item in score.items if item.met is False]
        lines += [f"    for a person: {item.number} {item.text}" for item in score.for_a_person]
        return "\n".join(lines)


def _state(entry: Coverage) -> str:
    if entry.place is not None:
        return _where(entry)
    if entry.silenced or entry.beside:
        why = f"silenced: {entry.silenced}" if entry.silenced else f"no question here, {entry.beside}"
        return f"not covered; {why}"
    return "not covered: in the panel of gaps"


def _where(entry: Coverage) -> str:
    if entry.place is None:
        return ""
    line = f", line {entry.place.span.line}" if entry.place.span else ""
    return f"{entry.place.title}{line}"
