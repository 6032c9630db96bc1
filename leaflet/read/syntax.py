"""YAML's own errors in plain words: what a person typed and what to type instead."""

import re

from leaflet.diagnostics import Finding, Span
from leaflet.precompiled import expression
from leaflet.read.plain_yaml import LOADER
from leaflet.read.problems import problem
from leaflet.read.pyyaml import yaml
from leaflet.read.scalar_characters import misplaced_in
from leaflet.source import SourceText
from leaflet.values import Value

_QUOTE_IT = "put the whole text in quotes"
_OTHER_HINT = "look at the quotes, colons and indentation here and on the line above"


class _Slip(Value):
    """A row of the table below: which of the parser's errors, and what it means to an author."""

    pattern: str  # of "context: problem", as the parser words them
    message: str
    hint: str
    at_context: bool = False  # the mistake stands where the parser began, not where it gave up


# The first row that fits is taken. {char} stands for the character at the place.
_SLIPS = (
    _Slip("quoted scalar: .*(end of stream|document indicator)", "the quotes opened here never close",
          "close them; inside single quotes write '' for an apostrophe", at_context=True),
    _Slip("quoted scalar: .*unknown escape", "a backslash in double quotes that begins no known escape",
          r"write \\ for a backslash, or use single quotes"),
    _Slip("quoted scalar: .*(hexdeci|Unicode)", "an escape that stands for no character",
          "type the character itself"),
    _Slip("scanning an? (alias|anchor)", "a text that begins with '{char}' needs quotes", _QUOTE_IT,
          at_context=True),
    _Slip("(scanning a|parsing a) tag|undefined tag handle", "a text that begins with '!' needs quotes",
          _QUOTE_IT),
    _Slip("block scalar", "words on the line of a '|' or '>'",
          f"begin them on the next line, or, where they belong together, {_QUOTE_IT}"),
    _Slip("simple key: ", "a line that has no ':' after its key, or words that are not indented",
          "write 'key: value', and indent the words of a text further than their key", at_context=True),
    _Slip("flow sequence: ", "the '[' opened here never closes properly",
          f"close it with ']'; where the '[' begins a text, {_QUOTE_IT}", at_context=True),
    _Slip("flow mapping: ", "the '{char}' opened here never closes properly",
          f"close it with '}}'; where the '{{' begins a text, {_QUOTE_IT}", at_context=True),
    _Slip("block sequence entries", "a list cannot begin on the line of its key",
          f"begin it on the next line; where the '-' begins a text, {_QUOTE_IT}"),
    _Slip("scanning a directive", "a line cannot begin with '{char}'", "is it a comment? begin it with '#'",
          at_context=True),
    _Slip("cannot start any token", "a text that begins with '{char}' needs quotes", _QUOTE_IT),
    _Slip("node content", "'{char}' stands where a value is expected", f"delete it, or {_QUOTE_IT}"),
    _Slip("incompatible YAML", "the file says that it is in a YAML that is not known", "delete its '%' line"),
    _Slip("<document start>", "something stands after the end of the monograph",
          "begin each key of the monograph at the left margin, on a line of its own"),
)  # fmt: skip  # one row a slip

_BEGINS_ANOTHER = expression(r"\s*+(?:- |[\w-]++:\s)")  # a line that begins another value than the one above

_BEGINS_KEY = expression(r"[\w-]++:(?:\s|$)")

_TAB = ("a tab stands where YAML wants spaces", "indent with spaces")
_COLON = ("a ': ' inside a text that is not in quotes", _QUOTE_IT)
_NO_COLON = (
    "a key is not expected here",
    "does the line above lack its ':'? begin the keys of one mapping at one column",
)
_APOSTROPHE = (
    "the quotes of this text close at an apostrophe inside it",
    "write '' for an apostrophe inside single quotes, or put the text in double quotes",
)
_AFTER = ("something follows the end of a text", f"{_QUOTE_IT}, from its first character to its last")
_KEYS = ("this line does not line up with the keys above it", "begin the keys of one mapping at one column")
_ITEM_KEYS = (
    "this key does not line up with the keys of the item above it",
    "begin the keys of one item at one column, that of the key after its '- '",
)
_ITEMS = ("this line does not line up with the list above it", "begin each item with '- ', at one column")


