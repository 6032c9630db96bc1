"""README is true where a program can tell: its example builds, and what it names is there."""

import re
from pathlib import Path
from typing import Any

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


def _write_example(folder: Path, text: str) -> None:
    (folder / "content").mkdir()
    (folder / "content" / "testol.yaml").write_text(text, encoding="utf-8")


def _named() -> list[str]:
    return [name for row in _ROW.findall(_TABLE) for name in re.findall(r"`leaflet ([a-z-]+)", row)]


def test_the_example_builds(tmp_path: Path) -> None:
    monograph = tmp_path / "testol.yaml"
    monograph.write_text(_example(), encoding="utf-8")
    assert run(["build", str(monograph), "--strict", "--verify", "-o", str(tmp_path / "dist")]) == 0
    assert (tmp_path / "dist" / "testol-en-standard-a4.pdf").exists()


def test_the_mistake_is_shown_as_it_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    _write_example(tmp_path, _example().replace("hazard: Taking", "hazzard: Taking"))
    assert run(["check"]) == 1
    assert f"```\n{capsys.readouterr().out}```\n" in README


def test_a_document_goes_out_and_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    _write_example(tmp_path, _example())
    (out,) = re.findall(r"^`leaflet (export .*?)`", README, re.MULTILINE)
    (back,) = re.findall(r"^    leaflet (import .*)$", README, re.MULTILINE)
    (held,) = re.findall(r"`leaflet (import --check .*?)`", README)
    assert [run(line.split()) for line in (out, back, held)] == [0, 0, 0]
    assert (tmp_path / "testol.html").exists()


def test_the_parts_of_a_build_in_ci_are_joined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    _write_example(tmp_path, _example())
    (part,) = re.findall(r"run: leaflet (build .*)", README)
    (join,) = re.findall(r"run: leaflet (merge-manifests .*)", README)
    for number in "12":
        assert run(part.replace("${{ matrix.part }}", number).split()) == 0
    assert run(join.split()) == 0
    assert len(list((tmp_path / "dist").glob("*/*.pdf"))) == 6


def test_the_program_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CHECKOUT)
    (program,) = _blocks("python")
    made: dict[str, Any] = {}
    exec(program, made)  # noqa: S102 - README's own
    assert made["pdf"].startswith(b"%PDF-")
    assert made["leaf"].pages > 1


def test_the_counter_answers_what_dispensing_software_asks(tmp_path: Path) -> None:
    from starlette.testclient import TestClient

    from leaflet.serve.app import Setup, open_counter
    from leaflet.serve.door import Door

    asked = re.search(
        r"curl -o leaflet.pdf -H '(.*?): (.*?)' (http://\S+?)(/\S+) .*?-d '(.*?)'", README, re.DOTALL
    )
    assert asked is not None
    header, kind, home, path, body = asked.groups()
    door = Door(names=frozenset({"127.0.0.1"}), port=int(home.rpartition(":")[2]))
    setup = Setup(content=CHECKOUT / "content", settings=tmp_path, door=door)
    with TestClient(open_counter(setup), base_url=home) as client:
        answer = client.post(path, content=body, headers={header: kind})
    assert (answer.status_code, answer.content[:5]) == (200, b"%PDF-")


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
