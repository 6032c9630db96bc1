"""What a page for screens may hold: a grammar of elements and attributes, and what makes it usable by all.

What is in no list fails: so a page runs, loads and hides nothing (HTML Living Standard; WCAG 2.2).
"""

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

from leaflet.html.write_page import POLICY

_ANY = frozenset({"class", "id", "lang", "xml:lang"})
_ELEMENTS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(
        (
            "head",
            "title",
            "style",
            "body",
            "main",
            "header",
            "footer",
            "section",
            "p",
            "ul",
            "ol",
            "li",
            "dl",
        ),
        frozenset[str](),
    ),
    **dict.fromkeys(
        ("dt", "dd", "table", "caption", "tr", "td", "figure", "span", "strong", "sup", "sub", "br"),
        frozenset[str](),
    ),
    **dict.fromkeys(("h1", "h2", "h3", "h4"), frozenset[str]()),
    "html": frozenset({"xmlns", "xmlns:epub"}),
    "meta": frozenset({"charset", "name", "content", "http-equiv"}),
    "link": frozenset({"rel", "type", "href"}),
    "nav": frozenset({"epub:type", "role", "aria-labelledby"}),
    "div": frozenset({"role", "tabindex", "aria-label"}),
    "th": frozenset({"scope"}),
    "img": frozenset({"alt", "src"}),
    "a": frozenset({"href"}),
}
_VOID = {"meta", "img", "br", "link"}
_INSIDE_BOOK = re.compile(r"picture-\d+\.png|style\.css|leaflet\.xhtml#part-\d+")


def page_faults(data: bytes, *, of_book: bool) -> Iterator[str]:
    """Yield in sentences what is wrong with a page; a book's has its files beside it."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        yield "it is no UTF-8"
        return
    reader = _Reader()
    reader.feed(text)
    reader.close()
    yield from reader.faults
    yield from [f"<{tag}> is not closed" for tag in reader.open]
    yield from _document(reader, of_book=of_book)
    outside = re.compile(r"https://\S+") if of_book else re.compile(r"https://\S+|data:image/png;base64,\S+")
    for link in reader.links:
        if not outside.fullmatch(link) and not (of_book and _INSIDE_BOOK.fullmatch(link)):
            yield f"it leads to {link[:60]!r}"
    if not of_book and reader.policy != POLICY:
        yield "it does not forbid to run and load things (content security policy)"


def _document(reader: "_Reader", *, of_book: bool) -> Iterator[str]:
    if not reader.language:
        yield "it does not say its language (3.1.1)"
    if not reader.title.strip():
        yield "it has no title (2.4.2)"
    if reader.levels[:1] != [1] or reader.levels.count(1) != 1:
        yield "it does not start with its one main heading (1.3.1)"
    for before, after in zip(reader.levels, reader.levels[1:], strict=False):
        if after > before + 1:
            yield f"a heading of level {after} follows one of level {before} (1.3.1)"
    if reader.counts.get("main", 0) + reader.counts.get("nav", 0) != 1:
        yield "it has not one main part (1.3.1)"
    if not of_book and reader.counts.get("footer", 0) != 1:
        yield "it does not say at its end what it is"
    if len(set(reader.ids)) < len(reader.ids):
        yield "two elements have one id"


class _Reader(HTMLParser):
    """Reads a page and notes what the rules ask about."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.open: list[str] = []
        self.counts: dict[str, int] = {}
        self.levels: list[int] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.language = self.title = self.policy = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {key: value or "" for key, value in attrs}
        allowed = _ELEMENTS.get(tag)
        if allowed is None:
            self.faults.append(f"<{tag}> is no part of a leaflet's page")
        else:
            strange = sorted(set(said) - allowed - _ANY)
            self.faults += [f"<{tag}> has {key}={said[key][:40]!r}" for key in strange]
        if tag not in _VOID:
            self.open.append(tag)
        self.counts[tag] = self.counts.get(tag, 0) + 1
        self.links += [said[key] for key in ("href", "src") if key in said]
        self.ids += [said["id"]] if "id" in said else []
        self._note(tag, said)

    def _note(self, tag: str, said: Mapping[str, str]) -> None:
        if tag == "html":
            self.language = said.get("lang", "")
        elif tag == "meta" and said.get("http-equiv") == "Content-Security-Policy":
            self.policy = said.get("content", "")
        elif tag == "img" and not said.get("alt", "").strip():
            self.faults.append("a picture has no text (1.1.1)")
        elif tag == "th" and said.get("scope") not in {"row", "col"}:
            self.faults.append("a head cell does not say what it heads (1.3.1)")
        elif len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.levels.append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        elif tag not in _VOID:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["title"]:
            self.title += data

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"it has a comment: {data[:40]!r}")

    def handle_pi(self, data: str) -> None:
        if not data.startswith("xml "):
            self.faults.append(f"it has an instruction: {data[:40]!r}")
