"""A medicine at the counter: its monograph, what was found in its file, its words to search by."""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal

from leaflet.diagnostics import Finding
from leaflet.model import Monograph
from leaflet.passages import passages
from leaflet.serve.naming import bare_name, code_of, words_of
from leaflet.values import Value

Standing = Literal["approved", "draft", "lapsed", "blocked"]

_LAPSED = "S603"


class Vocabulary(Value, kw_only=True):
    """The words a medicine is searched by, in small letters without accents."""

    names: tuple[str, ...]
    uses: tuple[str, ...]


class Medicine(Value, kw_only=True, dict=True, eq=False):
    """A monograph with what was found in its file."""

    monograph: Monograph
    path: Path
    vocabulary: Vocabulary
    names: frozenset[str]  # as a search compares them: without strength and form
    codes: frozenset[str]  # digits and letters alone
    judge: Callable[[Monograph, date], tuple[Finding, ...]]
    today: date  # on which it is judged
    mistakes: tuple[Finding, ...] = ()  # of the file now, where this is the last good reading of it
    told: tuple[Finding, ...] = ()  # what is found when the files are seen together

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with its file and its words; found out when it is first asked."""
        return (*self.told, *(self.mistakes or self.judge(self.monograph, self.today)))

    @property
    def is_judged(self) -> bool:
        """Tell whether what is wrong with it was found out already."""
        return "findings" in self.__dict__

    @property
    def is_current(self) -> bool:
        """Tell whether this is what the file says now."""
        return not self.mistakes

    @property
    def id(self) -> str:
        """The monograph's id."""
        return self.monograph.id

    @property
    def reasons(self) -> tuple[Finding, ...]:
        """Why nothing of it can be printed; a lapsed review alone is a pharmacist's to decide on."""
        return tuple(each for each in self.findings if each.is_error and each.code != _LAPSED)

    def standing(self, today: date) -> Standing:
        """Return whether it may be printed: as it is, by a deliberate step, or not at all."""
        review = self.monograph.review
        if self.reasons:
            return "blocked"
        if not self.monograph.is_approved:
            return "draft"
        return "lapsed" if review.due is not None and review.due < today else "approved"


class Unread(Value, kw_only=True):
    """A file that never was a sound monograph."""

    path: Path
    findings: tuple[Finding, ...]


def vocabulary(monograph: Monograph) -> Vocabulary:
    """Return the words of a medicine's names, and of what it is for."""
    uses = [passage.plain for passage in passages(monograph) if passage.topic == "uses"]
    return Vocabulary(
        names=words_of(" ".join((monograph.name, *monograph.other_names))),
        uses=words_of(" ".join((monograph.purpose.plain, *uses))),
    )


def names_of(monograph: Monograph) -> frozenset[str]:
    """Return what a medicine is called, as a search compares names."""
    called = (monograph.name, monograph.called, *monograph.other_names)
    return frozenset(bare for name in called if (bare := bare_name(name)))


def codes_of(monograph: Monograph) -> frozenset[str]:
    """Return a medicine's codes, as a search compares codes."""
    codes = monograph.codes
    return frozenset(
        code_of(code) for kind in (codes.gtin, codes.snomed, codes.dmd, codes.ndc, codes.pl) for code in kind
    )
