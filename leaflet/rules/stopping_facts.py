"""How facts say that the medicine is stopped, and what warnings and text say of it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from leaflet.precompiled import expression
from leaflet.rules.dose_facts import names_it
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.patterns import Pattern, Texts
from leaflet.rules.rule import Hit
from leaflet.rules.wordlists import word_set

_OURS = word_set(
    "it them this medicine tablets tablet capsules drops patches inhaler insulin treatment course early"
    " suddenly abruptly without unless until before too on by if even just because all straight"
)
_NOT = r"(?:do not|don['’]t|never|must not|should not|cannot|can['’]t)"
_STOP = (
    r"(?:stop|come off|give up|quit)(?: (?:taking|using|giving|having))?(?: (?:the|your|this|these))?"
    r" ?(?P<what>[\w'’-]*)"
)
# What each says that an answer of the facts denies.
_WHOLE = (
    r"\b(?:(?:whole|full|entire|complete) (?:course|prescription|treatment|pack)"
    r"|(?:finish|complete) (?:the|your|all|this) (?:\w+ )?(?:course|tablets|capsules|pack|bottle|medicine"
    r"|treatment)"
    r"|to the end of the (?:course|pack)|until (?:it is|they are|all (?:of it|of them)? ?(?:is"
    r"|are)) (?:gone|finished)"
    r"|even (?:if|when) (?:you|your child|he|she) feels? (?:better|well))\b"
)
_DOCTOR = (
    r"\b(?:your (?:doctor|nurse|specialist|prescriber) (?:decides?|will decide|will tell you|tells you) "
    r"(?:when|how long|how) |(?:only|not) stop\b[^.;]{1,60}\b(?:doctor|nurse|specialist|prescriber)\b)"
)
_SLOWLY = (
    r"\b(?:stop\w*|come off|coming off|lower\w*|reduc\w+|wean\w*|taper\w*)\b[^.;]{0,40}\b(?:slowly"
    r"|gradually"
    r"|step by step|bit by bit|little by little)\b"
)
_STOPPING = Pattern(
    r"stop|course|prescription|come off|coming off|finish|complete|treatment|pack|gone|give up|quit|feel"
    r"|lower|reduc"
    r"|wean|taper|decide|tell",
    re.IGNORECASE,
    needs="stop|course|prescription|come off|coming off|finish|complete|treatment|pack|gone|give up|quit|feel"
    "|lower|reduc|wean|taper|decide|tell",
)
_FORBIDDEN = expression(rf"\b{_NOT} (?:ever )?{_STOP}", re.IGNORECASE)
_SUDDENLY = expression(
    r"\b(?:suddenly|abruptly|all at once|straight away|from one day to the next|without)\b", re.IGNORECASE
)
_READ = {
    "whole": expression(_WHOLE, re.IGNORECASE),
    "doctor": expression(_DOCTOR, re.IGNORECASE),
    "slowly": expression(_SLOWLY, re.IGNORECASE),
}
_UNLESS = expression(r"\b(?:if|unless) (?:you|your child) (?:have|has|get|gets|feel dizzy)\b", re.IGNORECASE)
_DENIED_BY = {
    "patient": word_set("whole doctor forbidden sudden"),
    "allowed": word_set("slowly sudden"),
}
_HINT = "correct facts.stopping, or these words: the leaflet prints both"


def against_stopping(manuscript: Manuscript) -> Iterator[Hit]:
    """Yield what warnings and text say of stopping that the facts on it deny."""
    stopping = manuscript.monograph.facts.stopping
    answers = [] if stopping is None else [stopping.suddenly, stopping.decides]
    denied = {said: answer for answer in answers for said in _DENIED_BY.get(answer or "", ())}
    if not denied or stopping is None:
        return
    for warning in manuscript.monograph.warnings:
        if warning.kind == "withdrawal" and stopping.suddenly == "allowed":
            said = f"{warning.hazard.plain!r} warns of stopping, which facts.stopping calls allowed"
            yield Hit(message=said, hint=_HINT, span=warning.hazard.span)
    for sentence, places in manuscript.found_in_sentences(on_stopping):
        for said, what, start, end in places:
            if said in denied and (what in _OURS or not what or names_it(manuscript, what)):
                words = f"{sentence.text[start:end].strip()!r} contradicts facts.stopping: {denied[said]}"
                yield Hit(message=words, hint=_HINT, span=sentence.locate(start, end))
                break


_Place = tuple[str, str, int, int]  # what is said, of what, and where


def on_stopping(texts: Texts) -> Mapping[int, Sequence[_Place]]:
    """Return what each text says of stopping, and of going on to the end."""
    found: dict[int, Sequence[_Place]] = {}
    for number in texts.holding(_STOPPING):
        if places := tuple(_places(texts.typed[number])):
            found[number] = places
    return found


def _places(text: str) -> Iterator[_Place]:
    if _UNLESS.search(text):
        return
    for match in _FORBIDDEN.finditer(text):
        what = match["what"].lower()
        if _SUDDENLY.search(text, match.end("what") - len(what)):
            yield "sudden", what, *match.span()
        yield "forbidden", what, *match.span()
    for said, read in _READ.items():
        for match in read.finditer(text):
            yield said, "", *match.span()
