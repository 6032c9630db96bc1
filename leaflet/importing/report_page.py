"""The account of an import as a page: first what a person decides, then source and draft side by side."""

from html import escape

from leaflet.importing.importer import Imported
from leaflet.importing.ledger import Entry
from leaflet.importing.report import Pair, pairs

_STYLE = """
body{font:1rem/1.5 sans-serif;margin:2rem auto;max-width:80rem;padding:0 1rem;color:#000;background:#fff}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid #555;padding:.4rem .6rem;vertical-align:top;text-align:left}
td.source,td.draft{width:45%}code{font-size:.85rem}p{margin:.2rem 0}.changed{border-left:.4rem solid #000}
"""
_FIRST = ("decision", "open", "guessed", "dropped", "added")
_NAMES = {
    "decision": "To decide",
    "open": "Left open: the source does not say",
    "guessed": "Guessed, to be looked at",
    "dropped": "Words that were dropped",
    "added": "Words that were added",
    "printed": "Marks that lists print themselves",
    "moved": "Moved",
    "merged": "Merged",
    "split": "Split",
    "flattened": "Flattened",
}


def to_html(imported: Imported) -> bytes:
    """Return the report as one HTML page that loads nothing and runs nothing."""
    words, name = imported.words, str(imported.draft.head["name"])
    body = [
        f"<h1>Import of {escape(name)}</h1>",
        f"<p>{escape(imported.original.format)}: {escape(imported.document.title)}</p>",
        f"<p>SHA-256 <code>{imported.original.sha256}</code></p>",
        f"<p><strong>{words.source} words in the source</strong> = {words.placed} placed",
        f"+ {words.dropped} dropped &minus; {words.added} added.</p>",
        *_left_out(imported),
        *_entries(imported),
        "<h2>Source and draft side by side</h2>",
        "<table><thead><tr><th scope='col'>Source</th><th scope='col'>Draft</th></tr></thead><tbody>",
        *[_row(pair) for pair in pairs(imported)],
        "</tbody></table>",
    ]
    head = (
        "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'>"
        f"<title>Import of {escape(name)}</title>"
        "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none';"
        " style-src 'unsafe-inline'\">"
        f"<style>{_STYLE}</style></head><body>"
    )
    return (head + "\n".join(body) + "</body></html>\n").encode("utf-8", "replace")


def _left_out(imported: Imported) -> list[str]:
    if not imported.left_out:
        return []
    rows = [
        f"<li>{escape(part.title)}: {part.words} words, {escape(part.reason)}</li>"
        for part in imported.left_out
    ]
    return ["<h2>Not imported from this file</h2><ul>", *rows, "</ul>"]


def _entries(imported: Imported) -> list[str]:
    """Return the entries by kind, those that need a person first."""
    kinds = [*_FIRST, *[kind for kind in _NAMES if kind not in _FIRST]]
    page: list[str] = []
    for kind in kinds:
        found = [entry for entry in imported.entries if entry.kind == kind]
        if found:
            page += [
                f"<h2>{_NAMES[kind]} ({len(found)})</h2><table><tbody>",
                *map(_entry, found),
                "</tbody></table>",
            ]
    return page


def _entry(entry: Entry) -> str:
    return (
        f"<tr><td><code>{escape(entry.address)}</code></td><td>{escape(entry.text)}</td>"
        f"<td>{escape(entry.reason)}</td></tr>"
    )


def _row(pair: Pair) -> str:
    same = " ".join(pair.source).split() == " ".join(pair.draft).split()
    mark = "" if same else " changed"
    source = "".join(f"<p>{escape(text)}</p>" for text in pair.source)
    draft = "".join(f"<p>{escape(text)}</p>" for text in pair.draft)
    place = f"<code>{escape(pair.address)} {escape(pair.form)}</code>"
    return f"<tr><td class='source'>{source}</td><td class='draft{mark}'>{place}{draft}</td></tr>"
