"""Trace every printed sentence to who says it: the monograph's source and place, or the program itself."""

from collections import defaultdict, deque
from collections.abc import Iterator

from leaflet.diagnostics import Span
from leaflet.document.tree import Attribution, Document, Role, Text
from leaflet.model import Monograph
from leaflet.passages import passages
from leaflet.rules.sentences import cut
from leaflet.values import Value


class Traced(Value, kw_only=True):
    """One printed sentence and where it comes from."""

    words: str
    voice: Attribution
    source: str = ""  # the title of the source; "" where the monograph's sources do not say it
    path: str = ""  # in the YAML, such as sections[2].blocks[0].paragraph
    span: Span | None = None


def trace(document: Document, monograph: Monograph) -> tuple[Traced, ...]:
    """Return every sentence of the leaflet in reading order; what stands on each page comes first."""
    tracer = _Tracer(monograph)
    furniture = document.furniture
    texts = [furniture.identity]
    for leaf, _ in document.leaves:
        # Bullets and numbers say nothing; a term is a label that was typed.
        if leaf.text is not None and (leaf.tag.role is not Role.LABEL or leaf.text.typed is not None):
            texts.append(leaf.text)
    return tuple(traced for text in texts for traced in tracer.traced(text))


class _Tracer:
    """Knows the path in the YAML of everything typed there, by the very string that was typed."""

    def __init__(self, monograph: Monograph) -> None:
        self._sources = {name: source.title for name, source in monograph.sources.items()}
        self._paths: defaultdict[int, deque[str]] = defaultdict(deque)
        for passage in passages(monograph):
            # A monograph made in a program may hold one string twice: then they come in order.
            self._paths[id(passage.text.typed)].append(passage.path)

    def traced(self, text: Text) -> Iterator[Traced]:
        """Yield the sentences of one text."""
        plain = text.plain
        paths = self._paths.get(id(text.typed.typed)) if text.typed is not None else None
        path = (paths.popleft() if len(paths) > 1 else paths[0]) if paths else ""
        for start, end in cut(plain):
            yield Traced(
                words=plain[start:end],
                voice=text.attribution,
                source=self._sources.get(text.source, text.source),
                path=path,
                span=text.locate(start, end),
            )
