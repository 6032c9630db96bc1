"""Blocks as XHTML that any reader of FHIR shows; classes keep what the elements alone do not say."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

from leaflet.exporting.fhir_names import NO_DOSE, OPEN
from leaflet.inline import Run, Text

Typed = Mapping[str, Any]
OPEN_TITLE = "To be written"
"""The title of a warning whose hazard is open."""
_SPACE = "http://www.w3.org/1999/xhtml"


def division(*parts: str) -> str:
    """Return a narrative's `div` around its parts."""
    return f'<div xmlns="{_SPACE}">{"".join(parts)}</div>'


def text(typed: Any) -> str:
    """Return a text with its markup as XHTML; an open one is empty."""
    if typed is None or typed == OPEN:
        return ""
    runs = Text.parse(str(typed)).runs
    parts: list[str] = []
    index = 0
    while index < len(runs):
        if runs[index].style == "term":  # a term, " (", its explanation, ")" and what follows that
            term, _, explanation, rest = runs[index : index + 4]
            meaning = f"<dfn>{_words(term)}</dfn> (<span>{_words(explanation)}</span>)"
            parts.append(f'<span class="term">{meaning}</span>{escape(rest.text[1:], quote=False)}')
            index += 4
        else:
            parts.append(_run(runs[index]))
            index += 1
    return "".join(parts)


def plain(typed: Any) -> str:
    """Return the words of a text for a field that knows no markup."""
    return OPEN_TITLE if typed == OPEN else Text.parse(str(typed)).plain


def line(typed: Any) -> str:
    """Return a line that knows no markup."""
    return "" if typed == OPEN else escape(str(typed), quote=False)


def blocks(typed: Sequence[Typed], no_dose: str = "") -> str:
    """Return the blocks of a section in order; `no_dose` is what a plan says where it has no dose."""
    return "".join([_schedule(each, no_dose) if "schedule" in each else block(each) for each in typed])


def block(typed: Typed) -> str:
    """Return one block: the element of its form."""
    form = next(key for key in typed if key in _FORMS)
    return _FORMS[form](typed, _source(typed))


def hazard(typed: Typed) -> str:
    """Return a warning's hazard where a title cannot hold it: with markup; else nothing."""
    words = text(typed["hazard"])
    return f'<p class="hazard">{words}</p>' if "<" in words else ""


def warning(typed: Typed) -> str:
    """Return what a warning says below its hazard."""
    parts = []
    for key in ("signs", "action", "consequence"):
        value = typed.get(key)
        if isinstance(value, list) and key == "action":
            pairs = [(condition, action) for case in value for condition, action in case.items()]
            cases = "".join(
                f"<dt>{text(condition)}</dt><dd>{text(action)}</dd>" for condition, action in pairs
            )
            parts.append(f'<dl class="action">{cases}</dl>')
        elif isinstance(value, list):
            parts.append(f'<ul class="{key}">{_items(value)}</ul>')
        elif value is not None:
            parts.append(f'<p class="{key}">{text(value)}</p>')
    return "".join(parts)


def _run(run: Run) -> str:
    words = _words(run)
    match run.style:
        case "strong":
            return f"<b>{words}</b>"
        case "raised":
            return f"<sup>{words}</sup>"
        case "lowered":
            return f"<sub>{words}</sub>"
        case "link":
            return f'<a href="{escape(run.text)}">{words}</a>'
        case _:
            return words


def _words(run: Run) -> str:
    return escape(run.text, quote=False)


def _source(typed: Typed, *names: str) -> str:
    """Return the class attribute of a block: its form, and its source where it has one of its own."""
    classes = [*names, *([f"source-{typed['source']}"] if "source" in typed else [])]
    return f' class="{" ".join(classes)}"' if classes else ""


def _items(items: Sequence[Any]) -> str:
    return "".join([f"<li>{_item(item)}</li>" for item in items])


def _item(item: Any) -> str:
    if not isinstance(item, Mapping):
        return text(item)
    words = item["item"] if isinstance(item["item"], list) else [item["item"]]
    under = "".join(
        f"<{tag}>{_items(item[form])}</{tag}>"
        for form, tag in (("bullets", "ul"), ("steps", "ol"))
        if item.get(form)
    )
    return "".join(f"<p>{text(each)}</p>" for each in words) + under


def _paragraph(typed: Typed, attribute: str) -> str:
    return f"<p{attribute}>{text(typed['paragraph'])}</p>"


