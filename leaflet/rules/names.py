"""Rules S204, S212 and S214: the medicine's name beside a number, and in tall-man letters."""

import re
from collections.abc import Iterable, Mapping, Sequence

from leaflet.passages import Passage
from leaflet.rules.doses import COUNT, ISMP, TIME, UNITS
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.patterns import Pattern, Texts, fold
from leaflet.rules.rule import Hit, rule
from leaflet.rules.tall_man import TALL_MAN

_LONGEST_NUMBER = 15  # characters before a name: a digit, twelve of digits and marks, a space


def _beside_digits(manuscript: Manuscript) -> tuple[Passage, ...]:
    """Return the passages with a name of the medicine beside a number.

    To compile a pattern made of the names takes longer than all other rules; few monographs need it.
    """
    names = [fold(name) for name in {manuscript.monograph.name, *manuscript.monograph.other_names}]
    if not "".join(names).isascii():  # what a pattern takes for the same letter is proved for ASCII only
        return manuscript.passages
    numbered = manuscript.found_in_passages(numbered_texts)
    return tuple([passage for passage, folded in numbered if _is_beside_digit(folded, names)])


def numbered_texts(texts: Texts) -> Mapping[int, str]:
    """Return each text with a digit, folded."""
    return {number: fold(texts.typed[number]) for number in texts.with_digits}


_CAPITALS = Pattern(r"[A-Z]{3}")
_MIXED = Pattern(r"\b(?:[a-z]{2,20}[A-Z]{3,20}[a-z]{0,20}|[A-Z]{3,20}[a-z]{2,20})\b")


def _is_beside_digit(text: str, names: Iterable[str]) -> bool:
    for name in names:
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            if any(map(str.isdecimal, text[max(0, start - _LONGEST_NUMBER) : start] + text[end : end + 2])):
                return True
            start = text.find(name, start + 1)
    return False


@rule(
    "S204",
    "the medicine's name glued to a number",
    reason="in Testol10 the last letter is read as a 1: Testol 110",
    bad="Take Testol10 mg.",
    good="Take Testol 10 mg.",
    source=ISMP,
    english=False,
)
def glued_name(manuscript: Manuscript) -> Iterable[Hit]:
    """Find a dose that follows the name without a space."""
    inner = manuscript.names.pattern.removesuffix(r"(?!\w)")
    for passage in manuscript.recall(_beside_digits):
        pattern = re.compile(rf"{inner}[-–]?\d[\d.,]{{0,12}}(?!-)", re.IGNORECASE)
        for match in pattern.finditer(passage.plain):
            said = f"{match.group()!r} glues the name to the dose"
            yield Hit(message=said, hint="put a space between them", span=passage.locate(*match.span()))


@rule(
    "S212",
    "a number without a unit beside the medicine's name",
    reason="'Testol 10' may be 10 mg or 10 tablets",
    bad="Take Testol 10 at night.",
    good="Take Testol 10 mg at night.",
    source=ISMP,
)
def bare_number(manuscript: Manuscript) -> Iterable[Hit]:
    """Find a number next to the name that says neither unit nor what it counts."""
    counted = rf"[\d%]|[.,]\d|\s?(?:to|or|and) \d|\s?-?(?:{UNITS}|{TIME})\b|/"
    after = rf"NAME (?P<number>\d[\d.,]{{0,12}}(?<![.,]))(?!{counted})"
    before = rf"(?<![\w.,/-])(?P<count>\d[\d.,]{{0,12}}) NAME(?! (?:{COUNT}|\w{{1,20}} {COUNT})\b)"
    either = f"{after}|{before}".replace("NAME", manuscript.names.pattern)
    for passage in manuscript.recall(_beside_digits):
        pattern = re.compile(either, re.IGNORECASE)
        for match in pattern.finditer(passage.plain):
            group = "number" if match["number"] else "count"
            said = f"{match.group()!r} has a number without a unit"
            hint = "say of what: mg, tablets, or how many times"
            yield Hit(message=said, hint=hint, span=passage.locate(*match.span(group)))


@rule(
    "S214",
    "tall-man letters for a name on no published list",
    reason="capitals inside a name help only where everybody uses them for the same names",
    bad="Take bacLOFEN with food.",
    good="Take baclofen with food.",
    source="ISMP and FDA lists of look-alike drug names with tall-man letters",
    english=False,
)
def tall_man(manuscript: Manuscript) -> Iterable[Hit]:
    """Find capitals inside a word that no published list prescribes."""
    for passage, places in manuscript.found_in_passages(mixed_case):
        for start, end in places:
            said = f"{passage.plain[start:end]!r} has tall-man letters, and no published list has the name"
            yield Hit(message=said, hint="write the name in small letters", span=passage.locate(start, end))


def mixed_case(texts: Texts) -> Mapping[int, Sequence[tuple[int, int]]]:
    """Return where each text has capitals inside a word that no published list prescribes."""
    found: dict[int, Sequence[tuple[int, int]]] = {}
    for number, text in enumerate(texts.typed):
        if _CAPITALS.search(text):
            places = [each.span() for each in _MIXED.finditer(text) if each.group() not in TALL_MAN]
            if places:
                found[number] = places
    return found


RULES = (glued_name, bare_number, tall_man)
