"""A sheet that asks a patient "Which line can you read easily?": one sentence at each profile's real size.

It is made by the same layout and renderer as a leaflet, so that its sizes are the leaflet's sizes, and
it is tagged like one.
"""

import hashlib
from dataclasses import dataclass

from leaflet.blocks import OWN, Document, Furniture, Heading, Paragraph, Words
from leaflet.handout import PrintWish
from leaflet.languages import Language, language_of
from leaflet.layout.boxes import Layout, Page, Slab
from leaflet.layout.furniture import plan_furniture, set_furniture
from leaflet.layout.pagination import paginate
from leaflet.layout.scale import LayoutError, Scale, make_scale
from leaflet.layout.setting import Setter
from leaflet.paper import PAPERS, Paper
from leaflet.profiles import PROFILES, Profile
from leaflet.program import PROGRAM
from leaflet.structure import Element, Role
from leaflet.text.words import Shaper
from leaflet.units import Insets

_BASE = "standard"  # its margins and furniture serve the whole sheet
_LABEL_GAP = 1.0  # lines of white above each line's label


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One line of the test: a profile, its label and its size on paper."""

    profile: Profile
    label: str
    size: float  # pt


def trials(paper: str, shaper: Shaper) -> tuple[Trial, ...]:
    """Return the profiles that the paper holds, the smallest print first."""
    found = []
    for profile in PROFILES.values():
        try:
            size = make_scale(profile, PAPERS[paper], shaper.faces).body
        except LayoutError:
            continue
        found.append(Trial(profile=profile, label=profile.title, size=size))
    return tuple(sorted(found, key=lambda trial: trial.size))
