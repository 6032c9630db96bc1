"""What ARCHITECTURE.md promises of the rooms: imports point down, and each tool has one home."""

import ast
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]
PACKAGE = CHECKOUT / "leaflet"
PAGE = (CHECKOUT / "ARCHITECTURE.md").read_text(encoding="utf-8")

# From the foot up. A module may import from its own floor and from those below.
FLOORS = (
    {
        "units",
        "diagnostics",
        "scalars",
        "source",
        "explanations",
        "reports",
        "places",
        "precompiled",
        "files",
        "program",
        "seal",
        "signature",
        "values",
        "containment",
        "apart",
    },
    {"intake"},
    {"inline", "pictures", "profiles", "paper", "regions", "languages"},
    {"model", "schema", "handout"},
    {"document", "passages", "told", "coverage", "approval", "images"},
    {"read", "rules"},
    {"template"},
    {"compose"},
    {"importing", "exporting"},
    {"text"},
    {"layout"},
    {"rendering"},
    {"prove"},
    {"api", "provenance"},
    {
        *("proof_copy", "print_run", "size_sheet", "summary", "card", "booklet"),
        *("html", "speech", "braille"),
    },
    {"epub", "settable"},
    {"forms"},
    {"proof"},
    {"batch"},
    {"rulebook"},
    {"serve", "cli", "__main__", "__init__"},
)
# Only these rooms may import the tool.
HOMES = {
    "yaml": {"read"},
    "reportlab": {"rendering", "images"},
    "uharfbuzz": {"text"},
    "lxml": {"importing"},
    "mammoth": {"importing"},
    "click": {"cli", "__main__"},
    "starlette": {"serve"},
    "uvicorn": {"serve"},
    "jinja2": {"serve"},
    "pypdf": {"proof"},
    "page": {"proof"},
    "resvg_py": {"images"},
}

MODULES = sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def floor(name: str) -> int:
    return next(number for number, names in enumerate(FLOORS) if name in names)


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            if node.module == "leaflet":
                found |= {f"leaflet.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_down(path: Path) -> None:
    mine = floor(room(path))
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "leaflet" and len(parts) > 1 and parts[1].islower():
            assert floor(parts[1]) <= mine, f"{path.name} imports {name}, which lies above it"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_each_tool_has_one_home(path: Path) -> None:
    for name in imports(path):
        homes = HOMES.get(name.split(".")[0])
        assert homes is None or room(path) in homes, f"{path} imports {name}"


# What may be longer, and why.
LONG_MODULES = {"read/format_codes.py": "a table: the words on every code of the reader"}
LONG_FUNCTIONS = {"proof/subject.py:read_subject": "fills in a record of a score of fields, a line each"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_modules_and_functions_are_short(path: Path) -> None:
    name = path.relative_to(PACKAGE).as_posix()
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300 or name in LONG_MODULES, f"{name}: split it along a seam"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= 40 or f"{name}:{node.name}" in LONG_FUNCTIONS, (
                f"{name}: {node.name}: {lines} lines"
            )


def test_every_room_has_its_floor() -> None:
    assert {room(path) for path in MODULES} <= set().union(*FLOORS)


def test_the_page_has_a_row_for_every_room_from_the_top_down() -> None:
    table = PAGE.partition("## Rooms, from the top down")[2].partition("\nImports point down")[0]
    rows = [
        re.findall(r"`([a-z_]+)(?:/|\.py)`", line.split("|")[1]) for line in table.splitlines() if "`" in line
    ]
    named = [name for row in rows for name in row]
    assert sorted(named) == sorted({room(path) for path in MODULES} - {"__main__", "__init__"})
    floors = [floor(name) for name in named]
    assert all(upper >= lower for upper, lower in pairwise(floors)), "the table is not in the order of floors"


def test_every_file_that_the_page_names_exists() -> None:
    named = re.findall(r"`((?:[a-z_]+/)+[a-z_.]*|[a-z_]+\.py)`", PAGE)
    assert len(named) > 50
    for name in named:
        homes = [CHECKOUT, PACKAGE, PACKAGE / "importing" / "readers"]  # told so in its row
        assert any((home / name).exists() for home in homes), f"there is no {name}"


CORE = {
    "compose",
    "text",
    "layout",
    "rendering",
    "document",
    "model",
    "inline",
    "coverage",
}


@pytest.mark.parametrize(
    "path", [path for path in MODULES if room(path) in CORE], ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_core_code_neither_prints_nor_reads_the_clock(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = {
        node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not called & {"print", "open", "input"}
    assert not imports(path) & {"time", "random", "os"}


def test_no_two_modules_have_one_name() -> None:
    often = Counter(path.name for path in MODULES if path.name != "__init__.py")
    assert [name for name, times in often.items() if times > 1] == []


def test_no_pattern_takes_a_count_for_a_field() -> None:
    """In a formatted pattern `{0,12}` is a tuple: a count there is `{{0,12}}`, or it never matches."""
    counts = [
        f"{path.relative_to(CHECKOUT)}:{node.lineno}"
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FormattedValue) and isinstance(node.value, ast.Tuple | ast.Constant)
    ]
    assert not counts
