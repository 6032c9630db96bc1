"""Rules P201 to P205: everyday words, explained terms, figures that are read right."""

import re
from collections.abc import Iterable, Iterator

from leaflet.passages import Passage
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.patterns import Pattern
from leaflet.rules.plainer_words import BETTER_WORDS
from leaflet.rules.rule import Hit, rule
from leaflet.rules.terms import TERMS

_NHS = "NHS content style guide, A to Z of health writing"
# By first word, so that most words of a text cost one look into a table; longer phrases first.
_PHRASES: dict[str, list[str]] = {}
for _phrase in sorted(BETTER_WORDS, key=len, reverse=True):
    _PHRASES.setdefault(_phrase.split()[0], []).append(_phrase)
_WORD = Pattern(r"[A-Za-z]+")
# "Drugs" stays where it means what the police mean.
_DRUGS = Pattern(
    r"(?<!illegal )(?<!street )(?<!recreational )(?<!abuse of )(?<!misuse"
    r" of )(?<!alcohol or )(?<!alcohol and )\bdrugs?\b"
    r"(?! (?:or|and) alcohol| (?:misuse|abuse|addiction|use|test|tests|dependence))",
    re.IGNORECASE,
)


@rule(
    "P201",
    "a word with a plainer one",
    reason="the plain word is understood at once and costs no precision",
    bad="Tell your doctor about renal problems.",
    good="Tell your doctor about kidney problems.",
    source=_NHS,
)
def better_word(manuscript: Manuscript) -> Iterable[Hit]:
    """Find words of the list; a term with an explanation in brackets is left alone."""
    for passage in manuscript.passages:
        if passage.role in ("name", "term"):
            continue
        for start, end in _listed(passage.plain):
            if _is_explained(passage, start, end):
                continue
            word = passage.plain[start:end]
            yield Hit(
                message=f"{word!r} has a plainer word",
                hint=f"write {BETTER_WORDS.get(word.lower(), 'medicine')}",
                span=passage.locate(start, end),
            )


def _listed(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a word or phrase of the list stands."""
    lower = text.lower()
    after = 0
    for word in _WORD.finditer(lower):
        start = word.start()
        for phrase in _PHRASES.get(word.group(), ()) if start >= after else ():
            end = start + len(phrase)
            if lower.startswith(phrase, start) and not lower[end : end + 1].isalnum():
                yield start, end
                after = end
                break
    yield from (match.span() for match in _DRUGS.finditer(text))


_TERM = Pattern(rf"\b(?:{'|'.join(TERMS)})\b", re.IGNORECASE)
_STEM = 4  # letters by which most words are passed over
_TERM_STEMS = frozenset(term[:_STEM] for term in TERMS)
_BRACKET = Pattern(r"^\w{0,3} ?\(")
_NAMED = Pattern(r"(?:\(|\b(?:called|known as|named) (?:an? )?(?:\w+ ){0,2})$")


@rule(
    "P202",
    "a technical term without an explanation at its first use",
    reason="a reader who does not know the term stops reading, or guesses",
    bad="Signs may include seizures.",
    good="Signs may include [seizures](fits).",
    source="USP <1265>; PEMAT-P item 4",
)
def unexplained_term(manuscript: Manuscript) -> Iterable[Hit]:
    """Find terms of the list whose first printed use has no explanation beside it."""
    seen: set[str] = set()
    for passage in manuscript.passages:
        for match in _terms(passage.plain):
            term = match.group().lower().removesuffix("s")
            if term in seen or passage.role in ("name", "heading"):
                continue
            seen.add(term)
            if passage.role != "term" and not _is_explained(passage, *match.span()):
                yield Hit(
                    message=f"{match.group()!r} is a technical term that nothing explains at its first use",
                    hint=f"write [{match.group()}](what it means), or say it in everyday words",
                    span=passage.locate(*match.span()),
                )


def _terms(text: str) -> Iterator[re.Match[str]]:
    for word in _WORD.finditer(text):
        if word.group()[:_STEM].lower() in _TERM_STEMS and (match := _TERM.match(text, word.start())):
            yield match


def _is_explained(passage: Passage, start: int, end: int) -> bool:
    """Tell whether brackets or "called" put the word beside its meaning, or it is part of a marked term."""
    if _BRACKET.match(passage.plain[end : end + 6]) or _NAMED.search(
        passage.plain[max(0, start - 40) : start]
    ):
        return True
    return passage.text.run_at(start).style == "term"


_NUMERALS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "fourteen": "14", "twenty": "20", "thirty": "30",
}  # fmt: skip
_SPELLED = Pattern(
    rf"\b(?P<number>{'|'.join(_NUMERALS)})(?=[ -](?:times|tablets?|capsules?|doses?|puffs?|drops?"
    rf"|spoonfuls?|hours?|days?|weeks?|months?|years?"
    r"|minutes?|mg|ml|units?|grams?)\b)",
    re.IGNORECASE,
)


@rule(
    "P203",
    "a number spelled out",
    reason="figures are found and read faster than words, also by people who read badly",
    bad="Take it three times a day.",
    good="Take it 3 times a day.",
    source="USP <17>; NHS content style guide, numbers",
)
def spelled_number(manuscript: Manuscript) -> Iterable[Hit]:
    """Find numbers in letters before what they count."""
    for passage in manuscript.passages:
        for match in _SPELLED.finditer(passage.plain):
            yield Hit(
                message=f"{match.group()!r} is spelled out",
                hint=f"write {_NUMERALS[match['number'].lower()]}",
                span=passage.locate(*match.span()),
            )


_RANGE = Pattern(r"(?<![\d/.,–-])(\d[\d.,]{0,8})\s?[–-]\s?(\d[\d.,]{0,8})(?![\d/–-])(?=\D|$)")
_PHONE = Pattern(r"\b(?:call|phone|ring|tel|telephone|number|dial|text|isbn|pl)\b", re.IGNORECASE)


@rule(
    "P204",
    "a range with a dash",
    reason="a dash between numbers is read as minus, or missed",
    bad="Take it for 5-7 days.",
    good="Take it for 5 to 7 days.",
    source="NHS content style guide, ranges",
)
def dashed_range(manuscript: Manuscript) -> Iterable[Hit]:
    """Find two numbers joined by a dash, telephone numbers aside."""
    for sentence in manuscript.sentences:
        for match in _RANGE.finditer(sentence.text):
            if _PHONE.search(sentence.text[max(0, match.start() - 60) : match.start()]):
                continue
            yield Hit(
                message=f"{match.group()!r} is a range with a dash",
                hint=f"write {match[1]} to {match[2]}",
                span=sentence.locate(*match.span()),
            )


_DATE = Pattern(
    r"(?<![\d/.-])\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})(?![\d/.-]\d)|(?<![\d/.-])\d{4}-\d{2}-\d{2}(?!\d)"
)


@rule(
    "P205",
    "a date in figures",
    reason="06/08/2018 is in June for some readers and in August for others",
    bad="Printed on 06/08/2018.",
    good="Printed on 6 August 2018.",
    source="NHS content style guide, dates",
)
def numeric_date(manuscript: Manuscript) -> Iterable[Hit]:
    """Find dates that do not name their month."""
    for passage in manuscript.passages:
        for match in _DATE.finditer(passage.plain):
            yield Hit(
                message=f"{match.group()!r} does not name the month",
                hint="write the day as in 6 August 2018",
                span=passage.locate(*match.span()),
            )


RULES = (better_word, unexplained_term, spelled_number, dashed_range, numeric_date)
