"""Read a page's words back, by another way than they were written: Python's own HTML parser."""

from html.parser import HTMLParser

_INLINE = {"strong", "sup", "sub", "a", "br"}
_UNREAD = {"style", "title", "script"}


def read_html(data: bytes) -> tuple[str, ...]:
    """Return what a page says, one string a paragraph, item or cell, in reading order.

    Raises `ValueError` where the file is no UTF-8.
    """
    reader = _Reader()
    reader.feed(data.decode())
    reader.close()
    reader.end()
    return tuple(reader.said)


class _Reader(HTMLParser):
    """Gathers words, and parts them wherever an element that is no part of a sentence starts or ends."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._words: list[str] = []
        self._unread = 0
        self._spans: list[bool] = []  # of each open span: whether it is a part of a sentence

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "span":
            self._spans.append("class" not in dict(attrs))
        if not self._is_inline(tag):
            self.end()
        self._unread += tag in _UNREAD

    def handle_endtag(self, tag: str) -> None:
        if not self._is_inline(tag):
            self.end()
        if tag == "span" and self._spans:
            self._spans.pop()
        self._unread -= tag in _UNREAD

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._words.append(data)

    def _is_inline(self, tag: str) -> bool:
        return tag in _INLINE or (tag == "span" and bool(self._spans) and self._spans[-1])

    def end(self) -> None:
        """End the sentence at hand."""
        words = " ".join("".join(self._words).split())
        if words:
            self.said.append(words)
        self._words = []
