"""What stands again where a page starts in the middle of it: the same words, "(continued)" after them.

They are artifacts: they say nothing new, so nobody hears them read out twice.
"""

from leaflet.document.tree import Artifact
from leaflet.layout.boxes import Fragment, LineBox
from leaflet.layout.setting import Setter
from leaflet.text.slugs import Slug
from leaflet.values import altered

_SPACE = 0.3  # × size, before "(continued)"


def again(setter: Setter, fragment: Fragment, end: float) -> Fragment:
    """Return a fragment as it stands again, "(continued)" after its last line or, past `end`, under it."""
    lines = tuple([altered(line, owner=Artifact.HEADER) for line in fragment.lines])
    said = beside(setter, lines[-1], end)
    if said is not None or setter.continued is None:
        return altered(fragment, lines=(*lines, said) if said is not None else lines)
    last = lines[-1]
    lower = setter.scale.line_height(last.size)
    under = LineBox.of(setter.continued, last.x, last.y + lower, last.size, Artifact.HEADER)
    return altered(fragment, height=fragment.height + lower, lines=(*lines, under))


def said_after(line: LineBox, words: Slug, size: float) -> LineBox:
    """Return words such as "(continued)" after a line."""
    x = line.x + line.width + _SPACE * line.size
    return LineBox.of(words, x, line.y, size, Artifact.HEADER, white=line.white)


def beside(setter: Setter, line: LineBox, end: float) -> LineBox | None:
    """Return "(continued)" after a line; None where it would go past `end`."""
    if setter.continued is None:
        return None
    said = said_after(line, setter.continued, setter.scale.body)
    return said if said.x + said.width <= end else None
