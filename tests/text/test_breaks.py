"""Where a line may end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet.api import make
from leaflet.proof.answers import Depth
from leaflet.proof.prove_file import verify_bytes
from leaflet.text.breaks import break_chances, chunks, goes_on
from tests.builders import monograph, paragraph, section
from tests.readers import READERS, painted_words

ADDRESS = (
    "https://www.testol.example/questions.and.answers/for_patients/where-to-get-help-when-nobody-answers"
)


def cut(text: str) -> list[str]:
    ends = [*break_chances(text), len(text)]
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("take 10 mg now", ["take ", "10 mg ", "now"]),
        ("call 0161 496 0000.", ["call ", "0161 496 0000."]),
        ("and/or a well-known side-effect", ["and/or ", "a ", "well-known ", "side-effect"]),
        ("1000 mg/62.5 mg tablets", ["1000 mg/", "62.5 mg ", "tablets"]),
        ("100 micrograms/dose", ["100 micrograms/dose"]),
        ("You must not drive. Do not take it", ["You ", "must not drive. ", "Do not take ", "it"]),
        ("Do not methylphenidate", ["Do not ", "methylphenidate"]),  # too wide for a line together
        ("never self-administered", ["never ", "self-administered"]),
        ("from 0.4 to 0.8 mmol/l", ["from ", "0.4 to 0.8 mmol/l"]),
        ("Never take two", ["Never take ", "two"]),
        ("5 mg/ml", ["5 mg/ml"]),
        ("Testol 250 mg/5 ml liquid", ["Testol ", "250 mg/5 ml ", "liquid"]),
        ("see www.testol.example", ["see ", "www.testol.example"]),
        (
            "see https://testol.example/a_long/page.html.",
            ["see ", "https://testol", ".example/", "a_long/", "page", ".html."],
        ),
        ("write to nurses@long-hospital.example", ["write ", "to ", "nurses@", "long-hospital", ".example"]),
    ],
)
def test_a_line_may_end_between_words_and_after_the_signs_of_a_long_address(
    text: str, parts: list[str]
) -> None:
    assert cut(text) == parts


@given(st.text("ab/.@-_ 1:", max_size=60))
def test_no_character_is_lost_and_no_word_is_split(text: str) -> None:
    assert "".join(cut(text)) == text
    for index in break_chances(text):
        assert text[index - 1] in " /_@" or text[index] == "."


def test_what_goes_on_in_the_next_line_is_an_address() -> None:
    whole = ""
    for chunk in chunks(ADDRESS)[:-1]:
        whole += chunk.text
        assert goes_on(whole, ADDRESS[len(whole) :])
    assert goes_on("micrograms/", "150")
    assert not goes_on("relaxant", "and")
    assert not goes_on("https://testol.example/questions.and.answ", "ers/for_patients")


@pytest.mark.parametrize("profile", ["standard", "giant"])
def test_an_address_longer_than_a_line_is_set_whole_and_proved(profile: str) -> None:
    typed = monograph(section(paragraph(f"Look at {ADDRESS} for more, or **{ADDRESS}** at night.")))
    leaflet = make(typed, profile=profile)
    assert ADDRESS in leaflet.document.text
    for read in READERS:
        assert read(leaflet.pdf) == painted_words(leaflet)
    report = verify_bytes(leaflet.pdf, typed, depth=Depth(copies=False, verapdf=False))
    assert [result.code for result in report.failures] == []
