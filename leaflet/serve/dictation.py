"""Judge the pharmacist's own words as a monograph's are judged: figures, doses, names, instructions, claims.

What a rule stops at is asked back, and names its field. A pharmacist may confirm a sentence where a signature
would do in a monograph: the confirmation is bound to the very words and lives as long as the order.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from leaflet.diagnostics import Finding
from leaflet.handout import Personal
from leaflet.inline import Text
from leaflet.model import Monograph
from leaflet.passages import Passage
from leaflet.rules import claims, doses, head_strengths, names, numbers, paces, routed_orders, safety
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.meaning import AFRESH
from leaflet.rules.measures import measures
from leaflet.rules.memory import Memory
from leaflet.rules.prescribed import PRESCRIBED
from leaflet.rules.rule import ContentRule
from leaflet.rules.told_doses import ORDER
from leaflet.serve.refusals import Objection
from leaflet.values import altered

_RULES = tuple(
    rule
    for module in (safety, doses, numbers, paces, names, claims)
    for rule in module.RULES
    if rule.severity == "error"
)
# These hold the words against the facts of the leaflet that they are printed on.
_HELD = (*head_strengths.RULES, *routed_orders.RULES, PRESCRIBED)
# The words stand in a panel of their own, and a panel that denies help is signed for by nobody.
_NEVER_SIGNED = frozenset({"S108"})
_ODD_FIGURE = "S215"  # the rules on dose expressions know better what is wrong with a figure


class _Dictation(Manuscript):
    """One text of a handout in the place of a monograph's; nothing of it outlives the judgement."""

    def __init__(self, monograph: Monograph, words: str, on: date) -> None:
        super().__init__(monograph, on, Memory())
        # Set on the instance, over the cached property of the monograph's own passages.
        self.__dict__["passages"] = (Passage(text=Text.verbatim(words), role="paragraph", path=""),)
        self._worked_out[safety.judged] = safety.judged_by(AFRESH, self)


def judge(
    monograph: Monograph, personal: Personal, confirmed: Collection[str], on: date
) -> tuple[Objection, ...]:
    """Return what in dose and note can be misread or mislead, and whether it is among what was confirmed."""
    return tuple(
        Objection(
            finding=finding,
            pointer=pointer,
            is_confirmed=finding.signable and f"{finding.code}:{finding.words_sha256}" in confirmed,
        )
        for pointer, words in (("/dose", personal.dose), ("/note", personal.note))
        if words
        for finding in _to_mend_first(
            (
                *_found(_RULES, _Dictation(monograph, words, on)),
                *_found(_HELD, _ordering(monograph, words, on)),
            )
        )
    )


def _ordering(monograph: Monograph, words: str, on: date) -> _Dictation:
    """Return words as an order: "1 tablet at night" is one, though nobody says to take it."""
    is_bare = ORDER.search(words) is None and any(each.start == 0 for each in measures(words))
    said = f"Use {words}" if is_bare else words
    return _Dictation(monograph, said, on)


def _found(rules: Iterable[ContentRule], dictation: _Dictation) -> Iterator[Finding]:
    told = set()
    for rule in rules:
        if rule.english and not dictation.is_english:
            continue
        for finding in rule.findings(dictation, strict=False):
            if (finding.code, finding.message) not in told:
                told.add((finding.code, finding.message))
                yield _at_the_counter(finding)


def _to_mend_first(findings: Iterable[Finding]) -> Sequence[Finding]:
    """Return the findings without what a better one tells; what must be mended is mended first."""
    found = list(findings)
    if any(finding.code.startswith("S20") for finding in found):
        found = [finding for finding in found if finding.code != _ODD_FIGURE]
    if all(finding.signable for finding in found):
        return found
    return [altered(finding, signable=False) for finding in found]


def _at_the_counter(finding: Finding) -> Finding:
    """Return a finding with the way out that there is here: other words, or a confirmation."""
    signable = finding.signable and finding.code not in _NEVER_SIGNED
    hint = finding.hint.partition(safety.SIGN)[0]
    return altered(finding, hint=hint, signable=signable)
