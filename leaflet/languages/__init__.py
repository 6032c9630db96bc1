"""The words the program itself prints, one data module a language.

To add a language, copy `en.py`, `en_told.py` and `en_spoken.py`, translate every entry, and name the
modules in `LANGUAGES`.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from leaflet.languages import en, en_spoken, en_told
from leaflet.values import Value, altered

Told = tuple[tuple[str, str], ...]
"""Ways: words of which a passage must hold one, parted by |, and an expression, both for small letters."""


class Wording(Value, kw_only=True):
    """The words that change with a medicine: its name, its verb, its number."""

    route: str  # the first of its routes; "" where none is known
    words: dict[str, str]


def begun(words: str) -> str:
    """Return words as they begin a line or a sentence: of "home oxygen" the first letter is large there.

    A first word that its author typed with a large letter, a number or another script stays as it is.
    """
    first = words.split(" ", 1)[0].replace("-", "")
    return words[0].upper() + words[1:] if first.isascii() and first.isalpha() and first.islower() else words


def _filled(phrase: str, wording: Wording, **values: str) -> str:
    words = phrase.format(**wording.words, **values)
    return begun(words) if phrase.startswith("{name}") else words


class Facts(Value, kw_only=True):
    """The program's sentences for dangerous facts, and the words for amounts and times in them."""

    edition: str  # what pharmacists have approved
    sentences: dict[str, str]
    often: dict[int, str]
    often_else: str
    hours: tuple[str, str]  # of one, of more
    units: frozenset[str]  # that stay as they are, whatever their number

    def sentence(self, key: str, wording: Wording, **values: str) -> str:
        """Return the sentence of a fact."""
        return _filled(self.sentences[key], wording, **values)

    def how_often(self, times: int, period: str) -> str:
        """Return how often in a period: "3 times a day"."""
        return self.often.get(times, self.often_else).format(times=times, per=period)

    def amount(self, number: str, unit: str) -> str:
        """Return an amount with its unit: "2 tablets", "2.5 mg"."""
        stays = number == "1" or unit in self.units or not unit.isalpha()
        return f"{number} {unit}" if stays else f"{number} {unit}s"

    def in_hours(self, hours: int) -> str:
        """Return a number of hours in words."""
        return f"{hours} {self.hours[hours != 1]}"


