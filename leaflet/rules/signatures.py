"""A pharmacist's signature under words that a rule stops at: bound to the words, lapsed when one changes."""

from collections.abc import Sequence

from leaflet.diagnostics import Finding
from leaflet.model import Accepted
from leaflet.values import altered


def signed(findings: Sequence[Finding], accepted: Sequence[Accepted]) -> tuple[Finding, ...]:
    """Return the findings, those that somebody signed for marked with the name; it forbids no leaflet then.

    A signature lifts a finding of its code over the very words it was given for, and only one that may be
    signed for at all.
    """
    if not accepted:
        return tuple(findings)
    by = {(each.code, each.words_sha256): each.by for each in accepted}
    return tuple(
        altered(finding, signed_by=by[finding.code, finding.words_sha256])
        if finding.signable and (finding.code, finding.words_sha256) in by
        else finding
        for finding in findings
    )
