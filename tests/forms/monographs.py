"""Random monographs with tables, figures, schedules, lists, panels and warnings, beside a picture."""

from typing import Any

from hypothesis import strategies as st

from tests.builders import section, typed_monograph

_WORDS = (
    *("drops", "take", "with", "food", "the", "of", "and", "never", "children", "said", "knowledge", "every"),
    *(
        "dysphagia",
        "MS",
        "NHS",
        "café",
        "A",
        "it’s",
        "“so”",
        "mother-in-law",
        "e.g.",
        "**not**",
        "a [fit](seizure)",
    ),
    *("5 mg", "2–8 °C", "≥65", "½", "10^{9}/L", "H_{2}O", "1,000 units/mL", "2.5 mL", "99 %", "3 × 2", "µg"),
    *("<https://testol.example/side-effects>", "WARNING DO NOT STOP", "1st", "10-20 mg", "vitamin D", "(so"),
    *("the 2^{nd}", "t_{max}", "**every 3^{rd}**", "x^{a b}y"),
)
texts = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=14).map(" ".join)
_plain_texts = st.lists(st.sampled_from(_WORDS[:19]), min_size=1, max_size=4).map(" ".join)
_items = st.lists(
    texts | st.fixed_dictionaries({"item": texts, "bullets": st.lists(texts, min_size=1, max_size=3)}),
    min_size=1,
    max_size=4,
)
_cells = st.lists(_plain_texts | st.just(""), min_size=2, max_size=2)
_tables = st.fixed_dictionaries(
    {
        "columns": st.just(["Strength", "Colour"]),
        "row_heads": st.booleans(),
        "rows": st.lists(_cells.map(lambda row: [row[0] or "5 mg", row[1]]), min_size=1, max_size=4),
    },
    optional={"caption": _plain_texts},
)
_schedules = st.fixed_dictionaries(
    {
        "caption": _plain_texts,
        "times": st.just(["Morning", "Night"]),
        "rows": st.lists(
            st.fixed_dictionaries({"when": st.just("Days 1 to 3"), "doses": _cells}), min_size=1, max_size=3
        ),
    }
)
_blocks = st.one_of(
    texts.map(lambda words: {"paragraph": words}),
    _items.map(lambda items: {"bullets": items}),
    _items.map(lambda items: {"steps": items}),
    st.lists(st.fixed_dictionaries({"term": _plain_texts, "meaning": texts}), min_size=1, max_size=3).map(
        lambda pairs: {"definitions": pairs}
    ),
    _plain_texts.map(lambda words: {"heading": words}),
    st.lists(texts, min_size=1, max_size=3).map(lambda lines: {"lines": lines}),
    _tables.map(lambda table: {"table": table}),
    _schedules.map(lambda schedule: {"schedule": schedule}),
    _plain_texts.map(lambda words: {"figure": {"file": "pen.svg", "alt": words, "caption": words}}),
    texts.map(lambda words: {"note": words}),
    _plain_texts.map(lambda words: {"write_in": words, "lines": "2"}),
    st.lists(texts, min_size=1, max_size=2).map(
        lambda words: {"panel": "Before", "blocks": [{"paragraph": each} for each in words]}
    ),
    st.lists(texts, min_size=1, max_size=4).map(
        lambda effects: {"side_effects": {"seriousness": "common", "heading": "Common", "effects": effects}}
    ),
)
_warnings = st.lists(
    st.fixed_dictionaries(
        {
            "kind": st.just("driving"),
            "level": st.sampled_from(["emergency", "warning", "caution"]),
            "hazard": _plain_texts,
            "action": texts,
            "source": st.just("monograph"),
        },
        optional={"consequence": texts, "signs": texts},
    ),
    min_size=1,
    max_size=3,
)


def _typed(warnings: list[dict[str, Any]], sections: list[list[dict[str, Any]]]) -> dict[str, Any]:
    return typed_monograph(warnings=warnings, sections=[section(*blocks) for blocks in sections])


typed_monographs = st.builds(
    _typed, _warnings, st.lists(st.lists(_blocks, min_size=1, max_size=4), min_size=1, max_size=4)
)
