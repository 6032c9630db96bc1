"""Threats to links: where they lead, where they stand, what is said of them, and what else they could do."""

from typing import Any

from pikepdf import Array, Dictionary, Name, String

from tests.proof.planted.register import LINKED, LISTED, Edit, edits
from tests.proof.surgery import Surgeon

_ELSEWHERE = "https://leaflet.example/dose/50"


def _links(cut: Surgeon) -> list[Any]:
    return [each for page in cut.pdf.pages for each in page.obj.get("/Annots", Array([]))]


def _element(cut: Surgeon, link: Any) -> Any:
    """Return the element that the parent tree has for a link."""
    rows = list(cut.root().StructTreeRoot.ParentTree.Nums)
    return next(owner for key, owner in zip(rows[::2], rows[1::2], strict=True) if key == link.StructParent)


def _planted(name: str, key: str, value: object) -> None:
    """Register an entry of the first link's annotation that is changed."""

    def edit(cut: Surgeon) -> None:
        _links(cut)[0][key] = value

    edit.__name__ = name
    edits(LINKED)(edit)


for _name, _key, _value in (
    ("a_link_read_out_otherwise", "/Contents", String("https://leaflet.example/")),
    ("a_link_that_says_nothing", "/Contents", String("")),
    ("a_link_that_runs_a_script", "/A", Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))),
    ("a_link_that_starts_a_program", "/A", Dictionary(S=Name.Launch, F=String("calc.exe"))),
    ("a_link_into_another_file", "/A", Dictionary(S=Name.GoToR, F=String("a.pdf"), D=Array([0, Name.Fit]))),
    ("a_link_that_sends_a_form", "/A", Dictionary(S=Name.SubmitForm, F=String(_ELSEWHERE))),
    ("a_link_with_a_script_for_an_address", "/A", Dictionary(S=Name.URI, URI=String("javascript:alert(1)"))),
    ("a_link_to_a_file", "/A", Dictionary(S=Name.URI, URI=String("file:///etc/passwd"))),
    ("a_link_that_acts_when_it_is_seen", "/AA", Dictionary(PV=Dictionary(S=Name.Named, N=Name.Print))),
    ("a_link_with_a_way_of_old", "/PA", Dictionary(S=Name.URI, URI=String(_ELSEWHERE))),
    ("a_link_to_a_named_place", "/Dest", String("dose")),
    ("a_link_that_is_hidden", "/F", 6),
    ("a_link_that_is_not_printed", "/F", 0),
    ("a_link_with_a_border", "/Border", Array([0, 0, 2])),
    ("a_link_with_a_look_of_its_own", "/AP", Dictionary()),
    ("a_link_in_a_layer", "/OC", Dictionary(Type=Name.OCG, Name=String("dose"))),
    ("a_link_of_another_element", "/StructParent", 0),
    ("a_link_of_no_element", "/StructParent", 99),
    ("a_link_that_is_a_stamp", "/Subtype", Name.Stamp),
    ("a_link_that_covers_the_page", "/Rect", Array([0, 0, 595, 842])),
):  # fmt: skip
    _planted(_name, _key, _value)


@edits(LINKED)
def a_link_that_leads_elsewhere(cut: Surgeon) -> None:
    _links(cut)[0].A.URI = String(_ELSEWHERE)


@edits(LINKED)
def a_link_that_leads_and_reads_elsewhere(cut: Surgeon) -> None:
    link = _links(cut)[0]
    link.A.URI = link.Contents = String(_ELSEWHERE)


@edits(LINKED)
def a_link_with_a_second_action(cut: Surgeon) -> None:
    _links(cut)[0].A.Next = Dictionary(S=Name.URI, URI=String(_ELSEWHERE))


@edits(LINKED)
def a_link_moved_to_the_line_below(cut: Surgeon) -> None:
    link = _links(cut)[0]
    left, foot, right, head = map(float, link.Rect)
    link.Rect = Array([left, foot - 15, right, head - 15])


@edits(LINKED)
def a_link_over_half_of_its_words(cut: Surgeon) -> None:
    link = _links(cut)[0]
    left, foot, right, head = map(float, link.Rect)
    link.Rect = Array([left, foot, (left + right) / 2, head])


@edits(LINKED)
def a_link_over_its_first_line_alone(cut: Surgeon) -> None:
    link = next(each for each in _links(cut) if "/QuadPoints" in each)
    del link["/QuadPoints"]


@edits(LINKED)
def lines_of_a_link_moved(cut: Surgeon) -> None:
    link = next(each for each in _links(cut) if "/QuadPoints" in each)
    link.QuadPoints = Array([float(each) - 20 for each in link.QuadPoints])


@edits(LINKED)
def two_links_exchanged(cut: Surgeon) -> None:
    one, other, *_ = _links(cut)
    one.A.URI, other.A.URI = String(str(other.A.URI)), String(str(one.A.URI))


