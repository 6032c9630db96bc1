"""A monograph taken apart again: the values that an author would type for it."""

import datetime
from decimal import Decimal
from typing import Any

from leaflet.inline import Text
from leaflet.model.monograph import Case
from leaflet.model.table import ONE_OR_MORE, OPEN, OPEN_WORDS, Field, Node, fields_of, marks_of


def typed_of(node: Node) -> dict[str, Any]:
    """Return the mapping that makes a node when it is read: texts, numbers, lists and mappings.

    What may be left out and holds nothing is left out; an open field is `~`.
    """
    if isinstance(node, Case):
        return {str(node.condition.typed): str(node.action.typed)}
    typed: dict[str, Any] = {}
    for field in fields_of(type(node)):
        value = getattr(node, field.name)
        if not field.required and (value is None or value == field.default):
            continue
        if field.row.single and len(value) == 1:
            typed[field.row.single] = _plain(value[0])
        else:
            typed[field.key] = _of(value, field)
    return typed


def _of(value: Any, field: Field) -> Any:
    if value is None or (value == () and field.row.least):
        return OPEN
    if ONE_OR_MORE in marks_of(field.shape) and len(value) == 1:
        return _plain(value[0])
    return _plain(value)


def _plain(value: Any) -> Any:
    match value:
        case Node():
            return typed_of(value)
        case Text():
            return _words(value.typed)
        case tuple():
            return [_plain(each) for each in value]
        case dict():
            return {str(name): _plain(each) for name, each in value.items()}
        case datetime.date():
            return value.isoformat()
        case Decimal():
            return str(value)
        case str():
            return _words(value)
        case _:
            return value


def _words(typed: str) -> str:
    return OPEN if typed == OPEN_WORDS else str(typed)
