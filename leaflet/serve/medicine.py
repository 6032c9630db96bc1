"""A medicine at the counter: its monograph, what was found in its file, its words to search by."""

import unicodedata
from datetime import date
from pathlib import Path
from typing import Literal

from leaflet.diagnostics import Finding
from leaflet.model import Monograph
from leaflet.passages import passages
from leaflet.values import Value

Standing = Literal["approved", "draft", "lapsed", "blocked"]

# Words that tell no medicine from another.
_DULL = frozenset(
    {"a", "an", "and", "for", "in", "is", "it", "medicine", "of", "or", "that", "the", "to", "with"}
)


_LAPSED = "S603"


class Vocabulary(Value, kw_only=True):
    """The words a medicine is searched by, in small letters without accents."""

    names: tuple[str, ...]
    uses: tuple[str, ...]


class Medicine(Value, kw_only=True):
    """A monograph with what was found in its file."""

    monograph: Monograph
    path: Path
    vocabulary: Vocabulary
    names: frozenset[str] = frozenset()  # as a search compares them: without strength and form
    codes: frozenset[str] = frozenset()  # digits and letters alone
    findings: tuple[Finding, ...] = ()
    is_current: bool = True  # False where the file has mistakes and this is the last good reading

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


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text worth searching for, each once, folded."""
    return tuple(dict.fromkeys(word for word in folded(text).split() if word not in _DULL))


def folded(text: str) -> str:
    """Return text in small letters without accents or punctuation."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char if char.isalnum() else " " for char in letters if not unicodedata.combining(char))
