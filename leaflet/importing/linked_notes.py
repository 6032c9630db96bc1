"""Footnotes that a page links to: each comes to where its mark stands, as SPL and Word keep theirs."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from leaflet.importing.markup import name_of

_MARK = re.compile(r"[\[(]?(?:\d{1,2}|[a-z]|[*†‡§]{1,3}|[ivx]{1,4})[\])]?", re.IGNORECASE)
_HOLDERS = ("{*}li", "{*}p", "{*}div", "{*}aside", "{*}dd")
_BACK = re.compile(r"\W*(?:back|return|zurück|retour)?\W*|\[?\d{1,2}\]?", re.IGNORECASE)


def place_linked_notes(body: etree._Element) -> None:
    """Put each note behind the mark that links to it; the mark stays, links back to it are controls."""
    holders = {str(node.get("id")): node for node in body.iter(*_HOLDERS) if node.get("id")}
    notes = {mark: holders[_target(mark)] for mark in body.iter("{*}a") if _is_mark(mark, holders)}
    for items in _lists_of(list(notes.values())):
        for number, item in enumerate(items, 1):
            item.set("value", str(number))  # the others keep their numbers
        notes |= _by_number(body, items)
    taken: set[etree._Element] = set()
    for mark, note in notes.items():
        if note not in taken:
            taken.add(note)
            _move(note, mark)
    for note in taken:
        parent = note.getparent()
        if parent is not None and note is not body and not (note.tail or "").strip():
            parent.remove(note)


def _move(note: etree._Element, mark: etree._Element) -> None:
    for link in [*note.iter("{*}a")]:
        if _target(link) and _BACK.fullmatch(_said(link)):
            # Readers go back to the mark by it; where it is the mark again, the note bears that.
            link.tag = "sup" if _said(link) == _said(mark) else "button"
    footnote = etree.Element("footnote")
    footnote.text, note.text = note.text, None
    footnote.extend(list(note))
    raised = mark.getparent()
    place = raised if raised is not None and name_of(raised) == "sup" else mark
    around = place.getparent()
    if around is not None:
        around.insert(around.index(place) + 1, footnote)
        place.tail, footnote.tail = _parted(place.tail or "")


def put_signs_before(body: etree._Element) -> None:
    """Put signs that stand behind a footnote in a text before it: they end the words that bear its mark."""
    for footnote in body.iter("{*}footnote"):
        around = footnote.getparent()
        alone = around is not None and name_of(around) == "span" and not footnote.tail and len(around) == 1
        place = around if around is not None and alone else footnote
        signs, place.tail = _parted(place.tail or "")
        before, parent = place.getprevious(), place.getparent()
        if before is not None:
            before.tail = f"{before.tail or ''}{signs}"
        elif parent is not None:
            parent.text = f"{parent.text or ''}{signs}"


def _lists_of(notes: Sequence[etree._Element]) -> Iterator[list[etree._Element]]:
    """Yield the items of each numbered list that some of the notes are in."""
    seen: list[etree._Element] = []
    for note in notes:
        parent = note.getparent()
        if parent is not None and name_of(parent) == "ol" and parent not in seen:
            seen.append(parent)
            yield list(parent.iterchildren("{*}li"))


def _by_number(body: etree._Element, items: list[etree._Element]) -> dict[etree._Element, etree._Element]:
    """Return the raised numbers that link to nothing, and the items of those numbers."""
    found: dict[etree._Element, etree._Element] = {}
    for raised in body.iter("{*}sup"):
        said = _said(raised)
        is_number = not len(raised) and said.isascii() and said.isdigit() and len(said) < 3
        if is_number and 1 <= int(said) <= len(items) and _follows_a_word(raised):
            found[raised] = items[int(said) - 1]
    return found


def _follows_a_word(raised: etree._Element) -> bool:
    """Tell whether what stands before is a word, and no number or unit that a digit raises to a power."""
    before = raised.getprevious()
    parent = raised.getparent()
    text = before.tail if before is not None else parent.text if parent is not None else ""
    return re.search(r"[^\W\d_]{4,}\W*$", text or "") is not None


def _said(node: etree._Element) -> str:
    return "".join(map(str, node.itertext())).strip()


def _target(link: etree._Element) -> str:
    address = str(link.get("href") or "")
    return address[1:] if address.startswith("#") else ""


def _is_mark(link: etree._Element, holders: dict[str, etree._Element]) -> bool:
    """Tell whether a link is a mark alone, whose note is elsewhere, and no entry of a menu."""
    note = holders.get(_target(link))
    if note is None or not _MARK.fullmatch(_said(link)) or note.find(".//{*}table") is not None:
        return False
    around = [*link.iterancestors()]
    return note not in around and link not in note.iterancestors() and "nav" not in map(name_of, around)


def _parted(text: str) -> tuple[str, str]:
    """Return the signs that end a sentence or a part of one, and what follows them."""
    rest = text.lstrip(".,;:)!?")
    return text[: len(text) - len(rest)], rest
