"""Small values, of which every leaflet has hundreds.

The type checker holds them frozen; at run time they are plain, since a frozen dataclass takes three
times as long to make.
"""

from dataclasses import dataclass, replace
from typing import Any, TypeVar, dataclass_transform

_Class = TypeVar("_Class", bound=type)
_Value = TypeVar("_Value")


@dataclass_transform(frozen_default=True)
def value(cls: _Class) -> _Class:
    """Make a class one of frozen values, compared and hashed by their fields."""
    return dataclass(slots=True, unsafe_hash=True)(cls)  # type: ignore[return-value]  # the class with slots


def altered(value: _Value, **fields: Any) -> _Value:
    """Return a copy of a value with other fields."""
    made: _Value = replace(value, **fields)  # type: ignore[type-var]  # every value is a dataclass
    return made
