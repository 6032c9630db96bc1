"""Pages: each says what it belongs to, none is empty, and no text is torn between two."""

import re
from collections.abc import Sequence

from leaflet.languages import language_of
from leaflet.proof.differences import quote
from leaflet.proof.glyph_lines import around
from leaflet.proof.products import PRODUCTS
from leaflet.proof.reading.painted_marks import Glyph
from leaflet.proof.registry import rule
from leaflet.proof.results import Fault, Judgement, Place, judged
from leaflet.proof.subject import Leaf, Subject

_SEPARATED = "CCLVI: sheets get separated; UKAAF G003"
_WIDOWS = "ACB Best Practices for Large Print: no widows or orphans"
_ROOM = 1.0  # pt


@rule(
    "V501",
    "Every page says which of how many it is",
    reason="A patient must see that a sheet is missing.",
    bad="'Page 2 of 2' on page 1 of 3",
    good="Print 'Page x of y' on every page.",
    source=_SEPARATED,
)
def page_label(subject: Subject) -> Judgement:
    """Read each page for its label."""
    language = language_of(subject.objects.language or "en")
    pattern = language.phrases["page"] if language else "Page {page} of {pages}"
    faults = []
    for sheet in subject.sheets:
        wanted = pattern.format(page=sheet.number, pages=subject.page_count)
        labels = _labels(subject, sheet.number, pattern)
        if labels != [wanted]:
            said = ", ".join(map(quote, labels)) or "nothing"
            faults.append(Fault(f"page {sheet.number} says {said}", Place(sheet.number)))
    return judged(pattern.format(page="x", pages=subject.page_count), f"{len(subject.sheets)} pages", faults)


def _labels(subject: Subject, number: int, pattern: str) -> list[str]:
    finder = re.compile(re.escape(pattern).replace(r"\{page\}", r"\d+").replace(r"\{pages\}", r"\d+"))
    lines = [line for line in subject.lines if line.page == number]
    return [found for line in lines for found in finder.findall(line.text)]


@rule(
    "V502",
    "Every page names the medicine, the version and the date",
    need="monograph",
    reason="A lost sheet, or an old one, can do harm in the wrong hands.",
    bad="a second page without its name",
    good="Print the furniture on every page.",
    source=_SEPARATED,
)
def identity(subject: Subject) -> Judgement:
    """Read each page's furniture for the line that names the leaflet."""
    return _on_every_page(subject, subject.the_document.furniture.identity.plain)


@rule(
    "V503",
    "A draft says so on every page",
    need="monograph",
    reason="Words that no pharmacist has approved must not look approved.",
    bad="a draft whose second page does not say so",
    good="Print the draft line until the review block says approved.",
    source="house rule: a draft says so; the monograph's review block",
)
def draft(subject: Subject) -> Judgement:
    """Read each page's furniture for what names the words a draft; an approved leaflet has none."""
    if subject.monograph is not None and subject.monograph.is_approved:
        return judged("approved: no draft", "-")
    return _on_every_page(subject, subject.the_document.furniture.identity.plain)


def _on_every_page(subject: Subject, words: str) -> Judgement:
    faults = []
    for sheet in subject.sheets:
        lines = [
            line for line in subject.lines
            if line.page == sheet.number and any(glyph.piece.mark.is_artifact for glyph in line.inked)
        ]  # fmt: skip
        if not _says(" ".join(line.text for line in lines), words):
            faults.append(Fault(f"page {sheet.number} does not say it", Place(sheet.number)))
    count = len(subject.sheets)
    return judged(quote(words), f"on {count - len(faults)} of {count} pages", faults)


def _says(text: str, words: str) -> bool:
    """Tell whether words stand in a text in their order; the page's number may stand among long ones."""
    said = iter(text.split())
    return all(word in said for word in words.split())


@rule(
    "V504",
    "All pages could be read, and no more than a patient can hold",
    reason="A leaflet of a hundred pages is none, and what was not read is not proved.",
    bad="a file of 500 pages",
    good="Split the document; prove each part.",
    source="ACB: 20 pages at most when saddle-stapled",
)
def page_count(subject: Subject) -> Judgement:
    """Compare the pages read with the pages there are."""
    read = len(subject.sheets)
    fault = (Fault(f"only {read} of {subject.page_count} pages were read"),)
    return judged("every page", f"{read} of {subject.page_count}", fault if read < subject.page_count else ())


@rule(
    "V505",
    "No page is empty",
    reason="An empty page looks like a lost one.",
    bad="a blank page at the end",
    good="Take the page out.",
    source="UKAAF G003; house rule",
)
def no_empty_page(subject: Subject) -> Judgement:
    """Count the words of the running text on each page; in a print run, a sheet's back may be white."""
    full = {line.page for line in subject.body_lines if line.text}
    if "parts" in subject.objects.said.own:
        full |= {each.number for each in subject.sheets if not each.number % 2 and not each.inked}
    faults = [
        Fault(f"page {sheet.number} has no text", Place(sheet.number))
        for sheet in subject.sheets
        if sheet.number not in full
    ]
    return judged("text on every page", f"{len(full)} of {len(subject.sheets)}", faults)


