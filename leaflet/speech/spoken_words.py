"""Words as they are spoken: units and signs written out, ranges as "to", telephone numbers digit by digit."""

import re
from collections.abc import Mapping
from functools import lru_cache

from leaflet.document.tree import Text
from leaflet.languages import language_of
from leaflet.values import Value

_TELEPHONE = re.compile(r"(?<![\d.,])\d(?:[\d ()\u2011-]*\d)?(?![\d.,]\d)")
_RANGE = re.compile(r"(?<![\d–-])(\d[\d.,]*(?: ?[^\W\d_%]{1,4})?) ?[–-] ?(?=\d[\d.,]*(?![\d.,]*[–-]))")
_FEWEST_DIGITS = 3
_RAISED = re.compile("(?<=[0-9])⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_PLAIN = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "−0123456789")


def spoken_text(text: Text, language: str) -> str:
    """Return a text of a leaflet as it is spoken; whom a region says to call is said digit by digit."""
    words = text.plain
    if text.attribution == "region":
        words = _TELEPHONE.sub(_digits, words)
    return spoken(words, language)


def spoken(words: str, language: str) -> str:
    """Return words as they are spoken in a language; as they are, where the program does not speak it."""
    speech = _speech_of(language)
    return speech.say(words) if speech is not None else words


def _digits(found: re.Match[str]) -> str:
    """Return a number digit by digit, its groups parted by a pause; a short one as it is."""
    groups = re.findall(r"\d+", found[0])
    if sum(map(len, groups)) < _FEWEST_DIGITS:
        return found[0]
    return ", ".join([" ".join(group) for group in groups])


class _Speech(Value, kw_only=True):
    """How one language is spoken, as expressions that were made once."""

    units: Mapping[str, tuple[str, str]]  # unit → how it is said of one, and of more
    signs: Mapping[str, str]  # sign or abbreviation → what is said
    per: str
    to: str
    power: str
    measured: re.Pattern[str]  # a number with its unit, and what it is measured against
    alone: re.Pattern[str]  # a unit of several letters without a number: "dose in mg"
    against: re.Pattern[str]  # a word with what it is measured against: units/mL
    within: re.Pattern[str]  # the sign before an amount that it is dissolved in: mg/5 ml
    signed: re.Pattern[str]

    def say(self, words: str) -> str:
        words = _RANGE.sub(rf"\1 {self.to} ", words)
        words = self.within.sub(f" {self.per} ", words)
        words = self.measured.sub(self._measure, words)
        words = self.against.sub(lambda found: f" {self.per} {self.units[found[1]][0]}", words)
        words = self.alone.sub(lambda found: self.units[found[1]][1], words)
        words = _RAISED.sub(lambda found: f" {self.power} {found[0].translate(_PLAIN)}", words)
        return self.signed.sub(self._sign, words)

    def _sign(self, found: re.Match[str]) -> str:
        """Return what is said for a sign, a space away from the letters that it touched."""
        start, end, whole = found.start(), found.end(), found.string
        if not self.signs[found[0]]:
            return ""
        before = " " if start and whole[start - 1].isalnum() else ""
        after = " " if end < len(whole) and whole[end].isalnum() else ""
        return f"{before}{self.signs[found[0]]}{after}"

    def _measure(self, found: re.Match[str]) -> str:
        number, unit, other = found[1], found[2], found[3]
        said = f"{number} {self.units[unit][number != '1']}"
        return f"{said} {self.per} {self.units[other][0]}" if other else said


@lru_cache(maxsize=16)
def _speech_of(tag: str) -> _Speech | None:
    language = language_of(tag)
    if language is None:
        return None
    units, signs = language.spoken, language.said_signs
    unit = "|".join(map(re.escape, sorted(units, key=len, reverse=True)))
    long = [each for each in sorted(units, key=len, reverse=True) if len(each) > 1]
    several = "|".join(map(re.escape, long))
    sign = "|".join([_bounded(each) for each in sorted(signs, key=len, reverse=True)])
    return _Speech(
        units=units,
        signs=signs,
        per=language.phrases["per"],
        to=language.phrases["to"],
        power=language.phrases["power"],
        alone=re.compile(rf"(?<![\w/])({several})(?![\w/])"),
        measured=re.compile(rf"(?<!\w)(\d[\d.,]*)[ \u00a0\u202f]?({unit})(?:/({unit}))?(?!\w)"),
        against=re.compile(rf"(?<=[^\W\d_])/({unit})(?!\w)"),
        within=re.compile(r"(?<=[^\W\d_])/(?=\d[\d.,]*[ \u00a0\u202f]?[mM]?[lL]\b)"),
        signed=re.compile(sign),
    )


def _bounded(sign: str) -> str:
    """Return the expression of a sign, which no letter may touch where it is made of letters."""
    start = r"(?<!\w)" if sign[0].isalnum() else ""
    end = r"(?!\w)" if sign[-1].isalnum() else ""
    return f"{start}{re.escape(sign)}{end}"
