"""The words the program itself prints, one data module a language.

To add a language, copy `en.py`, translate every entry, and name the module in `LANGUAGES`.
"""

from datetime import date
from functools import lru_cache

from leaflet.languages import en
from leaflet.values import Value


class Language(Value, kw_only=True, eq=False):
    """The program's own words in one language; braces mark what is filled in."""

    tag: str
    phrases: dict[str, str]
    headings: dict[str, str]  # topic → heading
    months: tuple[str, ...]
    gap_starts: tuple[tuple[str, bool, str], ...]  # gaps that start alike, told in one line
    gaps: dict[str, str]  # item of leaflet.coverage → what the leaflet does not tell, in patient's words

    def say(self, phrase: str, **values: str) -> str:
        """Return one of the program's phrases with `values` filled in."""
        return self.phrases[phrase].format(**values)

    def heading(self, topic: str, name: str) -> str:
        """Return the program's own heading for a topic."""
        return self.headings[topic].format(name=name)

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
        comma = "," if len(parts) > 2 else ""
        return f"{start if once else ''}{', '.join(parts[:-1])}{comma} {word} {parts[-1]}"

    def date(self, day: date) -> str:
        """Return a date as the NHS content standard writes it: 6 August 2018."""
        return f"{day.day} {self.months[day.month - 1]} {day.year}"


LANGUAGES: dict[str, Language] = {
    module.TAG: Language(
        tag=module.TAG,
        phrases=module.PHRASES,
        headings=module.HEADINGS,
        months=module.MONTHS,
        gap_starts=module.GAP_STARTS,
        gaps=module.GAPS,
    )
    for module in (en,)
}


def language_of(tag: str) -> Language | None:
    """Return the words for a BCP 47 tag by its first subtag; None where the program has none."""
    return LANGUAGES.get(tag.split("-")[0].lower())
