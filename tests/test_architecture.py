"""What ARCHITECTURE.md promises of the rooms: imports point down, and each tool has one home."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "leaflet"

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
        "files",
        "program",
        "seal",
        "values",
    },
    {"intake"},
    {"inline", "pictures", "profiles", "paper", "regions", "languages"},
    {"model", "schema", "handout"},
    {"document", "passages", "coverage", "approval", "images"},
    {"read", "rules"},
    {"template"},
    {"compose"},
    {"importing", "exporting"},
    {"text"},
    {"layout"},
    {"rendering"},
    {"prove"},
    {"api", "provenance"},
    {"proof_copy", "size_sheet", "html", "speech"},
    {"proof"},
    {"batch"},
    {"serve", "cli", "__main__", "__init__"},
)
# Only these rooms may import the tool.
HOMES = {
    "yaml": {"read"},
    "reportlab": {"rendering"},
    "uharfbuzz": {"text"},
    "lxml": {"importing"},
    "mammoth": {"importing"},
    "click": {"cli", "__main__"},
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


def test_every_room_has_its_floor() -> None:
    assert {room(path) for path in MODULES} <= set().union(*FLOORS)


CORE = {
    "compose",
    "text",
    "layout",
    "rendering",
    "blocks",
    "document",
    "structure",
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
