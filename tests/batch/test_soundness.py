"""How long a check is believed: never longer than the rules would find nothing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet.batch.soundness import Asked, Sound, soundness
from leaflet.model import Monograph
from leaflet.read import read_monograph
from leaflet.rules import RULES, ContentRule, refusals
from leaflet.rules.manuscript import Manuscript
from tests.batch.monographs import approved, baclofen

_DAYS = st.dates(date(2026, 11, 1), date(2026, 12, 31))
_RULES_ON_DATES = [rule for rule in RULES if rule.code in {"S601", "S602", "S603", "S604"}]


def _monograph(text: str) -> Monograph:
    monograph, findings = read_monograph(text.encode(), "a.yaml")
    assert monograph is not None, findings
    return monograph


class _Watched(Manuscript):
    """A manuscript that notes whether somebody asked for the day."""

    was_asked = False

    def __getattribute__(self, name: str) -> object:
        if name == "on":
            object.__setattr__(self, "was_asked", True)
        return super().__getattribute__(name)


def _reads_the_day(rule: ContentRule, monograph: Monograph) -> bool:
    watched = _Watched(monograph, date(2026, 12, 1))
    list(rule.judge(watched))
    return watched.was_asked


def test_only_the_rules_on_dates_read_the_day() -> None:
    monograph = _monograph(approved(on="2026-11-24", due="2027-11-23"))
    readers = {rule.code for rule in RULES if _reads_the_day(rule, monograph)}
    assert readers == {"S602", "S603"}, "a rule that reads the day needs its part in `Sound.answers`"


@given(on=_DAYS, due=_DAYS, checked=_DAYS, asked=_DAYS, is_draft=st.booleans())
def test_what_is_believed_is_what_would_be_found(
    on: date, due: date, checked: date, asked: date, is_draft: bool
) -> None:
    text = baclofen() if is_draft else approved(on=on.isoformat(), due=due.isoformat())
    monograph = _known.setdefault(text, _monograph(text))
    if _found(monograph, checked):
        return
    sound = soundness(monograph, strict=False, program="this one")
    assert sound.answers(Asked(checked, strict=False), "this one")
    assert sound.answers(Asked(asked, strict=False), "this one") is not _found(monograph, asked)


_known: dict[str, Monograph] = {}


def _found(monograph: Monograph, day: date) -> bool:
    manuscript = Manuscript(monograph, day)
    return any(True for rule in _RULES_ON_DATES for _ in rule.judge(manuscript))


def test_a_whole_check_finds_nothing_on_the_last_day_and_the_lapse_on_the_next() -> None:
    monograph = _monograph(approved(on="2026-11-24", due="2027-11-23"))
    sound = soundness(monograph, strict=False, program="this one")
    assert (sound.since, sound.until, sound.stem) == (date(2026, 11, 24), date(2027, 11, 23), "baclofen-en")
    assert sound.until is not None
    assert refusals(monograph, on=sound.since) == refusals(monograph, on=sound.until) == ()
    assert [finding.code for finding in refusals(monograph, on=date(2027, 11, 24))] == ["S603"]


@pytest.mark.parametrize(
    ("kept", "strict", "program", "answers"),
    [
        (False, False, "this one", True),
        (False, True, "this one", False),  # the warnings were not looked for
        (True, False, "this one", True),
        (True, True, "this one", True),
        (True, True, "another", False),
    ],
)
def test_a_check_answers_what_it_looked_for(kept: bool, strict: bool, program: str, answers: bool) -> None:
    sound = Sound(stem="a-en", since=date(2026, 1, 1), until=None, strict=kept, program="this one")
    assert sound.answers(Asked(date(2026, 1, 1), strict=strict), program) is answers
