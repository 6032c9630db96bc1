"""The doses that a leaflet has stated so far: of what, in which setting, and in which words."""

from fractions import Fraction

from leaflet.rules.measures import in_kind
from leaflet.rules.stated_doses import Stated
from leaflet.rules.wordlists import word_set

_TIMES_OF_DAY = word_set("morning noon lunch lunchtime afternoon evening night bedtime")
_WHOLE_DAY = "whole day"
Earlier = tuple[Fraction, str]  # a value, and the sentence that states it


class EarlierDoses:
    """Doses by what is stated and in which setting.

    "Once a day, in the evening" is the dose of a whole day, as "3 times a day" is: the two are compared.
    "10 mg in the morning" is that of its time alone.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, frozenset[str]], Earlier] = {}

    def compare(self, thing: str, setting: frozenset[str], said: Earlier, *, is_daily: bool) -> Earlier:
        """Return what was stated of a thing before, `said` itself where nothing was; and remember it."""
        known, bare = self._known, setting - _TIMES_OF_DAY
        first = known.setdefault((thing, setting), said)
        if not is_daily or first[0] != said[0]:
            return first
        whole = (thing, bare | {_WHOLE_DAY})
        # Of two times of the day neither is the other's: only what names none is compared with either.
        other = known.get((thing, bare)) if setting != bare else known.get(whole)
        known.setdefault(whole, said)
        return other or first


def value_of(stated: Stated) -> tuple[str, Fraction]:
    """Return what a statement is about, and its value in the unit of its kind."""
    if stated.thing == "frequency":
        return stated.thing, stated.value
    return in_kind(stated.value, stated.thing)
