"""Text to located values: YAML, of which only mappings, lists and scalars as typed are let in.

What is typed plainly, PyYAML's composer in C puts together and `compose_plain` gives places. Where a file
holds an anchor, a tag, a slip or anything else unusual, `_Composer` goes through the parser's events one
by one instead: it knows what to say. Either way nothing is turned into dates or numbers, no tag is
obeyed, and nothing recurses however deep a file is nested.
"""

from typing import Any

from msgspec import Struct, field

from leaflet.diagnostics import Finding, Span
from leaflet.precompiled import expression
from leaflet.read.plain_yaml import LOADER, compose_plain
from leaflet.read.problems import problem, quoted
from leaflet.read.pyyaml import yaml
from leaflet.read.scalar_characters import misplaced_space, take_in
from leaflet.source import LocatedDict, LocatedList, LocatedStr, SourceText
from leaflet.values import Value

DEEPEST = 64  # levels; a monograph needs 8
MOST_VALUES = 50_000  # in one file, each alias counted as all that it stands for
MOST_ALIASES = 100

# An anchor or a tag before a scalar belongs to YAML's place of the scalar, not to ours.
_PROPERTIES = expression(r"(?:[&!][^\s,\[\]{}]*+|\s++|#[^\r\n]*+)*+")
_COMMENT = expression(r"(?P<space>[ \t]+)#(?P<words>[^\r\n]*)")

Located = LocatedStr | LocatedList | LocatedDict


