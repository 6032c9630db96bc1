"""Pages from a galley: fewest, never at a forbidden place where there is another way, nothing lost."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from leaflet.document.styles import FORBIDDEN
from leaflet.layout.boxes import Fragment
from leaflet.layout.pagination import paginate

HEIGHT = 10.0


def fragment(height: float, gap: float = 0.0, cost: float = 0.0) -> Fragment:
    return Fragment(height, gap, cost, ())


def pages(galley: list[Fragment]) -> list[list[Fragment]]:
    return [[placed.fragment for placed in page] for page in paginate(galley, HEIGHT, 0.0, 0.0)]


def test_white_is_dropped_at_the_top_of_a_page() -> None:
    (first,), (second,) = paginate([fragment(6), fragment(6, gap=3)], HEIGHT, 1.0, 2.0)
    assert (first.y, second.y) == (2.0, 2.0)


def test_a_forbidden_break_moves_what_belongs_together() -> None:
    galley = [fragment(4), fragment(4), fragment(4, cost=FORBIDDEN)]
    assert [len(page) for page in pages(galley)] == [1, 2]


def test_what_is_taller_than_a_page_breaks_even_where_it_should_not() -> None:
    galley = [fragment(4, cost=FORBIDDEN) for _ in range(5)]
    assert [len(page) for page in pages(galley)] == [2, 2, 1]


def test_pages_are_evenly_full() -> None:
    assert [len(page) for page in pages([fragment(2.5) for _ in range(6)])] == [3, 3]
    assert [len(page) for page in pages([fragment(2.5) for _ in range(11)])] == [4, 4, 3]


fragments = st.lists(
    st.builds(fragment, st.floats(1, 4), st.floats(0, 1), st.sampled_from([0.0, 1.0, 2.0, FORBIDDEN])),
    min_size=1,
    max_size=11,
)


@given(fragments)
def test_nothing_is_lost_moved_or_over_the_foot(galley: list[Fragment]) -> None:
    poured = paginate(galley, HEIGHT, 0.0, 0.0)
    assert [placed.fragment for page in poured for placed in page] == galley
    assert all(page[-1].y + page[-1].fragment.height <= HEIGHT + 1e-6 for page in poured)


@given(fragments)
def test_no_other_way_takes_fewer_forbidden_breaks_and_pages(galley: list[Fragment]) -> None:
    def height(start: int, stop: int) -> float:
        return sum(each.height + each.gap for each in galley[start:stop]) - galley[start].gap

    def rank(breaks: tuple[int, ...]) -> tuple[int, int]:
        return sum(galley[at].break_cost >= FORBIDDEN for at in breaks), len(breaks)

    ways = [
        breaks
        for count in range(len(galley))
        for breaks in combinations(range(1, len(galley)), count)
        if all(height(a, b) <= HEIGHT for a, b in zip((0, *breaks), (*breaks, len(galley)), strict=True))
    ]
    taken, at = [], 0
    for page in pages(galley)[:-1]:
        at += len(page)
        taken.append(at)
    best = min(map(rank, ways))
    # Inside a stretch taller than a page every break is as good as another, so only pages count there.
    assert rank(tuple(taken)) <= best or (best[0] > 0 and len(taken) <= len(galley))
