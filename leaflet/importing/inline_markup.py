"""What elements inside running text say of it: its style, and where it leads."""

import re

from lxml import etree

from leaflet.importing.original import Style

_BOLD = re.compile(r"font-weight\s*:\s*(bold|bolder|[6-9]00)", re.IGNORECASE)
_SHIFTED = re.compile(r"(?<![\w-])vertical-align\s*:\s*(super|sub)\b", re.IGNORECASE)
_SHIFTS: dict[str, Style] = {"super": "raised", "sub": "lowered"}
_STYLES: dict[str, Style] = {
    "b": "strong", "strong": "strong", "sup": "raised", "sub": "lowered",
}  # fmt: skip


def style_of(node: etree._Element, name: str, style: Style) -> Style:
    """Return the style of what stands in an element called `name`, inside text of a style."""
    codes = (node.get("styleCode") or "").lower()
    shifted = _SHIFTED.search(node.get("style") or "")
    if shifted and name not in _STYLES:
        return _SHIFTS[shifted[1].lower()]
    if name in _STYLES or "bold" in codes or _BOLD.search(node.get("style") or ""):
        return _STYLES.get(name, "strong")
    return style


def target_of(node: etree._Element) -> str:
    """Return where an element leads on the web; "" where it leads nowhere, or into the same document."""
    href = (node.get("href") or "").strip()
    return href if href.lower().startswith(("https://", "http://")) else ""
