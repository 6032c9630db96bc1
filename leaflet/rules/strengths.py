"""Rule S305: one fact, one strength."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from leaflet.diagnostics import Span
from leaflet.inline import Text
from leaflet.model import Effects, EffectsBlock, SafetyWarning, Section, Seriousness
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.memory import Finder
from leaflet.rules.patterns import Pattern, Texts
from leaflet.rules.rule import Hit, rule
from leaflet.rules.sentences import Sentence
from leaflet.rules.summoning import FILLERS, URGENCY, WORD, sending, stem, urgency_of
from leaflet.values import Value

_SOURCE = "USP <1265>: warnings are told apart from instructions; house rule: no statement softens another"

_SHOWN = 80  # characters of an advice that a message repeats
_SERIOUSNESS: tuple[Seriousness, ...] = ("uncommon", "common", "serious", "emergency")


class _Advice(Value):
    """What to do about something, how urgently, and where that stands."""

    urgency: int
    place: Sentence | Text | SafetyWarning
    title: str

    @property
    def words(self) -> str:
        """What it says, cut short."""
        place = self.place
        said = (
            place.action_text
            if isinstance(place, SafetyWarning)
            else place.text
            if isinstance(place, Sentence)
            else place.plain
        )
        return said if len(said) <= _SHOWN else said[: said.rfind(" ", 0, _SHOWN)] + " …"

    @property
    def span(self) -> Span | None:
        """Where it was typed."""
        return self.place.action_span if isinstance(self.place, SafetyWarning) else self.place.span


def _weaker(weak: _Advice, strong: _Advice, subject: str) -> Hit:
    there = strong.span
    line = f" in line {there.line}" if there else ""
    return Hit(
        message=f"{subject} asks for {URGENCY[weak.urgency]} here and for {URGENCY[strong.urgency]}"
        f" {strong.title}{line}: {strong.words!r}",
        hint="give the same fact the same strength in both places: the stronger, unless the source differs",
        span=weak.span,
    )


def _overdose_advice(manuscript: Manuscript) -> Iterator[_Advice]:
    """Yield what each place tells a patient who has taken too much."""
    for warning in manuscript.monograph.warnings:
        if warning.kind == "overdose":
            yield _Advice(urgency_of(warning.action_text), warning, "in the warning")
    for sentence, sent in manuscript.found_in_sentences(sending):
        passage = sentence.passage
        if passage.warning or sent.is_no_advice:
            continue
        if passage.topic == "overdose" or sent.is_overdose:
            yield _Advice(sent.urgency, sentence, "elsewhere")


def _effects_hits(section: Section) -> Iterator[Hit]:
    """Yield groups of side effects that ask for less than a milder group, or the section, does."""
    groups = [block.side_effects for block in section.blocks if isinstance(block, EffectsBlock)]
    general = _advice(section.what_to_do, "for all side effects") if section.what_to_do else None
    advised = [(group, _advice(group.what_to_do, "")) for group in groups if group.what_to_do]
    for group, advice in advised:
        title = f"{group.seriousness} side effects"
        milder = [
            other
            for peer, other in advised
            if _SERIOUSNESS.index(peer.seriousness) < _SERIOUSNESS.index(group.seriousness)
        ]
        strong = max([general, *milder] if general else milder, key=lambda each: each.urgency, default=None)
        if strong and advice.urgency < strong.urgency:
            yield _weaker(advice, strong, f"what to do about {title}")
    yield from _listed_twice(groups)


def _advice(text: Text, title: str) -> _Advice:
    return _Advice(urgency_of(text.plain), text, title or "for milder ones")


def _listed_twice(groups: Iterable[Effects]) -> Iterator[Hit]:
    first: dict[str, Seriousness] = {}
    for group in groups:
        for effect in group.effects:
            known = first.setdefault(_effect_key(effect.plain), group.seriousness)
            if known != group.seriousness:
                yield Hit(
                    message=f"{effect.plain!r} is listed as {group.seriousness} here and as {known} before",
                    hint="list a side effect once, under the seriousness the source gives it",
                    span=effect.span,
                )


@lru_cache(maxsize=1024)
def _effect_key(words: str) -> str:
    return re.sub(r"\s*\(.*?\)|s$", "", words.strip().lower())


_FIRM = Pattern(
    r"\b(?:do not|don['’]t|never|must not|must never)\s+(?:ever\s+)?", re.IGNORECASE, needs="not|don|never"
)
_HEDGED = Pattern(
    r"\b(?:(?:try|aim|it is (?:best|better|advisable|wise)|prefer|you (?:may|might) (?:want|wish"
    r"|prefer)) not to"
    r"|(?:try to|you should try to|where possible,? |if possible,? |ideally,? "
    r"|preferably,? )(?:please )?(?:avoid|do not|don['’]t)"
    r"|should not (?:normally|usually|really)|had better not"
    r"|would be better not to|it is best to avoid)\s+",
    re.IGNORECASE,
    needs="not to|try to|possible|ideally|preferably|should|had better|best to",
)
_Place = tuple[int, int]


def firm(texts: Texts) -> Mapping[int, Sequence[_Place]]:
    """Return where each text forbids something."""
    return _places(texts, _FIRM)


def hedged(texts: Texts) -> Mapping[int, Sequence[_Place]]:
    """Return where each text only advises against something."""
    return _places(texts, _HEDGED)


def _places(texts: Texts, pattern: Pattern) -> Mapping[int, Sequence[_Place]]:
    found: dict[int, list[_Place]] = {}
    for number, match in texts.matches(pattern):
        found.setdefault(number, []).append(match.span())
    return found


def _prohibitions(
    manuscript: Manuscript, find: Finder[Sequence[_Place]]
) -> Iterator[tuple[tuple[str, ...], Sentence, _Place]]:
    """Yield what each sentence forbids, as the first words that carry the meaning."""
    for sentence, places in manuscript.found_in_sentences(find):
        text = sentence.text
        for start, end in places:
            rest = manuscript.names.sub("medicine", text[end : end + 80].lower())
            clause = re.split(
                r"[.,;:!?]| (?:if|when|unless|until|because|while|without|or|and) ", rest, maxsplit=1
            )[0]
            words = [stem(word) for word in WORD.findall(clause)]
            key = tuple(word for word in words if word not in FILLERS)[:4]
            if key and key != ("medicine",):  # "take the medicine" forbids nothing by itself
                yield key, sentence, (start, end)


@rule(
    "S305",
    "one fact stated with two strengths",
    reason="a reader believes the weaker statement, or neither",
    bad="Do not drink alcohol. … Try not to drink alcohol.",
    good="Do not drink alcohol, said the same way in both places.",
    source=_SOURCE,
)
def two_strengths(manuscript: Manuscript) -> Iterable[Hit]:
    """Find help asked for more weakly in one place than in another, and hedged prohibitions."""
    yield from _on_too_much(manuscript)
    for section in manuscript.monograph.sections:
        if section.topic == "side_effects":
            yield from _effects_hits(section)
    yield from _same_condition(manuscript)
    softened = list(_prohibitions(manuscript, hedged))
    forbidden = {key: sentence for key, sentence, _ in _prohibitions(manuscript, firm)} if softened else {}
    for key, sentence, place in softened:
        if key in forbidden:
            words = sentence.text[slice(*place)].strip()
            said = f"{words!r} softens what is forbidden elsewhere: {forbidden[key].text!r}"
            span = sentence.locate(*place)
            yield Hit(message=said, hint="say it the same way in both places: 'Do not …'", span=span)


def _on_too_much(manuscript: Manuscript) -> Iterator[Hit]:
    """Yield advice on the same overdose that is weaker than another's."""
    overdose = list(_overdose_advice(manuscript))
    # "Contact your doctor or a hospital immediately" sends for help at once, too.
    enough = URGENCY.index("the doctor immediately")
    most = max((each.urgency for each in overdose), default=0)
    weak = [each for each in overdose if each.urgency < min(most, enough)]
    swallowed, local = _events(manuscript) if weak else (frozenset[int](), frozenset[int]())
    for advice in weak:
        others = [each for each in overdose if not _is_another_event(advice, each, swallowed, local)]
        strongest = max(others, key=lambda each: each.urgency)
        if advice.urgency < min(strongest.urgency, enough):
            yield _weaker(advice, strongest, "an overdose")