@edits(LINKED)
def two_links_exchanged_with_what_is_said(cut: Surgeon) -> None:
    one, other, *_ = _links(cut)
    one.A.URI, other.A.URI = String(str(other.A.URI)), String(str(one.A.URI))
    one.Contents, other.Contents = String(str(other.Contents)), String(str(one.Contents))


@edits(LINKED)
def a_link_dropped(cut: Surgeon) -> None:
    page = next(page for page in cut.pdf.pages if "/Annots" in page.obj)
    del page.obj.Annots[0]


@edits(LINKED)
def links_dropped_from_a_page(cut: Surgeon) -> None:
    del next(page for page in cut.pdf.pages if "/Annots" in page.obj).obj["/Annots"]


@edits(LINKED)
def a_link_twice_on_its_page(cut: Surgeon) -> None:
    page = next(page for page in cut.pdf.pages if "/Annots" in page.obj)
    page.obj.Annots.append(page.obj.Annots[0])


@edits(LINKED)
def a_link_over_a_dose(cut: Surgeon) -> None:
    page = next(page for page in cut.pdf.pages if "/Annots" in page.obj)
    more = Dictionary(dict(page.obj.Annots[0].items()))
    more.Rect = Array([60, 600, 200, 620])
    page.obj.Annots.append(cut.pdf.make_indirect(more))


@edits(LINKED)
def a_link_without_its_reference(cut: Surgeon) -> None:
    element = _element(cut, _links(cut)[0])
    element.K = Array([kid for kid in element.K if isinstance(kid, int)])


@edits(LINKED)
def a_link_that_is_no_link_to_a_listener(cut: Surgeon) -> None:
    _element(cut, _links(cut)[0]).S = Name.Span


@edits(LINKED)
def a_link_with_other_words_to_hear(cut: Surgeon) -> None:
    _element(cut, _links(cut)[0]).Alt = String("Call the emergency services")


@edits(LINKED)
def a_link_under_another_parent(cut: Surgeon) -> None:
    _element(cut, _links(cut)[0]).P = cut.root().StructTreeRoot


@edits(LINKED)
def places_of_two_links_in_the_parent_tree_exchanged(cut: Surgeon) -> None:
    one, other, *_ = _links(cut)
    one.StructParent, other.StructParent = int(other.StructParent), int(one.StructParent)


@edits(LINKED)
def a_link_without_its_place_in_the_parent_tree(cut: Surgeon) -> None:
    tree = cut.root().StructTreeRoot.ParentTree
    tree.Nums = Array(list(tree.Nums)[:-2])


def _without(key: str) -> Edit:
    def edit(cut: Surgeon) -> None:
        del _links(cut)[0][key]

    edit.__name__ = f"a_link_without_{key[1:].lower()}"
    return edit


for _key in ("/Contents", "/A", "/F", "/Border", "/StructParent", "/Rect"):
    edits(LINKED)(_without(_key))


@edits(LINKED)
def raised_letters_set_level(cut: Surgeon) -> None:
    cut.stream(1, lambda data: data.replace(b"2.40 Ts", b"0 Ts"))


@edits(LINKED)
def raised_letters_lowered(cut: Surgeon) -> None:
    cut.stream(1, lambda data: data.replace(b"2.40 Ts", b"-2.40 Ts"))


@edits(LISTED)
def an_entry_of_the_contents_to_another_page(cut: Surgeon) -> None:
    _links(cut)[0].Dest[0] = cut.pdf.pages[-1].obj


@edits(LISTED)
def an_entry_of_the_contents_to_another_section_of_its_page(cut: Surgeon) -> None:
    by_page: dict[int, list[Any]] = {}
    for link in _links(cut):
        by_page.setdefault(int(str(link.Contents).split()[-1]), []).append(link)
    one, other, *_ = next(each for each in by_page.values() if len(each) > 1)
    one.Dest[3] = other.Dest[3]


@edits(LISTED)
def entries_of_the_contents_exchanged(cut: Surgeon) -> None:
    one, other = _links(cut)[0], _links(cut)[-1]
    one.Dest, other.Dest = Array(list(other.Dest)), Array(list(one.Dest))


@edits(LISTED)
def an_entry_of_the_contents_to_an_address(cut: Surgeon) -> None:
    link = _links(cut)[0]
    del link["/Dest"]
    link.A = Dictionary(S=Name.URI, URI=String(_ELSEWHERE))


@edits(LISTED)
def an_entry_of_the_contents_to_two_places(cut: Surgeon) -> None:
    _links(cut)[0].A = Dictionary(S=Name.URI, URI=String(_ELSEWHERE))


@edits(LISTED)
def an_entry_of_the_contents_that_leads_nowhere(cut: Surgeon) -> None:
    del _links(cut)[0]["/Dest"]
