"""The smallest pieces of a document: a node with its tag and style, and the words it says."""

from collections.abc import Sequence

from leaflet import inline, model
from leaflet.document.styles import STYLES, Style
from leaflet.document.tree import Attribution, Node, Phrase, Role, Run, Tag, Text
from leaflet.languages import Language

_HEADINGS = tuple(
    (Tag(role), STYLES[style])
    for role, style in (
        (Role.HEADING_1, "title"),
        (Role.HEADING_2, "heading"),
        (Role.HEADING_3, "subheading"),
        (Role.HEADING_4, "subheading"),
    )
)
_PARAGRAPH, _SECTION, _ITEM = Tag(Role.PARAGRAPH), Tag(Role.SECTION), Tag(Role.ITEM)
_LABEL, _BODY, _SPAN, _LINK = Tag(Role.LABEL), Tag(Role.BODY), Tag(Role.SPAN), Tag(Role.LINK)
_SET_APART = frozenset({"strong", "link", "raised", "lowered"})
_PLAIN, _LEAD, _PANEL = (STYLES[name] for name in ("paragraph", "lead", "panel"))
_HEADED, _JOINS = STYLES["section"], STYLES["group"]
_HEADING_LEVEL = 2  # of a section
_BESIDE, _TERM, _TEXT_BODY, _BODIES = (STYLES[name] for name in ("label", "term", "body", "bodies"))


def heading_of(text: Text, level: int) -> Node:
    """Return a heading of level 1 to 4."""
    tag, style = _HEADINGS[level - 1]
    return Node(tag, style, text=text)


def paragraph_of(text: Text) -> Node:
    """Return a paragraph; one that ends with a colon leads into what follows."""
    return Node(_PARAGRAPH, _LEAD if text.plain.endswith(":") else _PLAIN, text=text)


def styled(text: Text, style: str) -> Node:
    """Return a paragraph of a style of its own."""
    return Node(_PARAGRAPH, STYLES[style], text=text)


def span_of(text: Text, style: str) -> Node:
    """Return a part of a heading."""
    return Node(_SPAN, STYLES[style], text=text)


def lead_of(text: Text) -> Node:
    """Return a paragraph that means nothing without what follows it."""
    return Node(_PARAGRAPH, _LEAD, text=text)


def lines_of(label: Text, lines: int, language: Language) -> Node:
    """Return a label with lines to write on, which are announced to who cannot see them."""
    said = language.say("to_write_on" if lines == 1 else "lines_to_write_on", lines=str(lines))
    blank = Phrase(Tag(Role.BLANK, alt=said))
    return Node(_PARAGRAPH, STYLES["write in"], text=label, lines=lines, blank=blank)


def section_of(kids: Sequence[Node]) -> Node:
    """Return nodes that belong together: a section under its heading, or a group inside one."""
    style = _HEADED if kids[0].tag.level == _HEADING_LEVEL else _JOINS
    return Node(_SECTION, style, tuple(kids))


def panel_of(kids: Sequence[Node], style: Style = _PANEL) -> Node:
    """Return nodes in a frame, kept whole, the first of them its heading or its sign."""
    return Node(_SECTION, style, tuple(kids))


def item_of(label: Text, body: Text | Sequence[Node], style: Style) -> Node:
    """Return an item of a list: its bullet, number or term, and a text or nodes of its own."""
    label_style = _TERM if style.label == "above" else _BESIDE
    return Node(_ITEM, style, (Node(_LABEL, label_style, text=label), _body_of(body)))


def _body_of(body: Text | Sequence[Node]) -> Node:
    if isinstance(body, Text):
        return Node(_BODY, _TEXT_BODY, text=body)
    return Node(_BODY, _BODIES, tuple(body))


def typed(text: inline.Text, source: str) -> Text:
    """Return what the monograph says: its strong words, its links, what is raised and what is lowered."""
    if len(text.runs) == 1 and text.runs[0].style == "plain":  # as most texts are
        return Text((Run(text.plain),), "monograph", text, source)
    if _SET_APART.isdisjoint([run.style for run in text.runs]):
        return Text((Run(text.plain),), "monograph", text, source)
    runs: list[Run] = []
    for run in text.runs:
        link = Phrase(_LINK, target=run.text) if run.style == "link" else None
        made = Run(run.plain, run.style == "strong", run.shift, link)
        last = runs[-1] if runs else None
        if last and last[1:] == made[1:] and link is None:
            runs[-1] = last._replace(text=last.text + made.text)
        else:
            runs.append(made)
    return Text(tuple(runs), "monograph", text, source)


def typed_strong(text: inline.Text, source: str) -> Text:
    """Return what the monograph says, all of it strong."""
    if len(text.runs) == 1 and text.runs[0].style == "plain":
        return Text((Run(text.plain, strong=True),), "monograph", text, source)
    runs = [run._replace(strong=True) for run in typed(text, source).runs]
    return Text(tuple(runs), "monograph", text, source)


def typed_line(node: model.Node, key: str, line: str, source: str = "", *, strong: bool = False) -> Text:
    """Return a line of the monograph, which knows no markup, with its place."""
    located = node.typed(key)
    text = inline.Text.verbatim(located if isinstance(located, str) else line)
    return Text((Run(line, strong),), "monograph", text, source)


def labelled(label: str, words: str, attribution: Attribution) -> Node:
    """Return a strong label and the words after it as one paragraph."""
    return paragraph_of(Text((Run(f"{label} ", strong=True), Run(words)), attribution))
