"""What a monograph covers of the list a medicine leaflet must cover, and what it leaves open.

The list is Schedule 27 of the UK Human Medicines Regulations 2012. An item is open where neither a section
or warning on it, nor a fact, nor any words or heading tell it; how words tell it, the language's module
knows. What is open is printed in the list of gaps, and what is silenced with the reason.
"""

from collections.abc import Callable, Sequence
from functools import partial

from leaflet.handout import Personal
from leaflet.inline import Text
from leaflet.languages import Language
from leaflet.model import EffectsBlock, Monograph, Schedule, Section, Steps, Table, Topic, WarningKind
from leaflet.passages import Passage
from leaflet.told import Place, Told, Words, compiled
from leaflet.values import Value

_Finder = Callable[[Told], Place | None]


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
    beside: str = ""  # why it is no question about this medicine

    @property
    def is_gap(self) -> bool:
        """Tell whether the panel of gaps must name the item."""
        return self.place is None and not self.silenced and not self.beside


def coverage(monograph: Monograph) -> tuple[Coverage, ...]:
    """Hold `monograph` against every item, in the order of Schedule 27.

    The last answer is kept: a build asks when it checks a monograph, and again for its list of gaps.
    """
    return _latest.of(monograph)


class _Latest:
    """Keeps what one monograph covers, the very one."""

    def __init__(self) -> None:
        self._kept: tuple[Monograph, tuple[Coverage, ...]] | None = None

    def of(self, monograph: Monograph) -> tuple[Coverage, ...]:
        """Return the last answer, or find it."""
        kept = self._kept
        if kept is not None and kept[0] is monograph:
            return kept[1]
        found = _coverage(monograph)
        self._kept = monograph, found
        return found


_latest = _Latest()


def _coverage(monograph: Monograph) -> tuple[Coverage, ...]:
    told = Told(monograph)
    reasons = {silence.topic: silence.reason for silence in monograph.not_covered}
    beside = _beside(told)
    found = [
        Coverage(item, item.find(told), reasons.get(item.topic, ""), beside.get(item.key, ""))
        for item in ITEMS
    ]
    if any(entry.is_gap for entry in found):
        # The panel itself sends the reader to the pharmacist.
        panel = Coverage(_WHOM_TO_ASK, Place("panel of gaps"))
        found = [panel if entry.item is _WHOM_TO_ASK and entry.is_gap else entry for entry in found]
    return tuple(found)


def gaps(monograph: Monograph, language: Language, personal: Personal | None = None) -> tuple[str, ...]:
    """Return what the leaflet does not tell, in the patient's words; () where it tells everything.

    What the pharmacist says to the patient is told: a dose that was typed at the counter is no gap.
    """
    wording = language.wording(monograph.called, monograph.route)
    entries = [entry for entry in coverage(monograph) if entry.is_gap]
    if personal:
        spoken = f"{personal.dose}\n{personal.note}".lower()
        entries = [entry for entry in entries if not _is_spoken(entry.item.key, spoken, personal, language)]
    return tuple([language.gap(entry.item.key, wording) for entry in entries])


def silenced(monograph: Monograph, language: Language) -> tuple[str, ...]:
    """Return what is left out on purpose, each with the author's reason."""
    if not monograph.not_covered:
        return ()
    wording = language.wording(monograph.called, monograph.route)
    entries = [entry for entry in coverage(monograph) if entry.silenced and entry.place is None]
    return tuple(
        [
            language.say("gap_silenced", gap=language.gap(entry.item.key, wording), reason=entry.silenced)
            for entry in entries
        ]
    )


def _is_spoken(key: str, spoken: str, personal: Personal, language: Language) -> bool:
    """Tell whether the pharmacist's words tell an item; a dose is one however it is worded."""
    if key == "dose" and personal.dose:
        return True
    ways = language.told.get(key, ())
    return any(compiled(expression).search(spoken) is not None for _, expression in ways)


def _purpose(told: Told) -> Place | None:
    return Place("purpose", told.monograph.purpose)


def _told_in(key: str, *topics: Topic) -> _Finder:
    """Return a finder of the first section on one of the topics, or else of words that tell the item."""
    return partial(_section_or_words, key, topics)


def _section_or_words(key: str, topics: Sequence[Topic], told: Told) -> Place | None:
    return _section(topics, told) or told.find(key, told.everywhere)


def _section(topics: Sequence[Topic], told: Told) -> Place | None:
    if len(topics) == 1:
        found = told.sections.get(topics[0], ())
        return _place_of(found[0]) if found else None
    return next((_place_of(each) for each in told.monograph.sections if set(each.topics) & set(topics)), None)


def _place_of(section: Section) -> Place:
    return Place(f"section {', '.join(section.topics)}", section)


def _fact(name: str, told: Told) -> Place | None:
    """Return a fact that is given as a field, which the program words itself."""
    fact = getattr(told.monograph.facts, name)
    return Place(f"facts {name}", fact) if fact is not None else None


def _warned_of(kind: WarningKind, told: Told) -> Place | None:
    found = (warning for warning in told.monograph.warnings if warning.kind == kind)
    return next((Place(f"warning {kind}", warning) for warning in found), None)


def _overdose_action(told: Told) -> Place | None:
    return (
        _warned_of("overdose", told)
        or _fact("overdose", told)
        or _section_or_words("overdose_action", ["overdose"], told)
    )


def _withdrawal(told: Told) -> Place | None:
    return (
        _warned_of("withdrawal", told)
        or _fact("stopping", told)
        or _section_or_words("withdrawal", ["withdrawal"], told)
    )


