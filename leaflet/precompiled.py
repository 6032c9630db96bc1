"""What follows from the program's own files alone: compiled once, and kept beside Python's bytecode.

To compile the rules' regular expressions, to sort their words and to digest the program takes a process
longer than to read, check and make a leaflet. So the command line keeps them as Python keeps the modules
that it has compiled: in `__pycache__`, where that may be written, for this Python and for these very files
(their names, sizes and times of change). Where nothing is kept, all is compiled anew and comes to the same.
"""

import hashlib
import marshal
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib.util import find_spec
from operator import attrgetter
from pathlib import Path
from typing import Any, AnyStr, TypeVar

from leaflet.files import write_whole
from leaflet.places import own_files
from leaflet.program import VERSION

_Table = TypeVar("_Table")
_Expressions = dict[tuple[Any, int], tuple[Any, ...]]
"""By source and flags what Python's compiler makes of an expression."""
_TELLING = 2.0  # seconds from which on a second change of a file shows by its time
_DIGEST = hashlib.sha256().digest_size
LIBRARIES = {
    "deflate": "__version__",
    "reportlab": "Version",
    "uharfbuzz": "__version__",
    "yaml": "__version__",
}
"""The packages that have a say in a leaflet's bytes, each with the name by which it tells its version."""


class _Kept:
    """What is known, and of which state of the program's files."""

    def __init__(self, state: bytes, tables: dict[str, bytes], expressions: _Expressions) -> None:
        self.state = state
        self.tables = tables  # marshalled: few processes need all
        self.expressions = expressions
        self.read: dict[str, Any] = {}  # tables that this process has asked for
        self.new: dict[str, Any] = {}  # tables that it has made
        self.later: dict[str, Callable[[], Any]] = {}  # and those that `keep` makes
        self.has_new_expressions = False


def expression(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what `re.compile` returns. For constants of the program: what is typed is never kept."""
    known, kept = (source, int(flags)), _kept()
    parts = kept.expressions.get(known)
    if parts is None:
        try:
            parts = _parts(source, int(flags))
        except (ImportError, AttributeError, TypeError):  # a Python whose compiler has other parts
            return re.compile(source, flags)
        kept.expressions[known], kept.has_new_expressions = parts, True
    return _assembled(*parts)


def table(name: str, make: Callable[[], _Table]) -> _Table:
    """Return what `make` returns: plain values that follow from the program's files and libraries alone.

    Whoever changes them changes them for all: they are to be read only.
    """
    known = from_last_time(name, make)
    if known is None:
        known = _kept().new[name] = make()
    return known


def from_last_time(name: str, make: Callable[[], _Table]) -> _Table | None:
    """Return what `make` returned for an earlier process; None where it is yet to be made, which `keep` does.

    For what takes longer to make than this process would gain by it.
    """
    kept = _kept()
    known: _Table | None = kept.new.get(name, kept.read.get(name))
    if known is None and name in kept.tables:
        known = kept.read[name] = marshal.loads(kept.tables[name])  # noqa: S302 - as safe as bytecode
    elif known is None:
        kept.later[name] = make
    return known


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
    new = [(source, flags) for _, source, flags in memory.keys() - before]
    if new:
        for source, flags in new:
            expression(source, flags)
        _kept().new["of libraries"] = known + new


def begin() -> None:
    """Look at the program's files before its modules are loaded, so that `keep` knows what these are of."""
    _kept()


def keep(now: float) -> None:
    """Keep what this process has compiled for the next one, where Python may keep bytecode.

    Nothing is kept where a file was changed meanwhile, or just before `now` (seconds since 1970): another
    change in the same second would not show. Nothing is said where it cannot be written.
    """
    place = _place()
    if not _kept.cache_info().currsize or place is None or sys.dont_write_bytecode:
        return
    kept = _kept()
    if not (kept.has_new_expressions or kept.new or kept.later):
        return
    with suppress(OSError):
        state, changed = _state()
        if state != kept.state or changed > now - _TELLING or not os.access(place.parent, os.W_OK):
            return
        made = kept.new | {name: make() for name, make in kept.later.items() if name not in kept.new}
        tables = kept.tables | {name: marshal.dumps(each) for name, each in made.items()}
        data = marshal.dumps((tables, kept.expressions))
        write_whole(place, kept.state + hashlib.sha256(data).digest() + data, safe_from_power_cuts=False)


@cache
def _kept() -> _Kept:
    """Return what was kept of the program as it is; nothing where it has changed, or the file is damaged."""
    state, place = b"", _place()
    with suppress(OSError):
        state, _ = _state()
        found = place.read_bytes() if place is not None else b""
        head, data = found[: 2 * _DIGEST], memoryview(found)[2 * _DIGEST :]
        if head == state + hashlib.sha256(data).digest():
            return _Kept(state, *marshal.loads(data))  # noqa: S302 - as above
    return _Kept(state, {}, {})


def _place() -> Path | None:
    """Return the file of what is kept, beside this module's bytecode; None where that has no place."""
    bytecode = __spec__.cached
    return Path(bytecode).with_suffix(".kept") if bytecode is not None else None


def _state() -> tuple[bytes, int]:
    """Return a digest of what tells that this Python, the program or a library has changed, and when it did.

    In whole seconds, as Python tells it of its bytecode: archives and images of containers keep no parts.
    """
    lines, last = [sys.version, VERSION], 0
    for name, entry in [*own_files(), *_files_of_libraries()]:
        known = entry.stat()
        changed = int(known.st_mtime)
        last = max(last, changed)
        lines.append(f"{name} {known.st_size} {changed}")
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogateescape")).digest(), last


def _files_of_libraries() -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield the files at the top of each library, what is compiled among them: a release has its own."""
    for library in LIBRARIES:
        spec = find_spec(library)
        if spec is not None and spec.origin is not None:
            with os.scandir(os.path.dirname(spec.origin)) as entries:  # noqa: PTH120 - as in `places`
                for entry in sorted(entries, key=attrgetter("name")):
                    if entry.is_file():
                        yield f"{library} {entry.name}", entry


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
