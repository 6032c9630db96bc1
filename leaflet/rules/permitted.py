"""Rule S306: what a warning names is not permitted by it; and harm does not follow what is permitted."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from leaflet.rules.manuscript import Manuscript
from leaflet.rules.meaning import digest
from leaflet.rules.memory import Finder
from leaflet.rules.patterns import Pattern, Texts
from leaflet.rules.rule import Hit, rule
from leaflet.rules.sentences import Sentence, cut

_MAY = r"\b(?:can|may)(?: still| also| usually| safely| always)?"
_PERMITS = Pattern(
    rf"{_MAY} (?:be (?:taken|given|used|had|eaten|drunk)|take|use|have|give|eat|drink)\b"
    r"|\bis (?:safe|suitable|fine|all right) (?:for|with|in)\b",
    re.IGNORECASE,
    needs="can|may|is ",
)
_GUARDED = Pattern(
    r"\b(?:not|never|cannot|only|unless|doctor|pharmacist|nurse|other|another|instead|such as|before)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_REACTION = Pattern(r"\b(?:reactions?|allerg\w{0,3}|anaphyla\w{0,4})\b", re.IGNORECASE)
_WORD = Pattern(r"[a-z]{5,}")
_EMPTY = frozenset(
    ["taking", "using", "medicine", "medicines", "while", "other", "together", "severe", "these"]
)


def permitting(words: str, hazard: str, kind: str, names: re.Pattern[str]) -> str:
    """Return the sentence of an action that permits what its hazard names; "" where none does."""
    bare = names.sub("", hazard).lower()
    feared = {word.rstrip("s") for word in _WORD.findall(bare)} - _EMPTY
    for start, end in cut(words):
        said = words[start:end]
        if not _PERMITS.search(said) or _GUARDED.search(said):
            continue
        named = {word.rstrip("s") for word in _WORD.findall(said.lower())}
        if feared & named or (kind == "allergy" and _REACTION.search(said)):
            return said
    return ""


@rule(
    "S306",
    "a warning whose action permits what it warns of",
    reason="the reader of a warning does what its action says",
    bad="hazard: Allergy to penicillin. action: It can be given after a mild reaction to penicillin.",
    good="hazard: Allergy to penicillin. action: Do not take it if you have ever reacted to penicillin.",
    source="ISMP; Wogalter: an effective warning states hazard, action and consequence",
)
def permitted_hazard(manuscript: Manuscript) -> Iterable[Hit]:
    """Find warnings of an allergy or of other medicines that permit what they name."""
    for warning in manuscript.monograph.warnings:
        if warning.kind not in ("allergy", "interaction"):
            continue
        hazard = warning.hazard.plain
        said = permitting(warning.action_text, hazard, warning.kind, manuscript.names)
        if said:
            yield Hit(
                message=f"the action of this warning permits what it warns of: {said!r}",
                hint="forbid it, or say who decides; if the source says so, a pharmacist may sign for it",
                span=warning.action_span,
                words_sha256=digest(said, hazard),
            )


_TOGETHER = Pattern(
    rf"{_MAY} (?:be )?(?:taken?|given?|used?|had|have|combined?)\b[^.;:]{{0,60}}?"
    r"\b(?:with|at the same time as)\b",
    re.IGNORECASE,
    needs="can|may&&with|at the same time as",
)
_HARMS = Pattern(
    r"^(?:the two|together|taken together|used together|the combination|the mixture|both|this|they|it)\b"
    r"[^.;:]{0,60}?\b(?:stop|damage|harm|kill|bleed\w*|poison\w*|danger\w*|fatal|life-threatening|deadly|seizures?"
    r"|serious\w*|toxic)\b",
    re.IGNORECASE,
    needs="stop|damage|harm|kill|bleed|poison|danger|fatal|life-threatening|deadly|seizure|serious|toxic",
)
_INTO_MUSCLE = Pattern(
    r"\binject\w{0,5}\b[^.;:]{0,50}\binto (?:the|a|your) (?:\w+ )?muscle",
    re.IGNORECASE,
    needs="muscle",
)
_UNDER_SKIN = Pattern(
    r"\binject\w{0,5}\b[^.;:]{0,50}\bunder (?:the|your) skin\b", re.IGNORECASE, needs="under "
)
_BARRED = Pattern(r"\b(?:not|never|cannot|avoid)\b|n['’]t\b", re.IGNORECASE)


def harmed(manuscript: Manuscript) -> Iterator[Hit]:
    """Yield what may be taken with the medicine, where the next sentence tells the harm that it does."""
    may = dict(_plain(manuscript, taken_with))
    if not may:
        return
    for before, sentence in pairwise(manuscript.sentences):
        if id(before) not in may or before.passage is not sentence.passage:
            continue
        if _HARMS.search(sentence.text) and not _BARRED.search(sentence.text):
            yield _contradicted(before, sentence)


def into_muscle(manuscript: Manuscript) -> Iterator[Hit]:
    """Yield injections into a muscle of insulin, or of what goes under the skin elsewhere."""
    deep = _plain(manuscript, injected_deep)
    if not deep:
        return
    shallow = _plain(manuscript, injected_shallow)
    is_insulin = "insulin" in manuscript.monograph.classes
    for number, sentence in deep.items():
        if shallow and number not in shallow:
            yield _contradicted(sentence, next(iter(shallow.values())))
        elif is_insulin:
            yield Hit(
                message=f"{_short(sentence)!r} injects insulin into a muscle, where it acts too fast",
                hint="insulin goes under the skin; if the source says so, a pharmacist may sign for it",
                span=sentence.span,
                words_sha256=digest(sentence.text, sentence.lead),
            )


def taken_with(texts: Texts) -> Mapping[int, bool]:
    """Find the texts that let something be taken with something else."""
    return _allowing(texts, _TOGETHER)


def injected_deep(texts: Texts) -> Mapping[int, bool]:
    """Find the texts that have it injected into a muscle."""
    return _allowing(texts, _INTO_MUSCLE)


def injected_shallow(texts: Texts) -> Mapping[int, bool]:
    """Find the texts that have it injected under the skin."""
    return _allowing(texts, _UNDER_SKIN)


def _allowing(texts: Texts, pattern: Pattern) -> Mapping[int, bool]:
    """Return the texts that a pattern matches and that forbid nothing."""
    return {number: True for number, _ in texts.matches(pattern) if not _BARRED.search(texts.typed[number])}


def _plain(manuscript: Manuscript, find: Finder[bool]) -> Mapping[int, Sentence]:
    """Return the sentences, by identity, in which something is found, and whose lead-in forbids nothing."""
    return {
        id(sentence): sentence
        for sentence, _ in manuscript.found_in_sentences(find)
        if not (sentence.lead and _BARRED.search(sentence.lead))
    }


def _contradicted(sentence: Sentence, other: Sentence) -> Hit:
    return Hit(
        message=f"{_short(sentence)!r} does not go with {_short(other)!r}",
        hint="correct one of the two; if the source says so, a pharmacist may sign for it",
        span=sentence.span,
        words_sha256=digest(sentence.text, sentence.lead),
    )


def _short(sentence: Sentence) -> str:
    words = sentence.text
    return words if len(words) <= 80 else words[: words.rfind(" ", 0, 80)] + " …"


RULES = (permitted_hazard,)
