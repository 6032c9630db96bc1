"""Trace every printed sentence to who says it: the monograph's source and place, or the program itself."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator

from leaflet.blocks import Block, Document, ListBlock, Panel, Picture, Voice, Words, WriteIn
from leaflet.check.sentences import cut
from leaflet.diagnostics import Span
from leaflet.model import Monograph
from leaflet.passages import Passage, passages
from leaflet.values import Value


class Traced(Value, kw_only=True):
    """One printed sentence and where it comes from."""

    words: str
    voice: Voice
    source: str = ""  # the title of the source; "" where the monograph's sources do not say it
    path: str = ""  # in the YAML, such as sections[2].blocks[0].paragraph
    span: Span | None = None


def trace(document: Document, monograph: Monograph) -> tuple[Traced, ...]:
    """Return every sentence of the leaflet in reading order; what stands on each page comes first."""
    tracer = _Tracer(monograph)
    furniture = document.furniture
    own = [Words(((text, False),)) for text in (furniture.identity, furniture.draft) if text]
    everything = (*own, *(words for block in document.blocks for words in _words(block)))
    return tuple(traced for words in everything for traced in tracer.traced(words))


class _Tracer:
    """Finds the place of each text; lines without markup are found by their words, in order."""

    def __init__(self, monograph: Monograph) -> None:
        self._sources = {name: source.title for name, source in monograph.sources.items()}
        self._by_text: dict[int, Passage] = {}
        self._by_words: defaultdict[str, deque[Passage]] = defaultdict(deque)
        for passage in passages(monograph):
            self._by_text[id(passage.text)] = passage
            self._by_words[passage.plain].append(passage)

    def traced(self, words: Words) -> Iterator[Traced]:
        """Yield the sentences of one text."""
        origin, plain = words.origin, words.plain
        passage = self._passage(words) if origin.voice == "monograph" else None
        for start, end in cut(plain):
            yield Traced(
                words=plain[start:end],
                voice=origin.voice,
                source=self._sources.get(origin.source, origin.source),
                path=passage.path if passage else "",
                span=passage.locate(start, end) if passage else None,
            )

    def _passage(self, words: Words) -> Passage | None:
        if words.origin.text is not None:
            return self._by_text.get(id(words.origin.text))
        alike = self._by_words.get(words.plain)
        return alike.popleft() if alike else None


def _words(block: Block) -> Iterator[Words]:
    """Yield the texts of a block in reading order; bullets and numbers say nothing."""
    if isinstance(block, Panel):
        yield block.heading.words
        for inner in block.blocks:
            yield from _words(inner)
    elif isinstance(block, ListBlock):
        yield from _listed(block)
    elif isinstance(block, WriteIn):
        yield block.label
    elif not isinstance(block, Picture):
        yield block.words


def _listed(block: ListBlock) -> Iterable[Words]:
    for item in block.items:
        if block.form == "definitions":
            yield item.label
        yield item.words
        if item.nested is not None:
            yield from _listed(item.nested)
