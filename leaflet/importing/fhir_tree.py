"""FHIR trees of JSON and XML through one pair of eyes: in XML each value stands in a list."""

from typing import Any

Tree = dict[str, Any]


def many(tree: Any, name: str) -> list[Any]:
    """Return all values of a name, whichever of the two forms the tree has."""
    value = tree.get(name) if isinstance(tree, dict) else None
    return [] if value is None else value if isinstance(value, list) else [value]


def one(tree: Any, *path: str) -> Any:
    """Return the first value at a path of names; None where there is none."""
    for name in path:
        tree = next(iter(many(tree, name)), None)
    return tree


def text_at(tree: Any, *path: str) -> str:
    """Return the first value at a path where it is a text, else ""."""
    value = one(tree, *path)
    return value if isinstance(value, str) else ""
