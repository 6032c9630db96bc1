"""Parse XML and HTML that nobody vouches for: no DTD, no entity, nothing fetched, all bounded."""

import re
from collections.abc import Iterator

from lxml import etree

from leaflet.importing.hidden import why_hidden
from leaflet.importing.refusal import RefusedError

MOST_TAGS = 100_000  # five times what the largest leaflet of the field has
DEEPEST = 120
LARGEST_PAGE = 8_000_000  # characters; libxml2 loses a text of more than ten million in HTML without a word
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ALLOWED_DOCTYPE = re.compile(rb"<!DOCTYPE\s+html(\s*|\s+(PUBLIC|SYSTEM)\s[^\[\]<>]*)>", re.IGNORECASE)

INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "content", "del", "dfn", "em",
    "font", "footnoteref", "i", "ins", "kbd", "label", "linkhtml", "mark", "math", "mfrac", "mi",
    "mn", "mo", "mrow", "msub", "msup", "q", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "time", "tt", "u", "var",
})  # fmt: skip
"""Elements that end no word."""
_APART = re.compile(r"(?<![\w-])display\s*:\s*(?:block|flex|grid|table|list-item|flow-root)", re.IGNORECASE)
UNREAD = frozenset({"script", "style", "head", "template", "noscript", "iframe", "object", "embed", "svg"})
"""Elements whose characters nobody reads."""
_TABLE = frozenset({"table", "thead", "tbody", "tfoot", "tr", "colgroup", "col"})


def parse_xml(data: bytes) -> etree._Element:
    """Return the root of an XML document; raise `RefusedError` for what is broken or hostile."""
    if _DOCTYPE.search(data) or _wide_doctype(data):
        raise RefusedError(
            "the file declares a DOCTYPE or entities, which can hide or fetch text",
            "take the declaration out, or export the document again without it",
        )
    _bound(data)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise RefusedError(_why(error), "export the document again, or repair it in an XML editor") from None
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # the stub knows only part of it
        raise RefusedError("the file declares a DOCTYPE", "take the declaration out")
    _bound_depth(root)
    return root


def parse_html(data: bytes | str) -> etree._Element:
    """Return the root of HTML, read as browsers do; raise `RefusedError` for hostile ones."""
    raw = data.encode("utf-8", "replace") if isinstance(data, str) else data
    if len(raw) > LARGEST_PAGE:
        raise RefusedError(f"the text has more than {LARGEST_PAGE // 1_000_000} MB", "split it into parts")
    if _DOCTYPE.search(_ALLOWED_DOCTYPE.sub(b"", raw, count=1)):
        raise RefusedError("the page declares entities", "save it again without them")
    _bound(raw)
    encoding = "utf-8" if isinstance(data, str) or _is_utf8(raw) else None
    parser = etree.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, encoding=encoding)
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise RefusedError(f"this cannot be read as HTML: {error}", "save the page again") from None
    if root is None:
        raise RefusedError("there is no text in the page", "save the page again")
    if any("xcessive depth" in entry.message for entry in parser.error_log):
        raise RefusedError(
            f"elements are nested more than {DEEPEST} deep", "save the page again in a plainer form"
        )
    _bound_depth(root)
    return root


def name_of(element: etree._Element) -> str:
    """Return an element's name without its namespace, in small letters."""
    return str(element.tag).rpartition("}")[2].lower()


def children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the children of one local name, as it is spelled in the document."""
    return element.iterchildren("{*}" + name)


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first descendant at a path of local names; None where there is none."""
    for name in path:
        element = None if element is None else next(children(element, name), None)
    return element


def flat(element: etree._Element) -> str:
    """Return all the characters below an element, words apart where blocks are; hidden ones at the end.

    The ledger's first column is counted from this, so it shares no step with what builds the Original.
    """
    open_parts: list[list[str]] = [[]]
    closed: list[str] = []
    skipping = 0
    for event, node in etree.iterwalk(element, events=("start", "end")):
        name = name_of(node) if isinstance(node.tag, str) else "script"
        is_start = event == "start"
        is_apart = node is not element and name not in UNREAD and bool(why_hidden(node, name))
        if name in UNREAD:
            skipping += 1 if is_start else -1
        if is_apart and is_start:
            open_parts.append([" "])
        if not is_inline(node, name) or _is_loose(node):
            open_parts[-1].append(" ")
        if is_start and not skipping:
            open_parts[-1].append(node.text or "")
            if name == "img":
                open_parts[-1] += [" ", node.get("alt") or "", " "]
        if is_apart and not is_start:
            closed += open_parts.pop()
        if not is_start and not skipping and node is not element:
            open_parts[-1].append(node.tail or "")
    return "".join([*open_parts[0], *closed])


def is_inline(node: etree._Element, name: str) -> bool:
    """Tell whether an element ends no word: by its name, unless its style sets it on lines of its own."""
    return name in INLINE and not _APART.search(node.get("style") or "")


def _is_loose(node: etree._Element) -> bool:
    """Tell whether an element stands in a table but in no cell of it: nothing there joins into words."""
    parent = node.getparent()
    return parent is not None and isinstance(parent.tag, str) and name_of(parent) in _TABLE


def _bound(data: bytes) -> None:
    if data.count(b"<") > MOST_TAGS:
        raise RefusedError(f"the file has more than {MOST_TAGS:,} tags", "split it into one document a file")


def _bound_depth(root: etree._Element) -> None:
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    if deepest > DEEPEST:
        raise RefusedError(
            f"elements are nested more than {DEEPEST} deep", "export it again in a plainer form"
        )


def _wide_doctype(data: bytes) -> bool:
    """Tell whether a file in UTF-16 or UTF-32 hides a declaration between zero bytes."""
    return b"\x00" in data[:200] and _DOCTYPE.search(data.replace(b"\x00", b"")) is not None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _why(error: etree.XMLSyntaxError) -> str:
    line, column = error.position
    said = (error.msg or "it is not XML").split(", line ")[0]
    if "xcessive depth" in said:
        said = f"elements are nested more than {DEEPEST} deep"
    elif "uffer" in said or "too long" in said or "uge" in said:
        said = "one text or attribute is longer than 10 MB"
    return f"line {line}, column {column}: this is not sound XML: {said[:200]}"
