"""Words that a regulator has approved: the rules of meaning hold for them, house style only advises.

Such words come from a source with an identifier of its publisher that is not the editor's. Nobody may reword
them for style; what they tell a reader to do is judged like any other.
"""

from collections.abc import Sequence

from leaflet.diagnostics import Finding, Span
from leaflet.passages import Passage
from leaflet.precompiled import expression
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.touching import Stretches
from leaflet.values import altered

_HOUSE_STYLE = expression(r"S2(?!13|16)|S402|P")  # how words are set; S213 and S216 are about what they say


def advised(findings: Sequence[Finding], manuscript: Manuscript) -> tuple[Finding, ...]:
    """Return the findings, those of house style in a regulator's words turned into warnings."""
    sources = manuscript.monograph.sources
    approved = {name for name, source in sources.items() if source.identifier and source.kind != "editorial"}
    if not approved or not any(finding.is_error and _HOUSE_STYLE.match(finding.code) for finding in findings):
        return tuple(findings)
    texts = (each for each in manuscript.passages if each.source in approved)
    places = Stretches(place for each in texts if (place := _whole(each)))
    return tuple(
        altered(finding, severity="warning")
        if _HOUSE_STYLE.match(finding.code) and finding.span and places.hold(finding.span)
        else finding
        for finding in findings
    )


def _whole(passage: Passage) -> Span | None:
    return passage.locate(0, len(passage.plain))
