"""Read the operators of a leaflet's pages: which there may be, in which order, with which operands.

A page is a row of marked-content sequences, each of one owner. In each stands one text object, or drawing:
nothing is painted outside, nothing is nested but abbreviations that are told in full, and no state is left
behind that another would paint in.
"""

import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple

import pikepdf

from leaflet.document.tree import Role
from leaflet.proof.grammar.checks import is_number
from leaflet.proof.reading import opened
from leaflet.proof.reading.bounds import read_stream, text_of

_MOST_FAULTS = 20
_MOST_OPERATORS = 100_000
_FONT = re.compile(r"/F\d+")
_MOST_MOVE = 400  # 1/1000 em: kerning is less, and a space that is moved by more is a hole

_ROLES = frozenset(f"/{role.value}" for role in Role)
_ARTIFACTS = (
    {"/Type": "/Pagination", "/Subtype": "/Header", "/Attached": ["/Top"]},
    {"/Type": "/Pagination", "/Subtype": "/Footer", "/Attached": ["/Bottom"]},
    {"/Type": "/Layout"},
)


class Misplaced(NamedTuple):
    """An operator that a leaflet's page has not, or not here."""

    page: int
    told: str


Operands = Sequence[Any]
_Test = Callable[[Operands], bool]


def _numbers(count: int, least: float = -20_000.0, most: float = 20_000.0) -> _Test:
    def test(operands: Operands) -> bool:
        return len(operands) == count and all(is_number(each) and least <= each <= most for each in operands)

    return test


def _none(operands: Operands) -> bool:
    return not operands


def _black_or_white(operands: Operands) -> bool:
    return list(operands) in ([0], [1])


def _upright(operands: Operands) -> bool:
    return _numbers(6)(operands) and list(operands)[:4] == [1, 0, 0, 1]


def _font(operands: Operands) -> bool:
    return (
        len(operands) == 2
        and _FONT.fullmatch(text_of(operands[0])) is not None
        and is_number(operands[1])
        and operands[1] > 0
    )


def _shown(operands: Operands) -> bool:
    if len(operands) != 1 or not isinstance(operands[0], list):
        return False
    return all(
        isinstance(each, pikepdf.String) or (is_number(each) and abs(each) <= _MOST_MOVE)
        for each in operands[0]
    )


def _picture(operands: Operands) -> bool:
    return len(operands) == 1 and isinstance(operands[0], pikepdf.Name)


_TEXT: Mapping[str, _Test] = MappingProxyType(
    {"Tf": _font, "Tm": _upright, "TJ": _shown, "Ts": _numbers(1, -100, 100), "g": _black_or_white}
)
_DRAWING: Mapping[str, _Test] = MappingProxyType({
    "q": _none,
    "Q": _none,
    "cm": _numbers(6),
    "rg": _numbers(3, 0, 1),
    "RG": _numbers(3, 0, 1),
    "g": _black_or_white,
    "w": _numbers(1, 0, 100),
    "re": _numbers(4),
    "m": _numbers(2),
    "l": _numbers(2),
    "c": _numbers(6),
    "h": _none,
    "f": _none,
    "f*": _none,
    "S": _none,
    "Do": _picture,
})  # fmt: skip
"""Operator → what its operands must be, inside a text object and outside of it."""


def misplaced(pages: Sequence[pikepdf.Page]) -> list[Misplaced]:
    """Return what does not belong into the pages, the first page numbered 1."""
    found: list[Misplaced] = []
    used: set[str] = set()
    for number, page in enumerate(pages, start=1):
        contents = page.obj.get("/Contents")
        if not isinstance(contents, pikepdf.Stream):
            found.append(Misplaced(number, "its content is not one stream"))
            continue
        instructions = _parsed(read_stream(contents))
        used |= {
            text_of(operands[0])
            for operator, operands in instructions
            if operator in ("Tf", "Do") and operands
        }
        for told in _Page().faults(instructions):
            found.append(Misplaced(number, told))
            if len(found) >= _MOST_FAULTS:
                return found
    return [*found, *_unused(pages, used)]


def _unused(pages: Sequence[pikepdf.Page], used: Container[str]) -> Iterator[Misplaced]:
    """Yield the pictures and fonts that are at hand on a page and that no page shows: nobody sees them."""
    told: set[str] = set()
    for number, page in enumerate(pages, start=1):
        resources = page.obj.get("/Resources")
        for kind in ("/XObject", "/Font"):
            table = resources.get(kind) if isinstance(resources, pikepdf.Dictionary) else None
            for name in table.keys() if isinstance(table, pikepdf.Dictionary) else ():
                if name not in used and name not in told:
                    told.add(name)
                    yield Misplaced(number, f"no page shows {name}")


