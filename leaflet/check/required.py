"""Rules S502 to S504 with the table of what each kind of medicine must say: sources, sections, warnings.

That every clinical block names a source, and one that is listed, is settled in reading (M004, M020).
"""

from collections.abc import Iterable, Iterator, Mapping

from leaflet.check.manuscript import Manuscript
from leaflet.check.rules import Hit, rule
from leaflet.model import Kind, Node, Panel, Topic, WarningKind
from leaflet.values import Value

_CORE: tuple[Topic, ...] = ("uses", "before_you_take", "interactions", "how_to_take", "side_effects")


class Needs(Value):
    """What a leaflet on one kind of medicine must hold, and why."""

    warnings: tuple[WarningKind, ...]
    topics: tuple[Topic, ...]
    reason: str


NEEDS: Mapping[Kind, Needs] = {
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
    "antiepileptic": Needs(
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
    "antibiotic": Needs((), _CORE, "allergy and unfinished courses"),
    "other_prescription": Needs((), _CORE, "what every patient must know"),
    "without_prescription": Needs(("overdose",), _CORE, "nobody checks the dose at the till"),
}  # fmt: skip
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
    typed = manuscript.monograph.typed("sources")
    for name, source in manuscript.monograph.sources.items():
        if name not in used:
            places = getattr(typed, "keys_at", {})
            yield Hit(
                message=f"nothing rests on the source {name!r}",
                hint="take it out, or name it where it is used",
                span=places.get(name, source.span),
            )


@rule(
    "S503",
    "a section that this kind of medicine needs is missing",
    reason="the patient looks for it and finds nothing",
    bad="kind: insulin, without a section storage",
    good="kind: insulin, with sections missed_dose and storage",
    source=_TABLE,
    english=False,
)
def missing_section(manuscript: Manuscript) -> Iterable[Hit]:
    """Find topics that the kind of medicine needs and no section or warning covers."""
    monograph = manuscript.monograph
    told = {section.topic for section in monograph.sections} | {
        warning.kind for warning in monograph.warnings
    }
    for topic in NEEDS[monograph.kind].topics:
        if not told & {topic, *_INSTEAD.get(topic, ())}:
            yield Hit(
                message=f"a leaflet on a medicine of kind {monograph.kind} needs a section {topic}",
                hint=f"add a section with topic: {topic}, from the source",
                span=monograph.span_of("kind"),
            )


@rule(
    "S504",
    "a warning that this kind of medicine needs is missing",
    reason="an overdose or a sudden stop of such a medicine can kill",
    bad="kind: opioid, without a warning of kind overdose",
    good="kind: opioid, with warnings of kinds overdose and withdrawal",
    source=_TABLE,
    english=False,
)
def missing_warning(manuscript: Manuscript) -> Iterable[Hit]:
    """Find warnings that the kind of medicine needs and the monograph lacks."""
    monograph = manuscript.monograph
    needs = NEEDS[monograph.kind]
    given = {warning.kind for warning in monograph.warnings}
    for kind in needs.warnings:
        if kind not in given:
            yield Hit(
                message=f"a leaflet on a medicine of kind {monograph.kind} needs a warning of kind {kind}",
                hint=f"add it under warnings, from the source: {needs.reason}",
                span=monograph.span_of("kind"),
            )


RULES = (unused_source, missing_section, missing_warning)
