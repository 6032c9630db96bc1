"""Runs of characters of one style, put in order."""

import re
from collections.abc import Sequence
from itertools import groupby

from leaflet.importing.counted_words import fold
from leaflet.importing.original import Span, Style

_COLUMN = re.compile(r"[^\S\n]*\t[^\S\n]*| {2,}")
"""White space by which a text that was set as it was typed comes to stand in columns."""


def columned(text: str, style: Style, link: str) -> list[Span]:
    """Return a text as it was typed: its lines broken, what stands in columns behind a span of that style."""
    spans: list[Span] = []
    for index, part in enumerate(_COLUMN.split(text.replace("\r\n", "\n").replace("\r", "\n"))):
        spans += [Span(" ", "column")] if index else []
        spans += [Span(part, style, link)] if part else []
    return spans


def tidy(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Fold white space over the borders of spans, put equal neighbours together, drop white ends."""
    looks = groupby(spans, key=lambda span: (span.style, span.link))
    merged = [Span("".join([span.text for span in group]), *look) for look, group in looks]
    tidied: list[Span] = []
    before = "\n"
    for span in merged:
        if span.style == "column":
            if tidied and before != "\n":
                last = tidied[-1]
                tidied[-1] = Span(last.text.rstrip(), last.style, last.link)
                tidied.append(Span(" ", "column"))
                before = " "
            continue
        text = fold(span.text)
        if before in " \n":
            text = text.lstrip(" " if before == " " else None)
        if text:
            tidied.append(Span(text, span.style, span.link))
            before = text[-1]
    while tidied and not tidied[-1].text.rstrip():
        tidied.pop()
    if tidied:
        last = tidied[-1]
        tidied[-1] = Span(last.text.rstrip(), last.style, last.link)
    return tuple(tidied)
