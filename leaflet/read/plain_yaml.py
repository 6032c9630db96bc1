"""Plainly typed YAML to located values, put together by PyYAML's composer in C.

It takes a quarter of the time of going through the events. Whatever is unusual (an anchor, a tag, a slip,
a key given twice, words lost to a comment, a file so deep or large that C would need a deep stack) is
left to `nodes`, which tells what is wrong with it.
"""

from typing import Any

from leaflet.intake.suspicions import seems_clean
from leaflet.precompiled import expression
from leaflet.read.pyyaml import yaml
from leaflet.read.scalar_characters import ODD_SPACE, take_in
from leaflet.source import LocatedDict, LocatedList, LocatedStr, SourceText

# libyaml's parser, or PyYAML's own (slower) where PyYAML was built without it.
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Untagged:
    """Finds no tags: a scalar stays what was typed, and a tag that is typed is unusual."""

    def resolve(self, *_: object) -> str:
        """Return the tag of a node."""
        return ""

    def descend_resolver(self, *_: object) -> None:
        """Go a level down the tree."""

    def ascend_resolver(self) -> None:
        """Go a level up."""


_COMPOSER = type("_Composer", (_Untagged, LOADER), {})

_LARGEST = 200_000  # characters: some 20 times baclofen's monograph
# Each of these may open a level, and so may a line that stands in more than the one above it; the composer
# calls itself for each level.
_OPENERS = ("[", "{", "- ", "-\t", "? ", "?\t")
_MOST_OPENERS = 2000
_FAR_IN = " " * 130
_BEHIND_WORDS = expression(r"(?<=\S)(?P<space>[ \t]++)#(?P<next>[^\r\n]?)")

_new_text = str.__new__


class _UnusualError(Exception):
    """Something that only the events tell about."""


def compose_plain(
    source: SourceText, *, deepest: int, most: int
) -> LocatedStr | LocatedDict | LocatedList | None:
    """Return the value that the file holds; None where it is not plain.

    Nor is one that is nested more than `deepest` levels, or holds more than `most` values.
    """
    text = source.text
    if not _is_plain(text):
        return None
    try:
        root = yaml.compose(text, Loader=_COMPOSER)
        return None if root is None else _Located(source, deepest, most).value(root, 0)
    except (yaml.YAMLError, _UnusualError):
        return None


def _is_plain(text: str) -> bool:
    """Tell whether the text may be composed at once: of sane size and depth, its comments apart."""
    if len(text) > _LARGEST or sum(map(text.count, _OPENERS)) > _MOST_OPENERS or _FAR_IN in text:
        return False
    if not text.isascii() and ODD_SPACE.search(text):
        return False
    if " #" not in text and "\t#" not in text:
        return True
    return all(
        len(comment["space"]) > 1 and comment["next"] in " \t" for comment in _BEHIND_WORDS.finditer(text)
    )


class _Located:
    """Gives composed nodes their places."""

    def __init__(self, source: SourceText, deepest: int, most: int) -> None:
        self.source = source
        self.text = source.text
        self.deepest = deepest
        self.left = most
        self.is_clean = seems_clean(source.text)

    def value(self, node: Any, depth: int) -> Any:
        """Return what a node stands for."""
        if type(node) is yaml.ScalarNode:
            return self.scalar(node)
        start: int = node.start_mark.index
        self.left -= len(node.value)
        if depth >= self.deepest or self.left < 0 or self.text[start : start + 1] in "&!":
            raise _UnusualError
        made: LocatedDict | LocatedList
        if type(node) is yaml.MappingNode:
            made = self.mapping(node, depth + 1)
        else:
            made = LocatedList([self.value(item, depth + 1) for item in node.value])
        made.where = (self.source, start, node.end_mark.index)
        return made

    def mapping(self, node: Any, depth: int) -> LocatedDict:
        """Return a mapping whose keys are words, each given once."""
        made = LocatedDict()
        for key, value in node.value:
            if type(key) is not yaml.ScalarNode or not key.value:
                raise _UnusualError
            made[self.scalar(key)] = self.value(value, depth)
        if len(made) < len(node.value):
            raise _UnusualError
        return made

    def scalar(self, node: Any) -> LocatedStr:
        """Return a scalar as typed."""
        value, style = node.value, node.style or ""
        start: int = node.start_mark.index
        end: int = node.end_mark.index
        if self.text[start : start + 1] in "&!" and end > start:
            raise _UnusualError
        if style in ("|", ">"):
            end = start + len(self.text[start:end].rstrip())
        made = _new_text(LocatedStr, value)
        made.where = (self.source, start, end, style)
        if self.is_clean and value.isascii() and "\n" not in value and style != '"':
            return made
        taken, found = take_in(made, style)
        if found:
            raise _UnusualError
        return taken
