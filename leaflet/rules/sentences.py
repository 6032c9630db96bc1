"""The printed passages cut into sentences, each with what leads up to it and a way back to its place.

A list item is read together with its lead-in: "Do not:" and "stop taking it suddenly" make one
instruction, and only together do they say what the patient reads.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from leaflet.diagnostics import Span
from leaflet.passages import Passage
from leaflet.rules.patterns import Pattern
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
    names: re.Pattern[str]

    @cached_property
    def text(self) -> str:
        """The words of the sentence."""
        return self.passage.plain[self.start : self.end]

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


def sentences(passages: Iterable[Passage], names: re.Pattern[str]) -> tuple[Sentence, ...]:
    """Cut the passages into sentences, in reading order."""
    return tuple(_sentences(passages, names))


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


def _sentences(passages: Iterable[Passage], names: re.Pattern[str]) -> Iterator[Sentence]:
    leads: dict[str, str] = {}
    part = ""
    for passage in passages:
        if part != (part := passage.path.partition(".")[0]):
            leads.clear()
        lead = _lead_of(passage, leads)
        for start, end in cut(passage.plain):
            yield Sentence(passage, start, end, lead, names)
        _remember(passage, leads)


def _lead_of(passage: Passage, leads: dict[str, str]) -> str:
    if passage.role == "action":
        return leads.get(passage.path, "")  # "If ten puffs do not help:"
    if passage.role not in ("item", "step", "effect"):
        return ""
    above, _, _ = passage.path.rpartition(".")
    # An item of a nested list hangs on its item; one of an outer list on what stands before the list.
    return leads.get(above) or leads.get("") or ""


def _remember(passage: Passage, leads: dict[str, str]) -> None:
    """Keep what may lead what follows: a case, a paragraph or heading that cannot stand alone."""
    if passage.role == "condition":
        leads[passage.path] = f"{passage.plain.rstrip(' :')}:"
        return
    if passage.path.endswith(".item"):
        last = _last_sentence(passage.plain)
        leads[passage.path.removesuffix(".item")] = f"{leads.get('', '')} {last.rstrip()}".strip()
    elif passage.role not in ("item", "step", "effect"):
        leads.clear()
        text = passage.plain
        leading = _LEADS.search(text, len(text.rstrip()) - _LONGEST_MARK)
        leads[""] = _last_sentence(text).rstrip() if leading else ""


def _last_sentence(text: str) -> str:
    text = text[-_LEAD_LENGTH:]
    return text[[start for start, _ in cut(text)][-1] :] if text else ""
