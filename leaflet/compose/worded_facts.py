"""Word the dangerous facts: each a field of the monograph, and a sentence of the program's in its section."""

from collections.abc import Iterator
from decimal import Decimal

from leaflet import model
from leaflet.compose.lowering import bulleted
from leaflet.compose.pieces import lead_of, paragraph_of, typed
from leaflet.document.styles import STYLES
from leaflet.document.tree import Node, Role, Tag, Text
from leaflet.handout import NO_HANDOUT, Handout
from leaflet.languages import Language, Wording

EXCEPTIONS: frozenset[model.Topic] = frozenset({"missed_dose"})
"""Topics on which the facts are exceptions: the author's words give the rule, and stand before them."""


def facts_of(
    monograph: model.Monograph, language: Language, handout: Handout = NO_HANDOUT
) -> dict[model.Topic, tuple[Node, ...]]:
    """Return the facts in the program's words, by the topic under which each stands.

    A dose that the pharmacist typed for the patient stands in the place of the monograph's.
    """
    told: dict[model.Topic, tuple[Node, ...]] = {}
    for topic, nodes in _told(monograph, language, handout):
        told[topic] = (*told.get(topic, ()), *nodes)
    return told


def _told(
    monograph: model.Monograph, language: Language, handout: Handout
) -> Iterator[tuple[model.Topic, list[Node]]]:
    facts, wording = monograph.facts, language.wording(monograph.called, monograph.route)

    def say(key: str) -> Node:
        return paragraph_of(Text.of(language.facts.sentence(key, wording)))

    if facts.dose is not None:
        typed_dose = handout.personal is not None and handout.personal.dose
        said = [] if typed_dose else [_usual(facts.dose, language, wording)]
        if said := [*said, *_bounds(facts.dose, language, wording)]:
            yield "how_to_take", [paragraph_of(Text.of(" ".join(said)))]
    if facts.missed_dose is not None:
        missed = facts.missed_dose
        keys = [f"missed_{missed.if_near_next}"] if missed.if_near_next else []
        keys += [f"double_{missed.double}"] if missed.double else []
        yield "missed_dose", [say(key) for key in keys]
    if facts.overdose is not None:
        yield "overdose", [say(f"overdose_{facts.overdose.help}")]
    if facts.stopping is not None:
        stopping = facts.stopping
        yield "withdrawal", [say(f"stopping_{stopping.suddenly}_{stopping.decides or 'nobody'}")]
    if facts.stop_and_get_help is not None:
        stop = facts.stop_and_get_help
        lead = Text.of(language.facts.sentence(f"stop_{stop.help}", wording), strong=True)
        signs = bulleted([typed(sign, "") for sign in stop.signs])
        yield "side_effects", [Node(Tag(Role.SECTION), STYLES["urgent"], (lead_of(lead), signs))]


def _usual(dose: model.Dose, language: Language, wording: Wording) -> str:
    """Return how much and how often as a sentence."""
    amount = _amount(dose.amount, dose.unit, language)
    often = language.facts.how_often(dose.times, dose.per)
    return language.facts.sentence("dose", wording, amount=amount, often=often)


def _bounds(dose: model.Dose, language: Language, wording: Wording) -> Iterator[str]:
    """Yield the most and the time between as sentences, which hold for any dose."""
    facts = language.facts
    if dose.maximum is not None:
        most = _amount(dose.maximum, dose.unit, language)
        yield facts.sentence("dose_most", wording, amount=most, per=dose.per)
    if dose.interval is not None:
        yield facts.sentence("dose_interval", wording, hours=facts.in_hours(dose.interval))


def _amount(amount: Decimal, unit: str, language: Language) -> str:
    return language.facts.amount(language.number(f"{amount.normalize():f}"), unit)