@rule(
    "V506",
    "No heading is the last thing on a page",
    need="tags",
    reason="A heading without what it announces leads nowhere.",
    bad="'Side effects' at the foot of page 1, the effects on page 2",
    good="Keep a heading with at least two lines of what follows.",
    source=_WIDOWS,
)
def no_stranded_heading(subject: Subject) -> Judgement:
    """Look at the last element that is painted on each page."""
    faults = []
    last: dict[int, Leaf] = {}
    for leaf in subject.leaves:
        for page in dict.fromkeys(glyph.page for glyph in leaf.glyphs):
            last[page] = leaf
    for page, leaf in last.items():
        if re.fullmatch(r"H[1-6]?", leaf.node.standard):
            faults.append(Fault(f"{quote(leaf.words)} ends page {page}", around(leaf.glyphs)))
    return judged("text under every heading", f"{len(last)} pages", faults)


@rule(
    "V507",
    "No line of a paragraph stands alone on a page",
    need="tags",
    reason="A lone first or last line is read as a text of its own, or not at all.",
    bad="the last line of a paragraph at the top of page 2",
    good="Keep two lines together at either side of a page break.",
    source=_WIDOWS,
)
def no_widows(subject: Subject) -> Judgement:
    """Count the lines of each element on each of its pages."""
    faults, split = [], 0
    for leaf in subject.leaves:
        pages = list(dict.fromkeys(line.page for line in leaf.lines))
        if len(pages) < 2:
            continue
        split += 1
        for page in pages:
            lines = [line for line in leaf.lines if line.page == page]
            if len(lines) < 2:
                faults.append(Fault(f"{quote(lines[0].text)} alone on page {page}", around(lines[0].glyphs)))
    return judged("two lines or more at either side", f"{split} texts run over a page break", faults)


@rule(
    "V508",
    "Every page has the size of the paper that the file names",
    need="leaflet",
    reason="A page of another size is scaled by the printer, and the words with it.",
    bad="an A4 leaflet on pages of A5",
    good="Build the leaflet for the paper it is printed on.",
    source="ISO 216; ANSI/ASME Y14.1; UKAAF G003: large print is re-set, never scaled",
)
def paper_size(subject: Subject) -> Judgement:
    """Compare each page's size with the paper's."""
    paper = subject.paper
    if paper is None:
        named = subject.objects.said.own.get("paper", "")
        return judged("a known paper", quote(named), (Fault(f"no paper is called {quote(named)}"),))
    product = PRODUCTS.get(subject.objects.said.own.get("product", ""))
    width, height = paper.size.width * (product.across if product else 1), paper.size.height
    faults = [
        Fault(f"page {sheet.number} is {sheet.width:.0f} × {sheet.height:.0f} pt", Place(sheet.number))
        for sheet in subject.sheets
        if abs(sheet.width - width) > _ROOM or abs(sheet.height - height) > _ROOM
    ]
    size = f"{paper.title}, {width:.0f} × {height:.0f} pt"
    return judged(size, f"{len(subject.sheets)} pages", faults)


@rule(
    "V509",
    "No page is turned or cropped",
    reason="A cropped page hides what is still in the file.",
    bad="a CropBox that leaves the footer out",
    good="Write pages upright, without a CropBox.",
    source="ISO 32000-1, 7.7.3.3; house rule",
)
def uncropped(subject: Subject) -> Judgement:
    """Compare crop box and media box, and look at the rotation."""
    faults = [
        Fault(f"page {page.number} is {'turned' if page.rotate % 360 else 'cropped'}", Place(page.number))
        for page in subject.objects.pages
        if page.rotate % 360 or any(abs(a - b) > 0.01 for a, b in zip(page.crop, page.media, strict=True))
    ]
    return judged("upright and whole", f"{len(subject.objects.pages)} pages", faults)


@rule(
    "V510",
    "Furniture stands in the same place on every page",
    need="leaflet",
    reason="A page number that moves is not found.",
    bad="the page label 20 pt higher on page 2",
    good="Use one master page.",
    source="UKAAF G003; RNIB: headings and page numbers always in the same place",
)
def same_place(subject: Subject) -> Judgement:
    """Compare the baselines of the furniture page by page."""
    rows = {sheet.number: _furniture_rows(sheet.glyphs) for sheet in subject.sheets}
    # Heads that stand again and a scale bar are on some pages alone.
    usual = min(filter(None, rows.values()), key=len, default=())
    faults = [
        Fault(f"page {page} has its furniture at {_told(found)} pt", Place(page))
        for page, found in rows.items()
        if any(all(abs(row - other) > _ROOM for other in found) for row in usual)
    ]
    return judged(f"baselines at {_told(usual)} pt", f"{len(rows)} pages", faults)


def _furniture_rows(glyphs: Sequence[Glyph]) -> tuple[float, ...]:
    found = (glyph.y for glyph in glyphs if glyph.piece.mark.is_artifact and not glyph.is_space)
    return tuple(sorted({round(y, 1) for y in found}))


def _told(rows: Sequence[float]) -> str:
    return ", ".join(f"{row:.0f}" for row in rows) or "no"
