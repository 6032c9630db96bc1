"""Long trials of the batch build, run by hand; too heavy for the suite.

    python -m tests.bench.soak big       10,000 leaflets: rate, memory, what a second build does
    python -m tests.bench.soak cores     one process against two
    python -m tests.bench.soak kill      kill -9 at 100 random moments; each time the next build must make the
                                         folder what an undisturbed one is
    python -m tests.bench.soak same      hash seed, locale, time zone, home, current folder, processes, shards
                                         and Dask: the same bytes
    python -m tests.bench.soak dask      a cluster of two workers, and one that loses a worker midway
    python -m tests.bench.soak badluck   full disk, read-only folder, dead worker, no memory, Ctrl-C (Linux,
                                         as root)

Each has `--help`, and exits with 1 where a promise does not hold.
"""
