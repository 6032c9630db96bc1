"""Where a leaflet in one piece begins its chapters."""

from collections.abc import Sequence

from leaflet.importing.original import Block, Heading
from leaflet.importing.topics import number_of, of_title

_NUMBERED_TITLES = 3  # so many of them are those of a leaflet's main parts


def chapter_starts(blocks: Sequence[Block]) -> list[int]:
    """Return where chapters begin: at the template's numbered titles, or at titles that stand under none."""
    found = {
        index: number_of(block.words.plain)
        for index, block in enumerate(blocks)
        if isinstance(block, Heading) and _begins(block)
    }
    numbered = [index for index, number in found.items() if number]
    if len(numbered) >= _NUMBERED_TITLES:
        return numbered
    return [index for index in found if index - 1 not in found]


def _begins(heading: Heading) -> bool:
    """Tell whether a heading begins a chapter of a document in one piece."""
    return bool(of_title(heading.words.plain)) or heading.words.plain.rstrip().endswith("?")
