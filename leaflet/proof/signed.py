"""Hold a file against a signed manifest: whose build it comes from, byte for byte."""

from collections.abc import Mapping

from leaflet.explanations import Explanation
from leaflet.proof.results import Fault, Result, judged
from leaflet.values import Value

EXPLANATION = Explanation(
    code="V902",
    title="The file is in a manifest that the key signs",
    reason="A build that somebody answers for is told from files of the same name that nobody does.",
    bad="a leaflet put into a signed build afterwards",
    good="Build, then 'leaflet sign' the folder; sign again after each build.",
    source="RFC 8032 (Ed25519); FIPS 180-4 (SHA-256)",
)


class Listed(Value, kw_only=True):
    """What a signed manifest lists, or why it is not to be trusted."""

    digests: Mapping[str, str] = {}  # file name → SHA-256 in hex
    trouble: str = ""


def signed_result(name: str, sha256: str, listed: Listed) -> Result:
    """Return the judgement on a file by the name under which a manifest would list it."""
    if listed.trouble:
        told = listed.trouble
    elif name not in listed.digests:
        told = f"the signed manifest does not list {name!r}"
    else:
        told = "" if listed.digests[name] == sha256 else "the signed manifest lists other bytes for it"
    return Result(
        code=EXPLANATION.code,
        title=EXPLANATION.title,
        group="Remake",
        source=EXPLANATION.source,
        judgement=judged(
            "its SHA-256 in a signed manifest", f"SHA-256 {sha256[:16]}…", [Fault(told)] if told else []
        ),
    )
