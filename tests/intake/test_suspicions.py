"""What a text holds by mistake, beside what only looks like it."""

import pytest

from leaflet.intake.suspicions import suspicions

# (the text, what is suspected in it)
SUSPECT: list[tuple[str, list[str]]] = [
    ("Swallow XX tablets with XXX.", ["XX", "XXX"]),
    ("Take {{dose}} or ${amount} or {count} or %(n)s", ["{{dose}}", "${amount}", "{count}", "%(n)s"]),
    ("Give $DOSE of %NAME% and <<unit>>", ["$DOSE", "%NAME%", "<<unit>>"]),
    ("Take nan mg, NaN mg or null mg.", ["nan", "NaN", "null"]),
    ("at undefined o'clock, then None daily", ["undefined", "None"]),
    ("Take __ or ..... or …… tablets???", ["__", ".....", "……", "???"]),
    ("TBC, TODO and tbd", ["TBC", "TODO", "tbd"]),
    ("Lorem ipsum dolor. Insert text here.", ["Lorem ipsum", "Insert text here"]),
    ("#N/A #REF! [object Object]", ["#N/A", "#REF!", "[object Object]"]),
    ("5&nbsp;mg &lt; 6 &#181;g<br>now</p>", ["&nbsp;", "&lt;", "&#181;", "<br>", "</p>"]),
    ("itâ€™s 5 Â°C â‰¤ cafÃ© â€œxâ€", ["â€™", "Â°", "â‰¤", "Ã©", "â€œ", "â€"]),
    ("Ð´Ð° and 5Â mg and donÕt and √© and itвЂ™s", ["Ð´", "Ð°", "Â", "Õ", "√©", "вЂ™"]),
    ("\u0430spirin and \u0391spirin and tes\u03bftol", ["\u0430spirin", "\u0391spirin", "tes\u03bftol"]),
]
SOUND = [
    "None are known. Known effects: None",
    "Factor XIII, type X and XL tablets",
    "nan bread, Nan's, a banana, finance, annulled",
    "«CAFÉ», „SCHÄ“, IRMÃ”, À LA CARTE",
    "Tom & Jerry; 5 < 6 and 7 > 3; A&E",
    "TNFα, β-blocker, 5 µg, 5 μg, ƒ, ºC",
    "аспирин и aspirin, ασπιρίνη",
    "Really?! Wait… 1...2 (a_b) £5, US$5, 100 %",
    "<https://example.org/a_b> and mailto:",
    "here and there; enter the room; your doctor",
    "Ångström, Zürich, Þór, naïve, Ÿ",
    "todo el día, oxxy, exxon",
]


@pytest.mark.parametrize(("text", "expected"), SUSPECT, ids=[row[0] for row in SUSPECT])
def test_what_nobody_can_have_meant_is_found(text: str, expected: list[str]) -> None:
    assert [text[each.start : each.end] for each in suspicions(text)] == expected


@pytest.mark.parametrize("text", SOUND)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert [text[each.start : each.end] for each in suspicions(text)] == []


def test_damage_is_undone_for_the_hint() -> None:
    assert [each.meant for each in suspicions("cafÃ© â‰¥ &micro;")] == ["µ", "é", "≥"]


@pytest.mark.parametrize(
    "part", ["${", "{{", "<a", "&a", "_", ".", "<<a", "%(", "@@", "Ã", "â€", "аa", "$a", "%AA"]
)
def test_a_hostile_text_is_gone_through_soon(part: str) -> None:
    assert sum(1 for _ in suspicions(part * 100_000)) >= 0
