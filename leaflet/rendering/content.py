"""Write a page's content stream: every line and mark as operators, each in the marked content of its owner.

Lines that follow one another under one owner share one marked-content sequence. A space is painted at
each line's end: readers that join lines would glue its words together.
"""

from collections.abc import Sequence
from operator import attrgetter

from leaflet.document.styles import BLACK, Colour, Style
from leaflet.document.tree import Artifact, Node, Owner, Phrase
from leaflet.handout import Logo
from leaflet.layout.boxes import Bar, Frame, Image, LineBox, Mark, Page, Rule, Symbol
from leaflet.rendering.encoder import GlyphEncoder, Piece, space
from leaflet.rendering.glyph_codes import FileCodes
from leaflet.rendering.images import name_of
from leaflet.rendering.marked_content import ARTIFACTS, HEADINGS, OPENINGS
from leaflet.rendering.stretches import Box, link_box, stretches_of
from leaflet.rendering.symbols import draw_symbol
from leaflet.text.fonts import Face
from leaflet.text.words import RISE, Word

_underlines, _parts = attrgetter("underlines"), attrgetter("parts")
_END = b">]TJ "  # of an array of shown glyphs
_UNDERLINE_DEPTH, _UNDERLINE_THICKNESS = 0.13, 0.06  # × size, below the baseline


