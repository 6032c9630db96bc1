r"""How many dangers pass, and how many innocents are refused: `python -m tests.rules.measure FOLDER`.

The folder holds `dangerous.tsv` and `innocent.tsv` (sentence, kind) and `mutants.tsv` (kind, original,
mutant), written by people who have not read the rules. Each sentence stands in place of the plain
paragraph on how to take baclofen. ` ¦ ` parts blocks; a part that begins with `- ` is a bullet, with `+ ` a
step under the paragraph before it; `\u00ad` and the like are that character.
"""

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import click

from leaflet.diagnostics import Finding
from leaflet.read import read_monograph
from leaflet.rules import refusals
from leaflet.rules.sentences import cut

_BACLOFEN = Path(__file__).parents[2] / "content" / "baclofen.yaml"
_PLAIN = re.compile(
    r"      - paragraph: [^\n]*\n?[^\n]*Keep to the recommended dose\..*?(?=\n      - |\n\n)", re.DOTALL
)
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_LINK = re.compile(r"\[([^\[\]]*)\]\(([^()]*)\)")
_DAY = date(2026, 12, 1)
_HOUSE_STYLE = re.compile(r"S2(?!13)|S402|P|C")  # how words are set, not what they mean


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--counts", is_flag=True, help="Counts by kind only, and no sentence.")
def measure(folder: Path, *, counts: bool) -> None:
    """Print the share of each table that comes out wrong, by kind, and the sentences."""
    for title, wrong, kinds in (
        ("dangers that pass", _passed(folder), _kinds(folder / "dangerous.tsv")),
        ("innocents refused", _refused(folder), _kinds(folder / "innocent.tsv")),
        ("mutants that pass", _unnoticed(folder), _kinds(folder / "mutants.tsv")),
        ("originals refused", _originals(folder), _kinds(folder / "mutants.tsv")),
    ):
        found = list(wrong)
        whole = kinds.total()
        click.echo(f"{title}: {len(found)} of {whole}, {100 * len(found) / max(1, whole):.1f} %")
        missed = Counter(kind for kind, _ in found)
        click.echo("  " + ", ".join(f"{kind} {missed[kind]}/{kinds[kind]}" for kind in sorted(kinds)))
        for kind, sentence in () if counts else found:
            click.echo(f"    {kind}: {sentence}")


def _passed(folder: Path) -> Iterator[tuple[str, str]]:
    for row in rows(folder / "dangerous.tsv"):
        if not _errors(row["sentence"]):
            yield row["kind"], row["sentence"]


def _refused(folder: Path) -> Iterator[tuple[str, str]]:
    for row in rows(folder / "innocent.tsv"):
        if found := _errors(row["sentence"]):
            yield row["kind"], f"{row['sentence']} [{_said(found)}]"


def _unnoticed(folder: Path) -> Iterator[tuple[str, str]]:
    for row in rows(folder / "mutants.tsv"):
        before = Counter(each.code for each in _meaning(row["original"]))
        after = Counter(each.code for each in _meaning(row["mutant"]))
        if not after - before:
            yield row["kind"], row["mutant"]


def _originals(folder: Path) -> Iterator[tuple[str, str]]:
    for row in rows(folder / "mutants.tsv"):
        if found := _meaning(row["original"]):
            yield row["kind"], f"{row['original']} [{_said(found)}]"


def _said(found: tuple[Finding, ...]) -> str:
    return "; ".join(f"{each.code} {each.message}" for each in found[:2])


def _meaning(sentence: str) -> tuple[Finding, ...]:
    return tuple(each for each in _errors(sentence) if not _HOUSE_STYLE.match(each.code))


@cache
def _errors(sentence: str) -> tuple[Finding, ...]:
    """Return the errors that a leaflet has with the sentence and not without it."""
    known = Counter((each.code, each.message) for each in _judged(_monograph("Take it with water.")))
    return tuple(each for each in _judged(_monograph(sentence)) if not known[each.code, each.message])


@cache
def _judged(typed: bytes) -> tuple[Finding, ...]:
    monograph, findings = read_monograph(typed, "measured.yaml")
    if monograph is None:
        return findings
    return tuple(each for each in (*findings, *refusals(monograph, on=_DAY)) if each.is_error)


def _monograph(sentence: str) -> bytes:
    words = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), sentence)
    blocks: list[str] = []
    for part in words.split(" ¦ "):
        kind = {"- ": "bullets", "+ ": "steps"}.get(part[:2])
        if kind is None:
            blocks.append(f"      - paragraph: {json.dumps(part)}")
            continue
        if not (blocks and blocks[-1].startswith("          - ")):
            blocks.append(f"      - {kind}:")
        blocks.append(f"          - {json.dumps(part[2:])}")
    typed, times = _PLAIN.subn(lambda _: "\n".join(blocks), _BACLOFEN.read_text(encoding="utf-8"), count=1)
    assert times == 1, "the plain paragraph is not where it was"
    return typed.encode()


def sentence_of(notation: str) -> str:
    """Return the words of a sentence in the notation of the tables, its blocks run together."""
    return " ".join(words for _, words in _blocks(notation))


def statements_of(notation: str) -> Iterator[str]:
    """Yield each sentence of a text in the notation of the tables as the rules read it, with its lead-in."""
    lead = ""
    for sign, words in _blocks(notation):
        said = [words[start:end] for start, end in cut(words)]
        yield from (f"{lead} {each}".strip() if sign else each for each in said)
        if not sign:
            lead = said[-1] if said and said[-1].endswith((":", "not", "never", "avoid")) else ""


def _blocks(notation: str) -> Iterator[tuple[str, str]]:
    """Yield the sign of each block, `- `, `+ ` or none, and its words as they are printed."""
    for part in _ESCAPE.sub(lambda match: chr(int(match[1], 16)), notation).split(" ¦ "):
        sign = part[:2] if part[:2] in ("- ", "+ ") else ""
        yield sign, _LINK.sub(r"\1 (\2)", part.removeprefix(sign).replace("**", ""))


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a table, by the names in its head."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _kinds(path: Path) -> Counter[str]:
    return Counter(row["kind"] for row in rows(path))


if __name__ == "__main__":
    measure()
