"""What a counter's seal proves of a file that is not made again: its bytes are those that were sealed."""

from leaflet.explanations import Explanation
from leaflet.proof.answers import Trusted
from leaflet.proof.reading.said import Said
from leaflet.proof.results import Result, judged, not_measured
from leaflet.seal import seal_holds

EXPLANATION = Explanation(
    code="V903",
    title="The seal is the one that its counter made",
    reason="Whoever writes 64 letters puts a seal into a file: only the counter's key tells a true one.",
    bad="a seal written into a file that no counter printed",
    good="Give the counter's --key, and let the file be made again.",
    source="RFC 2104: HMAC; house rule: what nobody can check is not proved",
)


def seal_results(pdf: bytes, said: Said, trusted: Trusted) -> list[Result]:
    """Return the judgement on a file's seal; none on a file that has none."""
    if not said.own.get("seal"):
        return []
    required = "the bytes that the counter sealed"
    if not trusted.key:
        judgement = not_measured(
            required, "only its counter can tell whether the seal is true: give its --key"
        )
    elif seal_holds(pdf, trusted.key):
        judgement = judged(required, "the same bytes, sealed by this counter")
    else:
        judgement = not_measured(
            required, "these are not the bytes that this counter sealed: make the file again to see why"
        )
    known = {"code": EXPLANATION.code, "title": EXPLANATION.title, "source": EXPLANATION.source}
    return [Result(**known, group="Remake", judgement=judgement)]
