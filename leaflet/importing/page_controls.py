"""Links that work a page and tell nothing, back to its top or to print it: they become controls."""

from collections.abc import Iterator

from lxml import etree

from leaflet.importing.markup import name_of

_TOPS = frozenset({"", "top"})
"""Fragments that mean the top of a page, whatever stands there (HTML, 7.4.6.4)."""
_TITLES = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "summary", "legend", "caption", "th", "dt", "label"})
_PLAIN_LINK = frozenset({"href", "class", "id", "title", "style", "target", "rel", "lang"})


def mark_controls(body: etree._Element) -> None:
    """Make buttons of links that lead back to the top, or print the page, and of what only looks so."""
    places = {node: index for index, node in enumerate(body.iter(etree.Element))}
    named = {str(name): node for node in places for name in (node.get("name"), node.get("id")) if name}
    first = next((index for node, index in places.items() if (node.text or "").strip()), 0)
    for link in [*_links(body)]:
        if _prints(link) or _leads_up(link, named, places, first):
            link.tag = "button"


def _links(body: etree._Element) -> Iterator[etree._Element]:
    for node in body.iter(etree.Element):
        if name_of(node) == "a" or node.get("onclick"):
            yield node


def _prints(node: etree._Element) -> bool:
    """Tell whether a link or an element asks the browser to print."""
    script = (node.get("href") or "") if (node.get("href") or "").lower().startswith("javascript:") else ""
    return "print(" in f"{script} {node.get('onclick') or ''}".lower()


def _leads_up(
    link: etree._Element,
    named: dict[str, etree._Element],
    places: dict[etree._Element, int],
    first: int,
) -> bool:
    """Tell whether a link in a line of its own leads to the top: no title does, nor what opens a part."""
    href = link.get("href")
    if href is None or not href.startswith("#") or not _PLAIN_LINK.issuperset(map(str, link.attrib)):
        return False
    above = [*link.iterancestors()]
    if any(name_of(node) in _TITLES for node in above) or not _is_alone(link):
        return False
    target = named.get(href[1:])
    if target is None:
        return href[1:].lower() in _TOPS
    return target in above or places[target] <= first < places[link]


def _is_alone(link: etree._Element) -> bool:
    """Tell whether nothing but a link stands in its line."""
    parent = link.getparent()
    if parent is None:
        return False
    around = [parent.text or "", *[kid.tail or "" for kid in parent]]
    others = [kid for kid in parent if kid is not link and "".join(kid.itertext()).strip()]  # type: ignore[arg-type]
    return not others and not "".join(around).strip()
