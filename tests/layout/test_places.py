"""Every refusal of layout names the line at which its words were typed."""

from pathlib import Path

import pytest

from leaflet.api import design
from leaflet.layout.scale import LayoutError
from leaflet.read import read_monograph

LONG = "m" * 90
MANY = "word " * 300
WHOLE = """\
id: testol
name: NAME
language: en
version: "1.0"
date: 2026-01-31
classes: []
legal: prescription
route: [swallow]
purpose: For tests
sources: {book: {title: A book}}
review: {status: draft}
warnings:
  - kind: withdrawal
    level: warning
    hazard: Stopping testol
    action: Ask.
    consequence: Harm.
    source: book
  - kind: overdose
    level: emergency
    hazard: Taking too much
    signs: SIGNS
    action: Get help.
    consequence: Harm.
    source: book
sections:
  - topic: uses
    heading: HEADING
    source: book
    blocks:
      - paragraph: PARAGRAPH
      - panel: PANEL
        blocks:
          - paragraph: INSIDE
"""
USUAL = {
    "NAME": "Testol",
    "SIGNS": "You feel sleepy.",
    "HEADING": "Uses",
    "PARAGRAPH": "It helps.",
    "PANEL": "Note",
    "INSIDE": "Words.",
}


@pytest.mark.parametrize(
    ("word", "said", "code", "line"),
    [
        ("NAME", LONG, "L003", 2),
        ("HEADING", LONG, "L003", 28),
        ("PARAGRAPH", f"A {LONG} here", "L003", 31),
        ("PANEL", LONG, "L003", 32),
        ("HEADING", "Uses ☃", "L002", 28),
        ("SIGNS", MANY, "L005", 22),
        ("INSIDE", MANY, "L005", 32),
    ],
)
def test_a_refusal_has_its_line(word: str, said: str, code: str, line: int, tmp_path: Path) -> None:
    typed = WHOLE
    for each, usual in USUAL.items():
        typed = typed.replace(each, said if each == word else usual)
    monograph, findings = read_monograph(typed.encode(), str(tmp_path / "testol.yaml"))
    assert monograph is not None, findings
    with pytest.raises(LayoutError) as refusal:
        design(monograph, profile="giant")
    places = {(found.code, found.span.line if found.span else None) for found in refusal.value.findings}
    assert (code, line) in places
