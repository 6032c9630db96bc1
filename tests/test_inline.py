"""Inline markup: strong words, terms with an explanation, and every slip at its character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet.inline import InlineError, Text
from leaflet.source import LocatedStr, SourceText

# (typed, how the runs read: *strong*, _term_, (explanation) in angle brackets)
PRINTED = [
    ("Plain words.", "Plain words."),
    ("It is **very** strong.", "It is *very* strong."),
    ("**All of it**", "*All of it*"),
    ("[spasms](sudden tightening)", "_spasms_ (<sudden tightening>)"),
    ("a [b]( c ) d", "a _b_ (<c>) d"),
    ("**strong [term](words) strong**", "*strong *_term_ (<words>)* strong*"),
    (r"a \* b \[c\] \\", r"a * b [c] \ ".rstrip()),
    ("5 * 3 (about)", "5 * 3 (about)"),
    ("  spaces \n run\t\ttogether  ", "spaces run together"),
    ("a ** b ** c", "a *b *c"),
    ("no\u00a0break stays", "no\u00a0break stays"),
]
MARKS = {"plain": ("", ""), "strong": ("*", "*"), "term": ("_", "_"), "explanation": ("<", ">")}

# (typed, the message, the character it points at)
SLIPS = [
    ("a **b", "** opens strong words here and nothing closes them", 2),
    ("a **b** **", "** opens strong words here and nothing closes them", 8),
    ("a **** b", "** opens strong words here and closes again before any", 2),
    ("a ** ** b", "** opens strong words here and closes again before any", 2),
    ("a [b] c", "a stray '[': it is not part of a [term](explanation)", 2),
    ("a ] c", "a stray ']': it is not part of a [term](explanation)", 2),
    ("a [b](c (d))", "a stray '[': it is not part of a [term](explanation)", 2),
    ("a [](c)", "a [term](explanation) with an empty half", 2),
    ("a [b]( )", "a [term](explanation) with an empty half", 2),
    ("[a](**b**)", "'**' inside a [term](explanation), which holds plain words only", 4),
    (r"[a\*](b)", "'\\\\' inside a [term](explanation), which holds plain words only", 2),
]

MARKED_UP = st.text(alphabet="ab *[]()\\\n", max_size=30)


@pytest.mark.parametrize(("typed", "printed"), PRINTED)
def test_markup_becomes_styles(typed: str, printed: str) -> None:
    runs = Text.parse(typed).runs
    merged: list[tuple[str, str]] = []
    for run in runs:
        if merged and merged[-1][0] == run.style:
            merged[-1] = (run.style, merged[-1][1] + run.text)
        else:
            merged.append((run.style, run.text))
    assert "".join(MARKS[style][0] + text + MARKS[style][1] for style, text in merged) == printed


@pytest.mark.parametrize(("typed", "message", "offset"), SLIPS)
def test_a_slip_is_refused_at_its_character(typed: str, message: str, offset: int) -> None:
    with pytest.raises(InlineError) as slip:
        Text.parse(typed)
    assert (str(slip.value), slip.value.offset) == (message, offset)


@given(MARKED_UP)
def test_each_printed_character_is_found_where_it_was_typed(typed: str) -> None:
    try:
        text = Text.parse(typed)
    except InlineError:
        return
    for run in text.runs:
        for index, char in enumerate(run.text):
            origin = typed[run.offset + index]
            assert char == origin or (char == " " and origin in "\n]")  # a term's "]" prints as a space


@given(MARKED_UP)
def test_each_printed_character_is_in_one_run(typed: str) -> None:
    try:
        text = Text.parse(typed)
    except InlineError:
        return
    runs = [run for run in text.runs for _ in run.text]
    assert [text.run_at(offset) for offset in range(len(text.plain))] == runs


@given(MARKED_UP)
def test_white_space_runs_together_and_ends_are_clean(typed: str) -> None:
    try:
        plain = Text.parse(typed).plain
    except InlineError:
        return
    assert "  " not in plain
    assert plain == plain.strip(" \n")


@given(st.text(alphabet="abcé💊 .,;:-0123456789\n", min_size=1))
def test_words_without_markup_are_printed_as_typed(typed: str) -> None:
    assert Text.parse(typed).plain == " ".join(typed.split())


def test_a_place_in_the_printed_words_is_a_place_in_the_file() -> None:
    source = SourceText("file", "purpose: It is **very** [big](large)\n")
    text = Text.parse(LocatedStr(source.text[9:-1], source, 9, len(source.text) - 1))
    assert text.plain == "It is very big (large)"
    start = text.plain.index("large")
    span = text.locate(start, start + 5)
    assert span is not None
    assert (span.line, span.column, span.end_column) == (1, 31, 36)


def test_a_text_of_a_program_has_no_place() -> None:
    assert Text.parse("words").span is None
