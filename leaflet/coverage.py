"""What a monograph covers of the list a medicine leaflet must cover, and what it leaves open.

The list is Schedule 27 of the UK Human Medicines Regulations 2012. A topic counts as covered where
the author gave it a section or a warning of its own; the parts of the instructions for use are looked
for in the words. What is open and not silenced is printed in the panel of gaps, never left unsaid.
"""

import re
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import Literal

from leaflet.diagnostics import Span
from leaflet.inline import Text
from leaflet.languages import Language
from leaflet.model import EffectsBlock, Monograph, Node, SafetyWarning, Section, Topic, WarningKind
from leaflet.passages import Passage, passages_of
from leaflet.values import Value


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


class _Told:
    """What a monograph tells, looked up once for all items."""

    def __init__(self, monograph: Monograph) -> None:
        self.monograph = monograph
        self.language = monograph.language.split("-")[0].lower()
        self.sections: dict[Topic, list[Section]] = {}
        for section in monograph.sections:
            for topic in section.topics:
                self.sections.setdefault(topic, []).append(section)
        self.warnings: dict[WarningKind, SafetyWarning] = {}
        for warning in monograph.warnings:
            self.warnings.setdefault(warning.kind, warning)

    @cached_property
    def instructions(self) -> tuple[Passage, ...]:
        """What the sections on how to take the medicine say, labels of lines to write on left out."""
        said = [
            passage for section in self.sections.get("how_to_take", ()) for passage in passages_of(section)
        ]
        return tuple([passage for passage in said if passage.role != "label"])

    @cached_property
    def instructions_read(self) -> str:
        """The same as one text in small letters, a passage a line."""
        said = "\n".join([passage.plain for passage in self.instructions])
        return said.replace("İ", "I").lower()  # the one letter that small letters make two of


_Finder = Callable[[_Told], Place | None]


class Item(Value, kw_only=True):
    """One thing a leaflet must tell: its key, its clause of Schedule 27, and the topic that silences it."""

    key: str
    clause: str
    topic: Topic
    find: _Finder


class Coverage(Value):
    """One item held against a monograph."""

    item: Item
    place: Place | None  # None where nothing covers it
    silenced: str = ""  # the author's reason for leaving it out of the panel of gaps

    @property
    def is_gap(self) -> bool:
        """Tell whether the panel of gaps must name the item."""
        return self.place is None and not self.silenced


def coverage(monograph: Monograph) -> tuple[Coverage, ...]:
    """Hold `monograph` against every item, in the order of Schedule 27."""
    told = _Told(monograph)
    reasons = {silence.topic: silence.reason for silence in monograph.not_covered}
    found = [Coverage(item, item.find(told), reasons.get(item.topic, "")) for item in ITEMS]
    if any(entry.is_gap for entry in found):
        # The panel itself sends the reader to the pharmacist.
        panel = Coverage(_WHOM_TO_ASK, Place("panel of gaps"))
        found = [panel if entry.item is _WHOM_TO_ASK and entry.is_gap else entry for entry in found]
    return tuple(found)


def gaps(monograph: Monograph, language: Language) -> tuple[str, ...]:
    """Return what the leaflet does not tell, in the patient's words; () where it tells everything."""
    return tuple([language.gaps[entry.item.key] for entry in coverage(monograph) if entry.is_gap])


def _purpose(told: _Told) -> Place | None:
    return Place("purpose", told.monograph.purpose)


def _section(topics: Sequence[Topic], told: _Told) -> Place | None:
    """Return the first section on one of the topics."""
    if len(topics) == 1:
        found = told.sections.get(topics[0], ())
        return _place_of(found[0]) if found else None
    return next((_place_of(each) for each in told.monograph.sections if set(each.topics) & set(topics)), None)


def _place_of(section: Section) -> Place:
    return Place(f"section {', '.join(section.topics)}", section)


def _warned_of(kind: Literal["overdose", "withdrawal"], told: _Told) -> Place | None:
    warning = told.warnings.get(kind)
    if warning:
        return Place(f"warning {kind}", warning)
    return _section([kind], told)


def _overdose_signs(told: _Told) -> Place | None:
    warning = told.warnings.get("overdose")
    if warning and warning.signs is not None:
        return Place("warning overdose", warning.signs if isinstance(warning.signs, Text) else warning)
    return _section(["overdose"], told)


