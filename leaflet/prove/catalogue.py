"""Every rule of the proof, and what `leaflet explain` says of each code that starts with V."""

from functools import cache
from types import ModuleType

from leaflet.explanations import Explanation
from leaflet.prove import page_codes, sameness
from leaflet.prove.registry import Rule
from leaflet.prove.rules import (
    copies,
    files,
    ink,
    paging,
    setting,
    sizes,
    structure,
    visible,
    warnings,
    words,
)

_MODULES = (words, visible, sizes, setting, warnings, ink, copies, paging, files, structure)


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return the rules for one file, by their codes."""
    found = (rule for module in _MODULES for rule in _rules_of(module))
    return tuple(sorted(found, key=lambda rule: rule.code))


def explanations() -> dict[str, Explanation]:
    """Return the explanation of every code: of laid-out pages, of files, and of files side by side."""
    of_files = {rule.code: rule.explanation for rule in all_rules()}
    return {**page_codes.EXPLANATIONS, **of_files, **sameness.EXPLANATIONS}


def _rules_of(module: ModuleType) -> list[Rule]:
    return [value for value in vars(module).values() if isinstance(value, Rule)]
