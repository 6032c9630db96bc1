"""Read values by the model's table: for each type of the model a reader, made once, on first use.

A reader takes what was typed and returns what it stands for. Whatever is wrong it notes, with its place,
and goes on, so that one reading finds every mistake.
"""

from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from leaflet import model
from leaflet.inline import Text
from leaflet.model.table import MAY_BE_EMPTY, NOWHERE, ONE_OR_MORE, branches_of, marks_of, scalar_of
from leaflet.read import telling
from leaflet.read.problems import closest
from leaflet.read.reading import REFUSED, Holder, Reading, Step
from leaflet.read.scalar_readers import (
    Reader,
    cell_reader,
    literal_reader,
    scalar_reader,
    text_reader,
    truth_reader,
)
from leaflet.read.sense import SENSE
from leaflet.source import LocatedDict, LocatedStr

_MANY_KEYS = 100  # a mapping of more is no slip of the pen, and comparing them all takes long
_FORMS = (*[form for form in model.BLOCK_FORMS[::-1] if form != "lines"], "lines")  # write_in has lines, too


@cache
def node_reader(node: type[model.Node]) -> Reader:
    """Return a reader of a mapping."""
    fields = model.fields_of(node)
    readers = {key: entry for field in fields for key, entry in _entries(field)}
    required = tuple(field for field in fields if field.required)
    sense = SENSE.get(node)

    def read(to: Reading, value: Any, holder: Holder, step: Step) -> Any:
        if not isinstance(value, dict):
            said = telling.empty(step, required=True) if _is_blank(value) else telling.no_mapping(value)
            return to.refuse(said, value, holder, step)
        made: dict[str, Any] = {}
        sound = True
        for key, typed in value.items():
            entry = readers.get(key)
            if entry is None:
                sound = False
                to.refuse_key(telling.unknown_key(node, key, typed, list(readers)), value, key)
            elif entry[0] in made:
                sound = False
                to.refuse_key(telling.two_keys(*[each for each in readers if readers[each][0] == entry[0]]),
                              value, key)  # fmt: skip
            else:
                made[entry[0]] = item = entry[1](to, typed, value, key)
                sound = sound and item is not REFUSED
        for field in required:
            if field.name not in made:
                sound = False
                if not _is_mistyped(field, node, value, readers):
                    to.refuse(telling.missing(node, field), None, value, field.key)
        if not sound:
            return REFUSED
        place = model.Place(value) if isinstance(value, LocatedDict) else NOWHERE
        read_node = node(place=place, **made)
        return sense(to, read_node, value) if sense is not None else read_node

    return read


def _entries(field: model.Field) -> list[tuple[str, tuple[str, Reader]]]:
    """Return the keys of a field with the field's name and the reader of what is typed under each."""
    reader = reader_of(field.shape, required=field.required, least=field.row.least)
    entries = [(field.key, (field.name, _openable(field, reader)))]
    if field.row.single:
        alone = reader_of(get_args(field.shape)[0], required=True)
        entries.append((field.row.single, (field.name, _alone(alone))))
    return entries


def _alone(reader: Reader) -> Reader:
    """Return a reader of the only item of a list."""

    def read(to: Reading, value: Any, holder: Holder, step: Step) -> Any:
        item = reader(to, value, holder, step)
        return item if item is REFUSED else (item,)

    return read


def _openable(field: model.Field, reader: Reader) -> Reader:
    """Return a reader that also takes '~', or says that it cannot stand here."""

    def read(to: Reading, value: Any, holder: Holder, step: Step) -> Any:
        if value != model.OPEN or not _is_open(value):
            return reader(to, value, holder, step)
        if not field.may_be_open:
            return to.refuse(telling.not_open(step), value, holder, step)
        to.leave_open(value, holder, step)
        return _stand_in(field, value)

    return read


def _is_open(value: str) -> bool:
    """Tell a bare ~ from one in quotes."""
    return not isinstance(value, LocatedStr) or value.source.text.startswith(model.OPEN, value.start)


def _stand_in(field: model.Field, value: str) -> Any:
    """Return what the model holds for an open field."""
    if not field.required:
        return field.default
    if field.shape is Text or Text in branches_of(field.shape):
        return Text.verbatim(_open_words(value))
    if get_origin(field.shape) is tuple:
        return ()
    scalar = scalar_of(field.shape)
    return _open_words(value) if scalar is not None and scalar.form == "line" else None


def _open_words(value: str) -> str:
    if not isinstance(value, LocatedStr):
        return model.OPEN_WORDS
    return LocatedStr(model.OPEN_WORDS, value.source, value.start, value.end)


def _is_mistyped(
    field: model.Field, node: type[model.Node], holder: dict[str, Any], known: dict[str, Any]
) -> bool:
    """Tell whether a key is missing only because it is mistyped, or typed as it once was: that is said."""
    strange = [key for key in holder if key not in known]
    if any(telling.REPLACED.get((node, key), ("",))[0] == field.key for key in strange):
        return True
    return len(holder) <= _MANY_KEYS and any(closest(key, known) in field.keys for key in strange)


