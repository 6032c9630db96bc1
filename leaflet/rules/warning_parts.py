"""Rules S301 to S304: a warning states hazard and action, and its consequence where the source has one."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from leaflet.diagnostics import Span
from leaflet.inline import Text
from leaflet.model import SafetyWarning, WarningKind
from leaflet.rules.english.panel_actions import forbids_sudden_stop, gets_emergency_help, names_a_doctor
from leaflet.rules.english.sentence_reading import Reading
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.meaning import readings_of
from leaflet.rules.patterns import Pattern
from leaflet.rules.rule import Hit, rule
from leaflet.rules.sentences import cut

_ISMP = "ISMP; Wogalter: an effective warning states hazard, action and consequence"
_PLACEHOLDER = Pattern(
    r"^\W*(?:n/?a|none|nothing|tb[acd]|to do|todo|to be (?:added|confirmed|written|done)|xxx+|unknown"
    r"|see (?:below|above|text)"
    r"|not (?:known|applicable|stated)|\?+|text|lorem ipsum.{0,40})?\W*$",
    re.IGNORECASE,
)
_VERB = Pattern(
    r"\b(?:do not|don['’]t|never|avoid|get|call|contact|tell|ask|go|ring|phone|dial|seek|talk|speak|see"
    r"|take|use|keep|stop|wait"
    r"|drink|eat|drive|check|show|bring|carry|follow|read|store|wash|wear|have|make|give|put|lower"
    r"|must|should|need|let)\b",
    re.IGNORECASE,
)


def _place(warning: SafetyWarning, key: str) -> Span | None:
    text = getattr(warning, key)
    return text.span if isinstance(text, Text) else warning.span_of(key)


def _of_kind(manuscript: Manuscript, kind: WarningKind) -> Iterator[SafetyWarning]:
    return (warning for warning in manuscript.monograph.warnings if warning.kind == kind)


@rule(
    "S301",
    "a warning without a hazard or an action",
    reason="people act on a warning when they know what is dangerous, what to do, and what happens otherwise",
    bad="hazard: Taking too much. action: See below. consequence: Taking too much.",
    good="hazard: Taking too much. action: Get medical help immediately. consequence: It can cause seizures.",
    source=_ISMP,
)
def complete(manuscript: Manuscript) -> Iterable[Hit]:
    """Find warnings whose parts are empty in meaning, repeat each other, or tell nothing to do."""
    for warning in manuscript.monograph.warnings:
        parts = {"hazard": warning.hazard.plain, "action": warning.action_text}
        if warning.consequence is not None:
            parts["consequence"] = warning.consequence.plain
        seen: dict[str, str] = {}
        for key, words in parts.items():
            bare, is_empty, tells = _worth(words)
            if is_empty:
                yield Hit(
                    message=f"the {key} of this warning says nothing: {words!r}",
                    hint=f"state the {key} in words; ask a pharmacist for it",
                    span=_place(warning, key),
                )
            elif bare in seen:
                yield Hit(
                    message=f"the {key} of this warning only repeats its {seen[bare]}",
                    hint="say what is dangerous, what to do, and what can happen, each in its place",
                    span=_place(warning, key),
                )
            elif key == "action" and not tells:
                yield Hit(
                    message="the action of this warning tells nothing to do",
                    hint="start with what to do: 'Get …', 'Do not …', 'Tell your doctor …'",
                    span=_place(warning, key),
                )
            seen[bare] = key


@lru_cache(maxsize=512)
def _worth(words: str) -> tuple[str, bool, bool]:
    """Return words without their marks, whether they say nothing, and whether they tell what to do."""
    bare = re.sub(r"\W+", " ", words).strip().lower()
    return bare, bool(_PLACEHOLDER.match(words)), bool(_VERB.search(words))


def _read(manuscript: Manuscript, *texts: str) -> tuple[Reading, ...]:
    """Return the sentences of the parts of a warning, each read for what it tells the reader to do."""
    said = [sentence for text in texts for sentence in _sentences(text)]
    return readings_of(said, manuscript.all_names)


@lru_cache(maxsize=512)
def _sentences(text: str) -> tuple[str, ...]:
    return tuple([text[start:end] for start, end in cut(text)])


@rule(
    "S302",
    "an emergency whose action is not emergency help at once",
    reason="after an overdose, waiting or a visit to the doctor can cost a life",
    bad="action: Do not get medical help immediately.",
    good="action: Get medical help immediately.",
    source="UK HMR 2012 Schedule 27 paragraph 9(e)",
)
def emergency_action(manuscript: Manuscript) -> Iterable[Hit]:
    """Find overdoses and emergencies whose action does not send for help at once; nobody can sign for one."""
    for warning in manuscript.monograph.warnings:
        if warning.kind != "overdose" and warning.level != "emergency":
            continue
        if not all(gets_emergency_help(_read(manuscript, action)) for action in warning.actions):
            yield Hit(
                message=(
                    "the action of this warning does not send for emergency help at once, or takes it back"
                ),
                hint="write 'Get medical help immediately.'",
                span=warning.action_span,
            )


@rule(
    "S303",
    "a withdrawal warning that does not say 'do not stop suddenly'",
    reason="the one thing a patient must take from it is not to stop suddenly",
    bad="action: Talk to your doctor.",
    good="action: Do not stop suddenly. Your doctor may lower your dose slowly.",
    source="Medicines for Children: 'do not stop suddenly' near the top",
)
def withdrawal_action(manuscript: Manuscript) -> Iterable[Hit]:
    """Find withdrawal warnings that do not forbid stopping suddenly."""
    for warning in _of_kind(manuscript, "withdrawal"):
        if not forbids_sudden_stop(_read(manuscript, warning.action_text)):
            yield Hit(
                message="this withdrawal warning does not say 'do not stop suddenly'",
                hint="start its action with 'Do not stop taking it suddenly.'",
                span=warning.action_span,
            )


@rule(
    "S304",
    "a withdrawal warning that names no doctor",
    reason="the patient must know who can end the treatment safely",
    bad="action: Do not stop suddenly.",
    good="action: Do not stop suddenly. Your doctor may lower your dose slowly.",
    source="UK HMR 2012 Schedule 27 paragraph 9(g)",
)
def withdrawal_doctor(manuscript: Manuscript) -> Iterable[Hit]:
    """Find withdrawal warnings that do not say who to turn to."""
    for warning in _of_kind(manuscript, "withdrawal"):
        said = warning.consequence.plain if warning.consequence else ""
        if not names_a_doctor(_read(manuscript, warning.action_text, said)):
            yield Hit(
                message="this withdrawal warning does not name the doctor",
                hint="add who helps: 'Talk to your doctor first.'",
                span=warning.action_span,
            )


RULES = (complete, emergency_action, withdrawal_action, withdrawal_doctor)
