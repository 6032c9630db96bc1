"""Threats to tables and schedules: cells, heads, rows, and what says which head a cell belongs to."""

from typing import Any

from pikepdf import Array, Dictionary, Name, String

from leaflet.proof.subject import Leaf
from tests.proof.planted.register import DIARY, PLAN, PLAN_GIANT, Base, edits
from tests.proof.surgery import Surgeon

_DAYS, _LATER, _STRENGTH = "Days 1 to 7", "Days 8 to 14", "5 mg"


def row(cut: Surgeon, head: str) -> list[Leaf]:
    """Return the cells of the row of a table that starts so, its head among them."""
    first = next(leaf for leaf in cut.subject.leaves if leaf.words == head and leaf.node.role == "TH")
    return [leaf for leaf in cut.subject.leaves if leaf.node.parent is first.node.parent]


def heads(cut: Surgeon, *names: str) -> list[Any]:
    """Return the elements of column heads by their words."""
    found = {leaf.words: leaf for leaf in cut.subject.leaves if leaf.node.role == "TH"}
    return [cut.element(found[name]) for name in names]


def _exchange(cut: Surgeon, one: Leaf, other: Leaf) -> None:
    """Let two elements own one another's content, as if their words had been typed so."""
    first, second = cut.element(one), cut.element(other)
    first.K, second.K = second.K, first.K
    if first.get("/Pg") is not None and second.get("/Pg") is not None:
        first.Pg, second.Pg = second.Pg, first.Pg
    (page, mcid), (other_page, other_mcid) = one.node.contents()[0], other.node.contents()[0]
    cut.parents(page)[mcid], cut.parents(other_page)[other_mcid] = second, first


@edits(PLAN)
def two_doses_of_a_day_exchanged_for_the_ear(cut: Surgeon) -> None:
    _, morning, evening = row(cut, _LATER)
    _exchange(cut, morning, evening)


@edits(PLAN)
def a_dose_of_another_day_for_the_ear(cut: Surgeon) -> None:
    _exchange(cut, row(cut, _DAYS)[1], row(cut, _LATER)[1])


@edits(PLAN)
def ten_milligrams_for_twenty_on_a_day(cut: Surgeon) -> None:
    cell = row(cut, _DAYS)[1]
    font = next(index for index in range(2) if cut.codes("2", index))
    old, new = cut.code("2", font), cut.code("1", font)
    cut.content(cell, lambda data: data.replace(old, new, 1))


@edits(PLAN)
def a_day_longer_than_it_is(cut: Surgeon) -> None:
    head = row(cut, _DAYS)[0]
    codes = [(old, new) for font in range(2) for old in cut.codes("7", font) for new in cut.codes("1", font)]
    cut.content(
        head, lambda data: next(changed for old, new in codes if (changed := data.replace(old, new)) != data)
    )


@edits(PLAN)
def morning_and_evening_exchanged_in_the_heads_of_the_cells(cut: Surgeon) -> None:
    _, morning, evening = (cut.element(leaf) for leaf in row(cut, _LATER))
    morning.A, evening.A = evening.A, morning.A


@edits(PLAN)
def a_dose_without_its_heads(cut: Surgeon) -> None:
    del cut.element(row(cut, _LATER)[1]).A


@edits(PLAN)
def a_row_of_a_plan_out_of_the_tree(cut: Surgeon) -> None:
    kept = cut.parent(row(cut, _LATER)[0])
    table = kept.P
    table.K = Array([each for each in table.K if each.objgen != kept.objgen])


@edits(PLAN)
def two_rows_of_a_plan_exchanged(cut: Surgeon) -> None:
    one, other = (cut.parent(row(cut, day)[0]) for day in (_DAYS, _LATER))
    table = one.P
    places = {one.objgen: other, other.objgen: one}
    table.K = Array([places.get(each.objgen, each) for each in table.K])


@edits(PLAN)
def a_head_of_a_column_that_is_a_cell(cut: Surgeon) -> None:
    (head,) = heads(cut, "Colour")
    head.S = Name.TD


@edits(PLAN)
def a_head_of_a_column_that_is_said_of_its_row(cut: Surgeon) -> None:
    (head,) = heads(cut, "Colour")
    head.A = Dictionary(O=Name.Table, Scope=Name.Row)


@edits(PLAN)
def names_of_two_heads_exchanged(cut: Surgeon) -> None:
    one, other = heads(cut, "Colour", "Mark")
    one.ID, other.ID = String(str(other.ID)), String(str(one.ID))


@edits(PLAN)
def a_cell_that_stretches_over_another(cut: Surgeon) -> None:
    cell = cut.element(row(cut, _STRENGTH)[1])
    cell.A.ColSpan = 2


@edits(PLAN)
def a_table_that_is_a_list(cut: Surgeon) -> None:
    rows = cut.parent(row(cut, _STRENGTH)[0])
    rows.P.S = Name.L


@edits(PLAN)
def a_caption_of_another_table(cut: Surgeon) -> None:
    _exchange(cut, cut.leaf_of("Caption", 0), cut.leaf_of("Caption", 1))


def _of_records(base: Base) -> None:
    """Register threats to a table in its other form, where each row is a list of its own."""

    @edits(base)
    def a_dose_of_records_exchanged_for_the_ear(cut: Surgeon) -> None:
        doses = [leaf for leaf in cut.subject.leaves if leaf.words.endswith("20 mg")]
        others = [leaf for leaf in cut.subject.leaves if leaf.words.endswith("10 mg")]
        _exchange(cut, doses[-1], others[-1])

    @edits(base)
    def a_record_out_of_the_tree(cut: Surgeon) -> None:
        leaf = next(each for each in cut.subject.leaves if _LATER in each.words)
        above = cut.parent(leaf)
        upper = above.P
        upper.K = Array([each for each in upper.K if each.objgen != above.objgen])

    @edits(base)
    def a_day_of_records_that_is_a_paragraph(cut: Surgeon) -> None:
        leaf = next(each for each in cut.subject.leaves if _LATER in each.words)
        cut.element(leaf).S = Name.Span


_of_records(PLAN_GIANT)


def _empty(cut: Surgeon) -> Any:
    """Return the element of the first cell that is left empty."""
    nodes = cut.subject.objects.tree.nodes() if cut.subject.objects.tree else ()
    return cut.pdf.get_object(next(node.reference for node in nodes if node.standard == "TD" and node.alt))


@edits(DIARY)
def an_empty_cell_that_says_a_dose(cut: Surgeon) -> None:
    _empty(cut).Alt = String("10 mg")


@edits(DIARY)
def an_empty_cell_that_says_nothing(cut: Surgeon) -> None:
    del _empty(cut).Alt


@edits(PLAN)
def a_dose_that_is_said_to_be_left_empty(cut: Surgeon) -> None:
    cut.element(cut.leaf_of("TD")).Alt = String("left empty to write in")