_SWALLOWED = Pattern(r"\bswallow", re.IGNORECASE, needs="swallow")
_PUT_ON = Pattern(
    r"\b(?:drops?|pessar(?:y|ies)|suppositor(?:y|ies)|cream|gel|ointment|lotion|sprays?|eyes?|ears?|nose|skin"
    r"|vagina|enema)\b",
    re.IGNORECASE,
    needs="drop|pessar|suppositor|cream|gel|ointment|lotion|spray|eye|ear|nose|skin|vagina|enema",
)


def _events(manuscript: Manuscript) -> tuple[frozenset[int], frozenset[int]]:
    """Return the sentences, by identity, on having swallowed it, and on too much where it is put.

    A sentence that names neither goes on about what the one before it in its paragraph names.
    """
    swallowed, local = set[int](), set[int]()
    before: Sentence | None = None
    for sentence in manuscript.sentences:
        joined = before is not None and before.passage is sentence.passage
        if _SWALLOWED.search(sentence.text) or (
            joined and id(before) in swallowed and not _PUT_ON.search(sentence.text)
        ):
            swallowed.add(id(sentence))
        elif _PUT_ON.search(sentence.text) or (joined and id(before) in local):
            local.add(id(sentence))
        before = sentence
    return frozenset(swallowed), frozenset(local)


def _is_another_event(
    weak: _Advice, strong: _Advice, swallowed: frozenset[int], local: frozenset[int]
) -> bool:
    """Tell whether the stronger advice is for who swallowed what the other put on in too great a number."""
    return id(strong.place) in swallowed and id(weak.place) in local


def _same_condition(manuscript: Manuscript) -> Iterator[Hit]:
    """Yield sentences that answer the same "if you …" with less urgency than another does."""
    answers: dict[frozenset[str], _Advice] = {}
    for sentence, sent in manuscript.found_in_sentences(sending):
        if not sent.condition or sentence.passage.warning:
            continue
        advice = _Advice(sent.urgency, sentence, "elsewhere")
        known = answers.setdefault(sent.key, advice)
        if known.urgency != sent.urgency:
            weak, strong = sorted((known, advice), key=lambda each: each.urgency)
            yield _weaker(weak, strong, f"'if you {sent.condition.strip()}'")


RULES = (two_strengths,)
