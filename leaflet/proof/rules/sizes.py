"""Size: every glyph, heading and symbol against the print profile's numbers."""

from collections import Counter
from collections.abc import Container, Sequence

from leaflet.proof.differences import quote
from leaflet.proof.glyph_lines import Line, around
from leaflet.proof.reading.painted_marks import Glyph
from leaflet.proof.registry import rule
from leaflet.proof.results import Fault, Judgement, Place, judged
from leaflet.proof.subject import Leaf, Subject

_SLACK = 0.01  # pt
_BOLD = 600
_LEAST_SYMBOL = 1.6  # × body: taller than a line of the text with its white
_HEADINGS = {"H1": "title_size", "H2": "heading", "H3": "subheading"}
# Of more than one line: no medicine is refused for a long name, which is set smaller.
_WRAPPED = {**_HEADINGS, "H1": "heading"}


@rule(
    "V201",
    "Every letter of the text has the profile's size or more",
    reason="Words that are too small are not read, least of all by those who need large print.",
    bad="text at 11.9 pt",
    good="Set the text anew at the profile's size; do not scale pages down to fit.",
    source="RNIB Clear Print: at least 12 point; UKAAF G003; ACB; APH",
)
def text_size(subject: Subject) -> Judgement:
    """Measure every glyph of the running text as it is on the paper."""
    lines = [line for line in subject.lines if not line.is_artifact]
    return _sizes(subject, lines)


@rule(
    "V202",
    "The furniture is as large as the text",
    reason="Page numbers and labels are information too, and sheets get separated.",
    bad="a footer in 8 pt",
    good="Set headers and footers in the size of the text.",
    source="UKAAF G003: page numbers and labels the same size as the body; ACB",
)
def furniture_size(subject: Subject) -> Judgement:
    """Measure every glyph of the artifacts."""
    return _sizes(subject, [line for line in subject.lines if line.inked and line.is_artifact])


def _sizes(subject: Subject, lines: Sequence[Line]) -> Judgement:
    floor = subject.floor
    faults, least = [], float("inf")
    for line in lines:
        least = min([least, *[glyph.piece.size for glyph in line.inked]])
        if least < floor - _SLACK:
            small = [glyph for glyph in line.inked if glyph.piece.size < floor - _SLACK]
            if not small:
                continue
            size = min(glyph.piece.size for glyph in small)
            text = line.words(small)
            faults.append(Fault(f"{quote(text)} has {size:.4g} pt", around(small)))
    return judged(f"{floor:g} pt or more", f"{least:.4g} pt" if lines else "no such text", faults)


@rule(
    "V203",
    "Headings have the profile's sizes and stand out in bold",
    need="profile",
    reason="A reader finds the way by headings that look like headings.",
    bad="a heading in the size and weight of the text",
    good="Set title, headings and subheadings in the profile's sizes, in bold.",
    source="ACB: headings 22 pt bold, subheadings 20 pt bold; APH: 18, 20 and 22 pt; UKAAF G003",
)
def heading_size(subject: Subject) -> Judgement:
    """Measure the glyphs of H1, H2 and H3."""
    faults, count = [], 0
    for leaf in subject.leaves:
        field = (_HEADINGS if len(leaf.lines) == 1 else _WRAPPED).get(leaf.node.standard)
        if field is None or not leaf.glyphs:
            continue
        count += 1
        wanted: float = getattr(subject.the_profile, field)
        inked = [glyph for glyph in leaf.glyphs if not glyph.is_space]
        size = min((glyph.piece.size for glyph in inked), default=0.0)
        if size < wanted - _SLACK:
            faults.append(Fault(f"{quote(leaf.words)} has {size:.4g} pt of {wanted:g}", around(inked)))
        if any(glyph.piece.weight < _BOLD for glyph in inked):
            faults.append(Fault(f"{quote(leaf.words)} is not bold", around(inked)))
    profile = subject.the_profile
    required = f"{profile.title_size:g}, {profile.heading:g} and {profile.subheading:g} pt, bold"
    return judged(required, f"{count} headings", faults)


@rule(
    "V204",
    "Lines of a text stand the profile's leading apart",
    need="profile",
    reason="Lines that stand too near each other run together for low vision.",
    bad="a paragraph with a line pitch of 1.0",
    good="Set each line at the profile's leading from the one before.",
    source="UKAAF G003: single; ACB: 1.15; APH: 1.25; CNIB: 1.25 to 1.3",
)
def leading(subject: Subject) -> Judgement:
    """Measure from baseline to baseline inside each element."""
    wanted, least = subject.the_profile.leading, float("inf")
    faults = []
    for leaf in subject.leaves:
        for line, after in zip(leaf.lines, leaf.lines[1:], strict=False):
            if line.page != after.page:
                continue
            pitch = (after.y - line.y) / after.size
            least = min(least, pitch)
            if pitch < wanted - 0.005:
                faults.append(Fault(f"{pitch:.3f} × size before {quote(after.text)}", around(after.glyphs)))
    return judged(f"{wanted:g} × size", "one line each" if least > 99 else f"{least:.3f} × size", faults)


