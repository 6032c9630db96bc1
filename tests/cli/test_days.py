"""The day: local for what is written down, the same in every time zone for what is judged."""

import datetime
import time

import pytest

from leaflet.cli.days import latest_day, today


@pytest.mark.parametrize("day", [today, latest_day])
def test_source_date_epoch_names_the_day(day: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1783987200")
    assert callable(day)
    assert day() == datetime.date(2026, 7, 14)


def test_the_day_that_judges_is_the_same_everywhere_and_never_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    days = set()
    for zone in ("UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"):
        monkeypatch.setenv("TZ", zone)
        if hasattr(time, "tzset"):
            time.tzset()
        before = latest_day()
        assert today() <= latest_day()
        days |= {before}
    monkeypatch.undo()
    if hasattr(time, "tzset"):
        time.tzset()
    assert len(days) <= 2  # two only where midnight passed meanwhile
