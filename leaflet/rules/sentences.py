"""The printed passages cut into sentences, each with what leads up to it and a way back to its place.

A list item is read together with its lead-in: "Do not:" and "stop taking it suddenly" make one
instruction, and only together do they say what the patient reads.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from leaflet.diagnostics import Span
from leaflet.passages import Passage
from leaflet.rules.patterns import Pattern, Texts
from leaflet.values import Value

# Where a sentence may end: its mark with closing quotes and brackets, white space, and a fresh start.
_END = Pattern(r"[.!?…][\"'”’)\]]{0,3}\s+(?=[\"'“‘(\[]{0,2}[A-Z0-9À-Þ])")
_ABBREVIATION = Pattern(
    r"\b(?:e\.g|i\.e|etc|vs|dr|mr|mrs|ms|prof|st|approx|fig|tel|(?-i:[A-HJ-Z]))\.$", re.IGNORECASE
)
_WORD = Pattern(r"[A-Za-zÀ-ÿ0-9]+(?:[.,'’/-][A-Za-zÀ-ÿ0-9]+)*")
_LEADS = Pattern(r":\s*$|\b(?:not|don['’]t|never|avoid)\s*$", re.IGNORECASE)
_LONGEST_MARK = 8  # characters of what makes a lead-in, and some more
_LEAD_LENGTH = 240  # characters of a lead-in that can still change the meaning of an item


class Sentence(Value, dict=True):
    """One printed sentence; `start` and `end` count characters of its passage."""

    passage: Passage
    start: int
    end: int
    lead: str  # the lead-in of a list item, "" elsewhere
    text: str  # its words

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words, numbers among them, without punctuation."""
        return tuple(_WORD.findall(self.text))

    def locate(self, start: int, end: int) -> Span | None:
        """Return where characters `start` to `end` of `text` were typed."""
        return self.passage.locate(self.start + start, self.start + end)

    @property
    def span(self) -> Span | None:
        """Where the whole sentence was typed."""
        return self.locate(0, self.end - self.start)


class Cut(Value):
    """The sentences of a text: where each starts and ends, and the last one if it leads on to a list."""

    places: tuple[tuple[int, int], ...]
    leading: str


def cuts(texts: Texts) -> Mapping[int, Cut]:
    """Cut each text into sentences."""
    return {number: Cut(tuple(cut(text)), _leading(text)) for number, text in enumerate(texts.typed)}


def sentences(passages: Iterable[tuple[Passage, Cut]]) -> tuple[Sentence, ...]:
    """Return the sentences of passages that are cut, in reading order."""
    return tuple(_sentences(passages))


def cut(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of `text` starts and ends."""
    start = 0
    for end in _END.finditer(text):
        mark = end.start() + 1
        if _ABBREVIATION.search(text, max(0, mark - 8), mark):
            continue
        yield start, end.start() + len(end.group().rstrip())
        start = end.end()
    if start < len(text):
        yield start, len(text)


def _sentences(passages: Iterable[tuple[Passage, Cut]]) -> Iterator[Sentence]:
    leads: dict[str, str] = {}
    part = ""
    for passage, known in passages:
        if part != (part := passage.path.partition(".")[0]):
            leads.clear()
        lead = _lead_of(passage, leads)
        plain = passage.plain
        for start, end in known.places:
            yield Sentence(passage, start, end, lead, plain[start:end])
        _remember(passage, known.leading, leads)


def _lead_of(passage: Passage, leads: dict[str, str]) -> str:
    if passage.role == "action":
        return leads.get(passage.path, "")  # "If ten puffs do not help:"
    if passage.role not in ("item", "step", "effect"):
        return ""
    above, _, _ = passage.path.rpartition(".")
    # An item of a nested list hangs on its item; one of an outer list on what stands before the list.
    return leads.get(above) or leads.get("") or ""


def _remember(passage: Passage, leading: str, leads: dict[str, str]) -> None:
    """Keep what may lead what follows: a case, a paragraph or heading that cannot stand alone."""
    if passage.role == "condition":
        leads[passage.path] = f"{passage.plain.rstrip(' :')}:"
        return
    if passage.path.endswith(".item"):
        last = _last_sentence(passage.plain)
        leads[passage.path.removesuffix(".item")] = f"{leads.get('', '')} {last.rstrip()}".strip()
    elif passage.role not in ("item", "step", "effect"):
        leads.clear()
        leads[""] = leading


def _leading(text: str) -> str:
    """Return the last sentence of a text that cannot stand alone, "" of any other."""
    leading = _LEADS.search(text, len(text.rstrip()) - _LONGEST_MARK)
    return _last_sentence(text).rstrip() if leading else ""


def _last_sentence(text: str) -> str:
    text = text[-_LEAD_LENGTH:]
    return text[[start for start, _ in cut(text)][-1] :] if text else ""
