"""Pages break where it costs least on the fewest sheets, and white gives way before a sheet is spent."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet.document.styles import FORBIDDEN
from leaflet.layout.breaking import HALF_EMPTY, UNNAMED, Piece, White, break_pages

PAGE = 100.0


def piece(
    height: float,
    cost: float = 1.0,
    white: tuple[float, float, float] = (0, 0, 0),
    head: float = 0.0,
    name: float = 0.0,
) -> Piece:
    return Piece(height, White(*white), cost, head, name)


def stops(pieces: list[Piece]) -> list[int]:
    return [page.stop for page in break_pages(pieces, PAGE)]


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([], []),
        ([piece(10)], [1]),
        ([piece(50)] * 3, [2, 3]),
        # A thought kept whole outranks evenness and, on the same sheet, a page.
        ([piece(40), piece(30), piece(20, 200), piece(40)], [3, 4]),
        ([piece(60), piece(30), piece(10, 200), piece(60), piece(20, 200)], [3, 5]),
        # The white between pieces gives way before a third page is begun.
        ([piece(30, white=(1, 20, 20))] * 6, [3, 6]),
        # A sheet is never spent on a thought: what costs 200 is broken where nothing else saves the sheet.
        ([piece(90), piece(60, 200), piece(40, 200)], [1, 3]),
        # A page under half full costs less than an instruction apart from what it governs, more than
        # a list that is broken.
        ([piece(30), piece(40), piece(40, 200)], [1, 3]),
        ([piece(30), piece(40), piece(40, HALF_EMPTY / 2)], [2, 3]),
        # No break where none may be, but inside a stretch that no page holds.
        ([piece(40), piece(40, FORBIDDEN), piece(40)], [2, 3]),
        ([piece(60), piece(60, FORBIDDEN), piece(60, FORBIDDEN)], [1, 2, 3]),
        # What is repeated at the head of a page takes room there.
        ([piece(60), piece(50, head=20), piece(30, head=20)], [1, 3]),
        ([piece(60), piece(50, head=40), piece(30, head=40)], [1, 2, 3]),
        # A section that goes on is named there, where that costs no sheet and parts no thought.
        ([piece(70), piece(20), piece(85, name=20), piece(10, 30, name=20)], [2, 4]),
        ([piece(50), piece(45, name=20), piece(45, 5, name=20), piece(40, 200, name=20)], [2, 4]),
    ],
)
def test_where_pages_break(pieces: list[Piece], expected: list[int]) -> None:
    assert stops(pieces) == expected


def test_white_is_spread_over_a_page_that_has_room_and_taken_from_one_that_has_not() -> None:
    roomy = break_pages([piece(40, white=(1, 4, 20)), piece(40, white=(1, 4, 20)), piece(90)], PAGE)
    assert roomy[0].whites == (0.0, 20.0)
    tight = break_pages([piece(48, white=(1, 10, 20)), piece(48, white=(1, 10, 20))], PAGE)
    assert tight[0].whites == pytest.approx((0.0, 4.0))
    assert tight[0].fill == pytest.approx(1.0)


def test_the_last_page_keeps_its_natural_white() -> None:
    assert break_pages([piece(20, white=(1, 4, 20))] * 2, PAGE)[0].whites == (0.0, 4.0)


_PIECES = st.lists(
    st.builds(
        piece,
        st.sampled_from([5.0, 20.0, 45.0, 80.0]),
        st.sampled_from([0.0, 2.0, 30.0, 200.0, FORBIDDEN]),
        st.sampled_from([(0.0, 5.0, 10.0), (2.0, 10.0, 15.0)]),
        st.sampled_from([0.0, 15.0]),
        st.sampled_from([0.0, 10.0]),
    ),
    min_size=1,
    max_size=9,
)


def _fits(pieces: list[Piece], start: int, stop: int) -> bool:
    used = pieces[start].head + sum(each.height for each in pieces[start:stop])
    return used + sum(each.white.least for each in pieces[start + 1 : stop]) <= PAGE + 1e-6


@given(_PIECES)
def test_nothing_is_lost_no_page_overflows_and_white_keeps_its_bounds(pieces: list[Piece]) -> None:
    pages = break_pages(pieces, PAGE)
    assert [index for page in pages for index in range(page.start, page.stop)] == list(range(len(pieces)))
    for page in pages:
        assert page.fill <= 1 + 1e-6
        for each, white in list(zip(pieces[page.start : page.stop], page.whites, strict=True))[1:]:
            assert each.white.least - 1e-6 <= white <= each.white.most + 1e-6


def _price(pieces: list[Piece], way: list[int]) -> float:
    price = 0.0
    for start, stop in zip([0, *way[:-1]], way, strict=True):
        solid = pieces[start].head + sum(each.height for each in pieces[start:stop])
        name = pieces[start].name
        if solid + name + sum(each.white.least for each in pieces[start + 1 : stop]) > PAGE + 1e-6:
            name = 0.0
            price += UNNAMED
        if stop < len(pieces):
            used = solid + name + sum(each.white.natural for each in pieces[start + 1 : stop])
            price += pieces[stop].break_cost + (HALF_EMPTY if used < PAGE / 2 - 1e-6 else 0)
    return price


@given(_PIECES)
def test_no_way_of_breaking_takes_fewer_sheets_or_costs_less_on_them(pieces: list[Piece]) -> None:
    found, size = stops(pieces), len(pieces)
    if _price(pieces, found) >= FORBIDDEN:
        return  # a stretch that no page holds: it breaks anywhere inside
    best = ((len(found) + 1) // 2, _price(pieces, found))
    for count in range(size):
        for inner in combinations(range(1, size), count):
            way = [*inner, size]
            if any(pieces[stop].break_cost >= FORBIDDEN for stop in inner):
                continue
            if all(_fits(pieces, start, stop) for start, stop in zip([0, *inner], way, strict=True)):
                assert best <= ((len(way) + 1) // 2, _price(pieces, way) + 1e-6)
