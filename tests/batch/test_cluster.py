"""A Dask cluster of separate processes gives the folder that this machine gives."""

import sys
from pathlib import Path

import pytest

from tests.batch.monographs import baclofen, write
from tests.cli.runs import run_process

pytest.importorskip("distributed", reason="the cluster is installed by the extra 'dask'")


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.skipif(sys.platform == "win32", reason="too slow to start there")
def test_a_cluster_makes_the_same_folder(tmp_path: Path) -> None:
    write(tmp_path / "content", a=baclofen(), b=baclofen(id="other"))
    here = run_process("build", "-o", "here", folder=tmp_path)
    there = run_process("build", "-o", "there", "--scheduler", "local", "--jobs", "2", folder=tmp_path)
    assert (here.code, there.code) == (0, 0), there.err
    assert there.out == here.out.replace("here", "there")
    assert _bytes(tmp_path / "here") == _bytes(tmp_path / "there")


def test_a_scheduler_that_is_not_there_is_a_sentence() -> None:
    from leaflet.batch import cluster

    with (
        pytest.raises(cluster.ClusterError, match="no scheduler answers at nowhere"),
        cluster.connected("nowhere://"),
    ):
        pass
