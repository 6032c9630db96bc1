"""Why a code exists: what `leaflet explain` prints, kept beside the rule that raises it."""

from leaflet.values import Value


class Explanation(Value, kw_only=True):
    """The story of one code: what it means, why it matters, a bad and a good example, its source."""

    code: str
    title: str
    reason: str
    bad: str
    good: str
    source: str


def to_text(explanation: Explanation) -> str:
    """Return the explanation as lines for a terminal."""
    return "\n".join(
        (
            f"{explanation.code}: {explanation.title}",
            "",
            f"  Why:    {explanation.reason}",
            f"  Bad:    {explanation.bad}",
            f"  Good:   {explanation.good}",
            f"  Source: {explanation.source}",
        )
    )
