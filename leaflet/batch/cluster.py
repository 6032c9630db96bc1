"""Make leaflets on a Dask cluster: the same plan and the same bytes, on other machines.

The workers need Leaflet installed, and with it its typefaces, and no files: a monograph's bytes go with
its leaflets' settings, and the leaflets' bytes come back to be written here. A worker with another version
of the program, its typefaces or libraries is refused, since it could make other bytes. Dask does a lost
worker's batch again elsewhere.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby, islice
from typing import Any

from leaflet.batch.entries import program_digest
from leaflet.batch.make_one import Errand, Result, made, written
from leaflet.batch.run import given_up, kin, weight
from leaflet.batch.sources import read_bytes
from leaflet.batch.workers import cores
from leaflet.values import altered

LOCAL = "local"
_BATCH = 64  # leaflets: about half a second of work, so that handing out costs little
_UNDER_WAY = 3  # batches a core: the next is there when one is done, and few results wait to be written
_MOST_LOSSES = 3  # workers that may die of one batch before it is given up


class ClusterError(Exception):
    """A cluster that cannot be reached or used; the message says why."""


class OtherProgramError(Exception):
    """A worker that could make other bytes than this process."""


def make_on(client: Any, errands: Sequence[Errand]) -> Iterator[tuple[int, Result]]:
    """Make leaflets on a cluster, write them here, and yield the index of each errand with its result.

    Raises `ClusterError` where a worker has another program.
    """
    from distributed import as_completed

    batches = iter(_batches(errands))
    waiting: dict[Any, Sequence[int]] = {}

    def begun() -> Iterator[Any]:
        for batch in batches:
            future = client.submit(_answers, _packed(errands, batch), program_digest(), pure=False)
            waiting[future.key] = batch
            yield future

    more = begun()
    at_once = _UNDER_WAY * max(1, sum(client.nthreads().values()))
    under_way = as_completed(list(islice(more, at_once)))
    for future in under_way:
        batch = waiting.pop(future.key)
        for index, (result, pdf) in zip(batch, _result(future, errands, batch), strict=True):
            yield index, written(result, pdf)
        future.release()  # its bytes need not stay on the cluster
        under_way.update(list(islice(more, 1)))


def _batches(errands: Sequence[Errand]) -> Iterator[Sequence[int]]:
    """Yield the indexes of the errands in batches, the largest first, those of a monograph together."""
    order = sorted(range(len(errands)), key=lambda index: (-weight(errands[index]), index))
    batch: list[int] = []
    for _, family in groupby(order, lambda index: kin(errands[index])):
        batch.extend(family)
        if len(batch) >= _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _packed(errands: Sequence[Errand], batch: Sequence[int]) -> list[Errand]:
    """Return a batch's errands with the bytes of their monographs, each of which is sent once."""
    data: dict[str, bytes] = {}
    packed = []
    for index in batch:
        errand = errands[index]
        path = errand.job.source.path
        if kin(errand) not in data:
            try:
                data[kin(errand)] = read_bytes(path)
            except (
                OSError
            ):  # it was there a moment ago: as bytes that are not what was planned with, it is told
                data[kin(errand)] = b""
        packed.append(altered(errand, data=data[kin(errand)]))
    return packed


def _result(future: Any, errands: Sequence[Errand], batch: Sequence[int]) -> Sequence[tuple[Result, bytes]]:
    if future.status == "finished":
        answers: list[tuple[Result, bytes]] = future.result()
        return answers
    error = future.exception()
    if isinstance(error, OtherProgramError):
        raise ClusterError(
            "a worker of the cluster has another version of Leaflet, its typefaces or libraries"
        )
    cause = f"was lost with its machine ({type(error).__name__})"
    return [(given_up(errands[index], cause), b"") for index in batch]


def _answers(errands: Sequence[Errand], program: str) -> list[tuple[Result, bytes]]:
    """Do a batch on a worker, once it is sure that it makes the same bytes as the client."""
    if program_digest() != program:
        raise OtherProgramError
    return [made(errand) for errand in errands]


@contextmanager
def connected(address: str, processes: int | None = None) -> Iterator[Any]:
    """Connect to a scheduler, or start a cluster on this machine where the address is "local".

    Raises `ClusterError` where Dask is not installed or nobody answers.
    """
    try:
        import dask
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise ClusterError("Dask is not installed; install the extra 'dask' of Leaflet") from error
    dask.config.set({"distributed.scheduler.allowed-failures": _MOST_LOSSES})
    if address == LOCAL:
        count = processes or cores()
        with (
            LocalCluster(n_workers=count, threads_per_worker=1, dashboard_address=None) as cluster,
            Client(cluster) as client,
        ):
            yield client
        return
    try:
        client = Client(address, timeout=10)
    except (OSError, ValueError) as error:
        raise ClusterError(f"no scheduler answers at {address}") from error
    with client:
        yield client
