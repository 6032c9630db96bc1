"""README is true where a program can tell: its example builds, and what it names is there."""

import re
from pathlib import Path

import pytest

from leaflet.cli import COMMANDS, run

CHECKOUT = Path(__file__).parents[1]
README = (CHECKOUT / "README.md").read_text(encoding="utf-8")
SETUP = (
    "    python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/leaflet build",
    "    python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest",
)
_ROW = re.compile(r"^\| (`leaflet [^|]*) \|", re.MULTILINE)
_TABLE = README.partition("## Commands")[2].partition("| Exit code |")[0]
_WORDS = re.sub(r"```.*?```|`[^`\n]*`", "", README, flags=re.DOTALL)
_LINKS = sorted(set(re.findall(r"\]\(([^)\s]+)\)", _WORDS)))


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def _example() -> str:
    return next(block for block in _blocks("yaml") if block.startswith("# yaml-language-server"))


def _named() -> list[str]:
    return [name for row in _ROW.findall(_TABLE) for name in re.findall(r"`leaflet ([a-z-]+)", row)]


def test_the_example_builds(tmp_path: Path) -> None:
    monograph = tmp_path / "testol.yaml"
    monograph.write_text(_example(), encoding="utf-8")
    assert run(["build", str(monograph), "--strict", "--verify", "-o", str(tmp_path / "dist")]) == 0
    assert (tmp_path / "dist" / "testol-en-standard-a4.pdf").exists()


def test_the_table_names_every_command_once() -> None:
    assert sorted(_named()) == sorted(COMMANDS)


@pytest.mark.parametrize("row", _TABLE.splitlines())
def test_every_option_of_the_table_exists(row: str, capsys: pytest.CaptureFixture[str]) -> None:
    for name in re.findall(r"^\| `leaflet ([a-z-]+)", row):
        assert run([name, "--help"]) == 0
        told = capsys.readouterr().out
        for option in re.findall(r"`(--?[a-z][a-z-]*)", row):
            assert re.search(rf"(?<![\w-]){option}(?![\w-])", told), f"leaflet {name} has no {option}"


def test_every_command_in_the_text_exists() -> None:
    named = {*re.findall(r"leaflet (?=[a-z-]+[ `\n])([a-z-]+)", "\n".join(re.findall(r"`[^`\n]+`", README)))}
    shown = {*re.findall(r"(?:^    |run: |- |bin/|\[sh, -c, \")leaflet ([a-z-]+)", README, re.MULTILINE)}
    assert {"build", "import", "verify"} <= named | shown
    assert named | shown <= set(COMMANDS)


@pytest.mark.parametrize("link", _LINKS)
def test_every_link_leads_somewhere(link: str) -> None:
    assert link.startswith("https://") or (CHECKOUT / link).exists()


def test_the_two_commands_to_begin_with_stand_first() -> None:
    shown = [line for line in README.splitlines() if line.startswith("    ")]
    assert tuple(shown[:2]) == SETUP
