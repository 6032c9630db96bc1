"""Rules P501 and P502: readability by Flesch-Kincaid and SMOG, the medicine's names left out.

A library counts the syllables. Each list item is a sentence, as it is to the eye. Scores alone show
nothing about use, so they only warn.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from math import sqrt

from leaflet.rules.manuscript import Manuscript
from leaflet.rules.patterns import Pattern
from leaflet.rules.rule import Hit, rule
from leaflet.rules.sentences import Sentence
from leaflet.values import Value

_SOURCE = "USP <1265>: grade 6 or below, never above 8"
TARGET = 6.0  # Flesch-Kincaid grade of the whole
LIMIT = 8.0  # Flesch-Kincaid grade of a section
SMOG_LIMIT = 9.0
_SMOG_SENTENCES = 30  # below this SMOG has no meaning
_SECTION_WORDS = 50  # below this a grade says more about one word than about the section
_LEFT_OUT = ("name", "heading", "subheading", "term", "label")
_POLYSYLLABLE = 3  # syllables from which a word counts for SMOG
_WORD = Pattern(r"[a-zà-ÿ]+(?:['’][a-z]+)?|\d[\d.,]{0,12}")


class Grade(Value, kw_only=True):
    """How hard a stretch of text is to read."""

    title: str  # "whole", or the topic of a section
    words: int
    sentences: int
    flesch_kincaid: float
    smog: float | None  # None under 30 sentences


def readability(manuscript: Manuscript) -> tuple[Grade, ...]:
    """Return the grade of the whole and then of each section, in order; () where there are no words."""
    counted = [sentence for sentence in manuscript.sentences if sentence.passage.role not in _LEFT_OUT]
    spoken = [(sentence, _words(sentence, manuscript)) for sentence in counted]
    grades = [_grade("whole", [words for _, words in spoken])]
    for _, group in groupby(spoken, key=lambda each: each[0].passage.path.partition(".")[0]):
        found = list(group)
        passage = found[0][0].passage
        title = passage.topic or passage.warning or passage.role
        grades.append(_grade(title, [words for _, words in found]))
    return tuple(grade for grade in grades if grade is not None)


def _grade(title: str, sentences: Sequence[Sequence[str]]) -> Grade | None:
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return None
    syllables = [_syllables(word) for word in words]
    per_sentence, per_word = len(words) / len(sentences), sum(syllables) / len(words)
    long_words = sum(1 for number in syllables if number >= _POLYSYLLABLE)
    enough = len(sentences) >= _SMOG_SENTENCES
    return Grade(
        title=title,
        words=len(words),
        sentences=len(sentences),
        # Kincaid and others 1975, US Navy research branch report 8-75.
        flesch_kincaid=round(0.39 * per_sentence + 11.8 * per_word - 15.59, 1),
        # McLaughlin 1969, SMOG grading.
        smog=round(1.043 * sqrt(long_words * 30 / len(sentences)) + 3.1291, 1) if enough else None,
    )


@lru_cache(maxsize=4096)
def _syllables(word: str) -> int:
    from syllapy import count  # only here: its word list takes longer to load than the rest of a check

    return max(1, int(count(word)))


def _words(sentence: Sentence, manuscript: Manuscript) -> list[str]:
    return _WORD.findall(manuscript.names.sub(" ", sentence.text).lower())


@rule(
    "P501",
    "a leaflet above the target grade",
    reason="half of adults read below grade 8; ill and worried people lower still",
    bad="A leaflet of long sentences and long words, at grade 10.",
    good="The same facts in short sentences and everyday words, at grade 6.",
    source=_SOURCE,
)
def whole_grade(manuscript: Manuscript) -> Iterable[Hit]:
    """Find a leaflet over Flesch-Kincaid grade 6, or over SMOG 9 where it has 30 sentences."""
    for grade in manuscript.recall(readability)[:1]:
        if grade.words >= _SECTION_WORDS and grade.flesch_kincaid > TARGET:
            yield _hit(
                manuscript,
                f"the leaflet reads at Flesch-Kincaid grade {grade.flesch_kincaid}; {TARGET:g} is the target",
            )
        if grade.smog is not None and grade.smog > SMOG_LIMIT:
            yield _hit(manuscript, f"the leaflet reads at SMOG {grade.smog}; {SMOG_LIMIT:g} is the most")


def _hit(manuscript: Manuscript, message: str) -> Hit:
    hint = "shorten the longest sentences first, then the longest words"
    return Hit(message=message, hint=hint, span=manuscript.monograph.span_of("sections"))


@rule(
    "P502",
    "a section above the limit grade",
    reason="one hard section is enough to lose a reader",
    bad="A section of long sentences and long words, at grade 11.",
    good="The same facts in short sentences and everyday words, at grade 6.",
    source=_SOURCE,
)
def section_grade(manuscript: Manuscript) -> Iterable[Hit]:
    """Find sections of 50 words or more over Flesch-Kincaid grade 8."""
    spans = {section.topic: section.span_of("topic") for section in manuscript.monograph.sections}
    for grade in manuscript.recall(readability)[1:]:
        if grade.words >= _SECTION_WORDS and grade.flesch_kincaid > LIMIT:
            yield Hit(
                message=f"the section {grade.title} reads at Flesch-Kincaid grade {grade.flesch_kincaid};"
                f" {LIMIT:g} is the limit",
                hint="shorten its longest sentences first, then its longest words",
                span=next((span for topic, span in spans.items() if topic == grade.title), None),
            )


RULES = (whole_grade, section_grade)
