"""One meaning: every form says the words of the tree, in its order; a form that does not is noticed."""

import re
from collections.abc import Callable

import pytest

from leaflet.api import composed
from leaflet.document.tree import Document
from leaflet.forms import FORMS, difference
from leaflet.model import Monograph
from tests.forms import EACH_FORM
from tests.medicines import MEDICINES, loaded

MONOGRAPHS = [loaded(path) for path in MEDICINES]
DOCUMENTS = [composed(monograph, "uk") for monograph in MONOGRAPHS]
NAMES = [path.stem for path in MEDICINES]


@pytest.mark.parametrize("form", EACH_FORM)
@pytest.mark.parametrize(("monograph", "document"), list(zip(MONOGRAPHS, DOCUMENTS, strict=True)), ids=NAMES)
def test_every_form_says_the_words_of_the_tree_in_order(
    form: str, monograph: Monograph, document: Document
) -> None:
    made = FORMS[form].write(document, monograph)
    assert difference(form, document, made.data) == ""
    assert FORMS[form].write(document, monograph) == made


# In HTML whole words can be lost, doubled or moved; each must be told.
@pytest.mark.parametrize(
    "spoil",
    [
        lambda page: page.replace("not", "", 1),
        lambda page: page.replace("</main>", "<p>Take more.</p></main>"),
        lambda page: re.sub(r"(<p[^>]*>[^<]*</p>)\n(<p[^>]*>[^<]*</p>)", r"\2\n\1", page, count=1),
    ],
    ids=["a lost word", "a word too many", "two paragraphs in the other order"],
)
def test_a_page_with_other_words_is_noticed(spoil: Callable[[str], str]) -> None:
    page = FORMS["html"].write(DOCUMENTS[0], MONOGRAPHS[0]).data.decode()
    head, body = page.split("<body>")
    spoiled = f"{head}<body>{spoil(body)}"
    assert spoiled != page
    assert difference("html", DOCUMENTS[0], spoiled.encode()).startswith("the file says ")


def test_what_cannot_be_read_back_is_told() -> None:
    assert "cannot be read back" in difference("html", DOCUMENTS[0], b"\xff")
    assert "cannot be read back" in difference("ssml", DOCUMENTS[0], b"<speak>")
