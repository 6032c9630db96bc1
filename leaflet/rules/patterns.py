"""Regular expressions of the rules: compiled when first needed, and run only where they can match.

To compile one takes a hundred times as long as to run it, and most find nothing in a sound monograph.
So a pattern may say what its matches have in common, and is not even compiled for texts without.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from leaflet.precompiled import expression


class Pattern:
    """A regular expression, and what any text it matches needs: to hold one of these strings.

    `needs` lists them, parted by "|", in small letters where the expression ignores case; of several lists,
    parted by "&&", a text needs one string each. Without a list any text may match. Each list is proved from
    its expression by `tests/rules/test_patterns.py`.
    """

    def __init__(self, source: str, flags: re.RegexFlag = re.NOFLAG, *, needs: str = "") -> None:
        self.source = source
        self.flags = flags
        self.needs = tuple([tuple(each.split("|")) for each in needs.split("&&")]) if needs else ()

    def may_match(self, text: str) -> bool:
        """Tell whether a text, folded where the expression ignores case, holds what every match needs."""
        return all(any(map(text.__contains__, words)) for words in self.needs)

    @property
    def ignores_case(self) -> bool:
        """Tell whether `needs` are to be looked for in folded text."""
        return bool(self.flags & re.IGNORECASE)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression, compiled."""
        return expression(self.source, self.flags)

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """As of the compiled expression, and so below: found once, they cost no more than there."""
        return self.compiled.search

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """Match at the start of a text."""
        return self.compiled.match

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """Yield all matches in a text."""
        return self.compiled.finditer

    @cached_property
    def findall(self) -> Callable[..., list[str]]:
        """Return what all matches hold."""
        return self.compiled.findall


_DIGIT = Pattern(r"\d")


class Texts:
    """Some texts, to ask in which of them a pattern can match at all; a text goes by its number from 0."""

    def __init__(self, typed: Sequence[str]) -> None:
        self.typed = typed

    def holding(self, pattern: Pattern) -> Sequence[int]:
        """Return the texts with what every match of the pattern needs, in their order."""
        if not pattern.needs:
            return range(len(self.typed))
        whole = self._folded if pattern.ignores_case else self._whole
        first, *others = pattern.needs
        kept = sorted(whole.holding(first))
        for words in others:
            kept = [number for number in kept if _holds(whole.texts[number], words)]
        return kept

    def with_words(self, words: Iterable[str]) -> set[int]:
        """Return the texts with one of some words, which are folded."""
        return self._folded.holding(words)

    def matches(self, pattern: Pattern) -> Iterator[tuple[int, re.Match[str]]]:
        """Yield each match of the pattern, with the number of its text."""
        for number in self.holding(pattern):
            for match in pattern.finditer(self.typed[number]):
                yield number, match

    @cached_property
    def with_digits(self) -> Sequence[int]:
        """The texts with a digit."""
        has_digit = _DIGIT.search
        return [number for number, text in enumerate(self.typed) if has_digit(text)]

    @cached_property
    def _whole(self) -> "_Whole":
        return _Whole(self.typed)

    @cached_property
    def _folded(self) -> "_Whole":
        return _Whole([fold(text) for text in self.typed])


class _Whole:
    """All texts as one: most of what patterns need stands nowhere in a monograph, or once or twice."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self._words = "\n".join(texts)
        self._starts = list(accumulate([len(text) + 1 for text in texts], initial=0))

    def holding(self, words: Iterable[str]) -> set[int]:
        """Return the texts that hold one of the words."""
        find, starts, found = self._words.find, self._starts, set[int]()
        for word in words:
            at = find(word)
            while at >= 0:
                number = bisect_right(starts, at)
                found.add(number - 1)
                at = find(word, starts[number])
        return found


def _holds(text: str, words: Iterable[str]) -> bool:
    return any(map(text.__contains__, words))


def fold(text: str) -> str:
    """Return the text in small letters: those that a pattern which ignores case takes for the same are."""
    if text.isascii():
        return text.lower()
    # Python's patterns take a dotless i and a capital i with a dot for an i too; case folding does not.
    return text.casefold().replace("ı", "i").replace("i\u0307", "i")
