"""A text that lost its structure: questions that stood as headings and typed bullets give some of it back."""

import re

from leaflet.importing.original import Block, Heading, Paragraph, Span, Words
from leaflet.importing.wording import fold

# What a Medication Guide asks or announces (21 CFR 208.20), after an ended sentence.
_QUESTION = re.compile(
    r"(?<=[.!?)\]:] )((?:What|How|Who|When|Why|Where)\b[^.?!•]{8,140}\?"
    r"|(?:Important information about|Do not (?:take|use)|Before (?:taking|using)|When taking|While taking"
    r"|The possible side effects of)\b[^.?!•:]{2,100}:)(?= [A-Z•])"
)
_BULLET = re.compile(r"(?= [•○▪◦] )")
_SENTENCE = re.compile(r"(?<=[a-z)\]][.!?]) (?=[A-Z])")
_LONG = 600


def blocks_of_prose(text: str, address: str) -> tuple[Block, ...]:
    """Return running text as headings and paragraphs; no word is left out, moved or added."""
    blocks: list[Block] = []

    def add(words: str, make: type[Paragraph]) -> None:
        if words.strip():
            blocks.append(make(Words((Span(words.strip()),), f"{address}.p{len(blocks) + 1}")))

    for index, part in enumerate(_QUESTION.split(fold(text).replace("\n", " "))):
        if index % 2:
            blocks.append(Heading(Words((Span(part),), f"{address}.h{len(blocks) + 1}"), 1))
        else:
            for piece in _BULLET.split(part):
                for short in _shortened(piece):
                    add(short, Paragraph)
    return tuple(blocks)


def _shortened(text: str) -> list[str]:
    """Cut a long text where sentences end, into paragraphs of at most about 600 characters."""
    pieces: list[str] = []
    for sentence in _SENTENCE.split(text):
        if pieces and len(pieces[-1]) + len(sentence) < _LONG:
            pieces[-1] += " " + sentence
        else:
            pieces.append(sentence)
    return pieces
