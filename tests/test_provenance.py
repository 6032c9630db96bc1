"""Where a printed sentence comes from: by the string that was typed, never by what it says."""

from leaflet.compose import compose
from leaflet.languages import LANGUAGES
from leaflet.provenance import trace
from leaflet.read import read_monograph

TWICE = b"""\
id: testol
name: Testol
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
  - {kind: withdrawal, level: warning, hazard: Stopping, action: Ask., consequence: Harm., source: book}
  - {kind: overdose, level: emergency, hazard: Too much, action: Ask., consequence: Harm., source: book}
sections:
  - topic: uses
    heading: The same
    source: book
    blocks: [{panel: The same, blocks: [{definitions: [{term: The same, meaning: The same}]}]}]
"""


def test_equal_words_are_told_apart_by_where_they_were_typed() -> None:
    monograph, _ = read_monograph(TWICE, "testol.yaml")
    assert monograph is not None
    traced = trace(compose(monograph, LANGUAGES["en"], None), monograph)
    places = [(each.path, each.span.line if each.span else 0) for each in traced if each.voice == "monograph"]
    assert places == [
        ("name", 2),
        ("purpose", 9),
        *[(f"warnings[1].{key}", 14) for key in ("hazard", "action", "consequence")],
        *[(f"warnings[0].{key}", 13) for key in ("hazard", "action", "consequence")],
        ("sections[0].heading", 17),
        ("sections[0].blocks[0].panel", 19),
        ("sections[0].blocks[0].blocks[0].definitions[0].term", 19),
        ("sections[0].blocks[0].blocks[0].definitions[0].meaning", 19),
    ]
    assert [each.voice for each in traced if not each.path].count("leaflet") > 3
