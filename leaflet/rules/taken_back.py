"""What one sentence says and another takes back: the kind of medicine, a strength, a use."""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from leaflet.precompiled import expression
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.patterns import Pattern, Texts
from leaflet.rules.rule import Hit
from leaflet.rules.sentences import Sentence
from leaflet.rules.stated_doses import number_of
from leaflet.rules.turned_round import contradicting

_WORD = expression(r"[a-z0-9]+(?:['’-][a-z]+)*")
_KINDS = (
    r"antibiotics?|stimulants?|opioids?|antidepressants?|steroids?|corticosteroids?|muscle relaxants?"
    r"|anticoagulants?|blood thinners?|antihistamines?|antipsychotics?|vaccines?|hormones?|statins?"
    r"|beta[- ]blockers?|diuretics?|water tablets?|laxatives?|antacids?|sedatives?|tranquillisers?"
    r"|sleeping (?:pills?|tablets?)|antivirals?|antifungals?|antiepileptics?|anti-epileptics?|insulins?"
    r"|vitamins?|painkillers?|pain killers?|relievers?|bronchodilators?|birth control pills?"
    r"|contraceptives?|chemotherapy|food supplements?|herbal (?:remedy|medicine)"
)
_KIND = expression(
    r"(?P<who>.{1,40}?) (?:is|are) (?:an? |one of the |only an? |just an? )?(?:[a-z-]+ )?"
    rf"(?P<kind>{_KINDS})(?= ?(?:[.,;:!(]|that |which |and |for |to |with |cream|tablets?|$))",
    re.IGNORECASE,
)
_TOLD = ("about", "uses", "how_it_works")  # the sections that say what it is
_OURS = frozenset(
    ["it", "this", "they", "this medicine", "the medicine", "your medicine", "this drug"]
    + [f"{article} {form}" for article in ("the", "these") for form in ("tablets", "capsules")]
)


def other_kind(manuscript: Manuscript) -> Iterator[Hit]:
    """Yield sentences that call the medicine of a kind which nothing else in the leaflet calls it."""
    called: list[tuple[str, Sentence]] = []
    for sentence, (who, kind) in manuscript.found_in_sentences(kinds):
        # "This medicine" may be one of those that the text speaks of.
        if _is_ours(manuscript, who) and (not called or manuscript.names.search(who)):
            called.append((kind, sentence))
    if len(called) < 2:
        return
    first, stated = called[0]
    stating = " ".join(
        sentence.text.lower() for sentence in manuscript.sentences if sentence.passage.topic in _TOLD
    )
    for kind, sentence in called[1:]:
        if kind != first and sentence.passage.topic not in _TOLD and kind not in stating:
            yield contradicting(sentence, stated)


def kinds(texts: Texts) -> Mapping[int, tuple[str, str]]:
    """Return what each text calls of which kind."""
    found: dict[int, tuple[str, str]] = {}
    for number, text in enumerate(texts.typed):
        kind = _KIND.match(text) if " is " in text or " are " in text else None
        if kind is not None:
            found[number] = kind["who"], kind["kind"].lower().rstrip("s")
    return found


def _is_ours(manuscript: Manuscript, who: str) -> bool:
    """Tell whether the subject is the medicine itself."""
    return bool(manuscript.names.fullmatch(who.strip())) or who.strip().lower() in _OURS


_AMOUNT = r"(?P<{0}>\d[\d,]{{0,11}}(?:\.\d{{1,6}})?) ?(?P<{1}>mg|mcg|g|micrograms?)\b"
_SOME = r"(?P<count>\d{1,3}|one|two|three|four|half an?|half) (?:of the )?"
_TAKEN = expression(
    _SOME + r"(?:tablets?|capsules?) (?:\((?:which is |a total of |that is |= ?)?"
    r"|(?:gives?|makes?|holds?|contains?) (?:up )?)" + _AMOUNT.format("sum", "unit"),
    re.IGNORECASE,
)
_STRONG = expression(
    _SOME + _AMOUNT.format("each", "unit").replace(r"\b", "") + r" (?:tablets?|capsules?) \((?:which is "
    r"|a total of |that is |= ?)?" + _AMOUNT.format("sum", "other"),
    re.IGNORECASE,
)
_HOLDS = expression(
    r"\b(?:each|every|one|a) (?:tablet|capsule) (?:holds|contains|has|is)(?: only)? "
    + _AMOUNT.format("each", "unit"),
    re.IGNORECASE,
)


