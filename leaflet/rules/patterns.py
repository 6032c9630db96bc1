"""Regular expressions of the rules: compiled when first needed, and run only where they can match.

To compile one takes a hundred times as long as to run it, and most find nothing in a sound monograph.
So a pattern may say what its matches have in common, and is not even compiled for texts without.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Generic, TypeVar

from leaflet.precompiled import expression

_Part = TypeVar("_Part")


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


class Texts(Generic[_Part]):
    """Parts of a monograph by their words, to ask where a pattern can match at all."""

    def __init__(self, parts: Sequence[tuple[_Part, str]]) -> None:
        self._parts = parts

    def holding(self, pattern: Pattern) -> Iterable[_Part]:
        """Return the parts with what every match of the pattern needs, in their order."""
        texts, whole = self._folded if pattern.ignores_case else self._typed
        kept: Sequence[int] = range(len(texts))
        for needs in pattern.needs:
            words = [word for word in needs if word in whole]
            kept = [index for index in kept if any(map(texts[index].__contains__, words))] if words else []
        return [self._parts[index][0] for index in kept]

    @cached_property
    def _typed(self) -> tuple[tuple[str, ...], str]:
        """Each text, and all of them as one: most of what patterns need stands nowhere in a monograph."""
        texts = tuple([text for _, text in self._parts])
        return texts, "\n".join(texts)

    @cached_property
    def _folded(self) -> tuple[tuple[str, ...], str]:
        texts = tuple([fold(text) for _, text in self._parts])
        return texts, "\n".join(texts)


def fold(text: str) -> str:
    """Return the text in small letters: those that a pattern which ignores case takes for the same are."""
    if text.isascii():
        return text.lower()
    # Python's patterns take a dotless i and a capital i with a dot for an i too; case folding does not.
    return text.casefold().replace("ı", "i").replace("i\u0307", "i")
