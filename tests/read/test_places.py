"""Every value stays what was typed, and knows where."""

import copy
import pickle
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from leaflet.read import nodes, read_monograph
from leaflet.read.nodes import compose
from leaflet.read.plain_yaml import compose_plain
from leaflet.source import LocatedDict, LocatedList, LocatedStr, SourceText
from tests.conftest import BACLOFEN
from tests.read.files import monograph_with

HERE = Path(__file__).parent

# Characters that may stand in a monograph: letters of several planes, and all that means something in YAML.
TYPEABLE = st.text(alphabet="aé💊Ω \n\t\"'\\:#-&*!|>%@`[]{},?~0.")
PLAIN_WORDS = st.sampled_from(["a", "é💊", "b#", "c:d", "\\x", '"'])
LINES = st.lists(st.text(alphabet="aé💊 \"'\\:#-", max_size=6), min_size=1, max_size=6)

OF_WORDS = {"M037", "M039"}  # left-overs and line ends, which are places like any other

AS_TYPED = [
    "12:30",
    "010",
    "0x1F",
    "NO",
    "yes",
    "off",
    "1.10",
    "1_000",
    "1e3",
    "~",
    "null",
    ".inf",
    "2026-11-23",
    "=",
]


def value_of(text: str) -> LocatedStr:
    """Return the one value of the mapping `key: value` that `text` holds."""
    root, findings = compose(SourceText("file", text))
    assert {finding.code for finding in findings} <= OF_WORDS
    assert isinstance(root, LocatedDict)
    value = root["key"]
    assert isinstance(value, LocatedStr)
    return value


def typed_at(value: LocatedStr, index: int) -> str:
    """Return the character of the file that stands where the value's character is said to stand."""
    span = value.locate(index, index + 1)
    line = value.source.line(span.line) + "\r\n"
    return line[span.column - 1]


def assert_each_character_is_in_its_place(value: LocatedStr) -> None:
    for index, char in enumerate(value):
        assert typed_at(value, index) == char or char in " \n"


@pytest.mark.parametrize("typed", AS_TYPED)
def test_a_scalar_stays_the_text_that_was_typed(typed: str) -> None:
    assert value_of(f"key: {typed}") == typed


@given(TYPEABLE)
def test_every_text_in_double_quotes_survives(text: str) -> None:
    typed = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    value = value_of(f'💊: é\nkey: "{typed}"')
    assert value == text
    assert value.source.text[value.start : value.end] == f'"{typed}"'
    for index, char in enumerate(value):
        assert typed_at(value, index) == (char if char not in '\n\t"\\' else "\\")


@given(st.text(alphabet="aé💊 \"'\\:#-[]{}"))
def test_every_line_in_single_quotes_survives(text: str) -> None:
    typed = text.replace("'", "''")
    value = value_of(f"💊: é\nkey: '{typed}'")
    assert value == text
    assert value.source.text[value.start : value.end] == f"'{typed}'"
    assert_each_character_is_in_its_place(value)


@given(
    st.lists(st.lists(PLAIN_WORDS, min_size=1), min_size=1, max_size=5),
    st.integers(1, 3),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from([" ", "  "]),
)
def test_plain_words_over_several_lines_keep_their_places(
    lines: list[list[str]], gap: int, line_end: str, space: str
) -> None:
    text = (line_end * gap + "   ").join("x " + space.join(words) for words in lines)
    value = value_of(f"key:{line_end}  {text}{line_end}")
    assert value.split() == text.split()
    assert_each_character_is_in_its_place(value)


@given(LINES, st.sampled_from("\"'"), st.integers(1, 3))
def test_quoted_words_over_several_lines_keep_their_places(lines: list[str], quote: str, gap: int) -> None:
    escape = {
        '"': lambda line: line.replace("\\", "\\\\").replace('"', '\\"'),
        "'": lambda line: line.replace("'", "''"),
    }
    typed = ("\n" * gap + "  ").join(escape[quote](line) for line in lines)
    value = value_of(f"key: {quote}{typed}{quote}")
    assert value.split() == " ".join(lines).split()
    for index, char in enumerate(value):
        assert typed_at(value, index) in (char, "\\", "\n", " ") or char in " \n"


