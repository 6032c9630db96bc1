"""Small monographs for the tests of the content rules: sound ones, and the same with one thing changed."""

from typing import Any

from leaflet.model import Monograph
from leaflet.read import monograph_of
from tests.builders import typed_monograph

OVERDOSE: dict[str, Any] = {
    "kind": "overdose",
    "level": "emergency",
    "hazard": "Taking too much is dangerous.",
    "signs": "You may be sick or very sleepy.",
    "action": "Get emergency medical help immediately.",
    "consequence": "Your breathing can slow down or stop.",
    "source": "monograph",
}
WITHDRAWAL: dict[str, Any] = {
    "kind": "withdrawal",
    "level": "warning",
    "hazard": "Stopping all at once can make you ill.",
    "action": "Do not stop taking it suddenly. Talk to your doctor first.",
    "consequence": "You may have seizures.",
    "source": "monograph",
}


def section(topic: str, *blocks: dict[str, Any] | str, **keys: Any) -> dict[str, Any]:
    """Return a section with the blocks given; a bare text becomes a paragraph."""
    typed = [{"paragraph": block} if isinstance(block, str) else block for block in blocks]
    return {"topic": topic, "source": "monograph", "blocks": typed, **keys}


def monograph(*sections: dict[str, Any], **keys: Any) -> Monograph:
    """Return a monograph with the sections given; `keys` replace what it would otherwise have."""
    usual = {
        "purpose": "A medicine for muscle spasms",
        "warnings": [],
        "sections": list(sections) or [section("uses", "Testol helps your muscles to relax.")],
    }
    return monograph_of(typed_monograph(**{**usual, **keys}))
