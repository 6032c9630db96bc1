"""Runs of characters of one style, put in order."""

from collections.abc import Sequence

from leaflet.importing.original import Span
from leaflet.importing.wording import fold


def tidy(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Fold white space over the borders of spans, put equal neighbours together, drop white ends."""
    merged: list[Span] = []
    for span in spans:
        last = merged[-1] if merged else None
        if last and (last.style, last.link) == (span.style, span.link):
            merged[-1] = Span(last.text + span.text, span.style, span.link)
        else:
            merged.append(span)
    tidied: list[Span] = []
    before = "\n"
    for span in merged:
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
