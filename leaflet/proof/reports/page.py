"""A proof's report as one web page: nothing fetched, nothing run, readable by keyboard and aloud.

Each page of a file is shown small, with a numbered frame where a finding is; the number leads to it.
"""

import base64
from collections.abc import Iterator, Sequence
from html import escape
from io import BytesIO

from PIL import Image

from leaflet.proof.answers import Proved
from leaflet.proof.reading.painted_marks import Pixels
from leaflet.proof.reports.plain_text import summary
from leaflet.proof.results import Report, Result

_STYLE = """
:root { color-scheme: light; }
body { font: 1rem/1.5 system-ui, sans-serif; color: #000; background: #fff; margin: 2rem auto;
  max-width: 72rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: bold; padding: .5rem 0; }
th, td { border: 1px solid #595959; padding: .3rem .5rem; text-align: left; vertical-align: top; }
tr.fail th, tr.fail td { border-left: .4rem solid #9b2423; }
.pages { display: flex; flex-wrap: wrap; gap: 1rem; padding: 0; }
figure { margin: 0; }
svg { border: 1px solid #595959; height: auto; }
svg rect { fill: none; stroke: #9b2423; stroke-width: 2; }
svg text { font: bold 14px sans-serif; fill: #9b2423; }
.skip { position: absolute; left: -99rem; } .skip:focus { position: static; }
a:focus, summary:focus { outline: 3px solid #000; }
@media print { details:not([open]) > * { display: block; } }
"""
_VERDICTS = {
    "pass": "Pass",
    "fail": "Fail",
    "not proved": "Not proved",
    "does not apply": "Does not apply",
}


def to_html(proved: Sequence[Proved], shared: Sequence[Result]) -> str:
    """Return the reports as one self-contained page of HTML."""
    body = [
        '<a class="skip" href="#files">To the files</a>',
        "<h1>Proof of leaflets</h1>",
        f"<p>{_verdict(proved, shared)}</p>",
        '<main id="files">',
        *_contents(proved),
        *(part for number, each in enumerate(proved, start=1) for part in _file(number, each)),
        *_shared(shared),
        "</main>",
    ]
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; '
        "style-src 'unsafe-inline'\">\n"
        f"<title>Proof of leaflets</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(body)
        + "\n</body>\n</html>\n"
    )


def _verdict(proved: Sequence[Proved], shared: Sequence[Result]) -> str:
    good = sum(each.report.verdict == "pass" for each in proved)
    apart = any(result.verdict == "fail" for result in shared)
    text = f"{good} of {len(proved)} files are proved."
    return text + (" Variants of one monograph differ from each other." if apart else "")


def _contents(proved: Sequence[Proved]) -> Iterator[str]:
    yield "<ul>"
    for number, each in enumerate(proved, start=1):
        yield f'<li><a href="#file{number}">{escape(summary(each.report))}</a></li>'
    yield "</ul>"


def _file(number: int, proved: Proved) -> Iterator[str]:
    report = proved.report
    yield f'<section id="file{number}" aria-labelledby="name{number}">'
    yield f'<h2 id="name{number}">{escape(report.name)}</h2>'
    yield f"<p>{escape(summary(report))}</p>"
    if proved.pictures:
        yield '<div class="pages">'
        for page, pixels in enumerate(proved.pictures, start=1):
            yield _picture(number, page, pixels, report)
        yield "</div>"
    passing = [result for result in report.results if result.verdict in ("pass", "does not apply")]
    failing = [*report.failures, *report.unproved]
    yield from _table(number, "Rules that fail, and those that could not be measured", failing)
    if passing:
        yield f"<details><summary>{len(passing)} rules that pass</summary>"
        yield from _table(number, "Rules that pass", passing)
        yield "</details>"
    yield "</section>"


def _shared(shared: Sequence[Result]) -> Iterator[str]:
    if shared:
        yield '<section aria-labelledby="variants"><h2 id="variants">Variants side by side</h2>'
        yield from _table(0, "Sameness", shared)
        yield "</section>"


def _table(number: int, caption: str, results: Sequence[Result]) -> Iterator[str]:
    if not results:
        return
    yield f"<table><caption>{caption}</caption>"
    yield "<thead><tr>" + "".join(f'<th scope="col">{head}</th>' for head in _HEADS) + "</tr></thead><tbody>"
    for result in results:
        yield _row(number, result)
    yield "</tbody></table>"


_HEADS = ("Rule", "Verdict", "Required", "Measured", "Source")


def _row(number: int, result: Result) -> str:
    judgement = result.judgement
    faults = "".join(
        f"<li>{f'Page {fault.place.page}: ' if fault.place else ''}{escape(fault.measured)}</li>"
        for fault in judgement.faults[:20]
    )
    more = len(judgement.faults) - 20
    measured = escape(judgement.measured) + (f"<ul>{faults}</ul>" if faults else "")
    measured += f"<p>and {more} more</p>" if more > 0 else ""
    measured += f"<p>Not proved: {escape(judgement.unproved)}</p>" if judgement.unproved else ""
    kind = ' class="fail"' if result.verdict == "fail" else ""
    return (
        f'<tr{kind} id="f{number}-{result.code}"><th scope="row">{result.code} {escape(result.title)}</th>'
        f"<td>{_VERDICTS[result.verdict]}</td><td>{escape(judgement.required)}</td><td>{measured}</td>"
        f"<td>{escape(result.source)}</td></tr>"
    )


def _picture(number: int, page: int, pixels: Pixels, report: Report) -> str:
    """Return a page's picture with a frame, a code and a link for each finding that has a place on it."""
    scale = pixels.dpi / 72
    marks, told = [], []
    for result in report.failures:
        places = [
            fault.place for fault in result.judgement.faults if fault.place and fault.place.page == page
        ]
        for place in places[:20]:
            left, top, right, bottom = place.box or (
                4.0,
                4.0,
                pixels.width / scale - 4,
                pixels.height / scale - 4,
            )
            x, y = left * scale - 2, top * scale - 2
            wide, high = max((right - left) * scale, 1) + 4, max((bottom - top) * scale, 1) + 4
            marks.append(
                f'<a href="#f{number}-{result.code}" aria-label="{result.code}, page {page}">'
                f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}"/>'
                f'<text x="{max(x, 0):.1f}" y="{max(y - 2, 12):.1f}">{result.code}</text></a>'
            )
        if places:
            told.append(result.code)
    found = f"findings: {', '.join(told)}" if told else "no finding with a place"
    image = base64.b64encode(png(pixels)).decode("ascii")
    return (
        f'<figure><svg xmlns="http://www.w3.org/2000/svg" width="{pixels.width}" '
        f'viewBox="0 0 {pixels.width} {pixels.height}" role="group" '
        f'aria-label="Page {page}, {found}">'
        f'<image width="{pixels.width}" height="{pixels.height}" href="data:image/png;base64,{image}"/>'
        f"{''.join(marks)}</svg><figcaption>Page {page}: {found}</figcaption></figure>"
    )


def png(pixels: Pixels) -> bytes:
    """Return a grey picture as a small PNG file."""
    image = Image.frombytes("L", (pixels.width, pixels.height), pixels.data)
    out = BytesIO()
    image.quantize(8).save(out, "PNG", optimize=True)
    return out.getvalue()
