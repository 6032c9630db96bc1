"""Values: records whose fields never change, compared and hashed by what they hold.

A leaflet is made of hundreds, and a small build declares eighty kinds of them. A frozen dataclass takes
forty times as long to declare, and nine times as long to make.
"""

from typing import dataclass_transform

from msgspec import DecodeError, Struct, field
from msgspec.structs import asdict as as_dict
from msgspec.structs import replace as altered

__all__ = ["NOT_READABLE", "Value", "altered", "as_dict", "field"]

NOT_READABLE = (DecodeError, UnicodeDecodeError, RecursionError)
"""What reading values from damaged or hostile JSON raises."""


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Value(Struct, frozen=True):
    """A record of fields that never change; a subclass is one, too.

    With `kw_only=True` its fields are given by name, with `eq=False` it is told apart by identity, with
    `dict=True` it can hold cached properties. `altered` copies one with other fields.
    """