def _bullets(typed: Typed, attribute: str) -> str:
    return f"<ul{attribute}>{_items(typed['bullets'])}</ul>"


def _steps(typed: Typed, attribute: str) -> str:
    return f"<ol{attribute}>{_items(typed['steps'])}</ol>"


def _definitions(typed: Typed, attribute: str) -> str:
    pairs = [
        f"<dt>{line(each['term'])}</dt><dd>{text(each['meaning'])}</dd>" for each in typed["definitions"]
    ]
    return f"<dl{attribute}>{''.join(pairs)}</dl>"


def _heading(typed: Typed, attribute: str) -> str:
    return f"<h3{attribute}>{line(typed['heading'])}</h3>"


def _lines(typed: Typed, _: str) -> str:
    return f"<p{_source(typed, 'lines')}>{'<br/>'.join([text(each) for each in typed['lines']])}</p>"


def _note(typed: Typed, _: str) -> str:
    return f"<p{_source(typed, 'note')}>{text(typed['note'])}</p>"


def _write_in(typed: Typed, _: str) -> str:
    return (
        f"<p{_source(typed, 'write-in', 'lines-' + str(typed.get('lines', 1)))}>{line(typed['write_in'])}</p>"
    )


def _panel(typed: Typed, _: str) -> str:
    return f"<div{_source(typed, 'panel')}><h3>{line(typed['panel'])}</h3>{blocks(typed['blocks'])}</div>"


def _effects(typed: Typed, _: str) -> str:
    group = typed["side_effects"]
    advice = group.get("what_to_do")
    return (
        f"<div{_source(typed, 'side-effects', group['seriousness'])}><h3>{line(group['heading'])}</h3>"
        f"<ul>{_items(group['effects'])}</ul>"
        + (f"<p>{text(advice)}</p>" if advice is not None else "")
        + "</div>"
    )


def _table(typed: Typed, attribute: str) -> str:
    table = typed["table"]
    heads = "".join(f"<th>{text(cell)}</th>" for cell in table["columns"])
    first = "th" if table.get("row_heads") else "td"
    rows = "".join(_row(row, first) for row in table["rows"])
    caption = _caption(table)
    return f"<table{attribute}>{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _schedule(typed: Typed, no_dose: str) -> str:
    plan = typed["schedule"]
    heads = "".join(f"<th>{text(time)}</th>" for time in plan["times"])
    to_fill_in = not any(dose for row in plan["rows"] for dose in row["doses"])
    none = "<td></td>" if to_fill_in or not no_dose else f'<td class="{NO_DOSE}">{line(no_dose)}</td>'
    rows = "".join(
        f"<tr><th>{text(row['when'])}</th>"
        + "".join(f"<td>{text(dose)}</td>" if dose else none for dose in row["doses"])
        + "</tr>"
        for row in plan["rows"]
    )
    return (
        f"<table{_source(typed, 'schedule')}>{_caption(plan)}<thead><tr><td></td>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table>"
    )


def _row(cells: Sequence[Any], first: str) -> str:
    rest = "".join(f"<td>{text(cell)}</td>" for cell in cells[1:])
    return f"<tr><{first}>{text(cells[0])}</{first}>{rest}</tr>"


def _caption(typed: Typed) -> str:
    return f"<caption>{text(typed['caption'])}</caption>" if typed.get("caption") is not None else ""


def _figure(typed: Typed, _: str) -> str:
    figure = typed["figure"]
    # An attribute holds no markup: the description goes there as its author typed it.
    alt = "" if figure["alt"] in (None, OPEN) else str(figure["alt"])
    caption = f"<p>{text(figure['caption'])}</p>" if figure.get("caption") is not None else ""
    image = f'<img src="#{picture_id(figure["file"])}" alt="{escape(Text.parse(alt).plain if alt else "")}"/>'
    return f"<div{_source(typed, 'figure')}>{image}{caption}</div>"


def picture_id(file: str) -> str:
    """Return the id of a contained picture: FHIR allows letters, digits, hyphens and points, at most 64."""
    import hashlib

    return "picture-" + hashlib.sha256(file.encode()).hexdigest()[:16]


_FORMS: dict[str, Callable[[Typed, str], str]] = {
    "side_effects": _effects,
    "panel": _panel,
    "figure": _figure,
    "table": _table,
    "heading": _heading,
    "write_in": _write_in,
    "paragraph": _paragraph,
    "bullets": _bullets,
    "steps": _steps,
    "definitions": _definitions,
    "lines": _lines,
    "note": _note,
}