def compose(source: SourceText) -> tuple[Located | None, tuple[Finding, ...]]:
    """Return the value that the file holds, and what is wrong with its YAML.

    The value is None where the file holds none, or where the YAML breaks off before its end.
    """
    plain = compose_plain(source, deepest=DEEPEST, most=MOST_VALUES // 2)
    return (plain, ()) if plain is not None else compose_strictly(source)


def compose_strictly(source: SourceText) -> tuple[Located | None, tuple[Finding, ...]]:
    """Do the same, event by event."""
    composer = _Composer(source)
    try:
        for event in yaml.parse(source.text, Loader=LOADER):
            composer.take(event)
    except _EndOfReadingError:
        pass
    except yaml.YAMLError as slip:
        if all(finding.code != "M035" for finding in composer.findings):  # one wrong space is one mistake
            from leaflet.read.syntax import explain  # where there is something to explain

            composer.findings.append(explain(slip, source))
        if not isinstance(composer.root, LocatedDict):
            return None, tuple(composer.findings)  # the words before the break are no monograph
    return composer.root, tuple(composer.findings)


class _EndOfReadingError(Exception):
    """What follows would only cost time."""


class _Open(Struct):
    """A mapping or a list whose end is not read yet."""

    start: int
    anchor: str | None
    counted: int  # values in the file before this one
    height: int = 1  # levels from here to the deepest value within
    items: Any = None
    keys: dict[str, LocatedStr] = field(default_factory=dict)
    key: LocatedStr | None = None
    key_is_due: bool = True


class _Anchored(Value):
    """A value that aliases may name, with what each of them costs."""

    value: Located
    count: int
    height: int


class _Composer:
    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.findings: list[Finding] = []
        self.root: Located | None = None
        self._open: list[_Open] = []
        self._anchors: dict[str, _Anchored | None] = {}
        self._values = self._aliases = self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Add the next event of the file."""
        match event:
            case yaml.ScalarEvent():
                self._refuse_tag(event)
                scalar = self._scalar(event)
                self._count(1, scalar.span)
                self._anchor(event.anchor, scalar, 1, 0)
                self._place(scalar)
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._begin(event)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._end(_offsets(event)[1])
            case yaml.AliasEvent():
                self._alias(event)
            case yaml.DocumentStartEvent():
                self._document(event)

    def _report(self, code: str, span: Span, message: str, hint: str) -> None:
        self.findings.append(problem(self.source, code, span, message, hint))

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            hint = "keep one monograph to a file"
            self._report("M044", self._span_of(event), "a second document begins here", hint)
            raise _EndOfReadingError

    def _begin(self, event: yaml.SequenceStartEvent | yaml.MappingStartEvent) -> None:
        self._refuse_tag(event)
        span = self._span_of(event)
        self._check_depth(1, span)
        self._count(1, span)
        start = self._behind_properties(event)
        items: Any = LocatedDict() if isinstance(event, yaml.MappingStartEvent) else LocatedList()
        self._open.append(_Open(start, event.anchor, self._values - 1, items=items))
        if event.anchor is not None:
            self._anchors[event.anchor] = None

    def _end(self, end: int) -> None:
        done = self._open.pop()
        done.items.where = (self.source, done.start, end)
        self._anchor(done.anchor, done.items, self._values - done.counted, done.height)
        self._place(done.items, done.height)

    def _scalar(self, event: yaml.ScalarEvent) -> LocatedStr:
        text, style = self.source.text, (event.style or "").strip()
        start, end = self._behind_properties(event), _offsets(event)[1]
        if style in ("|", ">"):
            end = start + len(text[start:end].rstrip())
        scalar, found = take_in(LocatedStr(event.value, self.source, start, end, style), style)
        self.findings += found
        if style == "":
            self._refuse_lost_words(end)
        return scalar

    def _refuse_lost_words(self, end: int) -> None:
        """Refuse "Tablet #2", where YAML silently drops the 2; a comment stands apart from a value."""
        comment = _COMMENT.match(self.source.text, end)
        if comment and (len(comment["space"]) < 2 or not comment["words"].startswith((" ", "\t"))):
            self._report(
                "M018",
                self.source.span(comment.end("space"), comment.end()),
                f"the words from {quoted('#' + comment['words'])} on would not be printed: "
                "to YAML they are a comment",
                "put the text in quotes; begin a comment with two spaces, '#' and a space",
            )

    def _alias(self, event: yaml.AliasEvent) -> None:
        span, name = self._span_of(event), quoted(f"*{event.anchor}")
        self._aliases += 1
        if self._aliases > MOST_ALIASES:
            message = f"the file repeats values with '*' more than {MOST_ALIASES} times"
            self._report("M042", span, message, "write the words out")
            raise _EndOfReadingError
        if event.anchor not in self._anchors:
            hint = "put a text that begins with '*' in quotes"
            self._report("M042", span, f"{name} names nothing above it", hint)
        elif (anchored := self._anchors[event.anchor]) is None:
            self._report("M042", span, f"{name} would hold itself", "write the words out")
        else:
            self._check_depth(anchored.height, span)
            self._count(anchored.count, span)
            self._place(anchored.value, anchored.height)
            return
        start, end = _offsets(event)
        self._place(LocatedStr(self.source.text[start:end], self.source, start, end))

    def _anchor(self, name: str | None, value: Located, count: int, height: int) -> None:
        if name is not None:
            self._anchors[name] = _Anchored(value, count, height)

    def _place(self, value: Located, height: int = 0) -> None:
        """Put a finished value where it belongs: in the innermost open mapping or list."""
        if not self._open:
            self.root = value
            return
        within = self._open[-1]
        within.height = max(within.height, height + 1)
        if isinstance(within.items, list):
            within.items.append(value)
        elif within.key_is_due:
            within.key, within.key_is_due = self._key(value, within), False
        else:
            if within.key is not None:
                within.items[within.key] = value
            within.key_is_due = True

    def _key(self, value: Located, within: _Open) -> LocatedStr | None:
        """Return a usable key, or None where its value is to be passed over."""
        if not isinstance(value, LocatedStr):
            hint = "put a text that begins with '[' or '{' in quotes"
            self._report("M045", value.span, "a list or mapping stands where a key is expected", hint)
            return None
        if not value:
            self._report("M045", value.span, "a ':' without a key before it", "write the key")
            return None
        if wrong := misplaced_space(value):
            self.findings.append(wrong)
            return None
        if value in within.keys:
            message = f"duplicate key {quoted(value)}: it was first given at {within.keys[value].span}"
            self._report("M002", value.span, message, "keep one of the two")
            return None
        within.keys[value] = value
        return value

    def _refuse_tag(self, event: yaml.ScalarEvent | yaml.SequenceStartEvent | yaml.MappingStartEvent) -> None:
        if event.tag is not None:
            hint = "put a text that begins with '!' in quotes"
            self._report("M043", self._span_of(event), f"a tag, {quoted(event.tag)}, is not allowed", hint)

    def _count(self, more: int, span: Span) -> None:
        self._values += more
        if self._values > MOST_VALUES:
            message = f"the file holds more than {MOST_VALUES:,} values, repeated ones counted each time"
            self._report("M041", span, message, "split the file, or take repeated values out")
            raise _EndOfReadingError

    def _check_depth(self, more: int, span: Span) -> None:
        if len(self._open) + more > DEEPEST:
            message = f"values are nested more than {DEEPEST} levels deep"
            self._report("M040", span, message, "is a bracket or an indentation left open?")
            raise _EndOfReadingError

    def _behind_properties(self, event: yaml.NodeEvent) -> int:
        start, end = _offsets(event)
        if event.anchor is None and getattr(event, "tag", None) is None:
            return start
        match = _PROPERTIES.match(self.source.text, start, end)
        return match.end() if match else start

    def _span_of(self, event: yaml.Event) -> Span:
        return self.source.span(*_offsets(event))


def _offsets(event: yaml.Event) -> tuple[int, int]:
    """Return where an event starts and ends, in characters: PyYAML's types allow for no marks."""
    start, end = event.start_mark, event.end_mark
    return (start.index if start else 0, end.index if end else 0)
