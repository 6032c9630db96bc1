"""Read a monograph from bytes or from the values of a program: no file is touched."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from leaflet.diagnostics import Finding, in_order, to_text
from leaflet.intake.file_bytes import plain_bytes
from leaflet.model import Monograph
from leaflet.read.decode import BEGIN, decode
from leaflet.read.nodes import compose
from leaflet.read.problems import problem
from leaflet.read.validate import plain_values, validate
from leaflet.values import altered


class MonographError(ValueError):
    """A monograph that cannot be used, with everything found wrong with it."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(tuple(findings))
        self.findings = tuple(findings)

    def __str__(self) -> str:
        return "\n".join(to_text(finding) for finding in self.findings)


def read_monograph(data: bytes, path: str) -> tuple[Monograph | None, tuple[Finding, ...]]:
    """Return the monograph that `data` holds, or None and all that is wrong, in the file's order.

    `path` is what the findings call the file; no file is touched.
    """
    source, findings = decode(data, path)
    if source is None:
        return None, findings
    root, findings = compose(source)
    if root is None:
        nothing = problem(source, "M034", source.span(0, 0), "the file holds only comments", BEGIN)
        return None, in_order(findings) or (nothing,)
    monograph, refused = validate(root, source)
    # A value that aliases repeat is refused once, though the model saw it many times.
    findings = in_order(dict.fromkeys((*findings, *refused)))
    if monograph is None or findings:
        return None, findings
    return altered(monograph, sha256=hashlib.sha256(plain_bytes(data)).hexdigest()), ()


def monograph_of(values: Mapping[str, Any]) -> Monograph:
    """Return the monograph that the values of a program make, held to what a file is held to.

    Raise `MonographError` with all findings, which have no places, where they make none.
    """
    typed, strange = plain_values(values)
    monograph, findings = validate(typed, None)
    if monograph is None or strange:
        raise MonographError((*strange, *findings))
    return monograph
