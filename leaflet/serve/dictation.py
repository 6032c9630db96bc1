"""Judge the pharmacist's own words by the rules for dose expressions, as a monograph's are judged."""

from datetime import date

from leaflet.diagnostics import Finding
from leaflet.handout import Personal
from leaflet.inline import Text
from leaflet.model import Monograph
from leaflet.passages import Passage
from leaflet.rules import doses, numbers
from leaflet.rules.manuscript import Manuscript


class _Dictation(Manuscript):
    """The words of one handout in the place of a monograph's; nothing of them outlives the judgement."""

    def __init__(self, monograph: Monograph, personal: Personal, on: date) -> None:
        super().__init__(monograph, on)
        # Set on the instance, over the cached property of the monograph's own passages.
        self.__dict__["passages"] = tuple(
            Passage(text=Text.verbatim(words), role="paragraph", path=name)
            for name, words in (("dose", personal.dose), ("note", personal.note))
            if words
        )


def judge(monograph: Monograph, personal: Personal, on: date) -> tuple[Finding, ...]:
    """Return every figure and dose expression in the dose or the note that can be misread (ISMP)."""
    dictation = _Dictation(monograph, personal, on)
    return tuple(
        finding
        for rule in (*doses.RULES, *numbers.RULES)
        for finding in rule.findings(dictation, strict=False)
    )
