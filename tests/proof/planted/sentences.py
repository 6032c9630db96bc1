"""More threats to the words: changed where they are painted and where they are heard, fingerprint and all."""

import re
from collections.abc import Callable

from pikepdf import Array

from tests.proof.planted.around import true_fingerprint, xmp
from tests.proof.planted.marks import action
from tests.proof.planted.register import (
    BACLOFEN_GIANT,
    BACLOFEN_STANDARD,
    DOSE,
    HALF,
    MOST,
    NOT_MORE,
    STANDARD,
    Base,
    Edit,
    edits,
    forges,
    subject_of,
)
from tests.proof.surgery import Surgeon, operated_on


def rewords(base: Base) -> Callable[[Edit], Edit]:
    """Register an edit of words, which gets its true fingerprint."""

    def add(edit: Edit) -> Edit:
        def forge(pdf: bytes) -> bytes:
            return true_fingerprint(operated_on(pdf, subject_of(base), edit))

        forge.__name__ = edit.__name__
        forges(base)(forge)
        return edit

    return add


def _silence(shown: bytes) -> bytes:
    """Leave the room of a word, and not the word."""
    return b">-%d<" % (90 * len(re.findall(rb"[0-9A-F]{4}", shown)))


@rewords(STANDARD)
def take_more(cut: Surgeon) -> None:
    cut.word(NOT_MORE, "not ", _silence)


@rewords(STANDARD)
def grams_for_milligrams(cut: Surgeon) -> None:
    cut.word(DOSE, "m", _silence)


@rewords(STANDARD)
def twenty_five_for_two_and_a_half(cut: Surgeon) -> None:
    cut.word(HALF, ".", _silence)


@rewords(STANDARD)
def two_lines_change_places_by_their_words(cut: Surgeon) -> None:
    texts: list[bytes] = []
    shown = re.compile(rb"\[.*?\]TJ")

    def note(data: bytes) -> bytes:
        match = shown.search(data)
        assert match
        texts.append(match[0])
        return data + b" "

    for start in (DOSE, MOST):
        cut.content(cut.leaf(start), note)
    for start, text in ((DOSE, texts[1]), (MOST, texts[0])):
        cut.content(cut.leaf(start), lambda data, text=text: shown.sub(text, data, count=1))  # type: ignore[misc]  # bound at once


def _without(cut: Surgeon, starts: list[str]) -> None:
    """Take elements out: what is painted, and what is heard."""
    for start in starts:
        leaf = cut.leaf(start)
        above = cut.parent(leaf)
        above.K = Array([kid for kid in above.K if kid.objgen != leaf.node.reference])
        page, mcid = leaf.node.contents()[0]
        cut.take(leaf)
        cut.parents(page)[mcid] = None


@rewords(BACLOFEN_STANDARD)
def a_warning_without_what_to_do(cut: Surgeon) -> None:
    _without(cut, [action(cut)])


@rewords(STANDARD)
def a_leaflet_without_its_draft_notice(cut: Surgeon) -> None:
    _without(cut, ["Draft"])


@rewords(STANDARD)
def a_leaflet_without_a_sentence(cut: Surgeon) -> None:
    _without(cut, [NOT_MORE])


@rewords(STANDARD)
def a_version_that_there_never_was(cut: Surgeon) -> None:
    cut.inside("Version", cut.code("1"), cut.code("3"))


@rewords(STANDARD)
def a_sentence_in_another_section(cut: Surgeon) -> None:
    leaf, target = cut.leaf(NOT_MORE), cut.leaf("How to store")
    above, below = cut.parent(leaf), cut.parent(target)
    element = cut.element(leaf)
    above.K = Array([kid for kid in above.K if kid.objgen != leaf.node.reference])
    element.P = below
    below.K.append(element)


@edits(STANDARD)
def pages_that_count_themselves_wrong(cut: Surgeon) -> None:
    one, two = cut.code("1"), cut.code("2")
    label = re.compile(rb"(?<=0003)" + one + rb"(?=0003)")
    cut.artifact(1, b"Footer", lambda data: label.sub(two, data))


@forges(STANDARD)
def a_title_for_another_strength(pdf: bytes) -> bytes:
    named = xmp(pdf, rb">Testol<", rb">Testol 50 mg<")

    def title(cut: Surgeon) -> None:
        cut.pdf.docinfo.Title = "Testol 50 mg"

    return operated_on(named, subject_of(STANDARD), title)


@rewords(BACLOFEN_GIANT)
def a_heading_with_another_digit(cut: Surgeon) -> None:
    leaf = next(leaf for leaf in cut.subject.leaves if leaf.node.standard == "H2")
    cut.content(leaf, lambda data: data.replace(cut.code("a"), cut.code("e"), 1))
