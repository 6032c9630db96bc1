"""Texts made to cost time: one trigger again and again, and what the rules find in any run of it."""

from typing import Any

from leaflet.model import Monograph
from leaflet.rules.english.acts import VERBS
from tests.rules.monographs import monograph, section

# By trigger, the rules that name a run of it.
FORBIDDEN: dict[str, str] = {
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
    "Stop it. ": "S101",
    "Halve your dose. ": "S102",
    "Take a double dose. ": "S103",
    "Skip a dose. ": "S104",
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
# The verbs of every act.
PHRASES = tuple(
    sorted(
        {
            entry.replace("..", "it").strip()
            for _, lines in VERBS
            for line in lines.split("\n")
            for entry in line.split("|")
        }
        - {""}
    )
)


def run_of(trigger: str, length: int) -> Monograph:
    """Return a monograph that says a trigger again and again, in about `length` characters."""
    words = "Take " + trigger.replace("[", r"\[") * (length // len(trigger))
    return monograph(section("how_to_take", words))


def items_under_a_lead(count: int) -> Monograph:
    """Return a monograph with `count` items that are forbidden only by a lead-in of as many words."""
    items: dict[str, Any] = {"bullets": ["stop taking it"] * count}
    return monograph(section("how_to_take", "Rest, " + "rest, " * count + "and do not:", items))
