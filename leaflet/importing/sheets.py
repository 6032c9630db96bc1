"""What a page's style sheets say of an element is written at the element: hidden, struck out, bold, raised.

Then one way of reading serves a page that hides by `style="display:none"` and one that does by a class. Words
that a sheet puts before or after an element are words of the page, for its readers see them. Only sheets for
screens are read, and of them only what changes what is said.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from lxml import etree

from leaflet.importing.markup import name_of
from leaflet.importing.refusal import RefusedError

LARGEST_SHEETS = 400_000
"""Characters of all sheets of a page; those of large sites have 200,000."""
_MOST_STEPS = 1_200_000  # of matching, about a second; a large page of a hospital's site takes 100,000
_READ = frozenset({
    "display", "visibility", "opacity", "font-size", "text-decoration", "text-decoration-line", "mso-hide",
    "font-weight", "vertical-align", "white-space", "content",
})  # fmt: skip
_SCREENS = frozenset({"", "all", "screen", "only screen", "only all"})
_COSTLY = (":has(", "of-type", "nth-")  # each looks through the whole page
_SIBLINGS = re.compile(r"~(?!=)")


class _Rank(NamedTuple):
    """How much a declaration weighs against another of its property: the larger one holds."""

    is_important: bool
    specificity: tuple[int, int, int]
    order: int


class _Rule(NamedTuple):
    """A selector that CSS knows, as typed and as made ready, and the declarations under it."""

    selector: str
    compiled: Any
    declarations: tuple[tuple[str, str, bool], ...]


_Said = dict[str, tuple[_Rank, str]]


def apply_sheets(roots: Sequence[etree._Element], beside: Sequence[str] = ()) -> None:
    """Write at the elements below `roots` what the sheets in them, and those `beside` them, say of each.

    Raise `RefusedError` for sheets that no page needs. A rule that is broken is passed over, as browsers do.
    """
    sheets = [*beside, *["".join(map(str, node.itertext())) for root in roots for node in _sheets(root)]]
    if not any(map(str.strip, sheets)):
        return
    if sum(map(len, sheets)) > LARGEST_SHEETS:
        raise RefusedError(
            f"the page's style sheets have more than {LARGEST_SHEETS:,} characters", "save it without them"
        )
    rules = [rule for sheet in sheets for rule in _rules(_parsed(sheet))]
    budget = _Budget()
    for root in roots if rules else ():
        _spend_on(root, rules, budget)
        _write(root, rules, budget)


def _sheets(root: etree._Element) -> Iterator[etree._Element]:
    for node in root.iter("{*}style"):
        if " ".join((node.get("media") or "").lower().split()) in _SCREENS:
            yield node


def _parsed(sheet: str) -> list[Any]:
    import tinycss2

    return list(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True))


def _rules(nodes: Iterable[Any]) -> Iterator[_Rule]:
    """Yield the rules for screens that say something of what is read."""
    import cssselect2
    import tinycss2

    for node in nodes:
        if node.type == "at-rule" and node.content is not None and _is_for_screens(node):
            inside = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            yield from _rules(inside)
        elif node.type == "qualified-rule":
            said = tuple(_declarations(node.content))
            try:
                selectors = cssselect2.compile_selector_list(node.prelude) if said else []
            except cssselect2.SelectorError:
                continue
            for selector in selectors:
                yield _Rule(tinycss2.serialize(node.prelude), selector, said)


def _is_for_screens(rule: Any) -> bool:
    import tinycss2

    if rule.lower_at_keyword == "layer":
        return True
    asked = " ".join(tinycss2.serialize(rule.prelude).lower().split())
    return rule.lower_at_keyword == "media" and asked in _SCREENS


def _declarations(content: Any) -> Iterator[tuple[str, str, bool]]:
    import tinycss2

    for each in tinycss2.parse_declaration_list(content, skip_comments=True, skip_whitespace=True):
        if each.type == "declaration" and each.lower_name in _READ:
            yield each.lower_name, _value(each), bool(each.important)


def _value(declaration: Any) -> str:
    """Return what is declared; of `content` only the strings, for counters and pictures are no words."""
    import tinycss2

    if declaration.lower_name == "content":
        return "".join([token.value for token in declaration.value if token.type == "string"])
    return str(tinycss2.serialize(declaration.value)).strip()


class _Budget:
    """Counts the steps of matching, and refuses sheets that take more of them than any page needs."""

    def __init__(self) -> None:
        self._left = _MOST_STEPS

    def spend(self, steps: int) -> None:
        """Take some steps."""
        self._left -= steps
        if self._left < 0:
            raise RefusedError(
                "the page's style sheets are too involved to be followed", "save the page without them"
            )


def _spend_on(root: etree._Element, rules: Sequence[_Rule], budget: _Budget) -> None:
    """Take what each rule costs: the elements that it is asked about, times what it sees for each."""
    elements = [*root.iter(etree.Element)]
    named = Counter(name_of(node) for node in elements)
    classed = Counter(word for node in elements for word in (node.get("class") or "").split())
    widest = max(map(len, elements))
    for rule in rules:
        ends = rule.compiled
        if ends.id is not None:
            asked = 1
        elif ends.class_name is not None:
            asked = classed[ends.class_name]
        else:
            asked = named[ends.lower_local_name] if ends.local_name else len(elements)
        everywhere = len(elements) if any(word in rule.selector for word in _COSTLY) else 1
        budget.spend(asked * everywhere * (widest if _SIBLINGS.search(rule.selector) else 1))


def _write(root: etree._Element, rules: Sequence[_Rule], budget: _Budget) -> None:
    import cssselect2

    class Walked(cssselect2.ElementWrapper):  # type: ignore[misc]  # it has no types
        @property
        def ancestors(self) -> Any:
            found = super().ancestors
            budget.spend(len(found))
            return found

    matcher = cssselect2.Matcher()
    for rule in rules:
        matcher.add_selector(rule.compiled, rule.declarations)
    for element in [*Walked.from_html_root(root).iter_subtree()]:
        parts: dict[str | None, _Said] = {}
        for specificity, order, part, declarations in matcher.match(element):
            said = parts.setdefault(part, {})
            for name, value, is_important in declarations:
                rank = _Rank(is_important, specificity, order)
                if name not in said or said[name][0] <= rank:
                    said[name] = (rank, value)
        if None in parts:
            _write_style(element.etree_element, parts[None])
        _put_words(element.etree_element, parts)


def _write_style(node: etree._Element, said: _Said) -> None:
    """Write what holds at the element; its own `style` outweighs all but what is called important."""
    import tinycss2

    own = {
        each.lower_name: (each.important, str(tinycss2.serialize(each.value)).strip())
        for each in tinycss2.parse_declaration_list(
            node.get("style") or "", skip_comments=True, skip_whitespace=True
        )
        if each.type == "declaration"
    }
    holding = {name: value for name, (_, value) in own.items()}
    for name, (rank, value) in said.items():
        if name != "content" and (name not in own or (rank.is_important and not own[name][0])):
            holding[name] = value
    node.set("style", "; ".join([f"{name}: {value}" for name, value in holding.items()]))


def _put_words(node: etree._Element, parts: dict[str | None, _Said]) -> None:
    """Put the words that a sheet shows before or after an element into it; signs alone are left to lists."""
    for part in ("before", "after"):
        said = parts.get(part, {})
        words = said.get("content", (None, ""))[1]
        if not any(map(str.isalnum, words)) or said.get("display", (None, ""))[1] == "none":
            continue
        if part == "before":
            node.text = words + (node.text or "")
        elif len(node):
            node[-1].tail = (node[-1].tail or "") + words
        else:
            node.text = (node.text or "") + words
