"""The rulebook: every code of the program, whoever finds it, with what `leaflet explain` says of it.

    M  the format of a monograph, and the plan of a build       read, batch
    S, P, C  its words: safety, plain language, coverage         rules
    L  what cannot be set, or has no Braille                     layout, braille
    V  laid-out pages and finished files                         prove, proof

A room with codes of its own has them in `EXPLANATIONS`, and its line in `explanations`.
"""

from collections.abc import Mapping
from functools import cache

from leaflet.explanations import Explanation


@cache
def explanations() -> Mapping[str, Explanation]:
    """Return what is told of each code, in the order of the codes."""
    from leaflet import rules  # all rooms at once, which only who explains needs
    from leaflet.batch import build_codes as of_builds
    from leaflet.braille import braille_codes as of_braille
    from leaflet.layout import layout_codes as of_layout
    from leaflet.proof.catalogue import explanations as of_files
    from leaflet.read import format_codes as of_format

    rooms = (
        of_format.EXPLANATIONS,
        of_builds.EXPLANATIONS,
        rules.EXPLANATIONS,
        of_layout.EXPLANATIONS,
        of_braille.EXPLANATIONS,
        of_files(),
    )
    return dict(sorted(entry for room in rooms for entry in room.items()))