def explain(slip: yaml.YAMLError, source: SourceText) -> Finding:
    """Return the finding for an error of the YAML parser."""
    if not isinstance(slip, yaml.MarkedYAMLError) or slip.problem_mark is None:
        return problem(source, "M001", Span.of_file(source.path), f"this is not YAML: {slip}", _OTHER_HINT)
    error = f"{slip.context or ''}: {slip.problem or ''}"
    at = slip.problem_mark.index
    first = slip.context_mark.line if slip.context_mark is not None else slip.problem_mark.line
    misplaced = misplaced_in(source, max(first, slip.problem_mark.line - 1) + 1, slip.problem_mark.line + 1)
    if misplaced:
        return misplaced
    row = next((row for row in _SLIPS if re.search(row.pattern, error)), None)
    if row and row.at_context and slip.context_mark is not None:
        at = slip.context_mark.index
    opened = None if row and "quoted scalar" in row.pattern else _opened_above(source, at)
    if opened is not None:
        return opened
    span = source.span(at, at + 1)
    char = source.text[at : at + 1]
    before = source.line(span.line)[: span.column - 1]
    is_key = _is_key_of_an_item(source.text, at)
    message, hint = _of_layout(error, char, before, is_key=is_key) or (
        (row.message.replace("{char}", char), row.hint)
        if row
        else (f"this is not YAML: {slip.problem}", _OTHER_HINT)
    )
    return problem(source, "M001", span, message, hint)


def _is_key_of_an_item(text: str, at: int) -> bool:
    """Tell whether a key begins here, and the last item above it holds keys, too."""
    items = [line.lstrip()[1:].lstrip() for line in text[:at].splitlines() if line.lstrip().startswith("- ")]
    return bool(_BEGINS_KEY.match(text, at) and items and _BEGINS_KEY.match(items[-1]))


def _opened_above(source: SourceText, at: int) -> Finding | None:
    """Return the finding of quotes that nobody closed on their line, so that the next ones below did.

    The parser gives up behind those, lines away from the slip.
    """
    last = None
    try:
        for token in yaml.scan(source.text[: at + 1], Loader=LOADER):
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                last = token
    except yaml.YAMLError:
        pass  # what comes before the place is all that is asked for
    if last is None or last.start_mark.line == last.end_mark.line:
        return None
    closing = source.line(last.end_mark.line + 1)
    if last.end_mark.line != source.span(at, at + 1).line - 1 or not _BEGINS_ANOTHER.match(closing):
        return None
    span = source.span(last.start_mark.index, last.start_mark.index + 1)
    message = f"the quotes opened here close only on line {last.end_mark.line + 1}, inside another text"
    return problem(source, "M001", span, message, "close them where the text ends")


def _of_layout(error: str, char: str, before: str, *, is_key: bool) -> tuple[str, str] | None:
    """Word the errors whose meaning depends on what stands before the place on its line."""
    if char == "\t":
        return _TAB
    if "mapping values" in error:
        return _COLON if ": " in before else _NO_COLON
    if "expected key" in error:
        return _after(before) if before.strip() else _KEYS
    if "'-' indicator" in error:
        if before.strip(" -"):
            return _after(before)
        return _ITEMS if char == "-" or "-" in before or not is_key else _ITEM_KEYS
    return None


def _after(before: str) -> tuple[str, str]:
    """Word what follows the end of a text: mostly it was an apostrophe that ended it."""
    return _APOSTROPHE if re.search(r"\w'$", before) else _AFTER
