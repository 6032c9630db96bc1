"""Rules S301 to S304: a warning states hazard and action, and its consequence where the source has one."""

import re
from collections.abc import Iterable, Iterator

from leaflet.check.manuscript import Manuscript
from leaflet.check.patterns import Pattern
from leaflet.check.rules import Hit, rule
from leaflet.diagnostics import Span
from leaflet.inline import Text
from leaflet.model import SafetyWarning, WarningKind

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
_EMERGENCY = Pattern(
    r"\b(?:(?:get|seek|call for|ask for|find|go for|fetch)\b[^.;!?]{0,30}\b(?:help|care|attention"
    r"|treatment|advice)\b[^.;!?]{0,30}"
    r"\b(?:immediately|straight away|right away|at once|now|without delay|urgently)"
    r"|(?:get|seek|call for|find)\b[^.;!?]{0,20}\b(?:emergency|urgent)\b[^.;!?]{0,20}\b(?:help|care"
    r"|attention|treatment|aid)"
    r"|(?:immediately|straight away|right away|at once|urgently),? (?:get|seek|call|go|ring|phone|dial)\b"
    r"|(?:call|ring|phone|dial|contact)\b[^.;!?]{0,40}\b(?:ambulance|emergency (?:services|number"
    r"|department)|999|911|112|000|111)\b"
    r"|go\b[^.;!?]{0,40}\b(?:a&e|accident and emergency|emergency (?:department|room|unit|ward)"
    r"|casualty|nearest hospital|hospital)\b"
    r"[^.;!?]{0,30}|get help (?:immediately|straight away|right away|at once|now)"
    r"|get immediate\b[^.;!?]{0,20}\b(?:help|care|attention))",
    re.IGNORECASE,
)
# Words that turn getting help into an option or put it off.
_SOFTENED = Pattern(
    r"\b(?:may|might|could|can|consider|if (?:you (?:feel|are worried|think|like|wish)|needed|necessary"
    r"|possible|symptoms"
    r"|it gets worse)|when you can|soon|tomorrow|next|later|wait|first (?:call|ask|see|wait)|perhaps"
    r"|maybe|try to|ideally"
    r"|unless|in the morning|within \d|as needed|should you)\b",
    re.IGNORECASE,
)
_SUDDENLY = Pattern(
    r"\b(?:do not|don['’]t|never|must not)(?: ever)? (?:suddenly )?(?:stop|quit|discontinue|come off"
    r"|cease)\b[^.;!?]{0,60}"
    r"\b(?:suddenly|abruptly|all at once|at once|straight away|quickly|by yourself|on your own|without)\b"
    r"|\b(?:do not|don['’]t|never|must not) (?:suddenly|abruptly) (?:stop|quit|discontinue|come off"
    r"|cease)\b",
    re.IGNORECASE,
)
_DOCTOR = Pattern(
    r"\b(?:doctor|gp|prescriber|physician|pharmacist|nurse|specialist|clinician|consultant"
    r"|health ?care professional"
    r"|health professional|care team|midwife)s?\b",
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
            bare = re.sub(r"\W+", " ", words).strip().lower()
            if _PLACEHOLDER.match(words):
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
            elif key == "action" and not _VERB.search(words):
                yield Hit(
                    message="the action of this warning tells nothing to do",
                    hint="start with what to do: 'Get …', 'Do not …', 'Tell your doctor …'",
                    span=_place(warning, key),
                )
            seen[bare] = key


@rule(
    "S302",
    "an overdose warning that asks for less than emergency help",
    reason="after an overdose, waiting or a visit to the doctor can cost a life",
    bad="action: Tell your doctor if you feel unwell.",
    good="action: Get medical help immediately.",
    source="UK HMR 2012 Schedule 27 paragraph 9(e)",
)
def overdose_action(manuscript: Manuscript) -> Iterable[Hit]:
    """Find overdose warnings whose action is weaker than getting emergency help, or is softened."""
    for warning in _of_kind(manuscript, "overdose"):
        words = warning.action_text
        emergency = _EMERGENCY.search(words)
        if emergency is None:
            said = "the action of this overdose warning is weaker than getting emergency help"
        elif softened := _SOFTENED.search(words[: emergency.end() + 60]):
            said = f"{softened.group()!r} softens the action of this overdose warning"
        else:
            continue
        yield Hit(message=said, hint="write 'Get medical help immediately.'", span=warning.action_span)


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
        if not _SUDDENLY.search(f"{warning.hazard.plain} {warning.action_text}"):
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
        if not _DOCTOR.search(f"{warning.action_text} {said}"):
            yield Hit(
                message="this withdrawal warning does not name the doctor",
                hint="add who helps: 'Talk to your doctor first.'",
                span=warning.action_span,
            )


RULES = (complete, overdose_action, withdrawal_action, withdrawal_doctor)
