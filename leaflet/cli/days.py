"""The day a command works on: the one place that reads the clock."""

import datetime
import os


def today() -> datetime.date:
    """Return the day that SOURCE_DATE_EPOCH names, else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    return datetime.datetime.now().astimezone().date()
