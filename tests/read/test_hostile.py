"""Whatever is in a file, reading ends, in a monograph or in findings.

The files are so large that work out of proportion to their size would hold the suite up for minutes.
"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet import model
from leaflet.read import MonographError, load, read_monograph
from tests.read.files import findings_of, monograph_with

MIB = 1024 * 1024
TOP_KEYS = ["id", "date", "kind", "sources", "review", "warnings", "sections", "not_covered"]
INNER_KEYS = ["source", "topic", "blocks", "item", "effects", "term", "lines", *model.BLOCK_FORMS]
KEYS = st.sampled_from(TOP_KEYS + INNER_KEYS)


def bomb(levels: int) -> str:
    """Return a file in which each of the levels repeats the one above it ten times."""
    lines = ["a0: &a0 [ha]"]
    lines += [f"a{n}: &a{n} [{', '.join(10 * [f'*a{n - 1}'])}]" for n in range(1, levels)]
    return "\n".join(lines)


HOSTILE = {
    "a bomb of aliases": bomb(9),
    "2 MiB": 2 * MIB * "a",
    "brackets": MIB * "[",
    "braces": MIB * "{",
    "dashes": MIB // 2 * "- ",
    "question marks": MIB // 2 * "? ",
    "list items": MIB // 4 * "- a\n",
    "one long word": "purpose: " + (MIB - 10) * "a",
    "one long gap": "purpose: a" + (MIB - 12) * " " + "b",
    "escapes": 'purpose: "' + (MIB // 2 - 10) * "\\n" + '"',
    "a gap behind an escape": 'purpose: "\\ ' + (MIB - 20) * " " + 'a"',
    "plain lines": "purpose:\n" + (MIB // 3 - 10) * " a\n",
    "literal lines": "purpose: |\n" + (MIB // 3 - 10) * " a\n",
    "folded lines": "purpose: >\n" + (MIB // 3 - 10) * " a\n",
    "blank lines": (MIB - 1) * "\n",
    "strong words": "purpose: '" + (MIB // 6 - 10) * "**a** " + "'",
    "half a term": "purpose: '" + (MIB // 5 - 10) * "[a](b" + "'",
    "stray brackets": "purpose: '" + (MIB - 20) * "[" + "'",
    "backslashes": "purpose: '" + (MIB // 2 - 20) * "\\a" + "'",
    "unknown keys": "\n".join(f"name{n}: a" for n in range(12_000)),
    "unknown sources": "sources: {"
    + ", ".join(f"s{n}: {{title: T}}" for n in range(4_000))
    + "}\nnot_covered:\n"
    + "- source: tt\n" * 4_000,
    "bad names": "other_names:\n" + 24_000 * "- '**'\n",
    "empty warnings": "warnings:\n" + 8_000 * "- kind: caution\n",
    "control characters": MIB * "\x07",
    "comments": MIB * "#",
    "tags": "name: [" + 10_000 * "!x y, " + "]",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_soon(name: str) -> None:
    data = HOSTILE[name].encode()
    monograph, findings = read_monograph(data, "file")
    assert monograph is None
    assert findings


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (bomb(9), "M041"),
        ("other_names: [" + 50_000 * "a, " + "]", "M041"),
        ("a: [&a x" + 101 * ", *a" + "]", "M042"),
        ("a: &a " + 40 * "[" + 40 * "]" + "\nb: " + 30 * "[" + "*a" + 30 * "]", "M040"),
    ],
)
def test_repeated_and_nested_values_are_capped(typed: str, code: str) -> None:
    assert code in [finding.code for finding in findings_of(typed)]


def test_aliases_within_reason_are_read() -> None:
    typed = "warnings: []\nother_names: [&a A, *a, *a]"
    monograph, _ = read_monograph(monograph_with(typed).encode(), "file")
    assert monograph is not None
    assert monograph.other_names == ("A", "A", "A")


def test_a_large_monograph_is_read_and_every_place_in_it_is_found_soon() -> None:
    blocks = "".join(f"      - paragraph: >-\n          Words {n}\n          go on\n" for n in range(10_000))
    typed = f"sections:\n  - topic: uses\n    source: monograph\n    blocks:\n{blocks}"
    monograph, findings = read_monograph(monograph_with(typed).encode(), "file")
    assert monograph is not None, findings
    for number, block in enumerate(monograph.sections[0].blocks):
        assert isinstance(block, model.Paragraph)
        span = block.paragraph.locate(0, 5)
        assert span is not None
        assert span.line == 6 + 3 * number


@given(st.text())
def test_no_text_raises(text: str) -> None:
    monograph, findings = read_monograph(text.encode("utf-8", "surrogatepass"), "file")
    assert (monograph is None) == bool(findings)


@given(st.binary())
def test_no_bytes_raise(data: bytes) -> None:
    monograph, findings = read_monograph(data, "file")
    assert (monograph is None) == bool(findings)


@given(st.text(alphabet="ab:-#&*!|>%@`[]{},?~'\"\\ \n\t", max_size=60))
def test_no_yaml_raises(text: str) -> None:
    assert findings_of(text)


@given(
    st.recursive(
        st.text(alphabet="ab*[]() ", max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5),
        max_leaves=20,
    )
)
def test_no_values_under_known_keys_raise(values: object) -> None:
    findings = findings_of(flow(values))
    assert findings
    assert "as it should be" not in " ".join(finding.message for finding in findings)


def flow(value: object) -> str:
    """Return a value as YAML in brackets, with all texts in quotes."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    return f"'{value}'"


def test_load_reads_a_file(tmp_path: Path) -> None:
    path = tmp_path / "baclofen.yaml"
    path.write_text(monograph_with(""), encoding="utf-8")
    assert load(path).name == "Baclofen"


def test_load_raises_all_findings_as_one_error(tmp_path: Path) -> None:
    path = tmp_path / "baclofen.yaml"
    path.write_text(monograph_with("id: A b\nclasses: [opiod]"), encoding="utf-8")
    with pytest.raises(MonographError) as error:
        load(path)
    assert [finding.code for finding in error.value.findings] == ["M010", "M007"]
    assert f"{path}:1:5: error[M010]: 'A b' is not a short name" in str(error.value)
    assert "hint: did you mean 'opioid'?" in str(error.value)


def test_load_takes_no_more_of_a_large_file_than_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(2**40)  # a terabyte of nothing, which a file system stores as such
    with pytest.raises(MonographError, match="larger than 1 MiB"):
        load(path)


def test_load_leaves_files_that_cannot_be_opened_to_its_caller(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.yaml"):
        with pytest.raises(OSError, match=str(path)):
            load(path)
