"""Rules S301 to S304: a warning states hazard and action, and its consequence where the source has one."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from leaflet.diagnostics import Span
from leaflet.inline import Text
from leaflet.model import SafetyWarning, WarningKind
from leaflet.rules.english.panel_actions import (
    forbids_sudden_stop,
    gets_emergency_help,
    names_a_doctor,
    takes_back,
)
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
        wrong = next(filter(None, (_denial(manuscript, action) for action in warning.actions)), "")
        if wrong:
            yield Hit(message=wrong, hint="write 'Get medical help immediately.'", span=warning.action_span)


def _denial(manuscript: Manuscript, action: str) -> str:
    """Return what is wrong with the action of an emergency, with its words; "" where it sends for help."""
    said = _sentences(action)
    readings = readings_of([_unconditional(each) for each in said], manuscript.all_names)
    for words, reading in zip(said, readings, strict=True):
        if takes_back(reading):
            return f"the action of this warning takes emergency help back: {words!r}"
    if gets_emergency_help(readings):
        return ""
    told = action if len(action) <= _SHOWN else action[: action.rfind(" ", 0, _SHOWN)] + " …"
    return f"the action of this warning does not send for emergency help at once: {told!r}"


_SHOWN = 120  # characters of an action that a message repeats
# The emergency itself, told as a condition: "If you have taken it every day, call …".
_EVENT = Pattern(
    r"^(?:If|When) (?P<event>(?:you|some(?:one|body)|any(?:one|body)|there|your child|an? \w+|the \w+)"
    r"\b[^.;:]{0,60}?\b"
    r"(?:(?:has|have) (?:ever |been )?(?:taken|used|swallowed|injected|given|put|stuck|licked|eaten|drunk)"
    r"|is a fire)\b[^.;:]{0,160}), "
    r"(?=(?:take|call|go|get|ring|phone|dial|turn|shut|close|switch|leave|remove)\b)",
    needs="If |When ",
)
_NARROWED = Pattern(
    r"\b(?:feel\w*|seem\w*|worse|unwell|ill|sick|sleepy|symptoms?|worried|unsure|still|cannot|can['’]t"
    r"|are|is(?! a fire)|\d{2,6}|ten|twenty|dozen|whole|times|really|much more)\b",
    re.IGNORECASE,
)
_SAFELY = Pattern(
    r",? if (?:you can (?:do (?:so|this|it) )?safely|it is safe(?: to do so| for you)?)(?=,| and\b)",
    re.IGNORECASE,
    needs="if you can |if it is safe",
)


@lru_cache(maxsize=512)
def _unconditional(words: str) -> str:
    """Return an order without the emergency that it opens with as a condition, which narrows nothing."""
    plain = _SAFELY.compiled.sub("", words)
    event = _EVENT.match(plain)
    if event is None or _NARROWED.search(event["event"]):
        return plain
    rest = plain[event.end() :]
    return rest[:1].upper() + rest[1:]


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


# What no doctor has agreed to is forbidden: "Do not stop without your doctor.".
_WITHOUT_A_DOCTOR = Pattern(
    r"\b(?:do not|don['’]t|never|must not)\b[^.;]{0,40} without (?:\w+ ){0,2}(?:your|the|a) "
    r"(?:doctor|nurse|prescriber|clinic|specialist|consultant|team)\b",
    re.IGNORECASE,
    needs=" without ",
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
        named = names_a_doctor(_read(manuscript, warning.action_text, said))
        if not named and not _WITHOUT_A_DOCTOR.search(warning.action_text):
            yield Hit(
                message="this withdrawal warning does not name the doctor",
                hint="add who helps: 'Talk to your doctor first.'",
                span=warning.action_span,
            )


RULES = (complete, emergency_action, withdrawal_action, withdrawal_doctor)
