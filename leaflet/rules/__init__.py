"""Check a monograph as a medication-safety pharmacist and a plain-language editor would.

Each rule is one function with its code and its explanation beside it; the modules list theirs, and
`RULES` lists all. To add a rule, write it in the module it belongs to and add it to that module's
`RULES`, with its reason, its source, a bad and a good example; the tests then ask for a bad file.

    S1 instructions   S2 dose expressions   S3 warnings   S4 claims   S5 sources, kinds   S6 review
    S7 plans of doses
    P1 sentences      P2 words              P3 headings, emphasis     P4 lists
    C1 coverage
"""

from collections.abc import Collection, Iterator
from datetime import date

from leaflet.diagnostics import Finding, in_order
from leaflet.explanations import Explanation
from leaflet.model import Monograph
from leaflet.rules import (
    agreement,
    claims,
    contradictions,
    doses,
    few_pixels,
    gaps,
    head_strengths,
    house_style,
    leftovers,
    missed_doses,
    names,
    numbers,
    paces,
    permitted,
    plain,
    plans,
    required,
    review,
    routed_orders,
    safety,
    settable_scripts,
    strengths,
    warning_parts,
    wording,
)
from leaflet.rules.imported import advised
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.rule import ContentRule
from leaflet.rules.signatures import signed

_MODULES = (
    safety,
    doses,
    numbers,
    paces,
    missed_doses,
    names,
    agreement,
    warning_parts,
    permitted,
    strengths,
    claims,
    contradictions,
    required,
    review,
    leftovers,
    plain,
    wording,
    house_style,
    gaps,
    settable_scripts,
    plans,
    head_strengths,
    routed_orders,
    few_pixels,
)
RULES: tuple[ContentRule, ...] = tuple(
    sorted((rule for module in _MODULES for rule in module.RULES), key=lambda rule: rule.code)
)
EXPLANATIONS: dict[str, Explanation] = {rule.code: rule.explanation for rule in RULES}

__all__ = ["EXPLANATIONS", "RULES", "ContentRule", "check", "refusals"]


def check(
    monograph: Monograph,
    *,
    on: date,
    strict: bool = False,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
) -> tuple[Finding, ...]:
    """Return what is wrong with the words of `monograph` on the day `on`, in the order of its file.

    `select` and `ignore` hold codes or their beginnings ("S", "P2"); an empty `select` means all.
    Under `strict` every finding is an error.
    """
    chosen = [rule for rule in RULES if _is_chosen(rule.code, select, ignore)]
    return _judged(monograph, on, chosen, strict=strict)


def refusals(monograph: Monograph, *, on: date) -> tuple[Finding, ...]:
    """Return only the errors, which forbid a leaflet: what a build asks for, without the slower rules."""
    return _judged(monograph, on, [rule for rule in RULES if rule.severity == "error"], strict=False)


def _is_chosen(code: str, select: Collection[str], ignore: Collection[str]) -> bool:
    selected = not select or code.startswith(tuple(select))
    return selected and not (ignore and code.startswith(tuple(ignore)))


def _judged(monograph: Monograph, on: date, rules: list[ContentRule], *, strict: bool) -> tuple[Finding, ...]:
    manuscript = Manuscript(monograph, on)
    known = [rule for rule in rules if manuscript.is_english or not rule.english]
    found = in_order(_findings(manuscript, known, strict=strict))
    return signed(found if strict else advised(found, manuscript), monograph.accepted)


def _findings(manuscript: Manuscript, rules: list[ContentRule], *, strict: bool) -> Iterator[Finding]:
    for rule in rules:
        yield from rule.findings(manuscript, strict=strict)
