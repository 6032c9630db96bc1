"""Texts made to cost time: one trigger again and again, and what the rules find in any run of it."""

from typing import Any

from leaflet.check.phrases import LESS, MORE, SKIP, STOP
from leaflet.model import Monograph
from tests.check.monographs import monograph, section

# By trigger, the rules that forbid a run of it.
FORBIDDEN: dict[str, str] = {
    "stop ": "S101",
    "stop taking it ": "S101",
    "do not stop or ": "S101",
    "halve your dose ": "S102",
    "take less of it ": "S102",
    "take more ": "S103",
    "skip a dose ": "S104",
    "10mg ": "S203",
    "1.0 ": "S201",
    ".5": "S202",
    "mg/": "S207",
    "II ": "S209",
    "< ": "S208",
    "@": "S208",
    "&": "S208",
    "µg": "S206",
    "Testol1": "S204",
    "Testol 1 ": "S212",
    "safe ": "S404",
    "cure ": "S405",
    "take 5 mg. Take 6 mg. ": "S205 S213",
    "guarantee ": "S406",
}
_ALLOWED = (
    "do not stop ", "if you stop ", "doctor may ", "your doctor may stop ", "ask your doctor ",
    "your doctor tells you ", "double ", "take ", "take the the the ", "not ", "never ", "no longer need ",
    "unless ", "or ", "and then ", "to ", "you ", "by ", "if you have or are not to be ", "mg", "mg ", "10 ",
    "1,", "1", "5-", "/", "1/2", "I", "V ", "U ", "Testol ", "not safe ", "FDA ", "approved ", "approved by ",
    "the best ", "restores the ", "balance ", "is ", "is not ", "is usually ", "been ed ", "is taken ",
    "this ", "This is ", "It may ", "if you feel ", "If you feel x ", "too much ", "immediately ",
    "get help ", "call ", "Call your ", "do not drink ", "try not to ", "a", "a ", "A", "A ", "AB ", "A. ",
    "e.g. ", ". ", "!", "? ", "(", ")", "'", "’s ", "don't ", "-", " ", "–", "medication ", "seizures ",
    "two times ", "three ", "06/08/", "2018-", "called ", "[", "drive ", "pregnant ", "5 mg 3 times a day ",
    "works for ", "will ", "without ", "without asking your ", "medical ", "health care ", "your your ",
    "med of ",
)  # fmt: skip
TRIGGERS = (*FORBIDDEN, *_ALLOWED)
# The words of every phrase by which an act is told.
PHRASES = tuple(
    words
    for line in "\n".join((STOP, LESS, MORE, SKIP)).split("\n")
    if (words := "".join(char if char.isalnum() else " " for char in line)).strip()
)


def run_of(trigger: str, length: int) -> Monograph:
    """Return a monograph that says a trigger again and again, in about `length` characters."""
    words = "Take " + trigger.replace("[", r"\[") * (length // len(trigger))
    return monograph(section("how_to_take", words))


def items_under_a_lead(count: int) -> Monograph:
    """Return a monograph with `count` items that are forbidden only by a lead-in of as many words."""
    items: dict[str, Any] = {"bullets": ["stop taking it"] * count}
    return monograph(section("how_to_take", "Rest, " + "rest, " * count + "and do not:", items))
