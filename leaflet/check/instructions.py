"""Rules S101 to S104: a leaflet never prompts a patient to stop, halve, double or skip a medicine."""

from collections.abc import Iterable, Iterator

from leaflet.check.acts import Act
from leaflet.check.manuscript import Manuscript
from leaflet.check.permission import prompts
from leaflet.check.rules import Hit, rule

_HINT = "say who decides ('Your doctor may …'), or forbid it ('Do not …'); ask a pharmacist which is meant"
_SOURCE = "UK HMR 2012 Schedule 27 paragraph 9(a) and (f); ISMP"
_STOPPING = "UK HMR 2012 Schedule 27 paragraph 9(g); Medicines for Children: do not stop suddenly"
_VERBS: dict[Act, str] = {
    "stop": "tells the patient to stop the medicine",
    "less": "tells the patient to take less of the medicine",
    "more": "tells the patient to take more of the medicine",
    "skip": "tells the patient to skip a dose",
}


def _prompted(act: Act, manuscript: Manuscript) -> Iterator[Hit]:
    for sentence in manuscript.sentences:
        for found in sentence.acts if sentence.passage.role not in ("name", "label") else ():
            if found.act != act:
                continue
            place = sentence.canon.place(found.start, found.end)
            if place and prompts(sentence.canon.text, found):
                words = sentence.text[slice(*place)]
                message = f"{words!r} {_VERBS[act]}, and no doctor directs it"
                yield Hit(message=message, hint=_HINT, span=sentence.locate(*place))
                break  # one finding a sentence says it


@rule(
    "S101",
    "a patient is told to stop the medicine",
    reason="stopping many medicines suddenly does harm; only the doctor who knows the patient can weigh it",
    bad="Stop taking it if you feel dizzy.",
    good="Do not stop taking it suddenly. Your doctor may lower your dose slowly.",
    source=_STOPPING,
)
def stops(manuscript: Manuscript) -> Iterable[Hit]:
    """Find words that prompt the patient to stop, in all the ways English says it."""
    return _prompted("stop", manuscript)


@rule(
    "S102",
    "a patient is told to take less of the medicine",
    reason="a dose cut without the doctor can bring back the illness or cause withdrawal",
    bad="Halve your dose if you feel sleepy.",
    good="If you feel very sleepy, tell your doctor. Your doctor may lower your dose.",
    source=_SOURCE,
)
def takes_less(manuscript: Manuscript) -> Iterable[Hit]:
    """Find words that prompt the patient to lower the dose."""
    return _prompted("less", manuscript)


@rule(
    "S103",
    "a patient is told to take more of the medicine",
    reason="a larger or an extra dose can be an overdose",
    bad="If you miss a dose, take a double dose.",
    good="Never take a double dose to make up for one you missed.",
    source=_SOURCE,
)
def takes_more(manuscript: Manuscript) -> Iterable[Hit]:
    """Find words that prompt the patient to raise, double or repeat the dose."""
    return _prompted("more", manuscript)


@rule(
    "S104",
    "a patient is told to skip a dose",
    reason="missed doses make the medicine work less well and can cause withdrawal",
    bad="You can skip a dose if you drive that day.",
    good="If you miss a dose, skip the missed dose and take the next one at the usual time.",
    source=_SOURCE,
)
def skips(manuscript: Manuscript) -> Iterable[Hit]:
    """Find words that prompt the patient to leave out a dose that is due."""
    return _prompted("skip", manuscript)


RULES = (stops, takes_less, takes_more, skips)
