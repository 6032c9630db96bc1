"""Amounts that no medicine is taken in, and conditions in which none is kept: each bound with its reason."""

import re
from collections.abc import Iterator, Mapping, Sequence

from leaflet.model import Monograph
from leaflet.precompiled import expression
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.meaning import digest
from leaflet.rules.measures import NUMBER, count_of
from leaflet.rules.patterns import Pattern, Texts
from leaflet.rules.rule import Hit
from leaflet.rules.told_doses import FORBIDDING, Told, large_doses

# The pen of the strongest insulin, of 500 units/ml, gives at most 300 units at a time; others 60 to 160.
_UNITS_OF_INSULIN = 300
_SYRINGE = 60  # ml in the largest syringe that is pressed by hand
_PIECES = 30  # tablets or capsules a day; S116 has the same bound where a text states the sum itself
_DROPS = 9  # times a day; what is dropped more often is told as "every hour"
_WARMEST = 40  # °C, at which medicines are aged on purpose (ICH Q1A); none is kept there
_STERILE = 183  # days after opening: drops keep 28, the best without preservative six months
_OPENED = 3 * 365  # days after opening, for anything
_PERIODS = {"day": 1, "week": 7, "month": 30, "year": 365}


def absurd_amounts(manuscript: Manuscript) -> Iterator[Hit]:
    """Yield orders to take more than is ever taken."""
    monograph = manuscript.monograph
    for sentence, told in manuscript.found_in_sentences(large_doses):
        if FORBIDDING.search(sentence.lead):
            continue
        for start, end, why in (*_absurd(monograph, told), *_too_often(monograph, told, sentence.text)):
            yield Hit(
                message=f"{sentence.text[start:end]!r}: {why}",
                hint="correct the number or the unit; if the source says so, a pharmacist may sign for it",
                span=sentence.locate(start, end),
                words_sha256=digest(sentence.text, sentence.lead),
            )


def _absurd(monograph: Monograph, told: Told) -> Iterator[tuple[int, int, str]]:
    is_insulin = "insulin" in monograph.classes or "insulin" in monograph.name.lower()
    often = max((*told.often, *told.up_to_often), key=lambda each: each.value, default=None)
    for amount in (*told.amounts, *told.daily, *told.up_to):
        place = amount.start, amount.end
        if amount.of and amount.of not in ("insulin", "it", "medicine"):
            continue
        if is_insulin and amount.kind == "ml" and monograph.route == ("inject",):
            yield *place, "insulin is measured in units, not in ml"
        elif is_insulin and amount.kind == "unit" and amount.value > _UNITS_OF_INSULIN:
            yield *place, f"no pen gives more than {_UNITS_OF_INSULIN} units of insulin at a time"
        elif amount.kind == "ml" and amount.value > _SYRINGE and monograph.route == ("inject",):
            yield *place, f"no syringe holds more than {_SYRINGE} ml"
        elif amount.kind in ("tablet", "capsule") and often is not None and amount.value < _PIECES:
            daily = amount.value * often.value
            if daily >= _PIECES:
                start, end = min(amount.start, often.start), max(amount.end, often.end)
                yield start, end, f"that is {round(daily)} {amount.kind}s a day"


def _too_often(monograph: Monograph, told: Told, text: str) -> Iterator[tuple[int, int, str]]:
    if not monograph.route or set(monograph.route) - {"eye", "ear", "nose"}:
        return
    for each in told.often:
        if each.value >= _DROPS and "hour" not in text[each.start : each.end].lower():
            yield each.start, each.end, "drops taken so often are told by the hour: 'every hour'"


_KEPT = expression(
    r"\b(?:keep|store|put|leave)\b[^.;]{0,60}?(?:(?P<place>\bin (?:the |an? )?(?:oven|microwave"
    r"|boiling water"
    r"|direct sunlight|bright sunlight|full sun))\b|(?<!above )(?<!over )(?<!exceeding )(?<!than )"
    r"\b(?P<degrees>\d{1,3}) ?°C)",
    re.IGNORECASE,
)
_USED = expression(
    rf"\b(?P<count>{NUMBER}) (?P<unit>day|week|month|year)s? (?:after|from"
    rf"|of) (?:you (?:first )?(?:open(?:ed)?|have"
    r" opened)(?: it)?|(?:first |the )?opening)\b",
    re.IGNORECASE,
)
_KEEPING = Pattern(
    "°c|oven|microwave|boiling|sun|open", re.IGNORECASE, needs="°c|oven|microwave|boiling|sun|open"
)


def absurd_keeping(manuscript: Manuscript) -> Iterator[Hit]:
    """Yield orders to keep a medicine where none is kept, or for longer than any is."""
    bound = _STERILE if set(manuscript.monograph.route) & {"eye", "ear", "nose"} else _OPENED
    for sentence, places in manuscript.found_in_sentences(keeping):
        if FORBIDDING.search(sentence.lead):
            continue
        for start, end, days in places:
            if days == 0 or days > bound:
                why = "no medicine is kept so" if days == 0 else "no opened medicine keeps so long"
                yield Hit(
                    message=f"{sentence.text[start:end]!r}: {why}",
                    hint="correct the place, the temperature or the time",
                    span=sentence.locate(start, end),
                )


def keeping(texts: Texts) -> Mapping[int, Sequence[tuple[int, int, int]]]:
    """Return where each text keeps a medicine too warm (0), or how many days it keeps after opening."""
    found: dict[int, Sequence[tuple[int, int, int]]] = {}
    for number in texts.holding(_KEEPING):
        text = texts.typed[number]
        if FORBIDDING.search(text):
            continue
        warm = [
            (*match.span(), 0)
            for match in _KEPT.finditer(text)
            if match["place"] or int(match["degrees"]) > _WARMEST
        ]
        used = [
            (*match.span(), int(count_of(match["count"])) * _PERIODS[match["unit"].lower()])
            for match in _USED.finditer(text)
        ]
        if warm or used:
            found[number] = (*warm, *used)
    return found
