"""The table of what a monograph is typed in: for each key its form, its meaning and examples.

It is written beside the fields of the model, as annotations:

    title: Annotated[Line, key("What the source is called.", "Baclofen monograph")]

The reader (`leaflet.read`) and the JSON Schema (`leaflet.schema`) go by this table and by nothing else.
"""

from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from msgspec import NODEFAULT

from leaflet.diagnostics import Span
from leaflet.inline import Text
from leaflet.source import LocatedDict
from leaflet.values import Value


class Key(Value, kw_only=True):
    """What a key means, and how it is typed where that is not plain from its field."""

    about: str
    examples: tuple[Any, ...]
    name: str = ""  # where the field's name cannot be the key: "from"
    single: str = ""  # the key under which a list of one item may be given as the item alone
    least: int = 0  # items of a list or mapping
    may_be_open: bool | None = None  # whether `~` may stand for it; None: by its form
    wanted: bool = False  # must be typed, though the field has a default


def key(about: str, *examples: Any, **typed: Any) -> Key:
    """Return the row of one key: a sentence that says what it means, and examples of its values."""
    return Key(about=about, examples=examples, **typed)


class Scalar(Value, kw_only=True):
    """The form of one value that is typed as a word or a line."""

    form: Literal["line", "word", "day", "count", "amount", "source"]
    code: str  # of the finding where it has another form
    wants: str = ""  # such as: a date
    hint: str = ""
    pattern: str = ""
    longest: int = 0  # characters; 0: no bound
    most: int = 0  # of a count
    looks_like: tuple[str, ...] = ("string",)  # what a JSON editor takes it for
    opens: bool = False  # whether `~` may stand for it


ONE_OR_MORE = "one or more"
"""Marks a list whose single item may be typed without a list."""
MAY_BE_EMPTY = "may be empty"
"""Marks a text that may have no words."""

OPEN = "~"
"""How an author types a field whose value nobody has stated yet."""
OPEN_WORDS = "[…]"
"""What stands for the words of an open field until it is filled in."""


class Place(Value, eq=False):
    """Where a mapping was typed. Two of one content are equal wherever they were typed."""

    typed: LocatedDict | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Place)

    def __hash__(self) -> int:
        return 0


NOWHERE = Place()


class Node(Value, kw_only=True):
    """Something typed as a mapping, which remembers its place."""

    place: Place = NOWHERE

    @property
    def span(self) -> Span | None:
        """Where the mapping stands in its file; None for one made in a program."""
        return self.place.typed.span if self.place.typed is not None else None

    def span_of(self, name: str) -> Span | None:
        """Where the key `name` was typed; the place of the whole mapping where it was not."""
        typed = self.place.typed
        return (typed.span_of(name) or typed.span) if typed is not None else None

    def typed(self, name: str) -> Any:
        """Return what was typed under a key, with its places; None for a mapping made in a program."""
        return self.place.typed.get(name) if self.place.typed is not None else None


class Field(Value, kw_only=True):
    """One field of a node as the table has it."""

    name: str
    key: str
    shape: Any  # the type of its values, None left out, its own marks kept
    row: Key
    required: bool  # whether the key must be typed
    default: Any = None

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys under which it may be typed."""
        return (self.key, self.row.single) if self.row.single else (self.key,)

    @property
    def may_be_open(self) -> bool:
        """Tell whether `~` may stand for its value."""
        if self.row.may_be_open is not None:
            return self.row.may_be_open
        scalar = scalar_of(self.shape)
        return scalar.opens if scalar is not None else self.shape is Text


@cache
def fields_of(node: type[Node]) -> tuple[Field, ...]:
    """Return the fields of a node that are typed, in the order in which authors meet them."""
    hints: dict[str, Any] = {}
    for each in node.__mro__:  # what a base class adds to every block comes last
        hints |= getattr(each, "__annotations__", {}) | hints
    return tuple([_field(node, name, hint) for name, hint in hints.items() if get_origin(hint) is Annotated])


def _field(node: type[Node], name: str, hint: Any) -> Field:
    marks = list(get_args(hint)[1:])
    row = next(mark for mark in marks if isinstance(mark, Key))
    marks.remove(row)
    shape = without_none(get_args(hint)[0])
    if marks:
        shape = Annotated[(shape, *marks)]
    default = dict(zip(reversed(node.__struct_fields__), reversed(node.__struct_defaults__), strict=False))
    required = default.get(name, NODEFAULT) is NODEFAULT or row.wanted
    return Field(
        name=name,
        key=row.name or name,
        shape=shape,
        row=row,
        required=required,
        default=None if required else default[name],
    )


def without_none(shape: Any) -> Any:
    """Return a type without its None: what an author types where he types anything."""
    if get_origin(shape) in (Union, UnionType):
        kept = tuple(each for each in get_args(shape) if each is not NoneType)
        return kept[0] if len(kept) == 1 else Union[kept]  # noqa: UP007  # made at run time
    return shape


def scalar_of(shape: Any) -> Scalar | None:
    """Return the form of a value typed as a word or line; None for any other."""
    return next((mark for mark in marks_of(shape) if isinstance(mark, Scalar)), None)


def marks_of(shape: Any) -> tuple[Any, ...]:
    """Return what is noted beside a type."""
    return get_args(shape)[1:] if get_origin(shape) is Annotated else ()


def branches_of(shape: Any) -> tuple[Any, ...]:
    """Return the types of a union; () for any other type."""
    return get_args(shape) if get_origin(shape) in (Union, UnionType) else ()
