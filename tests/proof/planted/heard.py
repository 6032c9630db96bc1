"""Threats to what is heard: the structure tree, replacement texts, languages, bookmarks."""

from pikepdf import Array, Dictionary, Name, String

from tests.proof.planted.marks import action
from tests.proof.planted.register import (
    BACLOFEN_APH,
    BACLOFEN_GIANT,
    BACLOFEN_STANDARD,
    BY_UA_2,
    DOSE,
    LARGE,
    LISTED_BY_UA_2,
    NOT_MORE,
    STANDARD,
    edits,
)
from tests.proof.surgery import Surgeon


def panel(cut: Surgeon, index: int) -> Dictionary:
    """Return the section of a warning: over its heading."""
    leaf = cut.subject.warnings[index].leaves[2]
    found: Dictionary = cut.parent(leaf)
    return found


def marked(cut: Surgeon, start: str, more: bytes) -> None:
    """Put more into the property list of an element's marked content."""
    cut.inside(start, b">>BDC", more + b">>BDC")


@edits(STANDARD)
def a_mark_that_says_another_dose(cut: Surgeon) -> None:
    marked(cut, DOSE, b"/ActualText(Take 50 mg with a meal.)")


@edits(BACLOFEN_STANDARD)
def a_mark_with_other_words_for_a_picture(cut: Surgeon) -> None:
    marked(cut, action(cut), b"/Alt(All is well.)")


@edits(STANDARD)
def a_span_that_silences_not(cut: Surgeon) -> None:
    silent = b">]TJ /Span<</ActualText()>>BDC [<%s>]TJ EMC [<"
    cut.word(NOT_MORE, "not", lambda shown: silent % shown)


@edits(BACLOFEN_STANDARD)
def an_action_in_another_language(cut: Surgeon) -> None:
    cut.element(cut.leaf(action(cut))).Lang = String("fr")


@edits(BACLOFEN_APH)
def lists_that_are_none(cut: Surgeon) -> None:
    flat = {"L": Name.Div, "LI": Name.Div, "Lbl": Name.P, "LBody": Name.P}
    for node in cut.subject.the_tree.nodes():
        if node.role in flat:
            cut.pdf.get_object(node.reference).S = flat[node.role]


@edits(BACLOFEN_STANDARD)
def a_private_warning(cut: Surgeon) -> None:
    panel(cut, 0).S = Name.Private


@edits(BACLOFEN_STANDARD)
def a_warning_outside_the_structure(cut: Surgeon) -> None:
    panel(cut, 1).S = Name.NonStruct


@edits(BACLOFEN_STANDARD)
def a_warning_as_a_note(cut: Surgeon) -> None:
    panel(cut, 0).S = Name.Note


@edits(LARGE)
def roles_that_are_not_theirs(cut: Surgeon) -> None:
    signal, _, first = cut.subject.warnings[0].leaves[:3]
    cut.element(first).S = Name.Code
    cut.element(signal).S = Name.Caption


@edits(BACLOFEN_GIANT)
def the_parent_tree_is_a_page_off(cut: Surgeon) -> None:
    rows = cut.root().StructTreeRoot.ParentTree.Nums
    arrays = list(rows)[1::2]
    for index, array in enumerate([*arrays[1:], arrays[0]]):
        rows[2 * index + 1] = array


@edits(BACLOFEN_STANDARD)
def names_of_other_elements(cut: Surgeon) -> None:
    one, other = (cut.element(cut.leaf(action(cut, index))) for index in (0, 1))
    one.ID, other.ID = String("one"), String("two")
    names = Array([String("one"), other, String("two"), one])
    cut.root().StructTreeRoot.IDTree = Dictionary(Names=names)


@edits(BACLOFEN_STANDARD)
def titles_of_two_bookmarks_exchanged(cut: Surgeon) -> None:
    one = cut.root().Outlines.First
    other = one.Next
    one.Title, other.Title = String(str(other.Title)), String(str(one.Title))


@edits(BACLOFEN_STANDARD)
def a_bookmark_below_a_bookmark(cut: Surgeon) -> None:
    above = cut.root().Outlines.First
    child = cut.pdf.make_indirect(
        Dictionary(Title=String("More"), Parent=above, Dest=Array([cut.pdf.pages[1].obj, Name.Fit]))
    )
    above.First, above.Last, above.Count = child, child, 1


@edits(BACLOFEN_STANDARD)
def a_bookmark_that_runs_a_script(cut: Surgeon) -> None:
    first = cut.root().Outlines.First
    del first.Dest
    first.A = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


@edits(BACLOFEN_STANDARD)
def a_bookmark_that_prints(cut: Surgeon) -> None:
    first = cut.root().Outlines.First
    del first.Dest
    first.A = Dictionary(S=Name.Named, N=Name.Print)


@edits(BY_UA_2)
def a_bookmark_that_leads_elsewhere_in_the_structure(cut: Surgeon) -> None:
    first = cut.root().Outlines.First
    first.A.SD[0] = first.Next.A.SD[0]


@edits(BY_UA_2)
def a_bookmark_with_the_place_of_another_in_the_structure(cut: Surgeon) -> None:
    first = cut.root().Outlines.First
    first.A.SD = first.Next.A.SD


@edits(LISTED_BY_UA_2)
def an_entry_of_the_contents_that_leads_elsewhere_in_the_structure(cut: Surgeon) -> None:
    links = [each for page in cut.pdf.pages for each in page.obj.get("/Annots", Array([]))]
    entries = [each for each in links if each.A.S == "/GoTo"]
    entries[0].A.SD[0] = entries[1].A.SD[0]
