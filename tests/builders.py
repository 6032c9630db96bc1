"""Small monographs for the tests of composing, setting and rendering, and a strategy for many of them."""

from typing import Any

from hypothesis import strategies as st

from leaflet.intake.suspicions import suspicions
from leaflet.model import Monograph
from leaflet.read import monograph_of

OVERDOSE: dict[str, Any] = {
    "kind": "overdose",
    "level": "emergency",
    "hazard": "Taking too much testol",
    "signs": "Signs may include vomiting.",
    "action": "Get medical help immediately.",
    "consequence": "The effects could be serious.",
    "source": "monograph",
}
WITHDRAWAL: dict[str, Any] = {
    "kind": "withdrawal",
    "level": "warning",
    "hazard": "Stopping testol suddenly",
    "action": "Do not stop suddenly.",
    "consequence": "It can cause seizures.",
    "source": "monograph",
}


def section(*blocks: dict[str, Any], **keys: Any) -> dict[str, Any]:
    """Return a section with the blocks given."""
    return {"topic": "uses", "source": "monograph", "blocks": list(blocks), **keys}


def paragraph(text: str) -> dict[str, Any]:
    """Return a paragraph."""
    return {"paragraph": text}


def typed_monograph(**keys: Any) -> dict[str, Any]:
    """Return a sound monograph as it is typed; `keys` replace what it would otherwise have."""
    return {
        "id": "testol",
        "name": "Testol",
        "language": "en",
        "version": "1.0",
        "date": "2026-01-31",
        "classes": [],
        "legal": "prescription",
        "route": ["swallow"],
        "purpose": "For tests",
        "sources": {"monograph": {"title": "Testol monograph"}},
        "review": {"status": "draft"},
        "warnings": [OVERDOSE, WITHDRAWAL],
        "sections": [section(paragraph("Testol helps."))],
        **keys,
    }


def monograph(*sections: dict[str, Any], **keys: Any) -> Monograph:
    """Return a sound monograph with the sections given; `keys` replace what it would otherwise have."""
    given = {"sections": list(sections)} if sections else {}
    return monograph_of(typed_monograph(**{**given, **keys}))


# A random word may be one that programs write for nothing, such as "null" or "nan".
_word = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=11).filter(
    lambda word: not any(suspicions(f"{word} "))
)
_number = st.integers(1, 400).map(lambda number: f"{number} mg")
texts = st.lists(_word | _number, min_size=1, max_size=40).map(" ".join)
_items = st.lists(
    texts | st.fixed_dictionaries({"item": texts, "steps": st.lists(texts, min_size=1, max_size=4)}),
    min_size=1,
    max_size=7,
)
_plain = (
    st.fixed_dictionaries({"paragraph": texts})
    | st.fixed_dictionaries({"bullets": _items})
    | st.fixed_dictionaries({"steps": _items})
    | st.fixed_dictionaries(
        {
            "definitions": st.lists(
                st.fixed_dictionaries({"term": _word, "meaning": texts}), min_size=1, max_size=4
            )
        }
    )
    | st.fixed_dictionaries({"write_in": _word, "lines": st.integers(1, 4).map(str)})
)
_effects = st.fixed_dictionaries(
    {
        "side_effects": st.fixed_dictionaries(
            {
                "seriousness": st.sampled_from(["serious", "common"]),
                "heading": _word,
                "effects": st.lists(texts, min_size=1, max_size=6),
            }
        )
    }
)
_panels = st.fixed_dictionaries(
    {"panel": _word, "blocks": st.lists(st.fixed_dictionaries({"paragraph": _word}), min_size=1, max_size=3)}
)
_sections = st.lists(st.lists(_plain | _effects | _panels, min_size=1, max_size=5), min_size=1, max_size=6)
monographs = _sections.map(lambda sections: monograph(*(section(*blocks) for blocks in sections)))
"""Monographs with every kind of block, of a few words to several pages."""
