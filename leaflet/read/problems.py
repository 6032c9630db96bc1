"""How the stages of reading word a finding: with its source line, and never with a novel in it."""

from collections.abc import Iterable

from leaflet.diagnostics import Finding, Span
from leaflet.intake.characters import harmless
from leaflet.source import SourceText

_LONGEST_EXCERPT = 1000  # characters; past that a caret under the line helps nobody
_LONGEST_QUOTE = 40
_LONGEST_GUESS = 60  # comparing longer words, or more of them, costs time and explains nothing
_MOST_GUESSES = 100


def problem(source: SourceText, code: str, span: Span, message: str, hint: str = "") -> Finding:
    """Return the error `code` at `span`, with the source line it stands on."""
    line = source.line(span.line)
    excerpt = harmless(line) if len(line) <= _LONGEST_EXCERPT else ""
    return Finding(code=code, message=message, hint=hint, span=span, excerpt=excerpt)


def quoted(typed: str) -> str:
    """Return typed words in quotation marks, on one line, cut where they run long."""
    words = " ".join(harmless(typed[: 4 * _LONGEST_QUOTE]).split())
    return f"'{words}'" if len(words) <= _LONGEST_QUOTE else f"'{words[: _LONGEST_QUOTE - 1]}…'"


def closest(typed: str, known: Iterable[str]) -> str | None:
    """Return the known word most like the typed one; None where none is like it."""
    known = tuple(known)
    if len(typed) > _LONGEST_GUESS or len(known) > _MOST_GUESSES:
        return None
    tidy = typed.strip().lower().replace("-", "_").replace(" ", "_")
    spellings = {word.replace("-", "_"): word for word in known}
    import difflib  # only for a wrong word

    close = difflib.get_close_matches(tidy, spellings, n=1, cutoff=0.7)
    return spellings[close[0]] if close else None


def did_you_mean(typed: str, known: Iterable[str]) -> str:
    """Return a hint that names the known word most like the typed one; "" where none is like it."""
    guess = closest(typed, known)
    return f"did you mean '{guess}'?" if guess else ""