def other_strength(manuscript: Manuscript) -> Iterator[Hit]:
    """Yield a number of tablets with an amount that their strength, told beside it, does not come to."""
    stating = manuscript.found_in_sentences(stating_strengths)
    if not stating:
        return
    earlier = {id(sentence): before for before, sentence in pairwise(manuscript.sentences)}
    for sentence, _ in stating:
        yield from _other_strength(sentence, earlier.get(id(sentence)))


def stating_strengths(texts: Texts) -> Mapping[int, bool]:
    """Find the texts that state the strength of a tablet."""
    return {
        number: True
        for number in texts.with_digits
        if (text := texts.typed[number])
        and ("(" in text or " tablet" in text or " capsule" in text)
        and (("(" in text and _STRONG.search(text)) or _HOLDS.search(text) or _TAKEN.search(text))
    }


def _other_strength(sentence: Sentence, before: Sentence | None) -> Iterator[Hit]:
    text = sentence.text
    strong = _STRONG.search(text) if "(" in text else None
    if strong and strong["unit"].lower() == strong["other"].lower():
        whole, each = number_of(strong["sum"]), number_of(strong["each"])
        if whole not in (each, each * _count(strong["count"])):
            yield Hit(
                message=f"{strong.group()!r} does not add up",
                hint="correct the number, the strength or the sum",
                span=sentence.locate(*strong.span()),
            )
    led = before.text if before is not None and before.passage is sentence.passage else ""
    here = _HOLDS.search(text) or _TAKEN.search(text)
    holds, taken = _HOLDS.search(text) or _HOLDS.search(led), _TAKEN.search(text) or _TAKEN.search(led)
    if here and holds and taken and holds["unit"].lower() == taken["unit"].lower():
        whole, each = number_of(taken["sum"]), number_of(holds["each"])
        if whole not in (each, each * _count(taken["count"])):
            yield Hit(
                message=f"{holds.group()!r} does not fit {taken.group()!r}",
                hint="correct the number, the strength or the sum",
                span=sentence.locate(*here.span()),
            )


def _count(words: str) -> Fraction:
    return number_of("half a" if words.lower() == "half" else words)


_BARRED = Pattern(
    r"^(?:do not|don['’]t|never|you must not|you should not) (?:take|use|have) (.{1,40}?) if you have "
    r"([^.,;:()]{3,60})\.$",
    re.IGNORECASE,
    needs="if you have ",
)
_TREATS = expression(r"\b(?:treats?|used|relieves?|eases?|helps?|for)\b", re.IGNORECASE)
_LONG = 4  # letters of a word that names an illness


def barred_use(manuscript: Manuscript) -> Iterator[Hit]:
    """Yield sentences that forbid the medicine in the very illness that it is for."""
    for sentence, (who, illness) in manuscript.found_in_sentences(barred):
        if not _is_ours(manuscript, who):
            continue
        names = {word.rstrip("s") for word in _WORD.findall(illness.lower()) if len(word) >= _LONG}
        if not names or names & {"severe", "allergy", "allergic", "reaction", "other"}:
            continue
        treating, holding = manuscript.recall(_treating)
        if all_named := set.intersection(*[holding.get(name, set()) for name in names]):
            yield contradicting(sentence, treating[min(all_named)])


def _treating(manuscript: Manuscript) -> tuple[Sequence[Sentence], Mapping[str, set[int]]]:
    """Return the sentences that say what it treats, and by each word the numbers of those that hold it."""
    treating: list[Sentence] = []
    holding: dict[str, set[int]] = {}
    for sentence in manuscript.sentences:
        if sentence.passage.topic in ("uses", "about") and _TREATS.search(sentence.text):
            first = re.split(r"\b(?:because|cause|caused|by)\b", sentence.text.lower())[0]
            for word in _WORD.findall(first):
                holding.setdefault(word.rstrip("s"), set()).add(len(treating))
            treating.append(sentence)
    return treating, holding


def barred(texts: Texts) -> Mapping[int, tuple[str, str]]:
    """Return what each text forbids in which illness."""
    return {number: (match[1], match[2]) for number, match in texts.matches(_BARRED)}
