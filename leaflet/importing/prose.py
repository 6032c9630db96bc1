"""A text that lost its structure: questions that stood as headings and typed bullets give some of it back."""

import re

from leaflet.importing.counted_words import fold
from leaflet.importing.original import Block, Heading, Listing, Missed, Paragraph, Span, Words

# What a Medication Guide asks or announces (21 CFR 208.20). Quoted, it is a cross-reference and stays.
_HEADING = re.compile(
    r"(?<= )((?:What|How|Who|When|Why|Where) (?:is|are|should|do|does|can|must|might|could)\b[^.?!•]{4,140}\?"
    r"|(?<=[.!?)\]:] )(?:Important information about|Do not (?:take|use)|Before (?:taking|using)|When taking"
    r"|While taking|The possible side effects of)\b[^.?!•:]{2,100}:)(?= [A-Zo•(])"
)
# Sentences of that form which stand after a list, and which nothing parts from its last item.
_AFTER_A_LIST = re.compile(
    r"(?<=[^\W\d_.)]) (?=(?:Call your doctor for medical advice about side effects"
    r"|(?:These|This) (?:are|is) not all (?:of )?the possible side effects"
    r"|Keep [^.•]{2,60} and all medicines out of the reach|This Medication Guide has been approved)\b)"
)
_BULLET = re.compile(r"(?= [•○▪◦■●] | o (?=[A-Za-z]))")
_MARK = re.compile(r" ?(?P<mark>[•○▪◦■●o]) ")
_SENTENCE = re.compile(r"(?<=[a-z)\]][.!?]) (?=[A-Z])")
_LONG = 600


def blocks_of_prose(text: str, address: str) -> tuple[tuple[Block, ...], tuple[Missed, ...]]:
    """Return running English text as headings, paragraphs and lists, and the marks that these replace."""
    prose = _Prose(address)
    for index, part in enumerate(_HEADING.split(fold(text).replace("\n", " "))):
        if index % 2 and part.endswith(":") and prose.stands_under_a_title:
            prose.add(Paragraph(prose.words(part, "p")))  # the question over it is the title
        elif index % 2:
            prose.add(Heading(prose.words(part, "h"), 1))
        else:
            for piece in _BULLET.split(part):
                prose.piece(piece)
            prose.close()
    return tuple(prose.blocks), tuple(prose.missed)


class _Prose:
    """Gathers the blocks of a text, and the list that is being read."""

    def __init__(self, address: str) -> None:
        self.blocks: list[Block] = []
        self.missed: list[Missed] = []
        self._address = address
        self._items: list[list[Block]] = []
        self._under: list[tuple[Block, ...]] = []
        self._count = 0

    def words(self, text: str, letter: str) -> Words:
        """Return a text with an address of its own."""
        self._count += 1
        return Words((Span(text.strip()),), f"{self._address}.{letter}{self._count}")

    def add(self, block: Block) -> None:
        """Add a block behind the list that was read."""
        self.close()
        self.blocks.append(block)

    def piece(self, text: str) -> None:
        """Take in what stands from one mark to the next; the first piece of a text has none."""
        found = _MARK.match(text)
        first, *rest = _parts(text[found.end() :] if found else text)
        if found is None:
            for paragraph in filter(str.strip, (first, *rest)):
                self.add(Paragraph(self.words(paragraph, "p")))
            return
        words = self.words(first, "p")
        mark, reason = found["mark"], "a mark typed by hand; the list prints its own"
        self.missed.append(Missed(words.address, mark, reason, is_mark=True))
        if mark == "o" and self._items:
            self._under.append((Paragraph(words),))
        else:
            self._end_item()
            self._items.append([Paragraph(words)])
        for paragraph in rest:
            self.add(Paragraph(self.words(paragraph, "p")))

    @property
    def stands_under_a_title(self) -> bool:
        """Tell whether nothing but a title stands before what comes next."""
        return not self._items and bool(self.blocks) and isinstance(self.blocks[-1], Heading)

    def close(self) -> None:
        """End the list that is being read."""
        self._end_item()
        if self._items:
            items = tuple(tuple(item) for item in self._items)
            self.blocks.append(Listing(items, False, f"{self._address}.l{self._count}"))
            self._items = []

    def _end_item(self) -> None:
        if self._under:
            address = f"{self._address}.l{self._count}.l1"
            self._items[-1].append(Listing(tuple(self._under), False, address))
            self._under = []


def _parts(text: str) -> list[str]:
    """Cut a text before what stands after a list, and where it is long."""
    return [piece for part in _AFTER_A_LIST.split(text) for piece in _shortened(part)]


def _shortened(text: str) -> list[str]:
    """Cut a long text where sentences end, into paragraphs of at most about 600 characters."""
    pieces: list[str] = [""]
    for sentence in _SENTENCE.split(text):
        if pieces[-1] and len(pieces[-1]) + len(sentence) >= _LONG:
            pieces.append(sentence)
        else:
            pieces[-1] = f"{pieces[-1]} {sentence}" if pieces[-1] else sentence
    return pieces
