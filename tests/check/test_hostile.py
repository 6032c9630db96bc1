"""Long runs of each trigger take time in proportion: no pattern is quadratic on hostile text."""

import datetime
import time

import pytest

from leaflet.check import check
from leaflet.check.phrases import LESS, MORE, SKIP, STOP
from tests.check.monographs import monograph, section

TODAY = datetime.date(2026, 6, 1)
TRIGGERS = [
    "stop ", "stop taking it ", "do not stop ", "do not stop or ", "if you stop ", "doctor may ",
    "your doctor may stop ", "ask your doctor ", "your doctor tells you ", "halve your dose ",
    "take less of it ", "double ", "take more ", "take ", "take the the the ", "skip a dose ", "not ",
    "never ", "no longer need ", "unless ", "or ", "and then ", "to ", "you ", "by ",
    "if you have or are not to be ", "mg", "mg ", "10 ", "10mg ", "1.0 ", ".5", "1,", "1", "5-", "/",
    "mg/", "1/2", "I", "V ", "II ", "< ", "@", "&", "µg", "U ", "Testol ", "Testol1", "Testol 1 ",
    "safe ", "not safe ", "cure ", "FDA ", "approved ", "approved by ", "the best ", "restores the ",
    "balance ", "is ", "is not ", "is usually ", "been ed ", "is taken ", "this ", "This is ", "It may ",
    "if you feel ", "If you feel x ", "too much ", "immediately ", "get help ", "call ", "Call your ",
    "do not drink ", "try not to ", "a", "a ", "A", "A ", "AB ", "A. ", "e.g. ", ". ", "!", "? ", "(",
    ")", "'", "’s ", "don't ", "-", " ", "–", "medication ", "seizures ", "two times ", "three ",
    "06/08/", "2018-", "called ", "[", "drive ", "pregnant ", "5 mg 3 times a day ",
    "take 5 mg. Take 6 mg. ", "guarantee ", "works for ", "will ", "without ", "without asking your ",
    "medical ", "health care ", "your your ", "med of ",
]  # fmt: skip
SHORT = 1_500  # characters; the long run has eight times as many


def _seconds(words: str) -> float:
    leaflet = monograph(section("how_to_take", words))
    start = time.process_time()
    check(leaflet, on=TODAY)
    return time.process_time() - start


def _run(trigger: str, length: int) -> str:
    return "Take " + trigger.replace("[", r"\[") * (length // len(trigger))


@pytest.mark.parametrize("trigger", TRIGGERS)
def test_long_runs_of_a_trigger_stay_linear(trigger: str) -> None:
    short = max(0.004, _seconds(_run(trigger, SHORT)))  # below that the clock tells more about the machine
    long = min(_seconds(_run(trigger, 8 * SHORT)) for _ in range(2))
    assert long < 8 * short * 3  # quadratic work would take 64 times as long


def test_long_runs_of_every_phrase_stay_linear() -> None:
    for line in "\n".join((STOP, LESS, MORE, SKIP)).split("\n"):
        words = "".join(char if char.isalnum() else " " for char in line)
        if words.strip():
            assert _seconds(f"{words} " * (4 * SHORT // len(words))) < 1


def test_many_items_under_a_long_lead_stay_linear() -> None:
    lead = "Do not " + "stop or " * 1_000 + "do:"
    leaflet = monograph(section("how_to_take", lead, {"bullets": ["stop taking it"] * 1_000}))
    start = time.process_time()
    check(leaflet, on=TODAY)
    assert time.process_time() - start < 3