def _is_blank(value: Any) -> bool:
    return isinstance(value, str) and not value.strip()


def reader_of(shape: Any, *, required: bool, least: int = 0) -> Reader:
    """Return the reader of a type of the model."""
    scalar, origin = scalar_of(shape), get_origin(shape)
    if scalar is not None:
        return scalar_reader(scalar, required=required)
    if origin is Annotated:
        if MAY_BE_EMPTY in marks_of(shape):
            return cell_reader()
        assert ONE_OR_MORE in marks_of(shape)  # noqa: S101  # the table knows no other mark
        return _one_or_more(get_args(shape)[0], least)
    if origin is Literal:
        return literal_reader(get_args(shape), required=required)
    if origin is tuple:
        return _list_reader(reader_of(get_args(shape)[0], required=True), least, required=required)
    if origin is dict:
        return _names_reader(*get_args(shape), least=least)
    if origin in (Union, UnionType):
        return _union_reader(get_args(shape), required=required)
    if shape is Text:
        return text_reader(required=required)
    return (
        truth_reader if shape is bool else _case_reader() if shape is model.Case else _reader_in_time(shape)
    )


def _reader_in_time(node: type[model.Node]) -> Reader:
    """Return a reader of a mapping that is made when there is one: no monograph has every kind."""
    return lambda to, value, holder, step: node_reader(node)(to, value, holder, step)


def _list_reader(item: Reader, least: int, *, required: bool) -> Reader:
    def read(to: Reading, value: Any, holder: Holder, step: Step) -> Any:
        if not isinstance(value, list):
            said = telling.empty(step, required=required) if _is_blank(value) else telling.no_list(value)
            return to.refuse(said, value, holder, step)
        if len(value) < least:
            return to.refuse(telling.empty_list(step), value, holder, step)
        items = tuple([item(to, each, value, number) for number, each in enumerate(value)])
        return REFUSED if REFUSED in items else items

    return read


def _one_or_more(shape: Any, least: int) -> Reader:
    one = reader_of(get_args(shape)[0], required=True)
    many = _list_reader(one, least, required=True)

    def read(to: Reading, value: Any, holder: Holder, step: Step) -> Any:
        if isinstance(value, list):
            return many(to, value, holder, step)
        item = one(to, value, holder, step)
        return item if item is REFUSED else (item,)

    return read


def _names_reader(name: Any, shape: Any, *, least: int) -> Reader:
    """Return a reader of a mapping whose keys are names."""
    names, values = reader_of(name, required=True), reader_of(shape, required=True)

    def read(to: Reading, value: Any, holder: Holder, step: Step) -> Any:
        if not isinstance(value, dict):
            said = telling.empty(step, required=True) if _is_blank(value) else telling.no_mapping(value)
            return to.refuse(said, value, holder, step)
        if len(value) < least:
            return to.refuse(telling.empty_list(step), value, holder, step)
        made = {names(to, key, value, key): values(to, typed, value, key) for key, typed in value.items()}
        return REFUSED if REFUSED in made or REFUSED in made.values() else made

    return read


def _union_reader(shapes: tuple[Any, ...], *, required: bool) -> Reader:
    """Return a reader of blocks, each by its form, or of what may be a text, a list or a mapping."""
    if Text not in shapes:
        return _block_reader(shapes)
    words = text_reader(required=required)
    others: dict[type, Reader] = {
        (list if get_origin(shape) is tuple else dict): reader_of(shape, required=True, least=1)
        for shape in shapes
        if shape is not Text
    }

    def read(to: Reading, value: Any, holder: Holder, step: Step) -> Any:
        for type_, reader in others.items():
            if isinstance(value, type_):
                return reader(to, value, holder, step)
        return words(to, value, holder, step)

    return read


def _block_reader(shapes: tuple[type[model.Node], ...]) -> Reader:
    readers = {next(iter(shape.__annotations__)): _reader_in_time(shape) for shape in shapes}
    allowed = tuple(form for form in model.BLOCK_FORMS if form in readers)

    def read(to: Reading, value: Any, holder: Holder, step: Step) -> Any:
        form = next((form for form in _FORMS if form in value), None) if isinstance(value, dict) else None
        if form is None:
            return to.refuse(telling.no_form(value, allowed), value, holder, step)
        if form not in readers:
            typed = next(key for key in value if key == form)
            return to.refuse(telling.wrong_form(typed, allowed), value, holder, step)
        return readers[form](to, value, holder, step)

    return read


def _case_reader() -> Reader:
    """Return a reader of a condition with its action."""
    words = text_reader(required=True)

    def read(to: Reading, value: Any, holder: Holder, step: Step) -> Any:
        if not isinstance(value, dict) or len(value) != 1:
            return to.refuse(telling.no_case(value), value, holder, step)
        (typed,) = value
        condition = words(to, typed, value, typed)
        action = words(to, value[typed], value, typed)
        if REFUSED in (condition, action):
            return REFUSED
        place = model.Place(value) if isinstance(value, LocatedDict) else NOWHERE
        return model.Case(place=place, condition=condition, action=action)

    return read
