"""More threats to who listens: replacement texts, roles, order, attributes, maps."""

from typing import Any

from pikepdf import Array, Dictionary, Name, String

from tests.proof.planted.heard import panel
from tests.proof.planted.marks import action
from tests.proof.planted.register import (
    BACLOFEN_APH,
    BACLOFEN_STANDARD,
    DOSE,
    MOST,
    NOT_MORE,
    STANDARD,
    edits,
)
from tests.proof.surgery import Surgeon


@edits(STANDARD)
def silence_for_a_list_item(cut: Surgeon) -> None:
    cut.element(cut.leaf_of("LBody")).ActualText = String("")


@edits(STANDARD)
def milligrams_expanded_to_grams(cut: Surgeon) -> None:
    cut.element(cut.leaf(DOSE)).E = String("Take five grams with a meal.")


@edits(BACLOFEN_STANDARD)
def another_language_everywhere(cut: Surgeon) -> None:
    cut.root().Lang = String("de")
    packet = bytes(cut.root().Metadata.read_bytes())
    cut.root().Metadata.write(packet.replace(b"<rdf:li>en<", b"<rdf:li>de<").replace(b'"en"', b'"de"'))


@edits(BACLOFEN_STANDARD)
def another_english(cut: Surgeon) -> None:
    cut.root().Lang = String("en-US")
    packet = bytes(cut.root().Metadata.read_bytes())
    cut.root().Metadata.write(packet.replace(b"<rdf:li>en<", b"<rdf:li>en-US<"))


@edits(STANDARD)
def a_heading_that_is_none(cut: Surgeon) -> None:
    cut.element(cut.leaf_of("H2", 2)).S = Name.P


@edits(STANDARD)
def a_role_map_that_hides_paragraphs(cut: Surgeon) -> None:
    cut.root().StructTreeRoot.RoleMap = Dictionary(P=Name.NonStruct)


@edits(STANDARD)
def a_class_of_attributes(cut: Surgeon) -> None:
    hidden = Dictionary(O=Name.Layout, Color=Array([1, 1, 1]))
    cut.root().StructTreeRoot.ClassMap = Dictionary(Pale=hidden)
    cut.element(cut.leaf(DOSE)).C = Name.Pale


@edits(STANDARD)
def a_numbered_list_that_has_bullets(cut: Surgeon) -> None:
    items = cut.pdf.get_object(cut.leaf_of("LBody").node.reference).P.P
    items.A = Dictionary(O=Name.List, ListNumbering=Name.Decimal)


@edits(STANDARD)
def a_figure_that_is_elsewhere(cut: Surgeon) -> None:
    cut.element(cut.leaf_of("Figure")).A.BBox = Array([0, 0, 5, 5])


@edits(BACLOFEN_STANDARD)
def words_for_symbols_exchanged(cut: Surgeon) -> None:
    one, other = (cut.element(cut.leaf_of("Figure", index)) for index in (0, 1))
    one.Alt, other.Alt = String(str(other.Alt)), String(str(one.Alt))


@edits(BACLOFEN_STANDARD)
def a_warning_heard_last(cut: Surgeon) -> None:
    warned: Any = panel(cut, 0)
    while Name.Document != warned.P.S:
        warned = warned.P
    kids = [kid for kid in warned.P.K if kid.objgen != warned.objgen]
    warned.P.K = Array([*kids, warned])


@edits(STANDARD)
def a_sentence_as_a_running_head(cut: Surgeon) -> None:
    leaf = cut.leaf(NOT_MORE)
    above = cut.parent(leaf)
    above.K = Array([kid for kid in above.K if kid.objgen != leaf.node.reference])
    mark = b"/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC"
    cut.content(leaf, lambda data: mark + data[data.index(b"BDC") + 3 :])


@edits(STANDARD)
def a_mark_of_another_role(cut: Surgeon) -> None:
    cut.content(cut.leaf(DOSE), lambda data: data.replace(b"/P<<", b"/H1<<", 1))


@edits(STANDARD)
def owners_that_are_a_level_too_high(cut: Surgeon) -> None:
    leaf = cut.leaf(DOSE)
    page, mcid = leaf.node.contents()[0]
    cut.parents(page)[mcid] = cut.parent(leaf)


@edits(STANDARD)
def a_spoken_dose_that_is_nowhere_painted(cut: Surgeon) -> None:
    above = cut.parent(cut.leaf(DOSE))
    said = Dictionary(Type=Name.StructElem, S=Name.P, P=above, K=Array([]), ActualText=String("Take 50 mg."))
    above.K.append(cut.pdf.make_indirect(said))


@edits(STANDARD)
def an_element_with_a_title(cut: Surgeon) -> None:
    cut.element(cut.leaf(DOSE)).T = String("Take 50 mg")


@edits(STANDARD)
def names_from_another_standard(cut: Surgeon) -> None:
    space = cut.pdf.make_indirect(Dictionary(Type=Name.Namespace, NS=String("http://iso.org/pdf2/ssn")))
    cut.root().StructTreeRoot.Namespaces = Array([space])
    cut.element(cut.leaf(DOSE)).NS = space


@edits(STANDARD)
def two_sentences_heard_in_another_order(cut: Surgeon) -> None:
    above = cut.parent(cut.leaf(DOSE))
    kids = list(above.K)
    kids[1], kids[2] = kids[2], kids[1]
    above.K = Array(kids)


@edits(STANDARD)
def two_sentences_of_one_element(cut: Surgeon) -> None:
    one, other = cut.element(cut.leaf(DOSE)), cut.element(cut.leaf(MOST))
    one.K = Array([one.K, other.K])
    above = cut.parent(cut.leaf(MOST))
    above.K = Array([kid for kid in above.K if kid.objgen != other.objgen])
    cut.parents(1)[int(cut.leaf(MOST).node.contents()[0].mcid)] = one


@edits(BACLOFEN_APH)
def bullets_that_are_said_otherwise(cut: Surgeon) -> None:
    cut.element(cut.leaf_of("Lbl")).ActualText = String("1.")


@edits(BACLOFEN_STANDARD)
def a_suspect_tree(cut: Surgeon) -> None:
    cut.root().MarkInfo.Suspects = True


@edits(BACLOFEN_STANDARD)
def an_action_said_to_be_a_list_label(cut: Surgeon) -> None:
    cut.element(cut.leaf(action(cut))).A = Dictionary(O=Name.PrintField, Role=Name.cb)


@edits(BACLOFEN_STANDARD)
def a_bookmark_that_leads_below_its_heading(cut: Surgeon) -> None:
    cut.root().Outlines.First.Dest[3] = 90


@edits(BACLOFEN_STANDARD)
def a_bookmark_of_another_parent(cut: Surgeon) -> None:
    cut.root().Outlines.First.Parent = cut.root().Pages


@edits(BACLOFEN_STANDARD)
def bookmarks_in_red(cut: Surgeon) -> None:
    cut.root().Outlines.First.C = Array([1, 0, 0])


@edits(BACLOFEN_STANDARD)
def the_last_bookmark_lost(cut: Surgeon) -> None:
    last = cut.root().Outlines.Last
    before = last.Prev
    del before.Next
    cut.root().Outlines.Last = before
    cut.root().Outlines.Count = int(cut.root().Outlines.Count) - 1
