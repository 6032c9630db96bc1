"""What follows from the program's own files alone: compiled once, and kept beside Python's bytecode.

To compile the rules' regular expressions, to sort their words and to digest the program takes a process
longer than to read, check and make a leaflet. So the command line keeps them as Python keeps the modules
that it has compiled: in `__pycache__`, where that may be written, for this Python and for these very files
(their names, sizes and times of change). Where nothing is kept, all is compiled anew and comes to the same.
"""

import hashlib
import marshal
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any, AnyStr, TypeVar

from leaflet.files import write_whole
from leaflet.places import own_files

_Table = TypeVar("_Table")
_DIGEST = hashlib.sha256().digest_size


class _Kept:
    """What is known, and of which state of the program's files."""

    def __init__(self, state: bytes, tables: dict[str, Any], expressions: dict[Any, tuple[Any, ...]]) -> None:
        self.state = state
        self.tables = tables
        self.expressions = expressions  # by source and flags
        self.has_grown = False


def expression(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what `re.compile` returns. For constants of the program: what is typed is never kept."""
    known, kept = (source, int(flags)), _kept()
    parts = kept.expressions.get(known)
    if parts is None:
        try:
            parts = _parts(source, int(flags))
        except (ImportError, AttributeError, TypeError):  # a Python whose compiler has other parts
            return re.compile(source, flags)
        kept.expressions[known], kept.has_grown = parts, True
    return _assembled(*parts)


def table(name: str, make: Callable[[], _Table]) -> _Table:
    """Return what `make` returns: plain values, which nothing but the program's own files decides.

    Whoever changes them changes them for all: they are to be read only.
    """
    kept = _kept()
    if name not in kept.tables:
        kept.tables[name], kept.has_grown = make(), True
    made: _Table = kept.tables[name]
    return made


@contextmanager
def lent() -> Iterator[None]:
    """Lend what is kept to the libraries that are imported meanwhile, and keep what these compile.

    One expression of PyYAML's takes longer than to read a monograph. Before Python compiles an expression,
    it looks into a memory of its own, to which it can be told.
    """
    memory: dict[tuple[type, Any, int], re.Pattern[Any]] = getattr(re, "_cache", {})
    known = table("of libraries", list[tuple[Any, int]])
    memory.update({(type(source), source, flags): expression(source, flags) for source, flags in known})
    before = set(memory)
    yield
    for _, source, flags in memory.keys() - before:
        expression(source, flags)
        known.append((source, flags))


def begin() -> None:
    """Look at the program's files before its modules are loaded, so that `keep` knows what these are of."""
    _kept()


def keep() -> None:
    """Keep what this process has compiled for the next one, where Python may keep bytecode.

    Nothing is kept where a file was changed meanwhile, and nothing is said where it cannot be written.
    """
    place = _place()
    if not _kept.cache_info().currsize or place is None or sys.dont_write_bytecode:
        return
    kept = _kept()
    if not kept.has_grown or _state() != kept.state:
        return
    data = marshal.dumps((kept.tables, kept.expressions))
    with suppress(OSError):
        write_whole(place, kept.state + hashlib.sha256(data).digest() + data, safe_from_power_cuts=False)


@cache
def _kept() -> _Kept:
    """Return what was kept of the program as it is; nothing where it has changed, or the file is damaged."""
    state, place = _state(), _place()
    with suppress(OSError):
        found = place.read_bytes() if place is not None else b""
        head, data = found[: 2 * _DIGEST], memoryview(found)[2 * _DIGEST :]
        if head == state + hashlib.sha256(data).digest():
            return _Kept(state, *marshal.loads(data))  # noqa: S302 - as safe as the bytecode beside it
    return _Kept(state, {}, {})


def _place() -> Path | None:
    """Return the file of what is kept, beside this module's bytecode; None where that has no place."""
    bytecode = __spec__.cached
    return Path(bytecode).with_suffix(".kept") if bytecode is not None else None


def _state() -> bytes:
    """Return a digest of this Python and of what tells that the program's files have changed."""
    lines = [sys.version]
    for name, entry in own_files():
        known = entry.stat()
        lines.append(f"{name} {known.st_size} {known.st_mtime_ns}")
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogateescape")).digest()


def _parts(source: str | bytes, flags: int) -> tuple[Any, ...]:
    """Return what Python's compiler makes of an expression, in plain values."""
    from re import _compiler, _parser  # type: ignore[attr-defined]  # nobody else tells the code

    tree = _parser.parse(source, flags)
    state = tree.state
    code = b"".join([word.to_bytes(4, sys.byteorder) for word in _compiler._code(tree, flags)])
    names: list[str | None] = [None] * state.groups
    for name, group in state.groupdict.items():
        names[group] = name
    return source, flags | state.flags, code, state.groups - 1, dict(state.groupdict), tuple(names)


def _assembled(source: Any, flags: int, code: bytes, *groups: Any) -> re.Pattern[Any]:
    """Return the expression of these parts; Python proves code that it is given before it runs any."""
    from _sre import compile as assemble  # type: ignore[import-not-found]

    made: re.Pattern[Any] = assemble(source, flags, memoryview(code).cast("I").tolist(), *groups)
    return made