class PageWriter:
    """Writes one page; afterwards `owners` lists who owns each marked-content sequence, by its id.

    `said` has the words that a reader of the file gets, owner by owner: read back from the bytes that were
    written, by the map that the file will hold.
    """

    def __init__(
        self, encoder: GlyphEncoder, codes: FileCodes, height: float, first: int = 0, *, colour: bool
    ) -> None:
        self.owners: list[Node | Phrase] = []
        self.first = first  # the id of its first marked content: others may stand on the same side
        self.places: dict[Node, float] = {}  # where a heading starts, pt from the foot
        self.boxes: dict[Node, Box] = {}  # of figures
        self.links: dict[Node | Phrase, tuple[Node, list[Box]]] = {}  # its leaf; a box for each line
        self.blanks: dict[Phrase, Node] = {}  # lines to write on, with their label
        self._blanks: list[tuple[Node, Phrase, bytes]] = []  # that are drawn once their labels are written
        self.faces: set[Face] = set()
        self.images: dict[bytes, Logo] = {}
        self.said: dict[Owner, list[str]] = {}
        self._saying: list[str] = []
        self._encoder = encoder
        self._codes = codes
        self._height = height
        self._colour = colour
        self._out: list[bytes] = []
        self._open: Owner | Phrase | None = None
        self._in_text = False
        self._face: Face | None = None
        self._size = 0.0
        self._white = False

    def write(self, page: Page) -> bytes:
        """Return the page's operators, header first, then the text in reading order, then the footer."""
        out, height = self._out, self._height
        *headers, footer = page.furniture
        for placed in (*headers, *page.fragments, footer):
            for mark in placed.fragment.marks:
                self._mark(mark, placed.x, placed.y)
            for line in placed.fragment.lines:
                x, y, size, slug = placed.x + line.x, placed.y + line.y, line.size, line.slug
                face = slug.face
                if face is None and slug.words[0].parts:
                    self._parted_line(line, x, y)
                    continue
                if line.owner is not self._open:
                    self._begin(line.owner, y - size)
                if line.white is not self._white or not self._in_text:
                    self._begin_text(white=line.white)
                if face is None:
                    self._uneven_line(line, x, y)
                    continue
                if face is not self._face or size != self._size:
                    self._choose(face, size)
                self._saying.append(slug.reads)
                out.append(b"1 0 0 1 %.2f %.2f Tm[<%b>]TJ\n" % (x, height - y, slug.ink))
            if self._blanks:
                self._lines_to_write_on()
        self._close()
        return b"".join(out)

    def _begin_text(self, *, white: bool) -> None:
        """Go on in white or in black, inside a text object."""
        if white is not self._white:
            self._ink_white(white)
        if not self._in_text:
            self._out.append(b"BT\n")
            self._in_text = True
            self._face = None

    def _ink_white(self, white: bool) -> None:
        """Go on in white, or in black again."""
        self._out.append(b"1 g\n" if white else b"0 g\n")
        self._white = white

    def _choose(self, face: Face, size: float) -> None:
        self._face, self._size = face, size
        self.faces.add(face)
        self._out.append(b"/F%d %g Tf " % (face.number, size))

    def _uneven_line(self, line: LineBox, x: float, y: float) -> None:
        """Write a line whose words differ in face, hold rare glyphs, or have a line under them."""
        if line.slug.stretches:  # plain letters were written when they were shaped
            self._saying.append(line.slug.reads)
            self._show([Piece(*each) for each in line.slug.stretches], line.size, x, y)
            return
        if any(map(_parts, line.words)):
            self._parted_line(line, x, y)
            return
        self._show([piece for word in line.words for piece in self._pieces(word)], line.size, x, y)
        if any(map(_underlines, line.words)):
            self._underline(line, x, y)

    def _parted_line(self, line: LineBox, x: float, y: float) -> None:
        """Write a line with links, each in marked content of its own, or with what is raised or lowered."""
        for stretch in stretches_of(line):
            owner, phrase = line.owner, stretch.phrase
            if isinstance(owner, Node) and phrase is not None:
                box = link_box(x + stretch.start, x + stretch.end, self._height - y, line.size)
                self.links.setdefault(phrase, (owner, []))[1].append(box)
            else:
                phrase = None  # what is repeated on another page leads nowhere
            if (phrase or owner) is not self._open:
                self._begin(owner, y - line.size, phrase)
            self._begin_text(white=line.white)
            pieces = [piece for word, spaced in stretch.words for piece in self._pieces(word, spaced=spaced)]
            rise = stretch.shift * RISE * line.size / 1000
            if rise:
                self._out.append(b"%.2f Ts " % rise)
            self._show(pieces, line.size, x + stretch.start, y)
            if rise:
                self._out.append(b"0 Ts\n")
        if any(map(_underlines, line.words)):
            self._underline(line, x, y)

    def _show(self, pieces: Sequence[Piece], size: float, x: float, y: float) -> None:
        """Show glyphs side by side, whatever their faces."""
        face = self._face if self._size == size else None
        parts: list[bytes] = []
        for piece in pieces:
            if piece.face is not face:
                face = piece.face
                self.faces.add(face)
                parts.append(b">]TJ /F%d %g Tf[<" % (face.number, size))
            parts.append(piece.data)
        self._face, self._size = face, size
        place = b"1 0 0 1 %.2f %.2f Tm[<" % (x, self._height - y)
        if parts and parts[0].startswith(_END):
            # A font chosen before the first word is chosen outside the array.
            place = parts.pop(0).removeprefix(_END).removesuffix(b"[<") + b" " + place
        shown = b"".join(parts).replace(b"<>", b"")  # what ends at the end of a piece
        self._out.append(b"%b%b>]TJ\n" % (place, shown))

    def _pieces(self, word: Word, *, spaced: bool = False) -> Sequence[Piece]:
        """Return a word as bytes of one face each, and note what is read of them.

        Its space is among them, and that of another word of which it is the last part.
        """
        if word.face is not None and not spaced:  # plain letters were written when they were shaped
            self._saying.append(word.reads)
            return (Piece(word.face, word.ink),)
        pieces = self._encoder.encode(word, self._codes)
        if (spaced or word.space) and pieces:
            pieces = (*pieces, Piece(pieces[-1].face, space(pieces[-1].face)))
        self._saying.append("".join([self._codes.texts(face).read(data) for face, data in pieces]))
        return pieces

    def _underline(self, line: LineBox, x: float, y: float) -> None:
        """Draw the lines under strong words, joined where they stand side by side."""
        pen, spans = x, list[list[float]]()
        for word in line.words:
            for start, length in word.underlines:
                left = pen + start * line.size / 1000
                right = left + length * line.size / 1000
                gap = word.space * line.size / 1000
                if spans and left - spans[-1][1] <= gap + 0.01:
                    spans[-1][1] = right
                else:
                    spans.append([left, right])
            pen += (word.advance + word.space) * line.size / 1000
        thick = _UNDERLINE_THICKNESS * line.size
        for left, right in spans:
            top = y + _UNDERLINE_DEPTH * line.size
            self._artifact(Artifact.RULE, self._rectangle(left, top, right - left, thick))

    def _mark(self, mark: Mark, x: float, y: float) -> None:
        if self._white:
            self._ink_white(False)
        if isinstance(mark, (Rule, Bar)):
            owner = mark.owner if isinstance(mark, Rule) else Artifact.RULE
            ink = self._ink(mark.style)
            drawn = self._rectangle(x + mark.x, y + mark.y, mark.width, mark.height)
            if isinstance(owner, Node) and owner.blank is not None:
                self._blanks.append((owner, owner.blank, drawn))
            elif isinstance(owner, Artifact):
                self._artifact(owner, b"q %s rg %sQ\n" % (ink, drawn) if ink else drawn)
        elif isinstance(mark, Frame):
            ink = self._ink(mark.style)
            drawn = self._frame(mark, x + mark.x, y + mark.y)
            self._artifact(Artifact.RULE, b"q %s RG %sQ\n" % (ink, drawn) if ink else drawn)
        elif isinstance(mark, Image):
            self._image(mark, x + mark.x, y + mark.y)
        else:
            self._symbol(mark, x + mark.x, self._height - (y + mark.y + mark.size))

    def _symbol(self, symbol: Symbol, left: float, foot: float) -> None:
        """Draw a sign; one that stands again says nothing new, and is drawing."""
        drawn = b""
        if symbol.style.symbol is not None:
            red, green, blue = self._colour_of(symbol.style)
            ink = (1.0, 1.0, 1.0) if symbol.white else (red / 255, green / 255, blue / 255)
            drawn = draw_symbol(symbol.style.symbol, left, foot, symbol.size, ink)
        if isinstance(symbol.owner, Artifact):
            self._artifact(symbol.owner, drawn)
            return
        self._begin(symbol.owner, self._height - foot - symbol.size)
        self._out.append(drawn)
        self.boxes[symbol.owner] = (left, foot, left + symbol.size, foot + symbol.size)

    def _image(self, image: Image, x: float, y: float) -> None:
        """Paint a picture in its box (ISO 32000-1, 8.9.5): the pharmacy's logo, or a figure."""
        name = b"Logo" if image.owner.style.name == "picture" else name_of(image.logo)
        foot = self._height - y - image.height
        self._begin(image.owner, y)
        self._out.append(
            b"q %.2f 0 0 %.2f %.2f %.2f cm /%s Do Q\n" % (image.width, image.height, x, foot, name)
        )
        self.boxes[image.owner] = (x, foot, x + image.width, foot + image.height)
        self.images[name] = image.logo

    def _lines_to_write_on(self) -> None:
        """Draw lines to write on behind their labels, in the parts of the leaves that announce them."""
        for owner, blank, drawn in self._blanks:
            if self._open is not blank:
                self._begin(owner, 0.0, blank)
                self.blanks[blank] = owner
            self._out.append(drawn)
        self._blanks.clear()

    def _frame(self, frame: Frame, x: float, y: float) -> bytes:
        """Return a stroked box whose outer edge is the frame's."""
        half = frame.border / 2
        place = (x + half, self._height - y - frame.height + half)
        size = (frame.width - frame.border, frame.height - frame.border)
        return b"%.3g w %.2f %.2f %.2f %.2f re S\n" % (frame.border, *place, *size)

    def _rectangle(self, x: float, y: float, width: float, height: float) -> bytes:
        return b"%.2f %.2f %.2f %.2f re f\n" % (x, self._height - y - height, width, height)

    def _colour_of(self, style: Style | None) -> Colour:
        return style.colour if self._colour and style is not None else BLACK

    def _ink(self, style: Style | None) -> bytes:
        """Return the operands of a signal colour; b"" for black, which is the ink from the start."""
        colour = self._colour_of(style)
        return b"" if colour == BLACK else b"%.3f %.3f %.3f" % tuple(part / 255 for part in colour)

    def _artifact(self, kind: Artifact, drawn: bytes) -> None:
        self._close()
        self._out += (ARTIFACTS[kind], drawn, b"EMC\n")

    def _begin(self, owner: Owner, top: float, phrase: Phrase | None = None) -> None:
        """Open the marked content of an owner, or of a phrase in its words (ISO 32000-1, 14.6)."""
        self._close()
        self._open = phrase or owner
        self._saying = self.said.setdefault(owner, [])
        if isinstance(owner, Node):
            self._out.append(OPENINGS[(phrase or owner).tag.role] % (self.first + len(self.owners)))
            self.owners.append(phrase or owner)
            if owner.tag.role in HEADINGS:
                self.places.setdefault(owner, self._height - top)
        else:
            self._out.append(ARTIFACTS[owner])

    def _close(self) -> None:
        if self._in_text:
            self._out.append(b"ET\nEMC\n")
            self._in_text = False
        elif self._open is not None:
            self._out.append(b"EMC\n")
        self._open = None
