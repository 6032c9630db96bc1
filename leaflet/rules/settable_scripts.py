"""Rule C105: every text is in a script that a page can set."""

from collections.abc import Iterable

from leaflet.intake.scripts import unset_script
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.rule import Hit, rule


@rule(
    "C105",
    "a script that no page sets",
    reason="its letters would be boxes, or its words would stand in the wrong order, and nobody would know",
    bad="purpose: للألم",
    good="purpose: For pain",
    source="Unicode Standard Annex 9; ISO 14289-1, 7.21.8: no reference to the .notdef glyph",
    english=False,
    severity="error",
)
def unset(manuscript: Manuscript) -> Iterable[Hit]:
    """Find texts in another script than Latin, Greek or Cyrillic, each once."""
    language = manuscript.monograph.language
    for passage in manuscript.passages:
        found = unset_script(passage.plain)
        if found is None:
            continue
        at, script = found
        runs = ", which runs from right to left" if script.from_right else ""
        yield Hit(
            message=f"this text in the language {language!r} is in {script.called} script{runs}: "
            "no page sets that yet",
            hint="write it in Latin, Greek or Cyrillic letters, or have it printed by a program that sets it",
            span=passage.locate(at, at + 1),
        )


RULES = (unset,)
