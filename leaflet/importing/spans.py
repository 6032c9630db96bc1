"""Runs of characters of one style, put in order."""

from collections.abc import Sequence
from itertools import groupby

from leaflet.importing.original import Span
from leaflet.importing.wording import fold


def tidy(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Fold white space over the borders of spans, put equal neighbours together, drop white ends."""
    looks = groupby(spans, key=lambda span: (span.style, span.link))
    merged = [Span("".join([span.text for span in group]), *look) for look, group in looks]
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
