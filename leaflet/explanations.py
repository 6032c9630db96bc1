"""What a rule is, whoever judges it: a code and why it exists, kept beside what raises it."""

from leaflet.values import Value


class Explanation(Value, kw_only=True):
    """The story of one code: what it means, why it matters, a bad and a good example, its source."""

    code: str
    title: str
    reason: str
    bad: str
    good: str
    source: str
    mend: str = ""  # what to do, where the finding itself does not tell


class Rule(Value, kw_only=True):
    """A numbered demand on what is typed, said, laid out or written; who judges it adds how."""

    explanation: Explanation

    @property
    def code(self) -> str:
        """Its code, such as S101: a letter for what is judged, and three digits."""
        return self.explanation.code


def to_text(explanation: Explanation) -> str:
    """Return the explanation as lines for a terminal."""
    return "\n".join(
        (
            f"{explanation.code}: {explanation.title}",
            "",
            f"  Why:    {explanation.reason}",
            *([f"  Mend:   {explanation.mend}"] if explanation.mend else []),
            f"  Bad:    {explanation.bad}",
            f"  Good:   {explanation.good}",
            f"  Source: {explanation.source}",
        )
    )
