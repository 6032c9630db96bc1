"""Approve a monograph's text as `leaflet approve` does, for tests."""

from leaflet.approval import with_mapping, words_sha256
from leaflet.read import read_monograph


def approved_text(text: str, *, on: str, due: str, by: str = "A. Pharmacist") -> str:
    """Return the text with an approval of its own words."""
    monograph, findings = read_monograph(text.encode(), "approved.yaml")
    assert monograph is not None, findings
    lines = ["status: approved", f"by: {by}", "register: GPhC 0000000", f"on: {on}", f"due: {due}"]
    return with_mapping(text, "review", [*lines, f"words_sha256: {words_sha256(monograph)}"])
