"""What a content rule is: a code with its explanation, a severity, and one function that judges."""

from collections.abc import Callable, Iterable

from leaflet.diagnostics import Finding, Severity, Span
from leaflet.explanations import Explanation, Rule
from leaflet.rules.manuscript import Manuscript
from leaflet.values import Value


class Hit(Value, kw_only=True):
    """One place where a rule is broken."""

    message: str
    hint: str
    span: Span | None
    words_sha256: str = ""  # of the words that a pharmacist may sign for; "" where nobody may


Judge = Callable[[Manuscript], Iterable[Hit]]


class ContentRule(Rule, kw_only=True):
    """A rule for the words of a monograph: safety (S) forbids a leaflet; others warn, or forbid if strict."""

    severity: Severity
    judge: Judge
    english: bool = True  # reads English words; False where it knows any language

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
                signable=bool(hit.words_sha256),
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
) -> Callable[[Judge], ContentRule]:
    """Make a rule of the function below; without `severity`, codes that start with S are errors."""
    explanation = Explanation(code=code, title=title, reason=reason, bad=bad, good=good, source=source)
    level: Severity = severity or ("error" if code.startswith("S") else "warning")

    def _made(judge: Judge) -> ContentRule:
        return ContentRule(explanation=explanation, severity=level, judge=judge, english=english)

    return _made
