"""Tell what a source shows to nobody: deleted, struck out, hidden, a reviewer's remark.

Deletions are HTML's `del`, `s` and `strike`, SPL's `revised="delete"` and a line through the text; hidden is
what its `hidden` attribute or its own style says, and what Word's pages keep of comments.
"""

import re

from lxml import etree

DELETED = "struck out in the source: it is no longer said"
HIDDEN = "hidden in the source: nobody sees it there"
COMMENT = "a comment of a reviewer, not of the text"
PUT_IN = "a tracked change put this in"

CONTROL = "a menu or a control of the page, not of its text"
_CONTROLS = frozenset({"nav", "button", "select", "option", "textarea", "datalist", "dialog"})
_DELETED_NAMES = frozenset({"del", "s", "strike"})
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all"
    r"|(?<![\w-])opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)|font-size\s*:\s*0(?:px|pt|em|rem|%)?\s*(?:;|$)",
    re.IGNORECASE,
)
_STRUCK_STYLE = re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through", re.IGNORECASE)
_COMMENT_STYLE = re.compile(r"mso-element\s*:\s*comment|mso-comment-", re.IGNORECASE)
_COMMENT_CLASS = re.compile(r"\bMsoComment(?:Text|Reference|Subject)\b", re.IGNORECASE)


def why_hidden(node: etree._Element, name: str) -> str:
    """Return why nobody reads an element in its source, "" where people do."""
    if name in _DELETED_NAMES:
        return DELETED
    if name in _CONTROLS:
        return CONTROL
    attributes = node.attrib
    if not attributes:
        return ""
    if attributes.get("revised", "").lower() == "delete":
        return DELETED
    if "hidden" in attributes and attributes["hidden"].lower() != "until-found":
        return HIDDEN
    if _COMMENT_CLASS.search(attributes.get("class", "")):
        return COMMENT
    style = attributes.get("style", "")
    if not style:
        return ""
    if _HIDDEN_STYLE.search(style):
        return HIDDEN
    if _STRUCK_STYLE.search(style):
        return DELETED
    return COMMENT if _COMMENT_STYLE.search(style) else ""


def is_put_in(node: etree._Element, name: str) -> bool:
    """Tell whether an element is what a tracked change added."""
    return name == "ins" or node.get("revised", "").lower() == "insert"
