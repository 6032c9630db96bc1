"""Every rule of the proof, and what `leaflet explain` says of each code that starts with V."""

from functools import cache
from types import ModuleType

from leaflet.explanations import Explanation
from leaflet.proof import sameness, seals, signed
from leaflet.proof.registry import FileRule
from leaflet.proof.remake import EXPLANATION
from leaflet.proof.rules import (
    copies,
    file_standards,
    glyph_outlines,
    grammar,
    ink,
    letters,
    link_targets,
    listening,
    paging,
    placed,
    rank,
    same_words,
    self_description,
    sizes,
    story,
    structure,
    structure_types,
    typesetting,
    visible,
    warning_panels,
    whole_tree,
)
from leaflet.prove import page_codes

_OF_WORDS = (same_words, visible, placed, whole_tree, glyph_outlines)
_OF_LOOKS = (sizes, typesetting, letters, warning_panels, ink, copies, rank, paging)
_OF_FILES = (
    file_standards,
    self_description,
    structure,
    structure_types,
    grammar,
    link_targets,
    story,
    listening,
)


@cache
def all_rules() -> tuple[FileRule, ...]:
    """Return the rules for one file, by their codes."""
    found = (rule for module in (*_OF_WORDS, *_OF_LOOKS, *_OF_FILES) for rule in _rules_of(module))
    return tuple(sorted(found, key=lambda rule: rule.code))


def explanations() -> dict[str, Explanation]:
    """Return the explanation of every code: of laid-out pages, of files, and of files side by side."""
    from leaflet.proof.forms import alike, prove  # with all that the other forms need

    of_files = {rule.code: rule.explanation for rule in all_rules()}
    made_again = {each.code: each for each in (EXPLANATION, signed.EXPLANATION, seals.EXPLANATION)}
    of_forms = {**prove.EXPLANATIONS, **alike.EXPLANATIONS}
    return {**page_codes.EXPLANATIONS, **of_files, **of_forms, **sameness.EXPLANATIONS, **made_again}


def _rules_of(module: ModuleType) -> list[FileRule]:
    return [value for value in vars(module).values() if isinstance(value, FileRule)]
