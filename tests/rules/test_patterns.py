"""What a pattern says that it needs is proved from its expression; and folding forgets no letter."""

import importlib
import pkgutil
import re
import sys
from collections.abc import Iterable
from functools import cache
from re import _constants as ops
from re import _parser as parser
from typing import Any

import pytest

import leaflet.rules
from leaflet.rules.patterns import Pattern, Texts, fold

_BREAK = "\0"  # stands for whatever an expression leaves open
_FEW = 12  # characters of a set that are followed one by one


def _patterns() -> list[Pattern]:
    """Return all patterns that were made, those that rules keep to themselves too."""
    made: list[Pattern] = []
    init = Pattern.__init__

    def _noting(self: Pattern, *args: Any, **named: Any) -> None:
        init(self, *args, **named)
        made.append(self)

    kept = {name: module for name, module in sys.modules.items() if name.startswith("leaflet.rules")}
    for name in kept:
        if name != "leaflet.rules.patterns":
            del sys.modules[name]
    Pattern.__init__ = _noting  # type: ignore[method-assign]  # put back below
    try:
        for module in pkgutil.iter_modules(leaflet.rules.__path__, "leaflet.rules."):
            importlib.import_module(module.name)
    finally:
        Pattern.__init__ = init  # type: ignore[method-assign]  # as above
        sys.modules.update(kept)
    return made


PATTERNS = _patterns()
EARLY = [pattern for pattern in PATTERNS if "compiled" in vars(pattern)]
NEEDY = [pattern for pattern in PATTERNS if pattern.needs]


def proves(source: str, flags: int, needs: Iterable[str]) -> bool:
    """Tell whether every text that the expression matches holds one of the strings."""
    return not _Prover(tuple(needs)).follow(parser.parse(source, flags), {""})


class _Prover:
    """Follows an expression from left to right with the ends of all texts that hold no string so far."""

    def __init__(self, needs: tuple[str, ...]) -> None:
        self._needs = needs
        self._longest = max(map(len, needs))

    def follow(self, parts: Iterable[tuple[Any, Any]], ends: set[str]) -> set[str]:
        """Return the ends of those texts that still hold none."""
        for op, value in parts:
            ends = self._step(op, value, ends)
        return ends

    def _step(self, op: Any, value: Any, ends: set[str]) -> set[str]:
        match op:
            case ops.LITERAL:
                return self._add(chr(value), ends)
            case ops.IN if all(each == ops.LITERAL for each, _ in value) and len(value) <= _FEW:
                return set().union(*(self._add(chr(code), ends) for _, code in value))
            case ops.BRANCH:
                return set().union(*(self.follow(branch, ends) for branch in value[1]))
            case ops.SUBPATTERN:
                return self.follow(value[-1], ends)
            case ops.MAX_REPEAT | ops.MIN_REPEAT | ops.POSSESSIVE_REPEAT:
                least, most, inside = value
                return self._repeat(least, most, inside, ends)
            case ops.ASSERT:
                direction, inside = value
                before = ends if direction > 0 else ({_BREAK} if ends else ends)
                return ends if self.follow(inside, before) else set()
            case ops.AT | ops.ASSERT_NOT:
                return ends
        return {_BREAK} if ends else ends

    def _add(self, char: str, ends: set[str]) -> set[str]:
        longer = {(end + char)[-self._longest :] for end in ends}
        return {end for end in longer if not any(need in end for need in self._needs)}

    def _repeat(self, least: int, most: int, inside: Any, ends: set[str]) -> set[str]:
        for _ in range(least):
            ends = self.follow(inside, ends)
        reached = set(ends)
        while least < most and (ends := self.follow(inside, ends) - reached):
            reached |= ends
            least += 1
        return reached


@pytest.mark.parametrize("pattern", NEEDY, ids=lambda pattern: "|".join(pattern.needs[0])[:40])
def test_every_match_holds_what_its_pattern_needs(pattern: Pattern) -> None:
    source = fold(pattern.source) if pattern.ignores_case else pattern.source
    for words in pattern.needs:
        assert words == tuple(map(fold, words)) or not pattern.ignores_case
        assert proves(source, 0, words)


def test_the_patterns_with_needs_are_found() -> None:
    assert len(NEEDY) > 10


def test_no_pattern_is_compiled_before_it_is_needed() -> None:
    assert not EARLY


@pytest.mark.parametrize(
    ("source", "needs", "proved"),
    [
        ("cur(?:e|es|ed|ing)", "cure|curing", True),
        ("cur(?:e|es|ed|ing)", "cure", False),
        ("(?:safe )?use", "safe", False),
        ("(?:safe ){1,3}use", "safe u", True),
        ("works? for", "work for|works for", True),
        ("licen[sc]ed", "licensed|licenced", True),
        (r"licen\wed", "licensed", False),
        ("(?<=mg )od", "mg ", True),
        ("od(?! mg)", "mg", False),
        ("a(?:b|(?:c|d)e)", "ab|ace|ade", True),
    ],
)
def test_the_proof_sees_what_an_expression_leaves_open(source: str, needs: str, proved: bool) -> None:
    assert proves(source, 0, needs.split("|")) is proved


@cache
def _every_character() -> str:
    return "".join(map(chr, range(sys.maxunicode + 1)))


@pytest.mark.parametrize("letter", "abcdefghijklmnopqrstuvwxyz0123456789")
def test_folding_brings_together_what_patterns_take_for_the_same(letter: str) -> None:
    for same in re.findall(letter, _every_character(), re.IGNORECASE):
        assert letter in fold(same)
        assert f"x{letter}y" in fold(f"X{same}Y")


@pytest.mark.parametrize(
    ("needs", "held"),
    [
        ("stop", ["Stop it.", "ſtop"]),
        ("never", []),
        ("", ["Stop it.", "Go on.", "ſtop"]),
        ("go|no", ["Go on."]),
        ("stop&&it", ["Stop it."]),
    ],
)
def test_only_texts_with_what_is_needed_are_shown(needs: str, held: list[str]) -> None:
    texts = Texts(("Stop it.", "Go on.", "ſtop"))
    found = texts.holding(Pattern("", re.IGNORECASE, needs=needs))
    assert [texts.typed[number] for number in found] == held
