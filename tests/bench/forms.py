"""How fast each form of a leaflet is made, in one process: monographs that differ in every text.

    python -m tests.bench.forms [NUMBER]

A form is made of block after block of monographs as a build of this form alone does it: after the check,
which has found what each covers, and composing included. Then the next form is made of the same block, so
that all meet the same load. `beside` is a form that is written from the tree that a PDF was made of before.
`times` is how many are made in the time of a PDF, which is composed, laid out, proved and rendered. Time is
the processor's.
"""

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice

from leaflet import api
from leaflet.coverage import coverage
from leaflet.document.tree import Document
from leaflet.forms import FORMS
from leaflet.model import Monograph
from tests.bench.varied import monographs

_SHOWN = ("html", "epub", "text", "braille")
_BLOCK = 50
_WARM = 5


def run(block: Sequence[Monograph], forms: Iterable[str]) -> dict[str, float]:
    """Return the seconds that each form takes for all of a block, alone and beside a PDF."""
    took = {"pdf": _timed(api.make, block)}
    for form in forms:
        took[form] = _timed(partial(_whole, form), block)
        trees = {id(monograph): api.composed(monograph) for monograph in block}
        took[f"{form} beside"] = _timed(partial(_from_tree, form, trees), block)
    return took


def _whole(form: str, monograph: Monograph) -> None:
    FORMS[form].write(api.composed(monograph), monograph)


def _from_tree(form: str, trees: Mapping[int, Document], monograph: Monograph) -> None:
    FORMS[form].write(trees[id(monograph)], monograph)


def _timed(make: Callable[[Monograph], object], block: Iterable[Monograph]) -> float:
    seconds = 0.0
    for monograph in block:
        coverage(monograph)
        since = time.process_time()
        make(monograph)
        seconds += time.process_time() - since
    return seconds


def table(seconds: Mapping[str, float], number: int, forms: Iterable[str]) -> Iterator[str]:
    """Yield a line for each form."""
    pdf = seconds["pdf"]
    for form in ("pdf", *forms):
        for step in [each for each in (form, f"{form} beside") if each in seconds]:
            took = seconds[step]
            rates = f"{number / took:7.0f} a second, {1000 * took / number:6.2f} ms"
            yield f"{step:15} {rates}, {pdf / took:5.1f} times"


def main() -> None:
    """Print the rates."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    stream = monographs(7, new_words=True)
    run(list(islice(stream, _WARM)), _SHOWN)
    seconds: defaultdict[str, float] = defaultdict(float)
    for start in range(0, number, _BLOCK):
        block = list(islice(stream, min(_BLOCK, number - start)))
        for step, took in run(block, _SHOWN).items():
            seconds[step] += took
    print("\n".join(table(seconds, number, _SHOWN)))  # noqa: T201 - a table for a person


if __name__ == "__main__":
    main()
