"""Measures in a text, in one unit of their kind: 2 teaspoons are 10 ml, half a gram is 500 mg."""

import re
from collections.abc import Iterator
from fractions import Fraction

from leaflet.precompiled import expression
from leaflet.rules.stated_doses import plain_unit
from leaflet.values import Value

_ONE = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen"
    "|eighteen|nineteen"
)
_TEN = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_NUMBERS = {
    **{word: number for number, word in enumerate(_ONE.split("|"), start=1)},
    **{word: 10 * number for number, word in enumerate(_TEN.split("|"), start=2)},
}
_MANY = {"hundred": 100, "thousand": 1000}
NUMBER = (
    rf"(?:\d[\d,]{{0,11}}(?:\.\d{{1,6}})?|(?:an?|{_ONE}) (?:{'|'.join(_MANY)})"
    rf"|(?:{_TEN})(?:[- ](?:{_ONE}))?|{_ONE})"
)
_COUNT = rf"(?:{NUMBER}(?: and a half)?|half(?: an?| of an?)?|an?(?: single)?)"
PIECE = (
    r"(?:tablets?|capsules?|caplets?|pills?|puffs?|inhalations?|drops?|sprays?|sachets?|patch(?:es)?"
    r"|suppositor(?:y|ies)|pessar(?:y|ies)|lozenges?|ampoules?|vials?|injections?|syringes?|pens?)"
)
_LIQUID = r"(?:m[lL]|millilit(?:re|er)s?|lit(?:re|er)s?|(?:tea|table)?spoon(?:ful)?s?)"
_MASS = r"(?:mg|mcg|g|micrograms?|milligrams?|grams?)"
UNIT = rf"(?:{_MASS}|{_LIQUID}|units?|{PIECE})"
_EACH = rf"(?P<each>\d[\d,]{{0,11}}(?:\.\d{{1,6}})?) ?(?P<in>{_MASS}|m[lL]) "
_MEASURE = expression(
    rf"(?<![\d.,/-])\b(?:(?P<least>{NUMBER})(?: ?{UNIT})? ?(?:to|or|[-–]) ?)?(?P<count>{_COUNT}) ?"
    rf"(?:{_EACH})?(?P<unit>{UNIT})\b(?! ?/)",
    re.IGNORECASE,
)
_INSIDE = expression(
    rf" (?:of|at) (?P<each>\d[\d,]{{0,11}}(?:\.\d{{1,6}})?) ?(?P<in>{_MASS})\b", re.IGNORECASE
)
# An amount that is part of a product's name: "before you take Testol 200 mg tablets".
_PRODUCT = expression(
    r" (?:[a-z]+-[a-z]+ |(?:soluble|chewable|coated|hard|soft|oral|eye) ){0,2}(?:tablets?|capsules?"
    r"|caplets?|patch(?:es)?"
    r"|suppositories|sachets|solution|suspension|syrup|cream|gel|injection|granules|powder)\b",
    re.IGNORECASE,
)
_OF = expression(
    r" (?:of (?:the |your |this |these |warm |cold |cool )*(?P<of>[\w'’-]+)|(?P<drink>water|milk|juice))\b",
    re.IGNORECASE,
)
# What a text with an amount has: to look for these is quicker.
_HINTS = (
    *("mg", "mcg", " g", "gram", "ml", "lit", "spoon", "unit", "tablet", "capsule", "caplet", "pill", "puff"),
    *(
        "inhal",
        "drop",
        "spray",
        "sachet",
        "patch",
        "supposit",
        "pessar",
        "lozenge",
        "ampoule",
        "vial",
        "inject",
    ),
    *("syringe", "pen"),
)
# One unit stands for its kind, which a strength does not turn into another.
_SCALES = {
    "mg": ("mg", Fraction(1)), "milligram": ("mg", Fraction(1)), "g": ("mg", Fraction(1000)),
    "gram": ("mg", Fraction(1000)), "mcg": ("mg", Fraction(1, 1000)), "microgram": ("mg", Fraction(1, 1000)),
    "ml": ("ml", Fraction(1)), "millilitre": ("ml", Fraction(1)), "milliliter": ("ml", Fraction(1)),
    "litre": ("ml", Fraction(1000)), "liter": ("ml", Fraction(1000)), "spoon": ("ml", Fraction(5)),
    "spoonful": ("ml", Fraction(5)), "teaspoon": ("ml", Fraction(5)), "teaspoonful": ("ml", Fraction(5)),
    "tablespoon": ("ml", Fraction(15)), "tablespoonful": ("ml", Fraction(15)),
    "inhalation": ("puff", Fraction(1)), "caplet": ("tablet", Fraction(1)), "pill": ("tablet", Fraction(1)),
}  # fmt: skip


class Measure(Value):
    """An amount of one kind ("mg", "ml", "unit", or a piece such as "tablet"), and where it stands."""

    kind: str
    least: Fraction  # of a range; else the value
    value: Fraction
    start: int
    end: int
    of: str = ""  # the word that says of what: "of water"

    def holds(self, value: Fraction) -> bool:
        """Tell whether a value is this one, or lies in this range."""
        return self.least <= value <= self.value


def measures(text: str) -> Iterator[Measure]:
    """Yield the amounts of a text; "two 5 mg tablets" are tablets, and milligrams too."""
    low = text.lower()
    if not any(map(low.__contains__, _HINTS)):
        return
    told = 0  # where what is told already ends
    for match in _MEASURE.finditer(text):
        kind, value = in_kind(count_of(match["count"]), match["unit"])
        if match.start("count") < told or (
            kind == "mg" and not match["each"] and _PRODUCT.match(text, match.end())
        ):
            continue
        least = in_kind(count_of(match["least"]), match["unit"])[1] if match["least"] else value
        of = _OF.match(text, match.end())
        rest = match.start("count"), match.end(), (of["of"] or of["drink"]).lower() if of else ""
        inside = _INSIDE.match(text, match.end()) if match["each"] is None else match
        if inside is None:
            yield Measure(kind, min(least, value), value, *rest)
            continue
        told = inside.end()
        rest = match.start("count"), told, ""
        held, each = in_kind(count_of(inside["each"]), inside["in"])
        if held != kind:  # a spoon of 5 ml holds no other 5 ml
            yield Measure(kind, value, value, *rest)
        whole = count_of(match["count"]) * each
        yield Measure(held, whole, whole, *rest)


def count_of(words: str) -> Fraction:
    """Return the number that figures or words stand for: "one and a half" is 3/2."""
    word = words.lower()
    if word.startswith("half"):
        return Fraction(1, 2)
    whole, half, _ = word.partition(" and a half")
    rest = Fraction(1, 2) if half else Fraction(0)
    if whole[0].isdigit():
        return Fraction(whole.replace(",", "").rstrip(".")) + rest
    parts = whole.replace("-", " ").split()
    number = sum(_NUMBERS.get(part, 0) for part in parts) or 1  # "a tablet", "a hundred"
    return Fraction(number * _MANY.get(parts[-1], 1)) + rest


def in_kind(value: Fraction, unit: str) -> tuple[str, Fraction]:
    """Return the kind of a unit, and the value in the unit that stands for that kind."""
    word = unit.lower()
    plain = f"{word[:-3]}y" if word.endswith("ies") else plain_unit(word)
    kind, scale = _SCALES.get(plain, (plain, Fraction(1)))
    return kind, value * scale
