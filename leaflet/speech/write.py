"""Write a document as plain text that a speech engine reads without loss, a sentence or item a line.

A unit after a number is said in words ("5 milligrams": an engine would say "five em gee"), an emergency
number digit by digit, and a warning is announced by its signal word.
"""

import re
from collections.abc import Iterator

from leaflet.document.tree import Ancestors, Document, Node, Role
from leaflet.languages import Language, language_of

_DIGITS = re.compile(r"(?<![\d.,])\d{3}(?![\d.,]\d|\d)")


def write_text(document: Document) -> bytes:
    """Return the text as UTF-8, headings with a white line above; the same document gives the same bytes."""
    language = language_of(document.language)
    lines = list(_lines(document, language))
    lines += ["", _said(document.furniture.identity.plain, language)]
    return ("\n".join(lines).strip() + "\n").encode()


def _lines(document: Document, language: Language | None) -> Iterator[str]:
    before: Node | None = None
    for leaf, above in document.leaves:
        if leaf.text is None or not leaf.words or _is_bullet(leaf):
            continue
        heading = _heading(leaf, above)
        if heading is not None and heading is not before:
            yield ""
        said = _said(leaf.words, language)
        if leaf.text.attribution == "region" and language is not None:
            said = _DIGITS.sub(lambda found: " ".join(found[0]), said)
        # A full stop makes an engine pause: without one a heading runs into what it heads.
        yield said if said[-1] in ".:;!?" else f"{said}."
        before = heading


def _is_bullet(leaf: Node) -> bool:
    return leaf.tag.role is Role.LABEL and not any(char.isalnum() for char in leaf.words)


def _heading(leaf: Node, above: Ancestors) -> Node | None:
    """Return the heading that a leaf is, or is a part of."""
    return next((node for node in (leaf, *above[-1:]) if node.tag.level), None)


def _said(words: str, language: Language | None) -> str:
    """Return words as they are spoken: the units after numbers written out."""
    if language is None:
        return words
    spoken = language.spoken
    pattern = (
        rf"(\d[\d.,]*)[ \u00a0]({'|'.join(map(re.escape, sorted(spoken, key=len, reverse=True)))})(?!\w)"
    )
    return re.sub(pattern, lambda found: f"{found[1]} {_unit(found[1], spoken[found[2]])}", words)


def _unit(number: str, forms: tuple[str, str]) -> str:
    return forms[0] if number == "1" else forms[1]
