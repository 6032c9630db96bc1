"""What a rule of proof is, and the register that all of them are in."""

from collections.abc import Callable
from typing import Literal

from leaflet.explanations import Explanation, Rule
from leaflet.program import PROGRAM
from leaflet.proof.products import EXEMPT
from leaflet.proof.results import Judgement, Result, not_measured, nothing_to_judge
from leaflet.proof.subject import Subject

Group = Literal["Words", "Size and setting", "Warnings", "Ink", "Pages", "File", "Sameness", "Remake"]
Need = Literal[
    "file",
    "tags",
    "profile",
    "monograph",
    "words",
    "layout",
    "places",
    "ours",
    "leaflet",
    "copies",
    "verapdf",
]
Judge = Callable[[Subject], Judgement]

_GROUPS: dict[str, Group] = {
    "1": "Words",
    "2": "Size and setting",
    "3": "Warnings",
    "4": "Ink",
    "5": "Pages",
    "6": "File",
    "8": "Sameness",
}
_UNMET: dict[Need, str] = {
    "tags": "the file has no structure tree",
    "profile": "the file names no print profile",
    "monograph": "its monograph is not at hand",
    "words": "its monograph is not at hand",
    "layout": "it cannot be laid out as it was: its monograph is not at hand, or another version made it",
    "places": "it cannot be laid out as it was: its monograph is not at hand, or another version made it",
    "ours": "the file does not say that this program made it",
    "leaflet": "the file does not say that it is a leaflet of this program",
}


class FileRule(Rule, kw_only=True):
    """A rule for finished files: what it needs, and the function that judges."""

    need: Need
    judge: Judge

    @property
    def group(self) -> Group:
        """The group that the code's first digit names."""
        return _GROUPS[self.code[1]]

    def result(self, subject: Subject) -> Result:
        """Judge a file; where the rule lacks something to judge by, a person has to."""
        if self.code in EXEMPT.get(subject.objects.said.own.get("product", ""), ()):
            return self.told(nothing_to_judge(self.explanation.title, "no leaflet for patients"))
        reason = self._unmet(subject)
        return self.told(not_measured(self.explanation.title, reason) if reason else self.judge(subject))

    def told(self, judgement: Judgement) -> Result:
        """Return a judgement under this rule's name."""
        return Result(
            code=self.code,
            title=self.explanation.title,
            group=self.group,
            source=self.explanation.source,
            judgement=judgement,
        )

    def _unmet(self, subject: Subject) -> str:
        has = {
            "tags": subject.objects.tree is not None,
            "profile": subject.profile is not None,
            "monograph": subject.document is not None,
            "words": bool(subject.documents),
            "layout": subject.layout is not None and subject.objects.said.producer == PROGRAM,
            "places": bool(subject.designs) and subject.objects.said.producer == PROGRAM,
            "ours": subject.objects.said.is_ours,
            "leaflet": subject.objects.said.is_ours and "parts" not in subject.objects.said.own,
        }
        return "" if has.get(self.need, True) else _UNMET[self.need]


def rule(
    code: str, title: str, *, reason: str, bad: str, good: str, source: str, need: Need = "file"
) -> Callable[[Judge], FileRule]:
    """Make a rule of the function below it."""
    explanation = Explanation(code=code, title=title, reason=reason, bad=bad, good=good, source=source)

    def made(judge: Judge) -> FileRule:
        return FileRule(explanation=explanation, need=need, judge=judge)

    return made
