"""Wait for changes of files, also of those that a link leads to."""

from collections.abc import Iterator, Sequence
from pathlib import Path


def changes(roots: Sequence[Path]) -> Iterator[None]:
    """Yield after every change under the roots, until the person at the terminal stops it."""
    from watchfiles import watch

    watched = places(roots)
    while True:
        for _ in watch(*watched, raise_interrupt=False):
            yield
            if places(roots) != watched:
                break  # a link is new or leads elsewhere: watch that place, too
        else:
            return
        watched = places(roots)


def places(roots: Sequence[Path]) -> tuple[Path, ...]:
    """Return what to watch: the roots, and the folder of each file outside them that a link leads to.

    A folder rather than the file: editors save by renaming a new file over the old.
    """
    real = [root.resolve() for root in roots]
    links = [path for root in roots for path in (root.rglob("*") if root.is_dir() else [root])]
    targets = {path.resolve().parent for path in links if path.is_symlink() and path.exists()}
    outside = {target for target in targets if not any(target.is_relative_to(place) for place in real)}
    return (*roots, *sorted(outside))
