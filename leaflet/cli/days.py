"""The day a command works on: the one place that reads the clock."""

import datetime
import os

from leaflet.cli.terminal import Trouble

_FIRST_TO_WAKE = datetime.timezone(datetime.timedelta(hours=14))  # the Line Islands of Kiribati


def today() -> datetime.date:
    """Return the day that SOURCE_DATE_EPOCH names, else today where the user is: for what is written down."""
    return _named_day() or datetime.datetime.now().astimezone().date()


def latest_day() -> datetime.date:
    """Return the day that SOURCE_DATE_EPOCH names, else the latest that has begun anywhere: for judging.

    A monograph dated today in Sydney is not refused by a build in Seattle, and a build gives the same
    whatever the machine takes for its time zone. A review that ends today may end some hours early.
    """
    return _named_day() or datetime.datetime.now(_FIRST_TO_WAKE).date()


def _named_day() -> datetime.date | None:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return None
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise Trouble(
            f"SOURCE_DATE_EPOCH is {epoch!r}, which names no day",
            "set it to the seconds since 1970, such as $(git log -1 --format=%ct), or not at all",
        ) from error