class Language(Value, kw_only=True, eq=False):
    """The program's own words in one language; braces mark what is filled in."""

    tag: str
    region: str = ""  # the second subtag of a monograph's language, such as GB
    phrases: dict[str, str]
    pointing: tuple[str, ...]  # words of an action that speak of the signs after it
    headings: dict[str, str]  # topic → heading
    headings_by_route: dict[str, dict[str, str]]
    months: tuple[str, ...]
    gap_starts: tuple[tuple[str, bool, str], ...]  # gaps that start alike, told in one line
    gaps: dict[str, str]  # item of leaflet.coverage → what the leaflet does not tell, in patient's words
    gaps_by_route: dict[str, dict[str, str]]
    verbs: dict[str, dict[str, str]]  # route → the forms of its verb
    plurals: frozenset[str]  # forms that a name gives in the plural
    one: dict[str, str]  # words beside a name that stands for one thing
    many: dict[str, str]  # and for several
    dates: dict[str, str]  # region → how a date is written
    numbers: dict[str, tuple[str, str]]  # region → the sign before decimals, and between thousands
    lists: tuple[str, str]  # between items, and before the last word of three or more
    regions: dict[str, tuple[str, str]]  # region → its name in a sentence, and whom it asks for advice
    facts: Facts
    spoken: dict[str, tuple[str, str]]  # unit → how it is said of one, and of more
    said_signs: dict[str, str]  # sign or abbreviation → what is said for it
    told: Mapping[str, Told]  # item of leaflet.coverage → how a text tells it
    periods: tuple[str, Mapping[str, int]]  # the days of a plan's row, and how many days a word stands for

    def say(self, phrase: str, **values: str) -> str:
        """Return one of the program's phrases with `values` filled in."""
        return self.phrases[phrase].format(**values)

    def points(self, action: str) -> bool:
        """Tell whether what to do speaks of signs that follow it: "if you have any of these"."""
        said = action.casefold()
        return any(words in said for words in self.pointing)

    def wording(self, name: str, routes: Sequence[str]) -> Wording:
        """Return the words that go with a medicine of this name, used in these ways."""
        route = routes[0] if routes else ""
        is_many = any(word in self.plurals for word in name.lower().replace(",", " ").split())
        number = self.many if is_many else self.one
        return Wording(route=route, words={"name": name, **self.verbs[route], **number})

    def heading(self, topic: str, wording: Wording) -> str:
        """Return the program's own heading for a topic."""
        of_route = self.headings_by_route.get(wording.route, {})
        return _filled(of_route.get(topic, self.headings[topic]), wording)

    def gap(self, item: str, wording: Wording) -> str:
        """Return what a leaflet does not tell, in the patient's words."""
        of_route = self.gaps_by_route.get(wording.route)
        words = of_route.get(item, self.gaps[item]) if of_route else self.gaps[item]
        return words.format(**wording.words) if "{" in words else words

    @lru_cache(maxsize=256)  # noqa: B019 - a language lives as long as the program
    def gap_lines(self, gaps: tuple[str, ...]) -> tuple[str, ...]:
        """Return gaps as lines of a list, those that start alike joined into one."""
        lines: dict[str, list[str]] = {}
        for gap in gaps:
            start = next((start for start, _, _ in self.gap_starts if gap.startswith(start)), gap)
            lines.setdefault(start, []).append(gap)
        return tuple(self._joined(start, alike) for start, alike in lines.items())

    def _joined(self, start: str, alike: list[str]) -> str:
        if len(alike) == 1:
            return alike[0]
        once, word = next((once, word) for each, once, word in self.gap_starts if each == start)
        parts = [gap.removeprefix(start) for gap in alike] if once else alike
        return f"{start if once else ''}{self.listed(parts, word)}"

    def listed(self, parts: Sequence[str], word: str) -> str:
        """Return parts as a list in a sentence, its last item joined by `word`."""
        if len(parts) < 2:
            return "".join(parts)
        between, before_last = self.lists
        comma = before_last if len(parts) > 2 else ""
        return f"{between.join(parts[:-1])}{comma} {word} {parts[-1]}"

    def date(self, day: date) -> str:
        """Return a date as it is written in the language and region: 6 August 2018."""
        pattern = self.dates.get(self.region, self.dates[""])
        return pattern.format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def number(self, amount: object) -> str:
        """Return a number as it is written in the language and region; 1000 stays whole, 10,000 does not."""
        point, group = self.numbers.get(self.region, self.numbers[""])
        whole, dot, decimals = str(amount).partition(".")
        if len(whole) > 4:
            whole = f"{int(whole):,}".replace(",", group)
        return f"{whole}{point if dot else ''}{decimals}"

    def region_name(self, region: str) -> str:
        """Return what a region is called in a sentence."""
        return self.regions[region][0]

    def region_advice(self, region: str) -> str:
        """Return whom a region asks for advice; "" where nobody is named."""
        return self.regions[region][1]


LANGUAGES: dict[str, Language] = {
    words.TAG: Language(
        tag=words.TAG,
        phrases=words.PHRASES,
        pointing=words.POINTING,
        headings=words.HEADINGS,
        headings_by_route=words.HEADINGS_BY_ROUTE,
        months=words.MONTHS,
        gap_starts=words.GAP_STARTS,
        gaps=words.GAPS,
        gaps_by_route=words.GAPS_BY_ROUTE,
        verbs=words.VERBS,
        plurals=words.PLURALS,
        one=words.ONE,
        many=words.MANY,
        dates=words.DATES,
        numbers=words.NUMBERS,
        lists=words.LISTS,
        regions=words.REGIONS,
        facts=Facts(
            edition=words.EDITION,
            sentences=words.FACTS,
            often=words.OFTEN,
            often_else=words.OFTEN_ELSE,
            hours=words.HOURS,
            units=words.UNITS,
        ),
        spoken=speech.SPOKEN,
        said_signs=speech.SAID_SIGNS,
        told=told.TOLD,
        periods=told.PERIODS,
    )
    for words, told, speech in ((en, en_told, en_spoken),)
}


@lru_cache(maxsize=64)
def language_of(tag: str) -> Language | None:
    """Return the words for a BCP 47 tag: by its first subtag, with the habits of its region.

    None where the program has no words in the language.
    """
    first, *others = tag.split("-")
    language = LANGUAGES.get(first.lower())
    region = next((each.upper() for each in others if len(each) == 2), "")
    return altered(language, region=region) if language is not None and region else language