def _missed_dose(told: Told) -> Place | None:
    return _fact("missed_dose", told) or _section_or_words("missed_dose", ["missed_dose"], told)


def _overdose_signs(told: Told) -> Place | None:
    for warning in told.monograph.warnings:
        if warning.kind == "overdose" and warning.signs is not None:
            return Place("warning overdose", warning.signs if isinstance(warning.signs, Text) else warning)
    return _section(["overdose"], told)


def _beside(told: Told) -> dict[str, str]:
    """Return the items that are no question about the medicine, each with the field that says so."""
    found = {}
    if told.find("for_children", Words([told.purpose])) is not None:
        found["older_people"] = "purpose: it is for children"
    if "inhaled_reliever" in told.monograph.classes:
        found |= dict.fromkeys(("missed_dose", "withdrawal"), "class inhaled_reliever: used as needed")
    return found


def _contraindications(told: Told) -> Place | None:
    """Return where it says who should not use it, maybe in a warning about allergy or pregnancy."""
    who = [each for each in told.warned.said if each.warning in ("allergy", "pregnancy")]
    found = _section_or_words("contraindications", ["contraindications"], told)
    return found or told.find("kept_from", Words(who))


def _contents(told: Told) -> Place | None:
    """Return where it says what the medicine holds, by its name or else."""
    found, called = _section_or_words("contents", ["contents"], told), told.monograph.called
    for name in (called, called.split()[0]):  # texts call Testol tablets Testol
        found = found or told.find_after(name, "holds", told.everywhere)
    return found


def _instruction(key: str, told: Told) -> Place | None:
    if key in ("dose", "frequency") and told.monograph.facts.dose is not None:
        return _fact("dose", told)
    if not told.told:  # no words to look for in this language: the section is taken at its word
        return _section(["how_to_take"], told)
    found = told.find(key, told.instructions)
    if found is None and key in ("dose", "frequency"):
        found = _planned(told)
    if found is None and key == "dose":
        found = _tabled(told)
    if found is None and key == "route":
        found = _in_steps(told)
    if found is None and key == "frequency":
        found = told.find(key, told.warned)
    if found is None and key == "duration":
        found = told.find("course", told.everywhere)
    if found is None and key in ("dose", "duration"):
        found = told.find("whole", told.everywhere)
    return found


def _planned(told: Told) -> Place | None:
    """Return a plan of doses, which tells how much and how often."""
    plans = (block for block in told.using if isinstance(block, Schedule))
    return next((Place("plan of doses", plan) for plan in plans if not plan.schedule.is_to_fill_in), None)


def _tabled(told: Told) -> Place | None:
    """Return a table with a column of amounts: a unit at its head, and numbers under it."""
    for block in (each for each in told.using if isinstance(each, Table)):
        for index, head in enumerate(block.table.columns):
            column = Words([Passage(head, "column", "columns")])
            numbers = [row[index].plain[:1].isdigit() for row in block.table.rows]
            if any(numbers) and told.find("amount", column) is not None:
                return Place("table of amounts", block)
    return None


def _in_steps(told: Told) -> Place | None:
    """Return steps, which tell how the medicine is used."""
    return next((Place("steps", block) for block in told.using if isinstance(block, Steps)), None)


def _side_effects_action(told: Told) -> Place | None:
    for section in told.sections.get("side_effects", ()):
        groups = [block.side_effects for block in section.blocks if isinstance(block, EffectsBlock)]
        if section.what_to_do is not None:
            return Place("section side_effects", section.what_to_do)
        # Told in plain paragraphs, or what to do stands with every group.
        if all(group.what_to_do is not None for group in groups):
            return _place_of(section)
    return None


def _item(key: str, clause: str, topic: Topic, find: _Finder | None = None) -> Item:
    return Item(key=key, clause=f"paragraph {clause}", topic=topic, find=find or _told_in(key, topic))


_WHOM_TO_ASK = _item("whom_to_ask", "9(h)", "whom_to_ask")

ITEMS = (
    _item("kind_of_medicine", "5", "about", _purpose),
    _item("uses", "6", "uses"),
    _item("contraindications", "7(a)", "contraindications", _contraindications),
    _item("precautions", "7(b)", "precautions", _told_in("precautions", "precautions", "before_you_take")),
    _item("interactions", "7(c)", "interactions"),
    _item("alcohol", "7(d)", "alcohol"),
    _item("pregnancy", "8(a)", "pregnancy"),
    _item("breastfeeding", "8(a)", "breastfeeding"),
    _item("children", "3 and 8(a)", "children"),
    _item("older_people", "8(a)", "older_people"),
    _item("driving", "8(b)", "driving"),
    _item("dose", "9(a)", "how_to_take", partial(_instruction, "dose")),
    _item("route", "9(b)", "how_to_take", partial(_instruction, "route")),
    _item("frequency", "9(c)", "how_to_take", partial(_instruction, "frequency")),
    _item("duration", "9(d)", "how_to_take", partial(_instruction, "duration")),
    _item("overdose_signs", "9(e)", "overdose", _overdose_signs),
    _item("overdose_action", "9(e)", "overdose", _overdose_action),
    _item("missed_dose", "9(f)", "missed_dose", _missed_dose),
    _item("withdrawal", "9(g)", "withdrawal", _withdrawal),
    _item("side_effects", "10", "side_effects"),
    _item("side_effects_action", "10", "side_effects", _side_effects_action),
    _item("reporting", "10", "reporting"),
    _WHOM_TO_ASK,
    _item("storage", "11", "storage"),
    _item("contents", "8(c) and 11", "contents", _contents),
)
