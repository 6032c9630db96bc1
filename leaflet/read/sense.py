"""What one part of a mapping says of another: cells and columns, a topic and its heading, items and lists."""

from collections.abc import Callable, Mapping
from typing import Any

from leaflet import model
from leaflet.read.reading import REFUSED, Reading, Wording, place_of
from leaflet.values import altered

Sense = Callable[[Reading, Any, Any], Any]
"""Return the node, or `REFUSED` where what it says does not add up; the third is what was typed."""


def _item(to: Reading, item: model.Item, typed: dict[str, Any]) -> Any:
    if len([each for each in (item.bullets, item.steps) if each]) + (len(item.item) > 1) == 1:
        return item
    message = "an item with 'item:' has either 'bullets' or 'steps' under it, and not both"
    hint = "write an item that has no list under it as text alone"
    return to.refuse(Wording("M017", message, hint), typed, None, None)


def _table(to: Reading, table: model.TableBlock, typed: dict[str, Any]) -> Any:
    columns = len(table.columns)
    ragged = [number for number, row in enumerate(table.rows) if len(row) != columns]
    for number in ragged:
        row = typed["rows"][number]
        message = f"this row has {_some(len(row), 'cell')}, and the table has {_some(columns, 'column')}"
        hint = 'write a cell for each column, "" for an empty one'
        to.refuse(Wording("M022", message, hint), row, typed["rows"], number)
    return REFUSED if ragged else table


def _plan(to: Reading, plan: model.Plan, typed: dict[str, Any]) -> Any:
    times = len(plan.times)
    ragged = [number for number, row in enumerate(plan.rows) if len(row.doses) != times]
    for number in ragged:
        doses = typed["rows"][number]["doses"]
        message = f"this row has {_some(len(doses), 'dose')}, and the plan has {_some(times, 'time')} of day"
        hint = 'write a dose for each time, "" where there is none'
        to.refuse(Wording("M022", message, hint), doses, typed["rows"], number)
    return REFUSED if ragged else plan


def _section(to: Reading, section: model.Section, typed: dict[str, Any]) -> Any:
    if section.heading is not None or section.topic != "other":
        return section
    if typed.get("heading") == model.OPEN:  # noted as open, so that check names it and build refuses it
        return altered(section, heading=model.OPEN_WORDS)
    span = section.topic_span or place_of(typed, None, None)
    message = "a section on 'other' has no heading of its own, and the program knows none for it"
    to.report(Wording("M023", message, "add 'heading:'"), span)
    return REFUSED


def _some(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


SENSE: Mapping[type[model.Node], Sense] = {
    model.Item: _item,
    model.TableBlock: _table,
    model.Plan: _plan,
    model.Section: _section,
}
