"""Words: the structure, the paint and the leaflet say the same, once and in order."""

import hashlib
from collections.abc import Container

from leaflet.document.tree import Document
from leaflet.proof.differences import difference, differences, quote
from leaflet.proof.glyph_lines import around
from leaflet.proof.reading.painted_marks import Sheet
from leaflet.proof.reading.second import read_again
from leaflet.proof.reading.structure_tree import Node as Element
from leaflet.proof.registry import rule
from leaflet.proof.results import Fault, Judgement, Place, judged
from leaflet.proof.rules.texts import ends_in_space, first_place, same_words, starts_with_space
from leaflet.proof.subject import Subject
from leaflet.text.breaks import goes_on

_REPEATED = {"signal", "hazard", "instruction", "head cell", "heading", "caption"}
_SAME_WORDS = "Directive 2001/83/EC, article 56a: accessible versions are not abridged"


@rule(
    "V101",
    "The structure tree says the leaflet's words, in order",
    need="words",
    reason="A screen reader reads the structure tree: a sentence that is not there is never heard.",
    bad="a withdrawal warning that is printed and left out of the structure tree",
    good="Build the file anew from its monograph; never edit a finished PDF.",
    source=f"{_SAME_WORDS}; ISO 14289-1, 7.1",
)
def tree_text(subject: Subject) -> Judgement:
    """Compare the texts of the elements with the texts of the leaflet, one by one."""
    wanted = [
        " ".join(leaf.words.split())
        for document in subject.documents
        for leaf, _ in document.leaves
        if leaf.words
    ]
    speaking = [leaf for leaf in subject.leaves if leaf.words or leaf.node.standard != "Figure"]
    found = [leaf.words for leaf in speaking]
    faults = [
        Fault(difference(wanted[a:b], found[c:d]), first_place(speaking[c:d]))
        for _, a, b, c, d in differences(wanted, found)
    ]
    return judged(f"{len(wanted)} texts in order", f"{len(found)} texts", faults)


@rule(
    "V102",
    "The painted words are the leaflet's words, in order",
    need="monograph",
    reason="What is on the paper must be what the monograph says: nothing lost, repeated or moved.",
    bad="a sentence dropped from page 2, or two paragraphs that changed places",
    good="Build the file anew from its monograph; never edit a finished PDF.",
    source=_SAME_WORDS,
)
def painted_text(subject: Subject) -> Judgement:
    """Read the words by their places on the pages and compare them with the leaflet's."""
    wanted = subject.the_document.text.split()
    return same_words(subject, wanted, "words of the leaflet")


@rule(
    "V103",
    "The painted words are those of the structure tree, in order",
    need="tags",
    reason="Who reads and who listens must be told the same.",
    bad="a letter whose ToUnicode was changed, so that 5 mg is read out as 8 mg",
    good="Tag every text where it is painted, and give each glyph its own character.",
    source="ISO 14289-1, 7.1; Matterhorn Protocol 09-004",
)
def painted_is_tagged(subject: Subject) -> Judgement:
    """Compare the words by their places with the words of the structure tree."""
    return same_words(subject, subject.tree_words, "words of the structure tree")


@rule(
    "V104",
    "Words do not run together at line ends",
    need="tags",
    reason="A reader that joins lines says 'relaxantand' where no space is painted between them.",
    bad="a line that ends without a space before the next",
    good="Paint a space at the end of each line.",
    source="ISO 14289-1, 7.1; no validator checks it",
)
def no_glued_words(subject: Subject) -> Judgement:
    """Look for a space at the end of each line that another line of its element follows.

    An address that is longer than a line goes on without one.
    """
    count, faults = 0, list[Fault]()
    for leaf in subject.leaves:
        address = ""  # what stands of it before this line
        for line, after in zip(leaf.lines, leaf.lines[1:], strict=False):
            count += 1
            if not line.inked or not after.inked or ends_in_space(line) or starts_with_space(after):
                address = ""
                continue
            words, following = line.text.split(), after.text.split()[0]
            address = (address if len(words) == 1 else "") + words[-1]
            # PDFium drops a space that is shown by itself, as after an abbreviation; the codes have it.
            if f"{words[-1]}{following}" in leaf.words and not goes_on(address, following):
                faults.append(Fault(f"{words[-1]!r} runs into {following!r}", around(line.glyphs)))
    return judged("a space at every line end", f"{count} line ends", faults)


@rule(
    "V119",
    "A second reader finds the same letters on each page",
    need="file",
    reason="What one program reads another may not: each has its own way with fonts and streams.",
    bad="a font without ToUnicode, of which each reader makes what it can",
    good="Give each code of each font its characters, and paint text in the page's own stream.",
    source="ISO 32000-1, 9.10; PDFium as the reader, and pypdf where that has ways of its own",
)
def read_alike(subject: Subject) -> Judgement:
    """Compare the letters that another reader finds, white space apart, with those of the content streams."""
    if subject.page_count == len(subject.sheets) and all(
        map(_is_read_alike, _shown(subject), subject.sheets)
    ):
        return judged("the letters of the content streams", f"{subject.page_count} pages read by PDFium")
    again = read_again(subject.data)
    if again.trouble:
        return judged("a text", "none", [Fault(f"pypdf cannot read the file: {again.trouble}")])
    faults = []
    for page, ours in enumerate(_shown(subject, len(again.pages)), start=1):
        theirs = "".join(again.pages[page - 1].split()) if page <= len(again.pages) else ""
        if ours != theirs:
            faults.append(Fault(difference([ours], [theirs]), Place(page)))
    return judged("the letters of the content streams", f"{len(again.pages)} pages read", faults)


