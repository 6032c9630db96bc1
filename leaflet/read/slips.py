"""A mistake that the model found, brought back to the place in the file where it was made."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, get_args, get_origin

from pydantic import Tag
from pydantic.fields import FieldInfo

from leaflet.diagnostics import Span
from leaflet.model import Monograph, Node
from leaflet.source import LocatedDict, LocatedList, LocatedStr
from leaflet.values import Value


class Slip(Value, kw_only=True):
    """One of pydantic's errors, with what stands at its place and what the model wants there."""

    kind: str  # pydantic's name for the error
    context: Mapping[str, Any]
    value: Any  # what was typed: a located value, or None where a key is missing
    key: str | int | None  # the key or list index it stands at; None for the file as a whole
    holder: LocatedDict | LocatedList | None  # the mapping or list it stands in
    model: type[Node]  # what the model calls the innermost mapping
    field: FieldInfo | None  # the model's field for `key`
    span: Span


def locate(root: Any, error: Mapping[str, Any]) -> Slip:
    """Follow the `loc` of a pydantic error down through the typed values and the model.

    `loc` holds keys, list indexes, the tag of a union's branch, and "[key]" for a bad key.
    """
    value, holder, key = root, None, None
    shape: Any = Monograph
    model: type[Node] = Monograph
    field = None
    at_key = error["type"] == "extra_forbidden"
    for step in error["loc"]:
        if step == "[key]":
            at_key = True
            break
        branches = {} if _is_node(shape) else dict(_branches(shape))
        if branches:
            shape = branches[step]
        else:
            holder, key, value = value, step, _child(value, step)
            field = shape.model_fields.get(step) if _is_node(shape) else None
            shape = _child_shape(shape, field)
        model = shape if _is_node(shape) and isinstance(value, LocatedDict) else model
    return Slip(
        kind=error["type"],
        context=error.get("ctx", {}),
        value=value,
        key=key,
        holder=holder,
        model=model,
        field=field,
        span=_span(value, holder, key, at_key=at_key),
    )


def _child(value: Any, step: str | int) -> Any:
    if isinstance(value, LocatedDict):
        return value.get(str(step))
    return value[step] if isinstance(value, LocatedList) and isinstance(step, int) else None


def _child_shape(shape: Any, field: FieldInfo | None) -> Any:
    """Return what the model wants one step down: a field's type, or that of a tuple's or dict's values."""
    if field is not None:
        return field.annotation
    arguments = get_args(shape)
    return arguments[1 if get_origin(shape) is dict else 0] if arguments else None


def _branches(shape: Any) -> Iterator[tuple[str, Any]]:
    """Yield the tags of a tagged union with the type that each stands for."""
    if get_origin(shape) in (tuple, dict):
        return
    for argument in get_args(shape):
        tags = [extra.tag for extra in get_args(argument)[1:] if isinstance(extra, Tag)]
        if get_origin(argument) is Annotated and tags:
            yield tags[0], get_args(argument)[0]
        else:
            yield from _branches(argument)


def _is_node(shape: Any) -> bool:
    return isinstance(shape, type) and issubclass(shape, Node)


def _span(value: Any, holder: Any, key: Any, *, at_key: bool) -> Span:
    """Return the place to point at: the value, its key where it is empty or wrong, else the mapping."""
    keys_at = holder.keys_at if isinstance(holder, LocatedDict) else {}
    if key in keys_at and (at_key or value == ""):
        return keys_at[key]
    place = value if isinstance(value, LocatedStr | LocatedDict | LocatedList) else holder
    return place.span
