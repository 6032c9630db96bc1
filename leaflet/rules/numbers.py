"""Rule S215: every figure in a form that cannot be misread."""

from collections.abc import Iterable
from itertools import pairwise

from leaflet.diagnostics import Span
from leaflet.passages import Passage
from leaflet.precompiled import expression
from leaflet.rules import doses, names
from leaflet.rules.figures import RANGE, Figure, odd_figures
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.rule import Hit, rule
from leaflet.rules.touching import Stretches

_ALONE = expression(rf"\d{{1,9}}|{RANGE}")
_DECIMAL_COMMA = expression(r"(\d{1,9}),(\d{1,2})(?!\d)")
_LETTERED = expression(r"(?=[\dlIO]{0,9}[lIO])(?=[\dlIO]{0,9}\d)[\dlIO]{2,10}\b")
_AS_DIGITS = str.maketrans("lIO", "110")
_GOES_ON = expression(r"[.,]?\d")
_NOT_READ = ("name", "source")  # a maker's name, an edition's number


@rule(
    "S215",
    "a figure in no known form",
    reason="a figure that can be read two ways is read the wrong way by somebody",
    bad="Take 5 to 10 at night.",
    good="Take 5 to 10 mg at night.",
    source="ISMP List of Error-Prone Abbreviations, Symbols, and Dose Designations",
)
def odd_figure(manuscript: Manuscript) -> Iterable[Hit]:
    """Find figures that count nothing that is named, and are no time, date, age, share or part of a name."""
    for passage in manuscript.passages:
        if len(passage.text.runs) > 1 and passage.role not in _NOT_READ:
            yield from _split(passage)
    for passage, figures in manuscript.found_in_passages(odd_figures):
        if passage.role in _NOT_READ:
            continue
        for figure in figures:
            place = passage.locate(figure.start, figure.end)
            if _is_headed(passage, figure) or _is_told(manuscript, place):
                continue
            yield Hit(
                message=f"{figure.words.strip()!r} {_misread(figure.words.strip())}",
                hint=(
                    "write a number with a point and no loose zeros, a space, and what it counts: "
                    "2.5 mg, 1,000 units"
                ),
                span=place,
            )


def _split(passage: Passage) -> Iterable[Hit]:
    """Find figures of which only a part is set in bold, or is a link: **1**5 is read as 1, or as 5."""
    at = 0
    for run, after in pairwise(passage.text.runs):
        at += len(run.plain)
        shifted = {run.style, after.style} & {"raised", "lowered"}
        if not shifted and run.plain[-1:].isdigit() and _GOES_ON.match(after.plain):
            yield Hit(
                message=f"{run.plain[-1]}{after.plain[0]} is one figure in two styles",
                hint="set the whole figure in one style",
                span=passage.locate(at - 1, at + 1),
            )


def _misread(words: str) -> str:
    """Tell how a figure can be read, where it can be read in two ways that are known."""
    if comma := _DECIMAL_COMMA.match(words):
        return f"is read as {comma[1]}.{comma[2]} by some, and as {comma[1]}{comma[2]} by others"
    if lettered := _LETTERED.match(words):
        digits = lettered[0].translate(_AS_DIGITS)
        bare = "".join(filter(str.isdecimal, lettered[0]))
        return f"has a letter among its digits, and is read as {digits} by some, and as {bare} by others"
    return "counts nothing that is named, or is written so that it can be misread"


def _is_headed(passage: Passage, figure: Figure) -> bool:
    """Tell whether a number or a range is all that a cell holds: its column says what it counts."""
    return passage.role == "cell" and figure.words == passage.plain and bool(_ALONE.fullmatch(figure.words))


def _told(manuscript: Manuscript) -> Stretches:
    """Return where the rules on dose expressions have found something; they know better what is wrong."""
    hits = (hit for each in (*doses.RULES, *names.RULES) for hit in each.judge(manuscript))
    return Stretches(hit.span for hit in hits if hit.span is not None)


def _is_told(manuscript: Manuscript, place: Span | None) -> bool:
    return place is not None and manuscript.recall(_told).touch(place)


RULES = (odd_figure,)
