"""A good leaflet, and the instruments to cut it open: small, precise changes made with pikepdf."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf

from leaflet.api import make
from leaflet.model import Monograph
from leaflet.proof.subject import Leaf, Subject, read_subject
from tests.builders import monograph, paragraph, section

LONG = (
    "Testol helps people whose tests are long, and it helps them more when they read all of this text, "
    "which is written so that it runs over more than one line of the page."
)
SHORT = "Testol does not help everybody."
DOSE = "Take 5 mg with water in the morning."
ITEMS = ["slow tests", "long tests", "tests that are flaky"]
Change = Callable[[bytes], bytes]


@cache
def leaflet_of(profile: str = "standard") -> tuple[Monograph, bytes]:
    """Return a monograph of two pages and its finished leaflet."""
    parts = [
        section(paragraph(DOSE), paragraph(LONG), paragraph(SHORT), topic="how_to_take"),
        *(
            section(
                paragraph(f"{LONG} This is part {number}."),
                paragraph("Testol is for:"),
                {"bullets": [f"{item} of kind {number}" for item in ITEMS]},
                topic=topic,
            )
            for number, topic in enumerate(("uses", "storage", "driving", "children", "alcohol"), start=1)
        ),
        section(
            paragraph("Tell your doctor how you feel."),
            paragraph("Report it at <https://example.org/report>."),
            {"side_effects": {"seriousness": "common", "heading": "Common", "effects": ITEMS}},
            topic="side_effects",
        ),
    ]
    made = monograph(*parts)
    return made, make(made, profile=profile).pdf


@cache
def good(profile: str = "standard") -> Subject:
    """Return the good leaflet as the readers see it."""
    made, pdf = leaflet_of(profile)
    return read_subject("good.pdf", pdf, lambda _: made)


@dataclass
class Surgeon:
    """An open file, and where everything is in it."""

    pdf: pikepdf.Pdf
    subject: Subject

    def leaf(self, start: str) -> Leaf:
        """Return the element whose words start so."""
        return next(leaf for leaf in self.subject.leaves if leaf.words.startswith(start))

    def leaf_of(self, role: str, index: int = 0) -> Leaf:
        """Return an element of a type, by its place among those of the type."""
        return [leaf for leaf in self.subject.leaves if leaf.node.standard == role][index]

    def element(self, leaf: Leaf) -> Any:
        """Return an element's dictionary."""
        return self.pdf.get_object(leaf.node.reference)

    def parent(self, leaf: Leaf) -> Any:
        """Return the dictionary of the element above."""
        assert leaf.node.parent is not None
        return self.pdf.get_object(leaf.node.parent.reference)

    def stream(self, page: int, change: Change) -> None:
        """Change a page's content stream; a change that changes nothing is a slip of the test."""
        contents = self.pdf.pages[page - 1].obj.Contents
        before = bytes(contents.read_bytes())
        after = change(before)
        assert after != before, "the surgery found nothing to cut"
        contents.write(after)

    def content(self, leaf: Leaf, change: Change) -> None:
        """Change the whole marked content of an element, BDC and EMC included."""
        page, mcid = leaf.node.contents()[0]
        pattern = re.compile(rb"/\w+<</MCID %d>>BDC\n.*?\nEMC\n" % mcid, re.DOTALL)
        self.stream(page, lambda data: pattern.sub(lambda found: change(found[0]), data, count=1))

    def inside(self, start: str, old: bytes, new: bytes, count: int = 1) -> None:
        """Replace bytes in the marked content of the element whose words start so."""
        self.content(self.leaf(start), lambda data: data.replace(old, new, count))

    def before(self, start: str, operators: bytes) -> None:
        """Put operators into the text object of an element, before its text."""
        self.inside(start, b"BT\n", b"BT\n" + operators + b"\n")

    def artifact(self, page: int, kind: bytes, change: Change) -> None:
        """Change the artifacts of a subtype, such as Footer, on a page."""
        pattern = re.compile(rb"/Artifact<<[^\n]*?" + kind + rb"[^\n]*?>>BDC\n.*?EMC\n", re.DOTALL)
        self.stream(page, lambda data: pattern.sub(lambda found: change(found[0]), data))

    def append(self, page: int, operators: bytes) -> None:
        """Paint something more, as an artifact."""
        self.stream(page, lambda data: data + b"/Artifact<</Type/Layout>>BDC\n" + operators + b"\nEMC\n")

    def fonts(self) -> list[Any]:
        """Return the fonts of page 1."""
        return [font for _, font in self.pdf.pages[0].obj.Resources.Font.items()]

    def root(self) -> Any:
        """Return the catalog."""
        return self.pdf.Root

    def form(self) -> Any:
        """Return the first element of lines to write on."""
        nodes = self.subject.objects.tree.nodes() if self.subject.objects.tree else ()
        return self.pdf.get_object(next(node.reference for node in nodes if node.standard == "Form"))

    def xmp(self, old: bytes, new: bytes) -> None:
        """Replace bytes in the XMP packet, once."""
        before = bytes(self.root().Metadata.read_bytes())
        assert old in before
        self.root().Metadata.write(before.replace(old, new, 1))

    def parents(self, page: int) -> Any:
        """Return a page's array in the parent tree."""
        return self.root().StructTreeRoot.ParentTree.Nums[2 * (page - 1) + 1]

    def move(self, leaves: list[Leaf], target: int) -> None:
        """Move the content of elements to another page, keys, ids and all."""
        page_object = self.pdf.pages[target - 1].obj
        for leaf in leaves:
            cut = self.take(leaf)
            mcid = len(self.parents(target))
            element = self.element(leaf)
            self.parents(target).append(element)
            moved = re.sub(rb"MCID \d+", b"MCID %d" % mcid, cut)
            self.stream(target, _adding(moved))
            element.K, element.Pg = mcid, page_object
            page, old = leaf.node.contents()[0]
            self.parents(page)[old] = None

    def take(self, leaf: Leaf) -> bytes:
        """Cut an element's marked content out and return it."""
        taken: list[bytes] = []

        def cut(data: bytes) -> bytes:
            taken.append(data)
            return b""

        self.content(leaf, cut)
        return taken[0]

    def code(self, character: str, font: int = 0) -> bytes:
        """Return the hex code of a character in a font."""
        return self.codes(character, font)[0]

    def codes(self, character: str, font: int = 0) -> list[bytes]:
        """Return the hex codes that a font has for a character, which may be none."""
        mapped = bytes(self.fonts()[font].ToUnicode.read_bytes())
        return re.findall(rb"<(\w{4})> <%04X>" % ord(character), mapped)

    def word(self, start: str, word: str, change: Change) -> None:
        """Change the codes of a word, kerning among them, in the element whose words start so."""
        shown = re.compile(rb"(?:>-?[\d.]+<)?".join(map(self.code, word)))
        self.content(self.leaf(start), lambda data: shown.sub(lambda found: change(found[0]), data, count=1))

    def programs(self) -> list[Any]:
        """Return the font programs of page 1."""
        return [font.DescendantFonts[0].FontDescriptor.FontFile2 for font in self.fonts()]


def _adding(more: bytes) -> Change:
    return lambda data: data + more


Defect = Callable[[Surgeon], None]


def operate(defect: Defect, profile: str = "standard") -> bytes:
    """Return the good leaflet with one defect."""
    return operated_on(leaflet_of(profile)[1], good(profile), defect)


def operated(pdf: bytes, made: Monograph, defect: Defect) -> bytes:
    """Return a file of any product with one defect."""
    return operated_on(pdf, read_subject("good.pdf", pdf, lambda _: made), defect)


def operated_on(pdf: bytes, subject: Subject, defect: Defect) -> bytes:
    """Return a file with one defect, where its readers have read it before."""
    with pikepdf.open(BytesIO(pdf)) as file:
        defect(Surgeon(file, subject))
        out = BytesIO()
        encryption = getattr(file, "planted_encryption", None)
        file.save(out, static_id=True, encryption=encryption or False)
        return out.getvalue()