def _shown(subject: Subject, pages: int = 0) -> list[str]:
    """Return the letters that the content streams show, a text a page."""
    most = max([pages, len(subject.sheets), *(each.page for each in subject.objects.content.shown)])
    parts: list[list[str]] = [[] for _ in range(most)]
    for each in subject.objects.content.shown:
        parts[each.page - 1].append(each.text)
    return ["".join("".join(each).split()) for each in parts]


def _is_read_alike(letters: str, sheet: Sheet) -> bool:
    """Tell whether PDFium finds just these letters on a page, in this order."""
    return "".join([glyph.text for glyph in sheet.glyphs if not glyph.is_space]) == letters


@rule(
    "V106",
    "Every tagged text stands in the structure tree",
    need="tags",
    reason="Marked content that no element owns is never read out.",
    bad="the element of the withdrawal warning taken out of its parent's kids",
    good="List each marked-content id among the kids of one element.",
    source="ISO 32000-1, 14.7.4; no validator checks it",
)
def all_owned(subject: Subject) -> Judgement:
    """List marked content that the structure tree does not reach."""
    owned = set(subject.the_tree.root.all_contents())
    painted = subject.objects.content.mcids
    said = {(shown.page, shown.mcid): shown.text for shown in reversed(subject.objects.content.shown)}
    faults = [
        Fault(f"/{tag} with MCID {mcid} has no element: {quote(said.get((page, mcid), ''))}", Place(page))
        for page, mcid, tag in painted
        if (page, mcid) not in owned
    ]
    return judged("every id owned", f"{len(painted)} ids, {len(owned)} owned", faults)


@rule(
    "V112",
    "The text's fingerprint in the metadata is that of the text",
    need="leaflet",
    reason="Without its monograph a file can still prove that its words are those it was made with.",
    bad="a word changed in a finished file",
    good="Build the file anew from its monograph.",
    source="the file's own textSHA256; Directive 2001/83/EC, article 56a",
)
def fingerprint(subject: Subject) -> Judgement:
    """Compute the SHA-256 of the structure tree's text and compare it."""
    text = "\n".join(leaf.text.strip() for leaf in subject.leaves if leaf.text.strip())
    measured = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    wanted = subject.objects.said.own.get("textSHA256", "")
    faults = () if measured == wanted else (Fault(f"the words have {measured[:16]}…"),)
    return judged(f"SHA-256 {wanted[:16]}…", f"{measured[:16]}…", faults)


@rule(
    "V113",
    "No replacement text says something else",
    need="tags",
    reason="ActualText is read instead of the words: it can unsay a warning.",
    bad="ActualText 'Stop at once' on 'Do not stop suddenly'",
    good="Leave ActualText out, or make it equal to the painted words.",
    source="ISO 14289-1, 7.3 and 7.5; ISO 32000-1, 14.9.4",
)
def no_replacement(subject: Subject) -> Judgement:
    """Compare each ActualText, and an Alt on words, with the words."""
    texts = {leaf.node: leaf.words for leaf in subject.leaves}
    spoken = {(each.page, each.mcid) for each in subject.objects.content.shown if each.text.strip()}
    nodes = list(subject.the_tree.nodes())
    faults = [
        Fault(f"{node.role} says {said!r} for {texts.get(node, '')!r}")
        for node in nodes
        for said in (node.actual, None if _is_drawn(node, spoken) else node.alt)
        if said is not None and " ".join(said.split()) != texts.get(node, "")
    ]
    return judged("no text read in place of another", f"{len(nodes)} elements", faults)


def _is_drawn(node: Element, spoken: Container[tuple[int, int]]) -> bool:
    """Tell whether an element is a picture, or a place to write in, which Alt puts in words."""
    is_blank = node.standard in ("Form", "TD") and not any(each in spoken for each in node.all_contents())
    return is_blank or node.standard in ("Figure", "Formula")


@rule(
    "V114",
    "No words of the leaflet are marked as furniture",
    need="monograph",
    reason="An artifact is not read out: a warning marked as one is lost to who listens.",
    bad="the withdrawal warning marked as a page header",
    good="Mark only headers, footers and drawing as artifacts.",
    source="ISO 32000-1, 14.8.2.2; Matterhorn Protocol 01-002",
)
def only_furniture(subject: Subject) -> Judgement:
    """Compare the words of artifacts with the furniture of the leaflet."""
    furniture = subject.the_document.furniture
    numbers = range(1, len(subject.sheets) + 1)
    labels = [furniture.page_label.format(page=number, pages=subject.page_count) for number in numbers]
    labels += [furniture.more_warnings.format(page=number) for number in numbers]
    labels += [furniture.more_in_short.format(page=number) for number in numbers]
    allowed = set(
        " ".join(
            (
                furniture.identity.plain,
                furniture.turn_over,
                furniture.continued,
                furniture.questions,
                furniture.scale_bar,
                *labels,
            )
        ).split()
    )
    again = allowed | _said_again(subject.the_document)
    said = {
        page: "".join(
            shown.text for shown in subject.objects.content.shown if shown.is_artifact and shown.page == page
        ).split()
        for page in range(1, len(subject.sheets) + 1)
    }
    faults = [
        Fault(f"an artifact says {quote(word)}", Place(page))
        for page, words in said.items()
        for word in dict.fromkeys(words)
        if word not in again
    ]
    count = sum(map(len, said.values()))
    return judged("only name, version, date, page label and repeated heads", f"{count} words", faults)


def _said_again(document: Document) -> set[str]:
    """Return the words of heads that stand again where they go on, on the next page or row by row."""
    heads = [leaf for leaf, _ in document.leaves if leaf.style.name in _REPEATED]
    # Row by row, the name of a column stands before each of its values, with a colon.
    columns = [f"{leaf.words}:" for leaf in heads if leaf.tag.scope == "Column"]
    return set(" ".join([*[leaf.words for leaf in heads], *columns]).split())
