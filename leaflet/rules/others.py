"""Orders that do not stop the leaflet's medicine: "Do not take it." in the row of another one."""

import re
from collections.abc import Iterator, Mapping

from leaflet.model import Section, Table
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.patterns import Pattern, Texts

_NOT_TAKEN = Pattern(
    r"^(?:do not|don['’]t|never|you must not) (?:ever )?(?:take|use|have|eat|drink|buy) "
    r"(?:it|them|this|these|any)\b(?: (?:with|together with|at the same time as|while)\b[^.;:]{0,60})?[.!]?$",
    re.IGNORECASE,
    needs="not|don|never",
)
_OTHERS = Pattern(
    r"\b(?:medicines?|drugs?|foods?|drinks?|products?|herbs?|supplements?|remed(?:y|ies))\b",
    re.IGNORECASE,
    needs="medicine|drug|food|drink|product|herb|supplement|remed",
)


def stopping_nothing(manuscript: Manuscript) -> frozenset[int]:
    """Return the sentences, by identity, that forbid another medicine."""
    told = [sentence for sentence, _ in manuscript.found_in_sentences(not_taken)]
    rows = tuple(_rows_of_others(manuscript)) if told else ()
    return frozenset(
        id(each) for each in told if each.passage.role == "cell" and each.passage.path.startswith(rows)
    )


def not_taken(texts: Texts) -> Mapping[int, bool]:
    """Find the texts that say no more than not to take it."""
    return {number: True for number, _ in texts.matches(_NOT_TAKEN)}


def _rows_of_others(manuscript: Manuscript) -> Iterator[str]:
    """Yield where the rows of tables stand that are about another medicine, or a food."""
    for number, section in enumerate(manuscript.monograph.sections):
        for at, block in enumerate(section.blocks):
            if isinstance(block, Table) and _is_of_others(section, block):
                for row, cells in enumerate(block.table.rows):
                    if cells and cells[0].plain and not manuscript.names.search(cells[0].plain):
                        yield f"sections[{number}].blocks[{at}].table.rows[{row}]["


def _is_of_others(section: Section, block: Table) -> bool:
    head = block.table.columns[0].plain if block.table.columns else ""
    return "interactions" in section.topics and bool(_OTHERS.search(head))
