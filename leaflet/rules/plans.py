"""Rules S701 to S703: the days of a plan of doses follow one another, and doses that go down stay down."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from leaflet.languages import language_of
from leaflet.model import Plan, Schedule, ScheduleRow
from leaflet.precompiled import expression
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.rule import Hit, rule
from leaflet.values import Value

_SOURCE = "ISMP: a tapering schedule states each day and its dose, once"
_AMOUNT = expression(r"^\s*(?P<whole>\d{1,6}(?:[.,]\d{1,4})?)?\s*(?P<half>[½¼¾])?\s*(?P<unit>[^\d½¼¾]*)$")
_HALVES = {"½": 0.5, "¼": 0.25, "¾": 0.75}


class _Days(Value):
    """The days of a row, counted from 1."""

    row: ScheduleRow
    first: int
    last: int


def _plans(manuscript: Manuscript) -> Iterator[Plan]:
    for section in manuscript.monograph.sections:
        for block in section.blocks:
            if isinstance(block, Schedule):
                yield block.schedule


def _days(manuscript: Manuscript, plan: Plan) -> list[_Days]:
    """Return the rows whose days can be read, in the plan's order; of weekdays and other words none."""
    language = language_of(manuscript.monograph.language)
    if language is None:
        return []
    expression, lengths = language.periods
    found = []
    for row in plan.rows:
        match = re.fullmatch(expression, row.when.plain.strip(), re.IGNORECASE)
        if match:
            first = int(match["first"])
            length = lengths[match["unit"].lower()]
            found.append(_Days(row, (first - 1) * length + 1, int(match["last"] or first) * length))
    return found


@rule(
    "S701",
    "two rows of a plan for one day",
    reason="a patient who finds two doses for a day takes both, or the wrong one",
    bad="rows for 'Days 1 to 3' and 'Days 3 to 5'",
    good="rows for 'Days 1 to 3' and 'Days 4 to 5'",
    source=_SOURCE,
)
def same_day(manuscript: Manuscript) -> Iterable[Hit]:
    """Find rows whose days overlap those of a row above."""
    for plan in _plans(manuscript):
        for before, after in pairwise(_days(manuscript, plan)):
            if after.first <= before.last:
                yield Hit(
                    message=f"{after.row.when.plain!r} holds days that {before.row.when.plain!r} holds, too",
                    hint="give each day one row",
                    span=after.row.when.span,
                )


@rule(
    "S702",
    "a day without a row in a plan",
    reason="a patient does not know what to take on that day",
    bad="rows for 'Days 1 to 3' and 'Days 5 to 7'",
    good="rows for 'Days 1 to 3' and 'Days 4 to 7'",
    source=_SOURCE,
)
def missing_day(manuscript: Manuscript) -> Iterable[Hit]:
    """Find days between two rows that none of them holds."""
    for plan in _plans(manuscript):
        for before, after in pairwise(_days(manuscript, plan)):
            if after.first > before.last + 1:
                missing = after.first - before.last - 1
                days = (
                    f"day {before.last + 1}"
                    if missing == 1
                    else f"days {before.last + 1} to {after.first - 1}"
                )
                yield Hit(
                    message=f"the plan says nothing about {days}",
                    hint="add a row; where nothing is taken, leave its doses empty",
                    span=after.row.when.span,
                )


@rule(
    "S703",
    "a plan whose dose goes down and up again",
    reason="a dose that rises in a plan for coming off a medicine is mostly a slip of the pen",
    bad="20 mg, then 10 mg, then 15 mg",
    good="20 mg, then 15 mg, then 10 mg",
    source=_SOURCE,
)
def rising(manuscript: Manuscript) -> Iterable[Hit]:
    """Find rows with more in a day than the row above, in a plan that went down before."""
    for plan in _plans(manuscript):
        has_fallen = False
        for before, after in pairwise(plan.rows):
            earlier, later = _total(before.doses), _total(after.doses)
            if earlier is None or later is None or earlier[1] != later[1]:
                continue
            has_fallen = has_fallen or later[0] < earlier[0]
            if has_fallen and later[0] > earlier[0]:
                yield Hit(
                    message=f"the dose of {after.when.plain!r} is higher than that of {before.when.plain!r}",
                    hint="put the rows in order, or ask the prescriber which is meant",
                    span=after.when.span,
                )


def _total(doses: Sequence[object]) -> tuple[float, str] | None:
    """Return what the doses of a day come to, with their unit; None where that cannot be read."""
    total, units = 0.0, set[str]()
    for dose in (str(each) for each in doses if str(each).strip()):
        match = _AMOUNT.match(dose)
        if match is None or not (match["whole"] or match["half"]):
            return None
        total += float((match["whole"] or "0").replace(",", ".")) + _HALVES.get(match["half"] or "", 0.0)
        units.add(match["unit"].strip().rstrip("s").lower())
    return (total, units.pop()) if len(units) == 1 else None


RULES = (same_day, missing_day, rising)
"""Whether a dose may be computed is no question here: sums are compared, and none is printed."""