# What the words of a how_to_take section must hold, in small letters, by the language's first subtag.
# The patterns ask for the fact, not for its topic: "your dose" is no dose, "for longer than prescribed" no
# duration.
_NUMBER = r"(?:\d[\d.,]{0,12}|one|two|three|four|half an?)"
_EVIDENCE: dict[str, dict[str, re.Pattern[str]]] = {
    "en": {
        "dose": re.compile(
            rf"\b{_NUMBER} ?(?:mg|mcg|micrograms?|milligrams?|grams?|g|ml|millilitres?|units?|tablets?"
            r"|capsules?|spoonfuls?|puffs?|drops?|sachets?|patch(?:es)?|sprays?|teaspoons?)\b",
        ),
        "route": re.compile(
            r"\b(?:by mouth|mouth|swallow\w*|inject\w*|inhal\w*|breathe|skin|nose|nostril|eyes?|ears?|rectum"
            r"|vagina|under (?:the|your) tongue|chew\w*|suck|dissolve|drink)\b",
        ),
        "frequency": re.compile(
            r"\b(?:once|twice|times) (?:a|each|every|per) (?:day|week|month)|\b(?:every|each) (?:\w+ )?"
            r"(?:hours?|days?|mornings?|evenings?|nights?|weeks?|months?)\b|\b(?:in the|at) "
            r"(?:morning|evening|night|bedtime)|\bonly when you need",
        ),
        "duration": re.compile(
            r"\bfor (?:up to |at least |about )?(?:\d+|a few|several|one|two|three|four|six|seven|ten) "
            r"(?:to \d+ )?(?:days?|weeks?|months?|years?)\b|\blong[- ]term\b"
            r"|\bfor (?:life|the rest of your life)\b"
            r"|\buntil (?:you have )?(?:finish|the course|your doctor)",
        ),
    }
}


def _instruction(key: str, told: _Told) -> Place | None:
    patterns = _EVIDENCE.get(told.language)
    if patterns is None:  # no words to look for in this language: the section is taken at its word
        return _section(["how_to_take"], told)
    match = patterns[key].search(told.instructions_read)
    if match is None:
        return None
    line = told.instructions_read.count("\n", 0, match.start())
    before = told.instructions_read.rfind("\n", 0, match.start()) + 1
    extent = (match.start() - before, match.end() - before)
    return Place("section how_to_take", told.instructions[line], extent)


def _side_effects_action(told: _Told) -> Place | None:
    for section in told.sections.get("side_effects", ()):
        groups = [block.side_effects for block in section.blocks if isinstance(block, EffectsBlock)]
        if section.what_to_do is not None:
            return Place("section side_effects", section.what_to_do)
        # Told in plain paragraphs, or what to do stands with every group.
        if all(group.what_to_do is not None for group in groups):
            return _place_of(section)
    return None


def _told_in(*topics: Topic) -> _Finder:
    return partial(_section, topics)


_WHOM_TO_ASK = Item(
    key="whom_to_ask", clause="paragraph 9(h)", topic="whom_to_ask", find=_told_in("whom_to_ask")
)

ITEMS = (
    Item(key="kind_of_medicine", clause="paragraph 5", topic="about", find=_purpose),
    Item(key="uses", clause="paragraph 6", topic="uses", find=_told_in("uses")),
    Item(
        key="contraindications",
        clause="paragraph 7(a)",
        topic="contraindications",
        find=_told_in("contraindications"),
    ),
    Item(
        key="precautions",
        clause="paragraph 7(b)",
        topic="precautions",
        find=_told_in("precautions", "before_you_take"),
    ),
    Item(key="interactions", clause="paragraph 7(c)", topic="interactions", find=_told_in("interactions")),
    Item(key="alcohol", clause="paragraph 7(d)", topic="alcohol", find=_told_in("alcohol")),
    Item(key="pregnancy", clause="paragraph 8(a)", topic="pregnancy", find=_told_in("pregnancy")),
    Item(key="breastfeeding", clause="paragraph 8(a)", topic="breastfeeding", find=_told_in("breastfeeding")),
    Item(key="children", clause="paragraphs 3 and 8(a)", topic="children", find=_told_in("children")),
    Item(key="older_people", clause="paragraph 8(a)", topic="older_people", find=_told_in("older_people")),
    Item(key="driving", clause="paragraph 8(b)", topic="driving", find=_told_in("driving")),
    Item(key="dose", clause="paragraph 9(a)", topic="how_to_take", find=partial(_instruction, "dose")),
    Item(key="route", clause="paragraph 9(b)", topic="how_to_take", find=partial(_instruction, "route")),
    Item(
        key="frequency", clause="paragraph 9(c)", topic="how_to_take", find=partial(_instruction, "frequency")
    ),
    Item(
        key="duration", clause="paragraph 9(d)", topic="how_to_take", find=partial(_instruction, "duration")
    ),
    Item(key="overdose_signs", clause="paragraph 9(e)", topic="overdose", find=_overdose_signs),
    Item(
        key="overdose_action", clause="paragraph 9(e)", topic="overdose", find=partial(_warned_of, "overdose")
    ),
    Item(key="missed_dose", clause="paragraph 9(f)", topic="missed_dose", find=_told_in("missed_dose")),
    Item(
        key="withdrawal", clause="paragraph 9(g)", topic="withdrawal", find=partial(_warned_of, "withdrawal")
    ),
    Item(key="side_effects", clause="paragraph 10", topic="side_effects", find=_told_in("side_effects")),
    Item(key="side_effects_action", clause="paragraph 10", topic="side_effects", find=_side_effects_action),
    _WHOM_TO_ASK,
    Item(key="storage", clause="paragraph 11", topic="storage", find=_told_in("storage")),
    Item(key="contents", clause="paragraphs 8(c) and 11", topic="contents", find=_told_in("contents")),
)