@given(
    LINES,
    st.sampled_from("|>"),
    st.sampled_from(["", "-", "+", "2", "2-", "  # note"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_block_text_keeps_its_places(lines: list[str], style: str, header: str, line_end: str) -> None:
    lines = [line if line.strip() else "" for line in lines]  # YAML has its own view of lines of spaces
    lines[0] = "x" + lines[0]
    typed = line_end.join("  " + line for line in lines)
    value = value_of(f"key: {style}{header}{line_end}{typed}{line_end}")
    assert value.split() == " ".join(lines).split()
    assert_each_character_is_in_its_place(value)


@pytest.mark.parametrize(
    ("typed", "words", "line", "column"),
    [
        ("key: words", "words", 1, 6),
        ("key: &anchor words", "words", 1, 14),
        ("key: &anchor # note\n  words", "words", 2, 3),
        ('key: "a \\\n   words"', "words", 2, 4),
        ('key: "\\U0001F48A words"', "words", 1, 18),
        ("key: >2\n    more\n   indented\n\n  words", "words", 5, 3),
        ("# 💊\n'key': 'it''s words'", "words", 2, 15),
        ("key: |\n\n  a\n  words\n", "words", 4, 3),
    ],
)
def test_words_are_found_where_they_stand(typed: str, words: str, line: int, column: int) -> None:
    value = value_of(typed)
    start = value.index(words)
    span = value.locate(start, start + len(words))
    assert (span.line, span.column, span.end_column) == (line, column, column + len(words))


@pytest.mark.parametrize(
    ("typed", "value", "columns"),
    [
        ("key: e\u0301 b", "é b", [6, 8, 9]),
        ("key: ﬁx", "fix", [6, 6, 7]),
        ("key: 5\u00a0mg", "5 mg", [6, 7, 8, 9]),
        ("key: \u00a0b\u2009", "b", [7]),
        ("key: 'it''s\u00a0ﬂat'", "it's flat", [7, 8, 9, 11, 12, 13, 13, 14, 15]),
        ('key: "\\u00a0e\\u0301"', " é", [7, 13]),
        ("key: q\u0304n\u0303\u0304", "q\u0304ñ\u0304", [6, 7, 8, 9]),
    ],
)
def test_what_is_folded_keeps_its_places(typed: str, value: str, columns: list[int]) -> None:
    found = value_of(typed)
    assert found == value
    assert [found.locate(index, index + 1).column for index in range(len(found))] == columns


def test_mappings_lists_and_keys_know_their_places() -> None:
    root, _ = compose(SourceText("file", "a:\n  - b: [c, d]\n    e: {f: g}\n"))
    assert isinstance(root, LocatedDict)
    items = root["a"]
    assert isinstance(items, LocatedList)
    assert str(items.span) == "file:2:3"
    assert str(items[0].span) == "file:2:5"
    assert str(items[0].span_of("e")) == "file:3:5"
    assert (items[0]["b"].span.column, items[0]["b"].span.end_column) == (8, 14)


def test_a_byte_order_mark_moves_no_column() -> None:
    _, findings = read_monograph(b"\xef\xbb\xbf" + monograph_with("legal: x").encode(), "file")
    assert str(findings[0].span) == "file:1:8"


def test_an_alias_stands_for_what_was_typed_above() -> None:
    root, findings = compose(SourceText("file", "a: &x [b]\nc: *x\n"))
    assert findings == ()
    assert root == {"a": ["b"], "c": ["b"]}


@pytest.mark.parametrize("twin", [copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])  # noqa: S301  # ours
def test_located_values_can_be_copied_and_sent_to_other_processes(twin: Callable[[Any], Any]) -> None:
    root: Any = compose(SourceText("file", "a: ['b''c']\ne: 'f\n  g'\n"))[0]
    copied = twin(root)
    assert copied == root
    assert copied.span_of("e") == root.span_of("e")
    assert copied["e"].locate(2, 3) == root["e"].locate(2, 3)
    assert copied["a"].span == root["a"].span


def test_a_whole_monograph_can_be_sent_to_other_processes() -> None:
    monograph, _ = read_monograph(monograph_with("purpose: >-\n  For\n  spasms").encode(), "file")
    twin = pickle.loads(pickle.dumps(monograph))  # noqa: S301  # our own
    assert twin == monograph
    assert twin.purpose.locate(4, 10) == monograph.purpose.locate(4, 10)  # type: ignore[union-attr]  # it is sound
    assert twin.sha256


@pytest.mark.parametrize("typed", ["key: [a, b]\nother: &x 'it''s'\nthird: *x\n", "key: >\n  a\n  b\n"])
def test_the_parser_of_plain_python_gives_the_same(typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    swift, _ = compose(SourceText("file", typed))
    monkeypatch.setattr(nodes, "LOADER", yaml.BaseLoader)
    plain, findings = nodes.compose_strictly(SourceText("file", typed))
    assert (plain, findings) == (swift, ())
    assert plain is not None
    assert swift is not None
    assert plain.span == swift.span


def test_lines_are_counted_whatever_ends_them() -> None:
    source = SourceText("file", "a\r\nb\rc\n\nd")
    assert [source.line(number) for number in range(7)] == ["", "a", "b", "c", "", "d", ""]
    assert [str(source.span(at, at)) for at in (0, 3, 5, 7, 8, 9)] == [
        "file:1:1", "file:2:1", "file:3:1", "file:4:1", "file:5:1", "file:5:2",
    ]  # fmt: skip  # in pairs


@pytest.mark.parametrize("path", [HERE / "whole.yaml", BACLOFEN], ids=lambda path: path.stem)
def test_the_swift_way_gives_the_same_values_at_the_same_places(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace("Tablet #2", "Tablet").replace("Paper #2", "Paper")
    source = SourceText("file", text)
    swift = compose_plain(source, deepest=64, most=10_000)
    strict, findings = nodes.compose_strictly(source)
    assert (strict, findings) == (swift, ())
    assert list(all_places(swift)) == list(all_places(strict))


@given(st.text(alphabet="ab:-#&*!|>%@`[]{},?~'\"\\ \n\té\u00a0", max_size=60))
def test_the_swift_way_says_nothing_that_the_strict_one_does_not(text: str) -> None:
    source = SourceText("file", text)
    swift = compose_plain(source, deepest=64, most=10_000)
    if swift is not None:
        assert nodes.compose_strictly(source) == (swift, ())
        assert list(all_places(nodes.compose_strictly(source)[0])) == list(all_places(swift))


def all_places(value: Any) -> Iterator[Any]:
    """Yield the places of a value and of all that it holds."""
    yield value.span
    for child in value if isinstance(value, list) else ():
        yield from all_places(child)
    for key, child in value.items() if isinstance(value, dict) else ():
        yield key.span
        yield from all_places(child)
