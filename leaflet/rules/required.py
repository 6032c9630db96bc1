"""Rules S502 to S504 with the table of what each kind of medicine must say: sources, sections, warnings.

That every clinical block names a source, and one that is listed, is settled in reading (M004, M020).
"""

from collections.abc import Iterable, Iterator, Mapping

from leaflet.model import MedicineClass, Monograph, Node, Panel, Topic, WarningKind
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.rule import Hit, rule
from leaflet.source import LocatedStr
from leaflet.values import Value

_CORE: tuple[Topic, ...] = ("uses", "before_you_take", "interactions", "how_to_take", "side_effects")


class Needs(Value):
    """What a leaflet on one kind of medicine must hold, and why."""

    warnings: tuple[WarningKind, ...]
    topics: tuple[Topic, ...]
    reason: str


NEEDS: Mapping[MedicineClass, Needs] = {
    "muscle_relaxant": Needs(
        ("overdose", "withdrawal"), _CORE, "too much can slow breathing, a sudden stop can cause seizures"
    ),
    "opioid": Needs(
        ("overdose", "withdrawal"), _CORE, "too much stops breathing, and the body comes to depend on it"
    ),
    "benzodiazepine": Needs(
        ("overdose", "withdrawal"), _CORE, "too much can stop breathing, a sudden stop can cause seizures"
    ),
    "antidepressant": Needs(
        ("overdose", "withdrawal"), _CORE, "too much is dangerous, a sudden stop can make ill"
    ),
    "anticonvulsant": Needs(
        ("overdose", "withdrawal"), (*_CORE, "pregnancy"), "a sudden stop can cause seizures"
    ),
    "beta_blocker": Needs(
        ("overdose", "withdrawal"), _CORE, "a sudden stop can cause a heart attack"
    ),
    "corticosteroid": Needs(
        ("withdrawal",), _CORE, "a sudden stop can leave the body without its own cortisol"
    ),
    "anticoagulant": Needs(
        ("overdose", "withdrawal"), (*_CORE, "missed_dose"), "too much causes bleeding, and gaps cause clots"
    ),
    "insulin": Needs(
        ("overdose", "withdrawal"), (*_CORE, "missed_dose", "storage"), "too much can kill, and so can none"
    ),
    "weekly": Needs(
        ("wrong_dose",), (*_CORE, "missed_dose"), "taken daily by mistake, a weekly medicine can kill"
    ),
    "antibiotic": Needs((), _CORE, "allergy and unfinished courses"),
}  # fmt: skip
_EVERY = Needs((), _CORE, "what every patient must know")


_LOCAL = frozenset({"topical", "eye_medicine"})  # hardly any of it gets into the blood
_SYSTEMIC = frozenset({"beta_blocker", "corticosteroid"})  # what they warn of comes of what is in the blood


def needs_of(monograph: Monograph) -> tuple[Needs, ...]:
    """Return what the classes of a medicine ask for, first what every leaflet must say."""
    classes = set(monograph.classes)
    spared = _SYSTEMIC if classes & _LOCAL else frozenset()
    return (_EVERY, *(NEEDS[each] for each in monograph.classes if each in NEEDS and each not in spared))


_TABLE = (
    "UK HMR 2012 Schedule 27 paragraphs 6 to 10; ISMP List of High-Alert"
    " Medications in Community/Ambulatory"
    " Care Settings"
)
_INSTEAD: Mapping[Topic, tuple[Topic, ...]] = {"before_you_take": ("precautions", "contraindications")}


def _used(manuscript: Manuscript) -> Iterator[tuple[str, Node]]:
    """Yield each source named, with the part of the monograph that names it."""
    for warning in manuscript.monograph.warnings:
        yield warning.source, warning
    for section in manuscript.monograph.sections:
        yield section.source, section
        for block in section.blocks:
            yield block.source or section.source, block
            for inner in block.blocks if isinstance(block, Panel) else ():
                yield inner.source or block.source or section.source, inner


@rule(
    "S502",
    "a source that nothing uses",
    reason="the leaflet ends with its sources; one that nothing rests on misleads the reader",
    bad="sources: {monograph: …, textbook: …}, and every block says source: monograph",
    good="sources: {monograph: …}",
    source="House rule: every printed fact is traced to its source",
    english=False,
)
def unused_source(manuscript: Manuscript) -> Iterable[Hit]:
    """Find sources listed and never named."""
    used = {name for name, _ in _used(manuscript)}
    for name, source in manuscript.monograph.sources.items():
        if name not in used:
            yield Hit(
                message=f"nothing rests on the source {name!r}",
                hint="take it out, or name it where it is used",
                span=name.span if isinstance(name, LocatedStr) else source.span,
            )


@rule(
    "S503",
    "a section that such a medicine needs is missing",
    reason="the patient looks for it and finds nothing",
    bad="classes: [insulin], without a section storage",
    good="classes: [insulin], with sections missed_dose and storage",
    source=_TABLE,
    english=False,
)
def missing_section(manuscript: Manuscript) -> Iterable[Hit]:
    """Find topics that the kind of medicine needs and no section or warning covers."""
    monograph = manuscript.monograph
    told = {topic for section in monograph.sections for topic in section.topics} | {
        warning.kind for warning in monograph.warnings
    }
    if "about" in told and monograph.purpose.plain.strip():
        told.add("uses")  # printed under the name: what it is for, in one line
    for topic in dict.fromkeys(topic for needs in needs_of(monograph) for topic in needs.topics):
        if not told & {topic, *_INSTEAD.get(topic, ())}:
            yield Hit(
                message=f"a leaflet on {_what(monograph)} needs a section {topic}",
                hint=f"add a section with topic: {topic}, from the source",
                span=monograph.span_of("classes"),
            )


@rule(
    "S504",
    "a warning that such a medicine needs is missing",
    reason="an overdose or a sudden stop of such a medicine can kill",
    bad="classes: [opioid], without a warning of kind overdose",
    good="classes: [opioid], with warnings of kinds overdose and withdrawal",
    source=_TABLE,
    english=False,
)
def missing_warning(manuscript: Manuscript) -> Iterable[Hit]:
    """Find warnings that the kind of medicine needs and the monograph lacks."""
    monograph = manuscript.monograph
    given = {warning.kind for warning in monograph.warnings}
    wanted = {kind: needs for needs in needs_of(monograph) for kind in needs.warnings}
    for kind, needs in wanted.items():
        if kind not in given:
            yield Hit(
                message=f"a leaflet on {_what(monograph)} needs a warning of kind {kind}",
                hint=f"add it under warnings, from the source: {needs.reason}",
                span=monograph.span_of("classes"),
            )


def _what(monograph: Monograph) -> str:
    if not monograph.classes:
        return "a medicine"
    kind = "class" if len(monograph.classes) == 1 else "classes"
    return f"a medicine of the {kind} {', '.join(monograph.classes)}"


RULES = (unused_source, missing_section, missing_warning)
