"""How fast each form of a leaflet is made, in one process: monographs that differ in every text.

    python -m tests.bench.forms [NUMBER]

Each monograph is composed, printed and written in every form in turn, as a build does. `alone` is a form with
composing, `beside` the form with what composing still costs where the leaflet was printed before, `tree` the
form from the composed tree; `times` is how many of it are made in the time of a PDF. Time is the processor's.
"""

import sys
import time
from collections import defaultdict
from collections.abc import Mapping
from itertools import islice

from leaflet import api
from leaflet.document.tree import Document
from leaflet.forms import FORMS
from leaflet.handout import NO_HANDOUT
from leaflet.model import Monograph
from tests.bench.varied import monographs

_SHOWN = ("html", "epub", "text", "braille")
_WARM = 5


class Clock:
    """Adds up what each step takes."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._since = time.process_time()

    def start(self) -> None:
        """Start a step."""
        self._since = time.process_time()

    def stop(self, step: str) -> None:
        """Add the time since the start to a step."""
        self.seconds[step] += time.process_time() - self._since


def run(monograph: Monograph, forms: tuple[str, ...], clock: Clock) -> None:
    """Make one leaflet in print and in some forms."""
    clock.start()
    document: Document = api._composed(monograph, None, NO_HANDOUT)
    clock.stop("compose")
    clock.start()
    api.make(monograph)
    clock.stop("pdf")
    clock.start()
    api.composed(monograph)
    clock.stop("composed before")
    for form in forms:
        clock.start()
        FORMS[form].write(document, monograph)
        clock.stop(form)


def table(seconds: Mapping[str, float], number: int, forms: tuple[str, ...]) -> list[str]:
    """Return a line for each form."""
    pdf, composing, again = seconds["pdf"], seconds["compose"], seconds["composed before"]
    lines = [f"pdf      {number / pdf:7.0f} a second, {1000 * pdf / number:6.2f} ms"]
    for form in forms:
        own = seconds[form]
        alone, beside = own + composing, own + again
        lines.append(
            f"{form:8} {number / alone:7.0f} a second alone ({pdf / alone:.1f} times), "
            f"beside a PDF {number / beside:.0f} ({pdf / beside:.1f} times), "
            f"tree {number / own:.0f} ({(pdf - composing) / own:.1f} times)"
        )
    return lines


def main() -> None:
    """Print the rates."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    stream = monographs(7, new_words=True)
    for each in islice(stream, _WARM):
        run(each, _SHOWN, Clock())
    clock = Clock()
    for each in islice(stream, number):
        run(each, _SHOWN, clock)
    print("\n".join(table(clock.seconds, number, _SHOWN)))  # noqa: T201 - a table for a person


if __name__ == "__main__":
    main()
