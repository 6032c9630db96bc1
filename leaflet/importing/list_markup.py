"""Lists of XHTML and SPL: which items they have, and what their numbers read as."""

from collections.abc import Sequence

from lxml import etree

from leaflet.importing.markup import name_of

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
# HTML's `type` of a list; SPL says the same in `styleCode`.
_FORMS = {
    "a": "a",
    "A": "A",
    "i": "i",
    "I": "I",
    "littlealpha": "a",
    "bigalpha": "A",
    "littleroman": "i",
    "bigroman": "I",
}


def list_parts(node: etree._Element) -> list[list["etree._Element | str"]]:
    """Cut a list into items; what stands between two, such as a list placed wrongly, belongs to the first."""
    parts: list[list[etree._Element | str]] = [[node.text or ""]]
    for child in node.iterchildren(etree.Element):
        if name_of(child) in ("li", "item"):
            parts.append([child])
        else:
            parts[-1].append(child)
        parts[-1].append(child.tail or "")
    return parts


def definition_parts(node: etree._Element) -> list[tuple[str, list["etree._Element | str"]]]:
    """Cut a list of terms into terms (`dt`) and meanings (`dd`), also those that a `div` groups."""
    parts: list[tuple[str, list[etree._Element | str]]] = [("dd", [node.text or ""])]
    for child in node.iterchildren(etree.Element):
        name = name_of(child)
        if name in ("dt", "dd"):
            parts.append((name, [child]))
        elif name == "div" and any(True for _ in child.iterchildren("{*}dt", "{*}dd")):
            parts += definition_parts(child)
        else:
            parts[-1][1].append(child)
        parts[-1][1].append(child.tail or "")
    return parts


def marks_of(node: etree._Element, items: Sequence["etree._Element | str"]) -> tuple[str, ...]:
    """Return the numbers or letters of an ordered list's items; () where they are just 1, 2, 3."""
    form = _FORMS.get(node.get("type") or (node.get("styleCode") or "").lower(), "1")
    step = -1 if node.get("reversed") is not None else 1
    number = _whole(node.get("start")) if node.get("start") else len(items) if step < 0 else 1
    numbers: list[int] = []
    for item in items:
        value = item.get("value") if not isinstance(item, str) else None
        number = _whole(value) if value else number
        numbers.append(number)
        number += step
    if form == "1" and numbers == list(range(1, len(items) + 1)):
        return ()
    return tuple([f"{_mark(number, form)}." for number in numbers])


def _mark(number: int, form: str) -> str:
    if form in "aA" and 1 <= number <= 26:
        return chr(ord(form) + number - 1)
    if form in "iI" and 1 <= number <= 30:
        roman = ""
        for value, letters in _ROMAN:
            roman += letters * (number // value)
            number %= value
        return roman.upper() if form == "I" else roman
    return str(number)


def _whole(said: str | None) -> int:
    said = (said or "").strip()
    return int(said) if said.isascii() and said.lstrip("-").isdigit() and len(said) < 5 else 1
