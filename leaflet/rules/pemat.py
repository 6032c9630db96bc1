"""The part of PEMAT-P that a machine can score, and the items that need a person.

PEMAT-P is the Patient Education Materials Assessment Tool for printable materials (AHRQ): 24 items,
each agree, disagree or not applicable.
"""

from collections.abc import Callable

from leaflet.model import Bullets, EffectsBlock, Panel, Steps
from leaflet.rules import house_style, plain, wording
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.rule import ContentRule
from leaflet.values import Value

_TOLERATED = 0.05  # share of the sentences that may break an item which the rules measure


class Judged(Value, kw_only=True):
    """One item of PEMAT-P: met or not where a machine can tell, None where it needs a person."""

    number: int
    text: str
    met: bool | None


class Pemat(Value, kw_only=True):
    """The score of one leaflet."""

    items: tuple[Judged, ...]

    @property
    def score(self) -> int:
        """The share of the machine-checkable items that are met, in percent."""
        judged = [item.met for item in self.items if item.met is not None]
        return round(100 * sum(judged) / len(judged))

    @property
    def for_a_person(self) -> tuple[Judged, ...]:
        """The items that only a person can judge."""
        return tuple(item for item in self.items if item.met is None)


def pemat(manuscript: Manuscript) -> Pemat:
    """Score a monograph on the items that a machine can check."""
    judged = tuple(
        Judged(number=number, text=text, met=test(manuscript) if test else None)
        for number, text, test in _ITEMS
    )
    return Pemat(items=judged)


def _rarely(*rules: ContentRule) -> Callable[[Manuscript], bool]:
    def _test(manuscript: Manuscript) -> bool:
        broken = sum(1 for rule in rules for _ in rule.judge(manuscript))
        return broken <= len(manuscript.sentences) * _TOLERATED

    return _test


def _never(*rules: ContentRule) -> Callable[[Manuscript], bool]:
    return lambda manuscript: not any(True for rule in rules for _ in rule.judge(manuscript))


def _has_sections(manuscript: Manuscript) -> bool:
    return len(manuscript.monograph.sections) > 1


def _has_summary(manuscript: Manuscript) -> bool:
    """Tell whether page 1 sums up what matters most, as warnings do."""
    return bool(manuscript.monograph.warnings)


def _has_cues(manuscript: Manuscript) -> bool:
    cues = (Bullets, Steps, EffectsBlock, Panel)
    blocks = [block for section in manuscript.monograph.sections for block in section.blocks]
    return bool(manuscript.monograph.warnings) or any(isinstance(block, cues) for block in blocks)


_ACTIONS = (
    "take",
    "tell",
    "do",
    "don't",
    "never",
    "call",
    "contact",
    "get",
    "ask",
    "use",
    "keep",
    "follow",
    "always",
    "swallow",
)


def _acts(manuscript: Manuscript) -> bool:
    return any(
        sentence.words and sentence.words[0].lower().replace("’", "'") in _ACTIONS
        for sentence in manuscript.sentences
    )


def _addresses(manuscript: Manuscript) -> bool:
    return any(
        word.lower() in ("you", "your") for sentence in manuscript.sentences for word in sentence.words
    )


def _has_steps(manuscript: Manuscript) -> bool:
    """Tell whether actions stand in lists, and sentences are short enough to be one step each."""
    blocks = [block for section in manuscript.monograph.sections for block in section.blocks]
    return any(isinstance(block, Bullets | Steps) for block in blocks) and _rarely(plain.long_sentence)(
        manuscript
    )


_ITEMS: tuple[tuple[int, str, Callable[[Manuscript], bool] | None], ...] = (
    (1, "The material makes its purpose completely evident", None),
    (2, "The material holds nothing that distracts from its purpose", None),
    (3, "The material uses common, everyday language", _rarely(wording.better_word)),
    (
        4,
        "Medical terms are used only to make them familiar, and are defined",
        _never(wording.unexplained_term),
    ),
    (5, "The material uses the active voice", _rarely(plain.passive)),
    (6, "Numbers are clear and easy to understand", _never(wording.spelled_number, wording.dashed_range)),
    (7, "The material does not expect calculations", None),
    (8, "The material is cut into short sections", _has_sections),
    (9, "The sections have informative headers", _never(house_style.long_heading, house_style.false_heading)),
    (10, "The information is in a logical order", None),
    (11, "The material provides a summary", _has_summary),
    (12, "Visual cues draw attention to key points", _has_cues),
    (15, "Visual aids are used where they help", None),
    (16, "Visual aids reinforce rather than distract", None),
    (17, "Visual aids have clear titles or captions", None),
    (18, "Illustrations are clear and uncluttered", None),
    (19, "Tables are simple, with short and clear headings", None),
    (20, "The material names at least one action", _acts),
    (21, "The material addresses the reader directly", _addresses),
    (22, "Actions are broken down into explicit steps", _has_steps),
    (23, "The material provides a tangible tool", None),
    (24, "Calculations come with instructions or examples", None),
    (25, "Charts and tables are explained for acting on them", None),
    (26, "Visual aids are used where they make acting easier", None),
)
