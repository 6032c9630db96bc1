"""Rules S609 and P403: texts of the template that nobody replaced, and signs that copying left behind."""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec.msgpack import Encoder

from leaflet.diagnostics import Span
from leaflet.model import typed_of
from leaflet.precompiled import expression
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.rule import Hit, rule
from leaflet.source import LocatedStr

_LEFT = expression(r"^\W*REPLACE\b|\bREPLACE with\b")  # how `leaflet new` begins every text to replace
_SIGN = b"REPLACE"
_ENCODER = Encoder(enc_hook=lambda value: str(value) if isinstance(value, str) else dict(value))


@rule(
    "S609",
    "a text of the template that nobody replaced",
    reason="it would be printed for a patient, and says nothing",
    bad="title: REPLACE with the title of the source",
    good="title: Testol monograph",
    source="House rule: what the author did not say, the leaflet does not say",
    english=False,
)
def left_from_template(manuscript: Manuscript) -> Iterable[Hit]:
    """Find texts that still are what `leaflet new` wrote."""
    # To look through all that was typed at once takes a tenth of the time.
    if _SIGN not in _ENCODER.encode(manuscript.monograph):
        return
    taken, sought = set[int](), dict[str, int]()
    for text in _texts(typed_of(manuscript.monograph)):
        if _LEFT.search(text):
            yield Hit(
                message=f"{text[:60]!r} is left from the template",
                hint="write what belongs there, or delete the key where it may be left out",
                span=_place(manuscript, text, taken, sought),
            )


def _place(manuscript: Manuscript, text: str, taken: set[int], sought: dict[str, int]) -> Span | None:
    """Return where a text was typed, outside comments.

    `taken` are the places of those before it, `sought` how far each beginning was looked for.
    """
    typed = manuscript.monograph.typed("name")
    if not isinstance(typed, LocatedStr):
        return None
    source, begins = typed.source, " ".join(text.split()[:4])
    start = source.text.find(begins, sought.get(begins, 0))
    while start >= 0:
        end = sought[begins] = start + len(begins)
        line = source.text[source.text.rfind("\n", 0, start) + 1 : start]
        if start not in taken and not line.lstrip().startswith("#"):
            taken.add(start)
            return source.span(start, end)
        start = source.text.find(begins, end)
    return None


def _texts(value: Any) -> Iterator[str]:
    """Yield every text that was typed, in the order of the format."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)


# A list's sign outside a list; what closes before anything opened; nothing in brackets.
_STRAY = expression(r"^(?:[•◦‣⁃▪·*–-](?=\s)|[)\],;])|(?<=\s)[•◦‣⁃▪](?=\s|$)|\(\s*\)|\[\s*\]")


@rule(
    "P403",
    "a sign that a copied text left behind",
    reason="a list's sign outside a list, or half a pair of brackets, makes a reader look for lost words",
    bad="• Ask your doctor about alcohol (and",
    good="Ask your doctor about alcohol (and ask soon).",
    source="House rule: what is printed was meant",
    english=False,
)
def stray_sign(manuscript: Manuscript) -> Iterable[Hit]:
    """Find one in each text."""
    for passage in manuscript.passages:
        found = _stray(passage.plain)
        if found is not None:
            start, end = found
            yield Hit(
                message=f"{passage.plain[start:end]!r} stands here for nothing",
                hint="delete it; write a list as bullets or steps, and see that no words were lost",
                span=passage.locate(start, end),
            )


def _stray(text: str) -> tuple[int, int] | None:
    """Return where a text has a sign that nobody can have meant; "a)" and "1)" close what nothing opens."""
    found = _STRAY.search(text)
    if found is not None:
        return found.span()
    if "[" not in text and "]" not in text and text.count("(") <= text.count(")"):
        return None
    opened: list[int] = []
    for at, sign in enumerate(text):
        if sign in "([":
            opened.append(at)
        elif sign in ")]":
            if opened and text[opened[-1]] + sign in ("()", "[]"):
                opened.pop()
            elif sign == "]":
                return at, at + 1
    return (opened[0], opened[0] + 1) if opened else None


RULES = (left_from_template, stray_sign)
