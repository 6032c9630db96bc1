"""How marked content opens: of what is furniture or drawing, and of each role (ISO 32000-1, 14.6)."""

from leaflet.document.tree import Artifact, Role, Tag

ARTIFACTS = {
    # ISO 32000-1, 14.8.2.2: furniture is pagination, drawing is layout.
    Artifact.HEADER: b"/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC\n",
    Artifact.FOOTER: b"/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC\n",
    Artifact.RULE: b"/Artifact<</Type/Layout>>BDC\n",
}
HEADINGS = frozenset(role for role in Role if Tag(role).level or role is Role.SPAN)  # or parts of one
OPENINGS = {role: b"/%b<</MCID %%d>>BDC\n" % role.encode() for role in Role}
