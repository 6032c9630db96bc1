"""What one sentence says and another takes back: an order, the kind of medicine, a strength, a use."""

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
from leaflet.rules.wordlists import word_set
from leaflet.values import Value

_HINT = "state it once, or say when each holds"
_DENIAL = Pattern(
    r"^(?:please |you )?(?:do not|don['’]t|never|must not|should not|cannot|can['’]t|may not) (?:ever )?",
    re.IGNORECASE,
    needs="not|don|never|can",
)
_HALVES = Pattern("; .*not|not.*; |; never|never.*; |n['’]t.*; |; .*n['’]t", re.IGNORECASE, needs="; ")
_LEAD = expression(r"^(?:please |always |you )?(?:can |may |must |should |need to |have to )?", re.IGNORECASE)
_WORD = expression(r"[a-z0-9]+(?:['’-][a-z]+)*")
_EMPTY = word_set(
    """
    a an the your any this these it them please always ever medicine tablets tablet capsules well gently
    thoroughly vigorously in inside into before use
    """
)
_ALIKE = {
    "store": "keep", "put": "keep", "leave": "keep", "refrigerator": "fridge", "refrigerate": "keep fridge",
    "refrigerated": "fridge", "frozen": "freeze", "freezer": "freeze", "shaken": "shake",
}  # fmt: skip


def turned(manuscript: Manuscript) -> Iterator[Hit]:
    """Yield sentences that ask, word for word, for what another forbids: "Do not store it cold."."""
    forbidden: dict[tuple[str, ...], Sentence] = {}
    asked: list[tuple[tuple[str, ...], Sentence]] = []
    for sentence, denies, bare in _without_leads(manuscript):
        if not denies:
            asked.append((bare, sentence))
        elif sentence.text.endswith((".", "!")):
            forbidden[bare] = sentence
    forbidden.pop((), None)
    if not forbidden:
        return
    takes = ("take",), ("use",)
    denied = next((forbidden[key] for key in takes if key in forbidden), None)
    for key, sentence in asked:
        if sentence.passage.role == "heading":
            continue
        if key in forbidden:
            yield _hit(forbidden[key], sentence)
        elif denied and sentence.passage is not denied.passage and key[:1] in takes:
            yield _hit(denied, sentence)
            denied = None


def turned_within(manuscript: Manuscript) -> Iterator[Hit]:
    """Yield sentences of which one half asks for what the other forbids: "Shake well; do not shake."."""
    for sentence, _ in manuscript.found_in_sentences(turning):
        yield _hit(sentence, sentence)


def turning(texts: Texts) -> Mapping[int, bool]:
    """Find the texts of two halves that ask for and forbid the same."""
    found: dict[int, bool] = {}
    for number in texts.holding(_HALVES):
        halves = texts.typed[number].rstrip(".").split("; ")
        said = told(Texts(halves)).values() if len(halves) == 1 + 1 else ()
        if len({each.denies for each in said}) > 1 and len({each.bare for each in said} - {()}) == 1:
            found[number] = all(each.bare for each in said)
    return {number: True for number, both in found.items() if both}


def _without_leads(manuscript: Manuscript) -> Iterator[tuple[Sentence, bool, tuple[str, ...]]]:
    """Yield each sentence that is no item of a list, whether it forbids, and the words that carry what.

    The medicine's names are no words of their own.
    """
    named = manuscript.naming
    for number, (sentence, said) in enumerate(manuscript.found_in_sentences(told)):
        if not sentence.lead:
            bare = said.bare
            if number in named:
                bare = _carrying(manuscript.names.sub("medicine", said.words))
            yield sentence, said.denies, bare


class _Told(Value):
    """What a text asks for or forbids: its words, and those that carry what it is about."""

    denies: bool
    words: str
    bare: tuple[str, ...]


def told(texts: Texts) -> Mapping[int, _Told]:
    """Return what each text asks for or forbids."""
    denying, found = set(texts.holding(_DENIAL)), dict[int, _Told]()
    for number, text in enumerate(texts.typed):
        denial = _DENIAL.match(text) if number in denying else None
        words = text[denial.end() :] if denial else text[_lead_of(text) :]
        found[number] = _Told(denial is not None, words, _carrying(words))
    return found


def _lead_of(text: str) -> int:
    """Return how many characters of a text only lead up to what it asks for."""
    lead = _LEAD.match(text)
    return lead.end() if lead else 0


def _carrying(words: str) -> tuple[str, ...]:
    found = [word for word in _WORD.findall(words.lower()) if word not in _EMPTY]
    if not _ALIKE.keys().isdisjoint(found):
        found = " ".join([_ALIKE.get(word, word) for word in found]).split()
    for first in ("be", "keep"):
        if found[:1] == [first] and len(found) > 1:
            del found[0]
    return tuple(found)


def _hit(sentence: Sentence, other: Sentence) -> Hit:
    said = f"{_short(sentence.text)!r} contradicts {_short(other.text)!r}"
    return Hit(message=said, hint=_HINT, span=sentence.span)


def _short(words: str) -> str:
    return words if len(words) <= 80 else words[: words.rfind(" ", 0, 80)] + " …"


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
            yield _hit(sentence, stated)


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
            yield _hit(sentence, treating[min(all_named)])


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
