"""Doses of prose against a table of doses: an order for more than any row gives is a slip in one of them."""

from collections.abc import Iterator
from fractions import Fraction

from leaflet.model import Table
from leaflet.rules.dose_facts import DOSE_HEAD, is_ours
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.measures import measures
from leaflet.rules.rule import Hit
from leaflet.rules.told_doses import FORBIDDING, told_doses


def beyond_the_table(manuscript: Manuscript) -> Iterator[Hit]:
    """Yield doses of the text that are above every dose of the leaflet's tables."""
    largest = _largest(manuscript)
    if not largest:
        return
    for sentence, told in manuscript.found_in_sentences(told_doses):
        if told.is_elsewise or not sentence.passage.topic or FORBIDDING.search(sentence.lead):
            continue
        for amount in told.amounts if told.often and is_ours(manuscript, told) else ():
            if not amount.of and amount.value > largest.get(amount.kind, amount.value):
                yield Hit(
                    message=f"{sentence.text[amount.start : amount.end]!r} is more than the table gives",
                    hint="correct the table or this dose, or say for whom or when it is meant",
                    span=sentence.locate(amount.start, amount.end),
                )


def _largest(manuscript: Manuscript) -> dict[str, Fraction]:
    """Return the largest amount of each kind in the columns of doses."""
    largest: dict[str, Fraction] = {}
    for section in manuscript.monograph.sections:
        for block in section.blocks:
            if not isinstance(block, Table):
                continue
            heads = [DOSE_HEAD.search(head.plain) is not None for head in block.table.columns]
            cells = [
                cell for row in block.table.rows for cell, is_dose in zip(row, heads, strict=False) if is_dose
            ]
            for each in (each for cell in cells for each in measures(cell.plain)):
                largest[each.kind] = max(each.value, largest.get(each.kind, each.value))
    return largest
