"""Files that mean harm: damaged, locked, endless, swelling and circular, each made by a function."""

import zlib
from functools import cache
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.proof.surgery import leaflet_of


def _saved(file: pikepdf.Pdf, encryption: pikepdf.Encryption | bool = False) -> bytes:
    out = BytesIO()
    file.save(out, static_id=True, encryption=encryption)
    return out.getvalue()


def _good() -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(leaflet_of()[1]))


def nothing() -> bytes:
    return b""


def no_pdf() -> bytes:
    return b"Take 5 mg\n" * 1000


def only_a_header() -> bytes:
    return b"%PDF-1.7\n"


def truncated() -> bytes:
    pdf = leaflet_of()[1]
    return pdf[: len(pdf) // 3]


def a_hole_in_the_middle() -> bytes:
    pdf = bytearray(leaflet_of()[1])
    pdf[2000:9000] = b"\x00" * 7000
    return bytes(pdf)


def locked() -> bytes:
    with _good() as file:
        return _saved(file, pikepdf.Encryption(owner="o", user="secret"))


def five_hundred_pages() -> bytes:
    with _good() as file:
        page = file.pages[1]
        for _ in range(498):
            file.pages.append(page)
        return _saved(file)


def deep_structure() -> bytes:
    with _good() as file:
        top = below = file.Root.StructTreeRoot.K
        for _ in range(5000):
            inner = file.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Sect, P=below))
            below.K = Array([inner])
            below = inner
        del top
        return _saved(file)


def circular_structure() -> bytes:
    with _good() as file:
        root = file.Root.StructTreeRoot
        root.K.K.append(root.K)
        root.K.K.append(root)
        return _saved(file)


def circular_pages() -> bytes:
    with _good() as file:
        file.Root.Pages.Kids.append(file.Root.Pages)
        return _saved(file)


def circular_parent_tree() -> bytes:
    with _good() as file:
        tree = file.Root.StructTreeRoot.ParentTree
        tree.Kids = Array([tree, tree])
        return _saved(file)


def circular_bookmarks() -> bytes:
    with _good() as file:
        first = file.Root.Outlines.First
        first.Next = first
        return _saved(file)


def circular_form() -> bytes:
    with _good() as file:
        form = file.make_stream(b"/Me Do /Me Do", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
        form.Resources = Dictionary(XObject=Dictionary(Me=form))
        page = file.pages[0]
        page.obj.Resources.XObject = Dictionary(Me=form)
        page.contents_add(b"/Me Do")
        return _saved(file)


@cache
def _bomb() -> bytes:
    """Return 600 MB in one."""
    packer = zlib.compressobj(1)
    row = b"q Q " * 250_000
    return b"".join(packer.compress(row) for _ in range(600)) + packer.flush()


def a_content_bomb() -> bytes:
    with _good() as file:
        bomb = pikepdf.Stream(file, b"")
        bomb.write(_bomb(), filter=Name.FlateDecode)
        file.pages[0].obj.Contents = file.make_indirect(bomb)
        return _saved(file)


def a_font_bomb() -> bytes:
    with _good() as file:
        for font in dict(file.pages[0].obj.Resources.Font).values():
            font.ToUnicode.write(_bomb(), filter=Name.FlateDecode)
        return _saved(file)


def a_metadata_bomb() -> bytes:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    packet = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "aaaaaaaaaa">{entities}]><x>&e11;</x>'
    with _good() as file:
        file.Root.Metadata.write(packet.encode())
        return _saved(file)


def a_page_as_large_as_a_house() -> bytes:
    with _good() as file:
        file.pages[0].obj.MediaBox = Array([0, 0, 1_000_000, 1_000_000])
        return _saved(file)


def a_picture_without_end() -> bytes:
    with _good() as file:
        picture = file.make_stream(
            b"\0", Type=Name.XObject, Subtype=Name.Image, Width=60_000, Height=60_000, BitsPerComponent=8,
            ColorSpace=Name.DeviceRGB,
        )  # fmt: skip
        file.pages[0].obj.Resources.XObject = Dictionary(Big=picture)
        file.pages[0].contents_add(b"q 100 0 0 100 0 0 cm /Big Do Q")
        return _saved(file)


def wrong_types() -> bytes:
    with _good() as file:
        root = file.Root
        root.StructTreeRoot.K = 7
        root.StructTreeRoot.ParentTree = Array([1, 2])
        root.Lang, root.MarkInfo, root.ViewerPreferences = 3, Array([]), Name.Yes
        root.Outlines = Array([1])
        root.OutputIntents = Name.None_
        page = file.pages[0].obj
        page.Resources.Font = Array([])
        page.Annots = Array([1, Name.Link])
        page.StructParents = Name.Zero
        return _saved(file)


def damaged_streams() -> bytes:
    with _good() as file:
        for page in file.pages:
            page.obj.Contents.write(b"(((( [[[[ <</MCID BDC Tj ET ET 9 9 Tf /X Do (\xff) ' \x00\x01")
        for font in dict(file.pages[0].obj.Resources.Font).values():
            font.ToUnicode.write(b"1 beginbfrange <0000> <FFFF> <FFFFFFFF> endbfrange <> <g")
            font.DescendantFonts[0].FontDescriptor.FontFile2.write(b"\x00\x01\x00\x00\xff\xffcmap" * 40)
        return _saved(file)


MAKERS = (
    nothing, no_pdf, only_a_header, truncated, a_hole_in_the_middle, locked, five_hundred_pages,
    deep_structure, circular_structure, circular_pages, circular_parent_tree, circular_bookmarks,
    circular_form, a_content_bomb, a_font_bomb, a_metadata_bomb, a_page_as_large_as_a_house,
    a_picture_without_end, wrong_types, damaged_streams,
)  # fmt: skip
