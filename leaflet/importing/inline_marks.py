"""Words of a source as an author types them: marks of Leaflet's inline markup, all else escaped."""

import re

from leaflet.importing.original import Span, Words

_ESCAPED = re.compile(r"[\\\[\]*]|[\^_](?=\{|$)|<(?=h|$)")
_SIGNS = re.compile(r"[®™©℠*†‡§¶°ºª]+")
_RAISED = str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_LONGEST_SHIFT = 12


def typed(spans: tuple[Span, ...]) -> str:
    """Return a text with its markup: strong, raised and lowered characters, links."""
    return "".join([_typed(span) for span in _joined(spans)]).replace("\n", " ").strip()


def line(words: Words) -> str:
    """Return a text for a field that knows no markup; raised and lowered digits by their twins of Unicode."""
    return " ".join("".join([_plain(span) for span in words.spans]).split())


def is_strong(words: Words) -> bool:
    """Tell whether all of a text that says anything is strong."""
    said = [span for span in words.spans if any(char.isalnum() for char in span.text)]
    return (
        bool(said) and all(span.style in ("strong", "raised") for span in said) and said[0].style == "strong"
    )


def split_lines(words: Words) -> list[Words]:
    """Return the lines of a text, each with its styles; empty lines are left out."""
    lines: list[list[Span]] = [[]]
    for span in words.spans:
        for index, part in enumerate(span.text.split("\n")):
            if index:
                lines.append([])
            if part:
                lines[-1].append(Span(part, span.style, span.link))
    return [Words(tuple(spans), words.address) for spans in lines if any(span.text.strip() for span in spans)]


def without_start(words: Words, length: int) -> Words:
    """Return a text without its first characters and the white space behind them."""
    spans = list(words.spans)
    while spans and length >= len(spans[0].text):
        length -= len(spans[0].text)
        spans.pop(0)
    if spans:
        spans[0] = Span(spans[0].text[length:].lstrip(), spans[0].style, spans[0].link)
    while spans and not spans[0].text.strip():
        spans.pop(0)
    if spans:
        spans[0] = Span(spans[0].text.lstrip(), spans[0].style, spans[0].link)
    return Words(tuple(spans), words.address)


def _joined(spans: tuple[Span, ...]) -> list[Span]:
    """Put neighbours of one look together, so that no strong run closes where the next one opens."""
    joined: list[Span] = []
    for span in spans:
        look = Span(
            span.text, "plain" if span.style == "raised" and _SIGNS.fullmatch(span.text) else span.style
        )
        if span.link.rstrip("/") == span.text.strip().rstrip("/") and span.link.startswith("https://"):
            look = Span(span.text, "plain", span.text.strip())
        last = joined[-1] if joined else None
        if last and (last.style, last.link) == (look.style, look.link) and not look.link:
            joined[-1] = Span(last.text + look.text, last.style)
        else:
            joined.append(look)
    return joined


def _typed(span: Span) -> str:
    if span.link:
        return (
            span.text.replace(span.link, f"<{span.link}>")
            if not re.search(r"[<>\s]", span.link)
            else _safe(span.text)
        )
    words = span.text.strip()
    if span.style == "strong" and any(char.isalnum() for char in words):
        start = span.text[: len(span.text) - len(span.text.lstrip())]
        end = span.text[len(span.text.rstrip()) :]
        return f"{start}**{_safe(words)}**{end}"
    if span.style in ("raised", "lowered") and _is_shift(words):
        start = span.text[: len(span.text) - len(span.text.lstrip())]
        sign = "^" if span.style == "raised" else "_"
        return f"{start}{sign}{{{words}}}{span.text[len(start) + len(words) :]}"
    return _safe(span.text)


def _is_shift(words: str) -> bool:
    return 0 < len(words) <= _LONGEST_SHIFT and not re.search(r"[{}\\*\[\]\s]", words)


def _plain(span: Span) -> str:
    if span.style == "raised":
        return span.text.translate(_RAISED)
    return span.text.translate(_LOWERED) if span.style == "lowered" else span.text


def _safe(text: str) -> str:
    return _ESCAPED.sub(lambda found: "\\" + found.group(), text)
