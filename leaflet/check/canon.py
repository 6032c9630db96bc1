"""A sentence in canonical form: lower case, single spaces, contractions opened, synonyms folded.

"Don't stop your tablets" and "do not stop the medicine" both become "do not stop med"; whoever
prescribes or dispenses becomes "doctor". Patterns then need one wording each and stay linear, and
every match can be taken back to the characters it came from.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from leaflet.check.wordlists import word_set

_NAME = "\ue000"  # stands for each character of the medicine's name while the text is cut into tokens
_TOKEN = re.compile(rf"{_NAME}+|[A-Za-zÀ-ÿ]+(?:['’][A-Za-z]+)?|\d+(?:[.,]\d+)*|[^\w\s]")
_ENDINGS = {"n't": "not", "'ll": "will", "'re": "are", "'ve": "have", "'d": "would", "'m": "am"}
_WHOLE = {
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "it's": ("it", "is"),
    "that's": ("that", "is"),
    "there's": ("there", "is"),
    "okay": ("ok",),
    "alright": ("ok",),
}
_MEDICINES = word_set(
    """
    medicine medicines medication medications drug drugs tablet tablets pill pills capsule capsules
    caplet caplets treatment treatments therapy inhaler inhalers injection injections patch patches
    insulin antibiotic antibiotics antidepressant antidepressants steroid steroids painkiller
    painkillers syrup drops prescription course
    """
)
_DOCTORS = word_set(
    """
    doctor doctors gp gps nurse nurses pharmacist pharmacists prescriber prescribers physician
    physicians clinician clinicians specialist specialists consultant consultants dentist surgeon
    midwife chemist hospital clinic neurologist psychiatrist cardiologist paediatrician anaesthetist
    """
)
_TEAMS = word_set("professional professionals provider providers team worker workers")
_CARE = word_set("healthcare health care medical clinical")
_DOSES = {"doses": "dose", "dosage": "dose", "dosages": "dose"}
# Words that say nothing about which medicine or which doctor is meant.
_DETERMINERS = word_set(
    """
    your the a an this these those that any all my our their his her its prescribed usual normal
    regular own
    """
)


@dataclass(frozen=True, slots=True)
class Canon:
    """The canonical words as one string, and where each came from."""

    text: str
    _starts: tuple[int, ...]  # of each word in `text`
    _places: tuple[tuple[int, int], ...]  # the characters each word came from
    _skip: int

    @classmethod
    def of(cls, text: str, names: re.Pattern[str], *, skip: int = 0) -> "Canon":
        """Bring `text` into canonical form; its first `skip` characters are only a lead-in."""
        masked = names.sub(lambda match: _NAME * len(match.group()), text)
        words: list[tuple[str, int, int]] = []
        for token in _TOKEN.finditer(masked):
            start, end = token.span()
            for word in _words(token.group()):
                _append(words, word, start, end)
        starts, position = [], 0
        for word, _, _ in words:
            starts.append(position)
            position += len(word) + 1
        places = tuple((start, end) for _, start, end in words)
        return cls(" ".join(word for word, _, _ in words), tuple(starts), places, skip)

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the characters behind a match, counted after the lead-in; None inside the lead-in."""
        first = self._places[bisect_right(self._starts, start) - 1][0]
        last = self._places[bisect_right(self._starts, end - 1) - 1][1]
        if last <= self._skip:
            return None
        return max(0, first - self._skip), last - self._skip


@lru_cache(maxsize=4096)
def _words(token: str) -> tuple[str, ...]:
    if token[0] == _NAME:
        return ("med",)
    word = token.lower().replace("’", "'")
    if word in _WHOLE:
        return _WHOLE[word]
    if "'" in word and len(word) > 1:
        for ending, opened in _ENDINGS.items():
            if word.endswith(ending):
                return (_fold(word.removesuffix(ending)), opened)
        stem, _, rest = word.partition("'")
        return (_fold(stem), f"'{rest}")
    return (_fold(word),)


def _fold(word: str) -> str:
    if word in _MEDICINES:
        return "med"
    if word in _DOCTORS:
        return "doctor"
    return _DOSES.get(word, word)


def _append(words: list[tuple[str, int, int]], word: str, start: int, end: int) -> None:
    """Add a word; before a medicine or a doctor, drop the determiners and join what names one thing."""
    if word in _TEAMS and words and words[-1][0] in _CARE:
        word = "doctor"
        while words and words[-1][0] in _CARE:
            start = words.pop()[1]
    if word in ("med", "doctor"):
        while words and (words[-1][0] in _DETERMINERS or words[-1][0] == word):
            start = words.pop()[1]
    words.append((word, start, end))
