"""Changes as one web page for the reviewer: sentences, and pages side by side; nothing is fetched."""

import base64
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from leaflet.batch.changes import Change, Changes, alike, page_pairs
from leaflet.forms import form_of
from leaflet.proof.reading.painted_marks import Pixels
from leaflet.proof.reports.page import png

_STYLE = """
:root { color-scheme: light; }
body { font: 1rem/1.5 system-ui, sans-serif; color: #000; background: #fff; margin: 2rem auto;
  max-width: 80rem; padding: 0 1rem; }
del { background: #fff; color: #9b2423; } ins { background: #fff; color: #00531f; }
.pair { display: flex; gap: 1rem; margin: 1rem 0; } figure { margin: 0; flex: 1; }
img { max-width: 100%; border: 1px solid #595959; }
"""


def changes_page(found: Changes, old: Path, new: Path) -> str:
    """Return the changes as one self-contained page of HTML."""
    body = [
        "<h1>What changed in the leaflets</h1>",
        f"<p>{len(found.added)} added, {len(found.removed)} removed, {len(found.changed)} changed.</p>",
        *_names("Added", found.added),
        *_names("Removed", found.removed),
        *(part for group in alike(found.changed) for part in _group(group, old, new)),
    ]
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; '
        "style-src 'unsafe-inline'\">\n"
        f"<title>What changed in the leaflets</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(body)
        + "\n</main>\n</body>\n</html>\n"
    )


def _names(title: str, names: tuple[str, ...]) -> Iterator[str]:
    if names:
        items = "".join(f"<li>{escape(name)}</li>" for name in names)
        yield f"<h2>{title}</h2>\n<ul>{items}</ul>"


def _group(group: Sequence[Change], old: Path, new: Path) -> Iterator[str]:
    """Yield what leaflets that changed alike now say, once, and then the pages of each."""
    first = group[0]
    yield f"<h2>{', '.join(escape(change.file) for change in group)}</h2>"
    if first.facts:
        told = (f"{fact.name}: {fact.old or 'none'} → {fact.new or 'none'}" for fact in first.facts)
        yield f"<ul>{''.join(f'<li>{escape(each)}</li>' for each in told)}</ul>"
    if first.unread:
        yield f"<p>The words could not be compared: {escape(first.unread)}.</p>"
    elif not first.edits:
        yield "<p>The words are the same.</p>"
    for edit in first.edits:
        lines = [f"<p><del>{escape(line)}</del></p>" for line in edit.old]
        yield "".join((*lines, *(f"<p><ins>{escape(line)}</ins></p>" for line in edit.new)))
    for change in group:
        if form_of(change.file) is None:
            yield from _pages(change, old, new)


def _pages(change: Change, old: Path, new: Path) -> Iterator[str]:
    yield f"<h3>Pages of {escape(change.file)} that look different</h3>"
    for number, left, right in page_pairs(change, old, new):
        sides = (_figure(left, f"Page {number} before"), _figure(right, f"Page {number} after"))
        yield f'<div class="pair">{"".join(sides)}</div>'


def _figure(pixels: Pixels | None, caption: str) -> str:
    if pixels is None:
        return f"<figure><figcaption>{caption}: there is none</figcaption></figure>"
    image = base64.b64encode(png(pixels)).decode("ascii")
    return (
        f'<figure><figcaption>{caption}</figcaption><img alt="{caption}" width="{pixels.width}" '
        f'height="{pixels.height}" src="data:image/png;base64,{image}"></figure>'
    )