@rule(
    "V213",
    "Small letters are as tall as the profile asks",
    need="profile",
    reason="Faces differ: the height of the x, not the point size, decides what can be read.",
    bad="a narrow-eyed face at 18 pt with an x-height of 2.9 mm",
    good="Raise the size until the x-height is reached.",
    source="APH Guidelines for Print Documents: x-height of at least 1/8 inch",
)
def x_height(subject: Subject) -> Judgement:
    """Measure the ink of every x."""
    wanted = subject.the_profile.x_height
    if not wanted:
        return judged("no x-height asked for", "not measured")
    heights = [(glyph.box[3] - glyph.box[1], glyph) for glyph in subject.glyphs if glyph.text == "x"]
    faults = [
        Fault(f"an x is {height:.2f} pt tall", Place(glyph.page, glyph.box))
        for height, glyph in heights
        if height < wanted - 0.02
    ]
    least = min((height for height, _ in heights), default=0.0)
    return judged(f"{wanted:g} pt", f"{least:.2f} pt, the least of {len(heights)}", faults)


@rule(
    "V214",
    "Symbols grow with the text",
    need="tags",
    reason="A symbol that stays small in large print says to those who need it that it does not matter.",
    bad="a 20 pt triangle beside 24 pt text",
    good="Draw each symbol taller than a line of the text.",
    source="CCLVI: large-print warning symbols are as large, in proportion, as those of ordinary print",
)
def symbol_size(subject: Subject) -> Judgement:
    """Measure what each figure paints against the size of the text."""
    faults, least, count = [], float("inf"), 0
    for leaf in subject.leaves:
        if leaf.node.standard != "Figure":
            continue
        for content in leaf.contents:
            for sheet in subject.sheets:
                for shape in sheet.shapes:
                    if (shape.page, shape.mark.mcid) != content:
                        continue
                    count += 1
                    height = shape.box[3] - shape.box[1]
                    least = min(least, height / (subject.body or 1))
                    if height < _LEAST_SYMBOL * subject.body:
                        faults.append(Fault(f"a symbol {height:.1f} pt tall", Place(shape.page, shape.box)))
    measured = f"{least:.2f} × {subject.body:g} pt" if count else "no symbols"
    return judged(f"{_LEAST_SYMBOL:g} × the text or more", measured, faults)


@rule(
    "V216",
    "Strong words are strong on paper",
    need="monograph",
    reason="Hazard and action carry the warning; in the weight of the text they are passed over.",
    bad="the action of the overdose warning in regular weight",
    good="Set strong words in bold, or underline them where the profile says so.",
    source="UKAAF G003 and APH: emphasis in bold; ACB: by underlining only",
)
def emphasis(subject: Subject) -> Judgement:
    """Compare the weight, or the line under it, of each strong text with what the leaflet asks."""
    wanted = Counter[str]()
    for node, _ in subject.the_document.leaves:
        if node.text is None or node.style.heads:  # V203 measures headings
            continue
        if node.style.strong or all(run.strong for run in node.text.runs):
            wanted[" ".join(node.words.split())] += 1
    underlines = subject.profile is not None and subject.profile.emphasis == "underline"
    faults = []
    for words, leaves in _alike(subject, wanted).items():
        weak = [leaf for leaf in leaves if not _is_strong(subject, leaf, underlines=underlines)]
        lacking = max(0, wanted[words] - len(leaves) + len(weak))
        faults += [Fault(f"{quote(words)} is not strong", around(leaf.glyphs)) for leaf in weak[:lacking]]
    required = "underlined" if underlines else "bold"
    return judged(f"{sum(wanted.values())} texts {required}", f"{len(faults)} are not", faults)


def _alike(subject: Subject, wanted: Container[str]) -> dict[str, list[Leaf]]:
    """Return the elements by their words: the same words may stand elsewhere, and be strong only here."""
    alike: dict[str, list[Leaf]] = {}
    for leaf in subject.leaves:
        if leaf.words in wanted and not leaf.node.standard.startswith("H"):
            alike.setdefault(leaf.words, []).append(leaf)
    return alike


def _is_strong(subject: Subject, leaf: Leaf, *, underlines: bool) -> bool:
    inked = [glyph for glyph in leaf.glyphs if not glyph.is_space]
    if underlines:
        return _is_underlined(subject, inked)
    return all(glyph.piece.weight >= _BOLD for glyph in inked)


def _is_underlined(subject: Subject, glyphs: Sequence[Glyph]) -> bool:
    bars = [shape for sheet in subject.sheets for shape in sheet.shapes if shape.fill is not None]
    return all(
        any(
            bar.page == glyph.page
            and bar.box[0] <= glyph.x + 0.5
            and bar.box[2] >= glyph.end - 0.5 - 0.1 * glyph.piece.size
            and 0 < bar.box[1] - glyph.y < 0.4 * glyph.piece.size
            for bar in bars
        )
        for glyph in glyphs
    )
