"""The same bytes, whatever surrounds a build."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import click

from tests.bench.folders import write_monographs
from tests.bench.soak.builds import command, digests, run

_SHARDS = 3


@click.command()
@click.option("--monographs", default=200, show_default=True)
def same(monographs: int) -> None:
    """Build the same monographs in many surroundings; folder and manifest must be the same."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_monographs(folder / "content", monographs)
        run(command(folder / "content", folder / "wanted", 1))
        wanted = digests(folder / "wanted")
        wrong = 0
        for what, dist in _tried(folder):
            is_same = digests(dist) == wanted
            wrong += not is_same
            click.echo(f"{'same ' if is_same else 'OTHER'}  {what}")
            shutil.rmtree(dist)
        click.echo(f"{len(wanted)} files each time, {wrong} surroundings gave others")
        if wrong:
            raise SystemExit(1)


def _tried(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield what was tried, and the folder that came of it."""
    content, dist = folder / "content", folder / "dist"
    home = folder / "home"
    home.mkdir()
    for changed in (
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "4294967295"},
        {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
        {"LC_ALL": "C", "PYTHONUTF8": "0"},
        {"TZ": "Pacific/Kiritimati"},
        {"TZ": "Etc/GMT+12"},
        {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "XDG_CONFIG_HOME": str(home / "config")},
    ):
        run(command(content, dist, 2), env={**os.environ, **changed})
        yield " ".join(f"{key}={value}" for key, value in changed.items()), dist
    for jobs in (1, 2, 3):
        run(command(content, dist, jobs))
        yield f"--jobs {jobs}", dist
    run(command(Path("content"), Path("elsewhere"), 2), cwd=folder)
    yield "another current directory, relative paths", folder / "elsewhere"
    for number in range(1, _SHARDS + 1):
        run(command(content, dist, 2, "--shard", f"{number}/{_SHARDS}"))
    yield f"{_SHARDS} shards into one folder", dist
    yield f"{_SHARDS} shards into folders of their own, merged", _merged(folder, content)
    if find_spec("distributed") is None:
        click.echo("       --scheduler local was not tried: Dask is not installed (extra 'dask')")
        return
    run(command(content, dist, 2, "--scheduler", "local"))
    yield "--scheduler local", dist


def _merged(folder: Path, content: Path) -> Path:
    """Build each shard by itself, join the folders, and build once more, which has nothing left to do."""
    dist, parts = folder / "merged", [folder / f"part-{number}" for number in range(1, _SHARDS + 1)]
    dist.mkdir()
    for number, part in enumerate(parts, start=1):
        run(command(content, part, 2, "--shard", f"{number}/{_SHARDS}"))
    leaflet = [sys.executable, "-m", "leaflet"]
    run([*leaflet, "merge-manifests", *map(str, parts), "-o", str(dist / "manifest.json")])
    for part in parts:
        for path in part.glob("*.pdf"):
            path.rename(dist / path.name)
        shutil.rmtree(part)
    shutil.copy(folder / "wanted" / ".leaflet-record.json", dist)  # parts have records of their own
    return dist
