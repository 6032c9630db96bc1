"""Propose a warning only where the source says what to do; its words move there whole and in their order."""

import re
from collections.abc import Sequence

from leaflet.importing.drafted_blocks import LONGEST_LINE, Placer, Typed
from leaflet.importing.inline_marks import line, typed
from leaflet.importing.original import Block, Heading, Paragraph, Words
from leaflet.importing.topics import of_title
from leaflet.importing.urgency import Urgency, urgency_of
from leaflet.inline import find_markup

_MOST_WORDS = 90
_ARTICLE = re.compile(r"^(?:the|die|les|los|las|i|os|de) ", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-ZÀ-ÖØ-ÞĀĆČĎĘĚŁŃŇÓŘŚŠŤŹŻŽ¿¡])")


def proposed(
    blocks: Sequence[Block], topics: Sequence[str], title: Words | None, language: str, placer: Placer
) -> tuple[list[Typed], tuple[Block, ...]]:
    """Return the overdose warning of a chapter where it states one, and the blocks that stay."""
    if title is not None and list(topics) == ["overdose"]:
        warning = _warning(title, blocks, language, placer)
        return ([warning], ()) if warning else ([], tuple(blocks))
    for start, block in enumerate(blocks):
        if isinstance(block, Heading) and of_title(block.words.plain) == ("overdose",):
            end = next(
                (index for index in range(start + 1, len(blocks)) if isinstance(blocks[index], Heading)),
                len(blocks),
            )
            warning = _warning(block.words, blocks[start + 1 : end], language, placer)
            if warning:
                return [warning], (*blocks[:start], *blocks[end:])
            break
    return [], tuple(blocks)


def _warning(hazard: Words, blocks: Sequence[Block], language: str, placer: Placer) -> Typed | None:
    """Return the warning that a part states, or None, entered, where it is for a person to write one."""
    said = " ".join(typed(block.words.spans) for block in blocks if isinstance(block, Paragraph))
    is_plain = blocks and all(
        isinstance(block, Paragraph) and "\n" not in block.words.plain for block in blocks
    )
    name = line(hazard)
    fits = len(said.split()) <= _MOST_WORDS and len(name) <= LONGEST_LINE and find_markup(name) is None
    sentences = _SENTENCE.split(said)
    urgency = urgency_of(language)
    acting = [urgency is not None and bool(urgency.action.search(sentence)) for sentence in sentences]
    if urgency is None or not is_plain or not fits or not any(acting):
        reason = (
            "no warning of page 1 is proposed from this: it is long, or no sentence tells whom to turn to"
        )
        placer.book.enter("decision", hazard.address, hazard.plain, reason)
        return None
    before, after = _signs(sentences, acting, urgency) if "**" not in said and "[" not in said else (0, 0)
    action = " ".join(sentences[before : len(sentences) - after])
    signs = " ".join(sentences[:before] or sentences[len(sentences) - after :])
    placer.book.enter("moved", hazard.address, said, "a warning of page 1, as the source words it")
    for block in blocks:
        if isinstance(block, Paragraph):
            placer.text(block.words)  # enters links whose addresses print would not show
    warning: Typed = {
        "kind": "overdose",
        "level": "emergency" if urgency.at_once.search(action) else "warning",
        "hazard": _safe(name),
    }
    if before or after:
        warning["signs"] = signs
    return warning | {"action": action, "source": "original", "from": hazard.address}


def _signs(sentences: Sequence[str], acting: list[bool], urgency: Urgency) -> tuple[int, int]:
    """Return how many sentences before the first action, or else after the last, only tell of signs.

    Those before it speak of signs; those after it have signs for their subject, and anything else stays with
    the action: what follows an action may be a part of what to do.
    """
    first, last = acting.index(True), len(acting) - 1 - acting[::-1].index(True)
    if first and all(urgency.signs.search(sentence) for sentence in sentences[:first]):
        return first, 0
    rest = sentences[last + 1 :]
    if rest and all(urgency.signs.match(_ARTICLE.sub("", sentence, count=1)) for sentence in rest):
        return 0, len(rest)
    return 0, 0


def _safe(name: str) -> str:
    return re.sub(r"[\\\[\]*]", lambda found: "\\" + found.group(), name)
