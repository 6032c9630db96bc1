"""Make leaflets on a Dask cluster: the same plan and the same bytes, on other machines.

The workers need Leaflet installed, and with it its typefaces, and no files: a monograph's bytes go with
each leaflet's settings, and the leaflet's bytes come back to be written here. Dask does a lost worker's
batch again elsewhere.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from leaflet.batch.build import Parcel, Result, made_afar, written
from leaflet.batch.failures import Failure
from leaflet.batch.plan import Job
from leaflet.batch.workers import Task, cores

_Item = TypeVar("_Item")
_Answer = TypeVar("_Answer")

LOCAL = "local"
_BATCH = 64  # leaflets: about half a second of work, so that handing out costs little
_MOST_LOSSES = 3  # workers that may die of one batch before it is given up


class ClusterError(Exception):
    """A cluster that cannot be reached or used; the message says why."""


def make_on(client: Any, jobs: Sequence[Job]) -> Iterator[tuple[int, Result]]:
    """Make leaflets on a cluster, write them here, and yield the index of each job with its result."""
    parcels = [Parcel(job=job, data=_bytes_of(job)) for job in jobs]
    for index, (result, pdf) in share_on(client, _MAKE, parcels):
        yield index, written(result, pdf)


def _bytes_of(job: Job) -> bytes:
    try:
        return job.source.path.read_bytes()
    except OSError:  # it was there a moment ago: as bytes that are not what was planned with, it is told
        return b""


def _weight(parcel: Parcel) -> float:
    return len(parcel.data)


def _given_up(parcel: Parcel, cause: str) -> tuple[Result, bytes]:
    sentence = f"the worker that made {parcel.job.output.name} {cause}"
    return Result(job=parcel.job, failure=Failure(sentence=sentence)), b""


_MAKE: Task[Parcel, tuple[Result, bytes]] = Task(made_afar, _weight, _given_up)


def share_on(
    client: Any, task: Task[_Item, _Answer], items: Sequence[_Item]
) -> Iterator[tuple[int, _Answer]]:
    """Yield the index of each item with its answer, as a cluster's workers give them, the largest first."""
    from distributed import as_completed

    order = sorted(range(len(items)), key=lambda index: (-task.weigh(items[index]), index))
    batches = [order[start : start + _BATCH] for start in range(0, len(order), _BATCH)]
    futures = {
        client.submit(_answers, task.do, [items[index] for index in batch], pure=False): batch
        for batch in batches
    }
    for future in as_completed(list(futures)):
        batch = futures.pop(future)
        if future.status == "finished":
            yield from zip(batch, future.result(), strict=True)
        else:
            cause = f"was lost with its machine ({type(future.exception()).__name__})"
            yield from ((index, task.give_up(items[index], cause)) for index in batch)


def _answers(do: Callable[[_Item], _Answer], items: Sequence[_Item]) -> list[_Answer]:
    return [do(item) for item in items]


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
