"""A positive grammar of figures in English: every digit of a text belongs to a form that cannot be misread.

A figure counts something that is named, or is a time, a date, an age, a share, a temperature, a telephone
number, the number of a page or a step, or part of a name such as vitamin B12. All else is handed back.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from leaflet.precompiled import expression
from leaflet.rules.measured import measured_value
from leaflet.rules.patterns import Pattern, Texts
from leaflet.rules.wordlists import word_set
from leaflet.values import Value


class Figure(Value):
    """A figure that fits no form, and where it stands."""

    start: int
    end: int
    words: str


_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
# No leading zero but before a point, no zero at the end of a decimal, commas from a thousand on.
_NUMBER = (
    r"(?:0\.\d{0,5}[1-9]|[1-9]\d{0,2}(?:,\d{3}){1,4}(?:\.\d{0,4}[1-9])?"
    r"|[1-9]\d{0,2}(?:\.\d{0,4}[1-9])?|0)(?![\d,.]\d)(?!\d)"
)
RANGE = rf"{_NUMBER}(?:(?: (?:to|or|and) | ?[–-] ?){_NUMBER})?"
# Words that can follow a figure and are not what it counts.
_NOT_COUNTED = word_set(
    """
    at every up a an the to and or in for with by on when if daily once twice per until before after as
    then but of from over under than each through about not nightly weekly hourly unless while so is are
    was were it take only od bd tds qds prn mane nocte im iv po sc stat hs ac pc tbsp tsp tbs au ad ou
    os ug cc iu u tab tabs cap caps gtt gtts noct tblsp tbls tspn ss lx ut bid tid qid qh qn
    """
)
_COUNTED = rf"(?!(?i:{'|'.join(sorted(_NOT_COUNTED))})\b)[a-zA-Zµ%°][a-zA-Zà-ÿ'’-]*"
_UNIT = (
    r"(?:mg|mcg|micrograms?|milligrams?|grams?|kg|g|ml|mL|millilitres?|litres?|mmol|units?|IU|°C|°F|%"
    r"|percent|per cent|cm|mm|hours?|minutes?)"
)
_FORMS = (
    rf"\d{{1,2}} {_MONTH}(?: (?:19|20)\d\d)?",
    r"(?:19|20)\d\d-\d\d-\d\d",
    (
        r"(?:[01]?\d|2[0-3])(?::|\.)[0-5]\d(?: ?[ap]\.?m\b\.?)?(?! ?(?:mg|ml|mL|g|mcg|l|units?"
        r"|tab\w{0,4}|cap\w{0,5}|pills?|drops?|puffs?|times|teaspoon\w{0,3}|tablespoon\w{0,3})\b)"
    ),
    r"(?:1[0-2]|[1-9]) ?(?:[ap]\.?m\b\.?|o['’]clock|noon|midnight)",
    r"(?:999|911|988|112|111|101|000|116 ?\d{3})(?![\d.,]\d)(?! ?(?:mg|ml|mL|g|mcg|tablets?))",
    r"\+?\(?\d{2,5}\)?(?:[ -]\d{2,8}){1,4}",
    r"0\d{8,11}",
    r"1-\d{3}-\d{3}-\d{4}",
    rf"{_NUMBER} (?:in|out of) (?:every )?{_NUMBER}(?! ?(?:mg|ml|mL|g)\b)",
    (
        rf"{RANGE}(?: |-| )(?:(?:more|full|whole|other|different|level|metric|small|large|separate|single"
        rf"|extra) )?{_COUNTED}"
    ),
    r"\d{1,3}(?:, \d{1,3}){1,5},? (?:and|or) \d{1,3} (?!hours|o['’]clock)[a-z]{2,}",
    r"\d{1,2}(?:st|nd|rd|th) [a-z]+",
    r"24/7",
    r"\d{1,2}/\d{1,2}/(?:19|20)?\d\d",
    rf"{_NUMBER} ?%",
    rf"{_NUMBER} ?°[CF]",
    r"(?:19|20)\d\d(?![\d.,]\d)",
)
_FORM = expression("|".join(f"(?:{form})" for form in _FORMS))
_NAMED_BEFORE = expression(
    r"(?:[<>≤≥] ?|\b(?:aged?|ages|over|under|section|sections|page|pages|step|steps|figure|fig\.?"
    r"|table|type|types|stage|day|days|week|weeks"
    r"|month|number|numbers|phase|class|part|chapter|grade|older than|younger than|room|line|lines"
    r"|schedule|omega|vitamin|version|age of|packs? of|below|above|factor|covid|no\.|PL|edition|item"
    r"|article|annex|box|pulse is (?:less|more) than|pressure (?:was|is|of|above|below)"
    r"|count(?:ing)?(?: slowly| aloud)?(?: up)? to|hours (?:in|out of) (?:every|each|any))"
    r"[ -]?|[(] ?)$",
    re.IGNORECASE,
)
_BARE = expression(
    r"\d{2,3}/\d{2,3}(?![\d/])|[1-9]\d{0,2}(?:\.\d{1,2}){0,2}(?![\d.,/]\d)(?![a-zA-Z])(?: (?:to|and"
    r"|or) [1-9]\d{0,2}(?![\d.,/]\d)(?![a-zA-Z]))?"
)
# Parts of names: B12, E110, CYP3A4, COVID-19, H2, omega-3; a licence number.
_NAME = expression(
    r"(?<![\w.])(?![IO]\d{1,3} ?(?i:mg|ml|g|mcg|tablets?)\b)"
    r"(?:[A-Z]{1,6}\d{1,5}(?:[A-Z]{1,3}\d{0,2})?|[A-Z]{3,}-\d{1,3}|HbA1c|[A-Z]{2,4} ?\d{4,6}/\d{4})(?![\w/])"
)
_DIGITS = expression(r"[\dⅠ-ↈ٠-٩０-９²³⁰-⁹₀-₉](?:[\w.,/:-]*\w)?")
_POINT_WORDS = Pattern(
    r"\b(?:point|nought) (?:nought|zero|one|two|three|four|five|six|seven|eight|nine)\b"
    r"|\b(?:i{1,3}|iv|vi{0,3}) (?:tablets?|capsules?|drops?|puffs?|times|doses?)\b"
    r"|\b(?:a|one|two|three|half) (?:capfuls?|swigs?|pinch(?:es)?|handfuls?|glugs?|dash(?:es)?|mouthfuls?)\b"
    r"|\bbi(?:weekly|monthly)\b"
    r"|\b(?:a|one|two|three|four|\d) (?:tea|table|dessert|soup)spoons?(?:ful)? of (?:the |your |this )?"
    r"(?:liquid|medicine|syrup|suspension|mixture)\b"
    r"|(?<!ot use a )(?<!ever use a )(?<!than a )(?<!not with a )(?<!not be measured with a )(?<!ever a )"
    r"(?<!not a )(?<!stead of a )(?<! no )"
    r"\bkitchen (?:spoon|cup)\b"
    r"|\b(?:[1-9]?[ ]?[lO]|[lIO]{2,3})(?: |(?=\d))(?:mg|ml|mL|g|mcg|tablets?)\b",
    needs="point |nought |i tablet|v tablet|i capsule|v capsule|i drop|v drop|i puff|v puff|i times|v times"
    "|i dose|v dose|capful|swig|pinch|handful|glug|dash|mouthful|biweekly|bimonthly|spoon|kitchen cup"
    "|lmg|l mg|lml|l ml|lmL|l mL|lg|l g|lmcg|l mcg|ltablet|l tablet"
    "|Img|I mg|Iml|I ml|ImL|I mL|Ig|I g|Imcg|I mcg|Itablet|I tablet"
    "|Omg|O mg|Oml|O ml|OmL|O mL|Og|O g|Omcg|O mcg|Otablet|O tablet",
)
# No tablet, less than none, and parts of tablets that nobody can cut.
_NO_COUNT = expression(
    r"(?<![\w.,)°%])[-–−][ ]?\d{1,4} (?:tablets?|capsules?|mg|m[lL]|units?|puffs?|drops?)\b"
    r"|(?<![\d.,])0 (?:tablets?|capsules?|hours?|days?|weeks?)\b"
    r"|\b\d{1,3}\.\d{2,6} (?:tablets?|capsules?|puffs?)\b"
)
_AGE_BEFORE = expression(r"(?:aged?|ages|over|under|older than|younger than|above|below) ?$", re.IGNORECASE)
_AND_MORE = expression(r" (?:to|or|and) \d[\d.,]{0,12}\b")
_POWER = expression(r"(?<![a-zA-Z])(?:mm|cm|m)[²³]")  # an area, a volume
_LIKE_A_DIGIT = expression(r"\b[lIO]$")  # a letter typed for the first digit: l0 mg
# A time of the day without its hour's mark: "at 6 in the evening".
_CLOCK_BEFORE = expression(r"\b(?:at|until|by|before|after)(?: about| around)? $", re.IGNORECASE)
_CLOCK = expression(
    r"(?:1[0-2]|[1-9])(?= (?:in the (?:morning|afternoon|evening)|at night)\b)", re.IGNORECASE
)
_BEFORE = 24  # characters before a figure that can name what it is


def odd_figures(texts: Texts) -> Mapping[int, Sequence[Figure]]:
    """Return the figures of each text that fit no form."""
    found: dict[int, list[Figure]] = {}
    for number, match in texts.matches(_POINT_WORDS):
        found.setdefault(number, []).append(Figure(match.start(), match.end(), match.group()))
    with_digits = set(texts.with_digits)
    for number, text in enumerate(texts.typed):
        # Signs that stand for digits are never ASCII.
        if (number in with_digits or not text.isascii()) and (odd := list(_odd_figures(text))):
            found.setdefault(number, []).extend(odd)
    return found


def _odd_figures(text: str) -> Iterator[Figure]:
    if not _DIGITS.search(text):
        return
    for match in _NO_COUNT.finditer(text):
        yield Figure(match.start(), match.end(), match.group())
    names = [match.span() for match in _NAME.finditer(text)]
    end = 0
    for digits in _DIGITS.finditer(text):
        start = digits.start()
        if start < end or any(first <= start < last for first, last in names):
            continue
        glued = start > 0 and (
            text[start - 1].isalnum()
            or (text[start - 1] in ".,/·-" and text[start - 2 : start - 1].isalnum())
        )
        if _POWER.search(text, max(0, start - 2), start + 1):
            continue
        form = (
            None
            if glued or text[start - 1 : start] in (".", "·", ",", "/", "~", "≈")
            else _FORM.match(text, start)
        )
        if form is None and not glued:
            form = _bare(text, start)
        if form is None:
            more = _AND_MORE.match(text, digits.end())
            end = more.end() if more else digits.end()
            first = start - 1 if _LIKE_A_DIGIT.search(text, max(0, start - 2), start) else start
            yield Figure(first, end, text[first:end])
        else:
            end = form.end()


def _bare(text: str, start: int) -> re.Match[str] | None:
    """Return a figure that the words before it name, or that opens a line."""
    before = text[max(0, start - _BEFORE) : start]
    if start == 0 and re.match(r"\d{1,2}[.)] ", text):
        return re.match(r"\d{1,2}", text)
    if _NAMED_BEFORE.search(before):
        return _BARE.match(text, start)
    if _CLOCK_BEFORE.search(before) and (clock := _CLOCK.match(text, start)):
        return clock
    return measured_value(text, start)
