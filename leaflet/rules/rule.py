"""What a content rule is: a code with its explanation, a severity, and one function that judges."""

from collections.abc import Callable, Iterable

from leaflet.diagnostics import Finding, Severity, Span
from leaflet.explanations import Explanation
from leaflet.rules.manuscript import Manuscript
from leaflet.values import Value


class Hit(Value, kw_only=True):
    """One place where a rule is broken."""

    message: str
    hint: str
    span: Span | None
    signable: bool = False  # a pharmacist may sign for the words
    words_sha256: str = ""  # of the words that a signature binds


Judge = Callable[[Manuscript], Iterable[Hit]]


class Rule(Value, kw_only=True):
    """A numbered rule: safety (S) forbids the leaflet; the rest warns, and forbids under strict."""

    explanation: Explanation
    severity: Severity
    judge: Judge
    english: bool = True  # reads English words; False where it knows any language

    @property
    def code(self) -> str:
        """The rule's code, such as S101."""
        return self.explanation.code

    def findings(self, manuscript: Manuscript, *, strict: bool) -> Iterable[Finding]:
        """Judge the manuscript and put the source line beside each finding."""
        severity: Severity = "error" if strict else self.severity
        for hit in self.judge(manuscript):
            yield Finding(
                code=self.code,
                message=hit.message,
                hint=hit.hint,
                severity=severity,
                span=hit.span,
                excerpt=manuscript.excerpt(hit.span),
                signable=hit.signable,
                words_sha256=hit.words_sha256,
            )


def rule(
    code: str,
    title: str,
    *,
    reason: str,
    bad: str,
    good: str,
    source: str,
    severity: Severity | None = None,
    english: bool = True,
) -> Callable[[Judge], Rule]:
    """Make a rule of the function below; without `severity`, codes that start with S are errors."""
    explanation = Explanation(code=code, title=title, reason=reason, bad=bad, good=good, source=source)
    level: Severity = severity or ("error" if code.startswith("S") else "warning")

    def _made(judge: Judge) -> Rule:
        return Rule(explanation=explanation, severity=level, judge=judge, english=english)

    return _made
