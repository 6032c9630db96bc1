"""Days as the field's formats write them."""

import datetime
import re

_DAY = re.compile(r"(?P<year>[12][0-9]{3})-?(?P<month>[0-9]{2})-?(?P<day>[0-9]{2})(?![0-9]{1,5}$)")


def day_of(text: str) -> datetime.date | None:
    """Return the day of a timestamp such as 2024-02-12T00:00:00Z or 20240212; None where it names none."""
    found = _DAY.match(text.strip())
    if not found:
        return None
    try:
        return datetime.date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
