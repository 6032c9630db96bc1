"""Readability by Flesch-Kincaid and SMOG, the medicine's names left out: reported, and no rule.

A library counts the syllables. Each list item is a sentence, as it is to the eye. Scores alone show nothing
about use, and words written for a score read badly: the length of sentences and the list of words refuse.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from math import sqrt

from leaflet.rules.manuscript import Manuscript
from leaflet.rules.patterns import Pattern
from leaflet.rules.sentences import Sentence
from leaflet.values import Value

# USP <1265>: grade 6 or below, never above 8.
TARGET = 6.0  # Flesch-Kincaid grade of the whole
LIMIT = 8.0  # Flesch-Kincaid grade of a section
SMOG_LIMIT = 9.0
_SMOG_SENTENCES = 30  # below this SMOG has no meaning
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
