"""What a monograph tells, and where: its sections by topic, and its words as one text to look through."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, cached_property

from leaflet.diagnostics import Span
from leaflet.inline import Text
from leaflet.languages import Told as Ways
from leaflet.languages import language_of
from leaflet.model import Block, Monograph, Node, Section, Topic
from leaflet.passages import Passage, passages, passages_of
from leaflet.precompiled import expression
from leaflet.values import Value

_NOT_TOLD = frozenset({"name", "label", "reason"})  # roles of words that tell the patient nothing

compiled = cache(expression)
_parted = cache(str.split)


class Place(Value):
    """Where an item is covered: in words for a table, and what stands there in the file."""

    title: str  # such as: section uses
    thing: Node | Text | Passage | None = None
    extent: tuple[int, int] | None = None  # of a passage's words

    @property
    def span(self) -> Span | None:
        """Where in the file; None for the panel of gaps, and for what a program made."""
        match self.thing:
            case Section():
                return self.thing.topic_span
            case Passage():
                return self.thing.locate(*(self.extent or (0, len(self.thing.plain))))
            case None:
                return None
            case _:
                return self.thing.span


class Told:
    """What a monograph tells, looked up once for all items."""

    def __init__(self, monograph: Monograph) -> None:
        self.monograph = monograph
        self.told: Mapping[str, Ways] = getattr(language_of(monograph.language), "told", {})
        self.sections: dict[Topic, list[Section]] = {}
        for section in monograph.sections:
            for topic in section.topics:
                self.sections.setdefault(topic, []).append(section)

    @cached_property
    def everywhere(self) -> "Words":
        """What warnings and sections say, headings included, labels of lines to write on left out."""
        return Words([each for each in passages(self.monograph) if each.role not in _NOT_TOLD])

    @cached_property
    def instructions(self) -> "Words":
        """What the sections on how to use the medicine say."""
        said = [passage for section in self._on_use for passage in passages_of(section)]
        return Words([passage for passage in said if passage.role != "label"])

    @property
    def _on_use(self) -> Sequence[Section]:
        return [*self.sections.get("how_to_take", ()), *self.sections.get("instructions", ())]

    @property
    def using(self) -> Sequence[Block]:
        """The blocks of the sections on how to use the medicine."""
        return [block for section in self._on_use for block in section.blocks]

    @property
    def purpose(self) -> Passage:
        """What the medicine is for, as its field says it."""
        return Passage(self.monograph.purpose, "purpose", "purpose")

    @cached_property
    def warned(self) -> "Words":
        """What the warnings say: "once a week" may stand there and nowhere else."""
        return Words([each for each in self.everywhere.said if each.warning])

    def find(self, key: str, words: "Words") -> Place | None:
        """Return where some words tell an item; None where they do not, or the language cannot say."""
        for needs, source in self.told.get(key, ()):
            place = words.place(needs, compiled(source))
            if place is not None:
                return place
        return None

    def find_after(self, name: str, key: str, words: "Words") -> Place | None:
        """Return where a name is followed by words that tell an item; None as for `find`."""
        for needs, source in self.told.get(key, ()):
            place = words.place_after(name.lower(), needs, compiled(source))
            if place is not None:
                return place
        return None


class Words:
    """Some passages as one text in small letters, a passage a line."""

    def __init__(self, said: Sequence[Passage]) -> None:
        self.said = said
        # The one letter that small letters make two of.
        self.read = "\n".join([passage.text.plain for passage in said]).replace("İ", "I").lower()

    def place(self, needs: str, pattern: re.Pattern[str]) -> Place | None:
        """Return where the pattern stands, in a passage that holds one of the words that it needs."""
        read, search = self.read, pattern.search
        if not needs:
            match = search(read)
            return self._placed(*match.span()) if match is not None else None
        for word in _parted(needs, "|"):
            at = read.find(word)
            while at >= 0:
                ends = read.find("\n", at)
                ends = ends if ends >= 0 else len(read)
                match = search(read, read.rfind("\n", 0, at) + 1, ends)
                if match is not None:
                    return self._placed(*match.span())
                at = read.find(word, ends)
        return None

    def place_after(self, name: str, needs: str, pattern: re.Pattern[str]) -> Place | None:
        """Return where the pattern stands right after a name, where the text holds a word that it needs."""
        if not any(word in self.read for word in _parted(needs, "|")):
            return None
        at = self.read.find(name)
        while at >= 0:
            match = pattern.match(self.read, at + len(name))
            if match is not None:
                return self._placed(at, match.end())
            at = self.read.find(name, at + len(name))
        return None

    def _placed(self, start: int, end: int) -> Place:
        passage = self.said[self.read.count("\n", 0, start)]
        before = self.read.rfind("\n", 0, start) + 1
        where = f"section {passage.topic}" if passage.topic else f"warning {passage.warning}"
        return Place(where, passage, (start - before, end - before))