def _parsed(data: bytes) -> Sequence[tuple[str, Operands]]:
    try:
        return opened.instructions(data).rows[:_MOST_OPERATORS]
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError):
        return [("\ufffd", [])]


class _Page:
    """Where in a page the reading stands."""

    def __init__(self) -> None:
        self._owner = ""  # the open marked content
        self._in_text = False
        self._is_told = False  # an abbreviation in full is open
        self._was_text = False
        self._saved = 0
        self._next = 0  # the marked-content id that comes next

    def faults(self, instructions: Sequence[tuple[str, Operands]]) -> Iterator[str]:
        """Yield what is wrong, in painting order."""
        for operator, operands in instructions:
            if operator in ("BDC", "EMC"):
                yield from self._mark(operator, operands)
            elif not self._owner:
                yield f"{_quoted(operator)} stands outside of all marked content"
            elif operator in ("BT", "ET"):
                yield from self._text(operator)
            elif self._is_told and operator not in ("TJ", "Tf"):
                yield f"{_quoted(operator)} stands inside an abbreviation"
            else:
                yield from self._inside(operator, operands)
        if self._owner:
            yield f"{self._owner} is never closed"

    def _mark(self, operator: str, operands: Operands) -> Iterator[str]:
        if self._in_text and (self._is_told or _tells(operator, operands)):
            if self._is_told and operator == "BDC":
                yield "an abbreviation stands inside another"
            self._is_told = operator == "BDC"
            return
        if operator == "BDC":
            if self._owner:
                yield f"a marked content stands inside {self._owner}"
            self._owner = text_of(operands[0]) if operands else "?"
            self._was_text = False
            yield from self._properties(operands)
            return
        if not self._owner:
            yield "EMC closes nothing"
        if self._in_text or self._saved:
            yield f"{self._owner} ends inside a text object or before Q"
        self._owner, self._in_text, self._saved = "", False, 0

    def _properties(self, operands: Operands) -> Iterator[str]:
        """Hold the property list of a marked content against those that a leaflet has."""
        said = _plain(operands[1]) if len(operands) == 2 else None
        if self._owner == "/Artifact":
            if said not in _ARTIFACTS:
                yield "an artifact of an unknown kind"
        elif self._owner not in _ROLES:
            yield f"{self._owner} is no role of a leaflet"
        elif said != {"/MCID": self._next}:
            yield f"{self._owner} is marked by more, or by less, than the id {self._next}"
        else:
            self._next += 1

    def _text(self, operator: str) -> Iterator[str]:
        if operator == "BT" and (self._in_text or self._was_text or self._saved):
            yield "a second text object in one marked content, or one among drawing"
        if operator == "ET" and not self._in_text:
            yield "ET closes nothing"
        if self._is_told:
            yield "an abbreviation does not end with its text"
        self._in_text, self._was_text, self._is_told = operator == "BT", True, False

    def _inside(self, operator: str, operands: Operands) -> Iterator[str]:
        test = (_TEXT if self._in_text else _DRAWING).get(operator)
        if test is None or (self._was_text and not self._in_text):
            yield f"{_quoted(operator)} does not belong into {self._owner}"
        elif not test(operands):
            yield f"{operator} has operands that a leaflet has not"
        elif operator in ("q", "Q"):
            self._saved += 1 if operator == "q" else -1
            if self._saved < 0:
                yield "Q closes nothing"
                self._saved = 0
        elif operator in ("cm", "rg", "RG") and not self._saved:
            yield f"{operator} is not undone"


def _tells(operator: str, operands: Operands) -> bool:
    """Tell whether a marked content is an abbreviation in full; V640 reads the words."""
    if operator != "BDC" or len(operands) != 2 or text_of(operands[0]) != "/Span":
        return False
    said = _plain(operands[1])
    return isinstance(said, dict) and set(said) == {"/E"} and isinstance(operands[1]["/E"], pikepdf.String)


def _plain(value: object) -> object:
    """Return a property list as plain values."""
    if isinstance(value, pikepdf.Dictionary):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, pikepdf.Array):
        return [_plain(inner) for inner in value]
    if isinstance(value, Decimal | int):
        return value
    return text_of(value)


def _quoted(operator: str) -> str:
    return repr(operator[:12])
