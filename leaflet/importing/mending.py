"""Close with a gap what intake would refuse: fields of templates that were never filled in, damaged words.

A gap is typed as […]. It is read, named by check like any open field, and refused by build.
"""

import re
from collections.abc import Mapping
from typing import Any

from leaflet.importing.book import Book
from leaflet.importing.counted_words import tally
from leaflet.importing.draft import Draft, DraftSection, printed
from leaflet.importing.left_overs import meaning_of
from leaflet.inline import InlineError, has_words
from leaflet.intake.characters import strangers
from leaflet.intake.suspicions import Suspicion, suspicions
from leaflet.model.table import OPEN_WORDS
from leaflet.values import altered

GAP = f"gap: {OPEN_WORDS}"
"""What stands where a text would have no words left: any text has a word."""
_GAP = f"\\{OPEN_WORDS[:-1]}\\{OPEN_WORDS[-1]}"
GAP_TYPED = f"gap: {_GAP}"
_LINES = ("heading", "panel", "term", "write_in")
_NOT_WORDS = ("from", "file", "id", "sha256", "url", "source", "kind", "level", "language", "date")
_MOST_ROUNDS = 4
_REST_OF_LINE = re.compile(r"[_\\]*")
_SIGN = re.compile(r"[\\\[\]]|\*(?=\*)")
_POWER = re.compile(r"\b10\^(?:\((?P<bracketed>[-+−]?\d{1,2})\)|(?P<bare>[-+−]?\d{1,2}))(?![\d^])")
_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")


def mended(draft: Draft, book: Book) -> Draft:
    """Return a draft whose every text intake takes; each gap, and each sign set right, is entered."""
    mender = _Mender(book, is_counted=True)
    return altered(
        draft,
        head=_Mender(book, is_counted=False).mapping(draft.head, ""),
        warnings=tuple(mender.mapping(warning, "") for warning in draft.warnings),
        sections=tuple(
            DraftSection(section.comment, mender.mapping(section.typed, "")) for section in draft.sections
        ),
    )


class _Mender:
    """Goes through typed values and mends the texts among them."""

    def __init__(self, book: Book, *, is_counted: bool) -> None:
        self._book = book
        self._is_counted = is_counted  # the head of a monograph is no part of the ledger

    def mapping(self, typed: Mapping[str, Any], address: str) -> dict[str, Any]:
        """Return a mapping with its texts mended; `from` says where in the source they stand."""
        address = str(typed.get("from", address))
        return {
            key: value if key in _NOT_WORDS else self._value(value, key, address)
            for key, value in typed.items()
        }

    def _value(self, value: Any, key: str, address: str) -> Any:
        if isinstance(value, str):
            return self._text(value, key, address)
        if isinstance(value, Mapping):
            return self.mapping(value, address)
        if isinstance(value, list | tuple):
            return [self._value(inner, key, address) for inner in value]
        return value

    def _text(self, typed: str, key: str, address: str) -> str:
        changed = typed
        for _ in range(_MOST_ROUNDS):  # what is left over may hold what is left over
            found = [*suspicions(changed)]
            if not found:
                break
            changed = self._without(changed, found, key, address)
        changed = _POWER.sub(lambda power: self._power(power, key, address), changed)
        for stranger in list(strangers(changed)):
            changed = changed.replace(stranger.character, _gap(key))
            self._book.enter(
                "decision", address, typed, f"a character that was lost ({stranger.trouble}): a gap"
            )
        if changed == typed:
            return typed
        kept = changed if _says(changed, key) else GAP if key in _LINES else GAP_TYPED
        self._count(typed, kept, key, address)
        return kept

    def _power(self, power: "re.Match[str]", key: str, address: str) -> str:
        """Return a power of ten with its figure raised, which the source spells with a sign."""
        self._book.enter("guessed", address, power.group(), "a power of ten: its figure is raised")
        figure = power["bracketed"] or power["bare"]
        return f"10{figure.translate(_RAISED)}" if key in _LINES else f"10^{{{figure.replace('−', '-')}}}"

    def _without(self, typed: str, found: list[Suspicion], key: str, address: str) -> str:
        changed = typed
        for suspicion in sorted(found, key=lambda each: each.start, reverse=True):
            words = typed[suspicion.start : suspicion.end]
            meant = meaning_of(suspicion, typed)
            end = suspicion.end
            if meant is None:
                put, reason = _gap(key), "left over or damaged in the source: a gap to fill in"
                end += len(_REST_OF_LINE.match(typed, end).group()) if words.endswith("_") else 0  # type: ignore[union-attr]
            else:
                put = _SIGN.sub(lambda sign: f"\\{sign.group()}", meant)
                reason = f"it stands for {meant!r}" if meant.strip() else "signs of a format, typed as text"
            self._book.enter("decision" if meant is None else "guessed", address, words, reason)
            changed = changed[: suspicion.start] + put + changed[end:]
        return changed

    def _count(self, typed: str, changed: str, key: str, address: str) -> None:
        """Enter the words that differ."""
        if not self._is_counted:
            return
        before, after = tally(*printed(typed, key)), tally(*printed(changed, key))
        reason = "a word of the source that is no word"
        if before - after:
            self._book.enter("dropped", address, " ".join((before - after).elements()), reason)
        self._book.add(address, " ".join((after - before).elements()), reason)


def _says(typed: str, key: str) -> bool:
    """Tell whether a mended text still says something, its markup whole."""
    if next(suspicions(typed), None) is not None:
        return False
    try:
        said = "".join(printed(typed, key))
    except InlineError:  # what was left over held one end of strong words
        return False
    return has_words(said.replace(OPEN_WORDS, ""))


def _gap(key: str) -> str:
    return OPEN_WORDS if key in _LINES else _GAP
