"""Change finished leaflets by chance and count what is noticed: `python -m tests.bench.mutator`.

One entry of one object, or one operand of one page, is changed at a time. Nobody chooses what, so that the
share that the rules notice is not that of a list which somebody has read beside them. With a veraPDF on the
PATH it is asked about the same files.
"""

import random
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
import pikepdf

from leaflet.api import make
from leaflet.places import content_folder
from leaflet.proof.answers import Depth
from leaflet.proof.compare import normalized
from leaflet.proof.prove_file import Asked, prove
from leaflet.proof.reading.verapdf import verapdf_path
from leaflet.proof.results import REMADE
from leaflet.read import load
from tests.bench.corpus import keeps_ua

_DEPTH = Depth(remake=True, copies=False, verapdf=False)
_PACKING = frozenset(("/Length", "/Filter", "/DecodeParms", "/Length1"))


def mutated(pdf: bytes, rng: random.Random) -> tuple[bytes, str]:
    """Return a file with one change, and where it is."""
    with pikepdf.open(BytesIO(pdf)) as file:
        change = rng.choice((_operand, _operand, _entry, _entry, _entry, _data))
        told = change(file, rng)
        out = BytesIO()
        file.save(out, static_id=True)
    return out.getvalue(), told


def _entry(file: pikepdf.Pdf, rng: random.Random) -> str:
    """Change, exchange or take out one entry of a dictionary or an array."""
    holders = [each for each in file.objects if isinstance(each, pikepdf.Dictionary | pikepdf.Stream)]
    holder: Any = rng.choice(holders)
    keys = sorted(key for key in holder.keys() if key not in _PACKING)  # noqa: SIM118 - pikepdf's own keys
    if not keys:
        return ""
    key = rng.choice(keys)
    value = holder[key]
    if isinstance(value, pikepdf.Array) and len(value) and rng.random() < 0.8:
        index = rng.randrange(len(value))
        before, value[index] = value[index], _other(value[index], file, rng)
        return f"{key}[{index}]" if value[index] != before else ""
    if rng.random() < 0.3:
        del holder[key]
        return f"without {key}"
    holder[key] = _other(value, file, rng)
    return str(key) if holder[key] != value else ""


def _other(value: Any, file: pikepdf.Pdf, rng: random.Random) -> Any:
    """Return a value of the same kind that is another."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, pikepdf.Name):
        return rng.choice((pikepdf.Name.P, pikepdf.Name.Span, pikepdf.Name.H2, pikepdf.Name.Div))
    if isinstance(value, pikepdf.String):
        return pikepdf.String(str(value)[::-1] + "x")
    if isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        others = [each for each in file.objects if isinstance(each, pikepdf.Dictionary)]
        return rng.choice(others)
    if isinstance(value, pikepdf.Array):
        return pikepdf.Array(list(value)[::-1][:-1])
    if value is None:
        return 1
    return round(float(value) * rng.choice((0.5, 0.9, 1.1, 2)) + rng.choice((-1, 1, 3)), 2)


def _operand(file: pikepdf.Pdf, rng: random.Random) -> str:
    """Change one operand of one page."""
    page = rng.choice(list(file.pages))
    rows = [(list(each.operands), each.operator) for each in pikepdf.parse_content_stream(page)]
    row = rng.choice([row for row in rows if row[0]])
    index = rng.randrange(len(row[0]))
    value: Any = row[0][index]
    if isinstance(value, pikepdf.Array):
        at = rng.randrange(len(value))
        part = value[at]
        shown = isinstance(part, pikepdf.String)
        value[at] = pikepdf.String(_shifted(bytes(part), rng)) if shown else int(part) + rng.choice((-90, 90))
    elif isinstance(value, pikepdf.Dictionary):
        row[0][index] = pikepdf.Dictionary(MCID=int(value.get("/MCID", -1)) + rng.choice((-1, 1, 5)))
    else:
        row[0][index] = _other(value, file, rng)
        if row[0][index] == value:
            return ""
    page.obj.Contents = file.make_stream(pikepdf.unparse_content_stream(rows))
    return f"operand of {row[1]}"


def _shifted(shown: bytes, rng: random.Random) -> bytes:
    """Return codes of which one is another letter's."""
    at = 2 * rng.randrange(max(1, len(shown) // 2))
    return shown[:at] + bytes((0, rng.randrange(5, 60))) + shown[at + 2 :]


def _data(file: pikepdf.Pdf, rng: random.Random) -> str:
    """Change some bytes of a stream that is no page's."""
    pages = {page.obj.Contents.objgen for page in file.pages}
    streams = [each for each in file.objects if isinstance(each, pikepdf.Stream) and each.objgen not in pages]
    stream = rng.choice(streams)
    data = bytearray(stream.read_bytes())
    for _ in range(rng.choice((1, 4))):
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    stream.write(bytes(data))
    return f"data of {stream.get('/Type', stream.get('/N', '?'))}"


def count(many: int, seed: int, say: Callable[[str], None]) -> Counter[str]:
    """Return how many changes were made, and how many were noticed in which way; `say` gets those missed."""
    monograph = load(content_folder() / "baclofen.yaml")
    pdf, rng = make(monograph).pdf, random.Random(seed)  # noqa: S311 - repeatable, no secret
    asked, found = Asked(choose=lambda _: monograph, depth=_DEPTH), Counter[str]()
    good = normalized(pdf)
    with TemporaryDirectory() as folder:
        paths = []
        while found["changes"] < many:
            bad, told = mutated(pdf, rng)
            if not told or normalized(bad) == good:
                continue
            found["changes"] += 1
            report = prove("a.pdf", bad, asked).report
            codes = {result.code for result in report.failures}
            found["noticed"] += bool(report.unreadable) or report.verdict == "fail"
            by_rules = bool(report.unreadable) or bool(codes - {REMADE})
            found["noticed by the rules"] += by_rules
            if not by_rules:
                say(f"{'missed' if report.verdict != 'fail' else 'left to the remake'}: {told}")
            paths.append(Path(folder) / f"{found['changes']}.pdf")
            paths[-1].write_bytes(bad)
        if verapdf_path():
            found["failed by veraPDF (ua1)"] = sum(not kept for kept in keeps_ua(paths).values())
    return found


@click.command()
@click.option("--count", "many", default=200, show_default=True, help="So many changes.")
@click.option("--seed", default=1, show_default=True, help="The seed of chance.")
def main(many: int, seed: int) -> None:
    """Change, prove, count."""
    for name, number in count(many, seed, click.echo).items():
        click.echo(f"{number:5} {name}")


if __name__ == "__main__":
    main()
