"""What is wrong, where, and what to do about it.

A mistake in content is data: a `Finding`. Stages collect findings and keep reading; nothing here
raises. The message states a fact in lower case without a full stop; the hint starts with a verb or asks.
"""

from collections.abc import Iterable
from typing import Literal

from leaflet.values import Value

Severity = Literal["error", "warning"]


class Span(Value, order=True):
    """A stretch of a file. Lines and columns count from 1; the end is exclusive."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def of_file(cls, path: str) -> "Span":
        """Return the span that stands for the file as a whole: its first place."""
        return cls(path, 1, 1, 1, 1)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Finding(Value, kw_only=True):
    """One thing found, with its place and a way out.

    `code` is a letter and three digits: M reading a monograph, S medicine safety, P plain language,
    C coverage, L layout, V the finished file. `excerpt` is the source line, for the caret.
    """

    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"
    span: Span | None = None
    excerpt: str = ""
    signable: bool = False  # a pharmacist may sign for the words that it stands for
    words_sha256: str = ""  # the digest of those words; a signature over it lifts the finding
    signed_by: str = ""  # who signed for them

    @property
    def is_error(self) -> bool:
        """Tell whether this finding forbids the leaflet."""
        return self.severity == "error" and not self.signed_by


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings in the order in which a reader of the files meets them."""
    return tuple(sorted(findings, key=_order))


def _order(finding: Finding) -> tuple[str, int, int, int, int, str]:
    span = finding.span or Span("", 0, 0, 0, 0)
    return span.path, span.line, span.column, span.end_line, span.end_column, finding.code


def to_text(finding: Finding) -> str:
    """Return the finding as lines for a terminal: place and message, source line and caret, hint."""
    place = f"{finding.span}: " if finding.span else ""
    kind = f"signed by {finding.signed_by}" if finding.signed_by else finding.severity
    lines = [f"{place}{kind}[{finding.code}]: {finding.message}"]
    if finding.excerpt and finding.span:
        lines.append(f"    {finding.excerpt}")
        lines.append(
            "    " + " " * (finding.span.column - 1) + "^" * _caret_length(finding.span, finding.excerpt)
        )
    if finding.hint and not finding.signed_by:
        lines.append(f"  hint: {finding.hint}")
    return "\n".join(lines)


def _caret_length(span: Span, excerpt: str) -> int:
    room = max(1, len(excerpt) - span.column + 1)
    if span.end_line != span.line:
        return room
    return max(1, min(room, span.end_column - span.column))
