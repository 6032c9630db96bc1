"""A sentence in canonical form: lower case, single spaces, contractions opened, synonyms folded.

"Don't stop your tablets" and "do not stop the medicine" both become "do not stop med"; whoever
prescribes or dispenses becomes "doctor". Patterns then need one wording each and stay linear, and
every match can be taken back to the characters it came from.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from leaflet.check.wordlists import word_set
from leaflet.values import Value

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
_JOINING = _TEAMS | {"med", "doctor"}
_DOSES = {"doses": "dose", "dosage": "dose", "dosages": "dose"}
# Words that say nothing about which medicine or which doctor is meant.
_DETERMINERS = word_set(
    """
    your the a an this these those that any all my our their his her its prescribed usual normal
    regular own
    """
)


class Canon(Value, dict=True):
    """The canonical words as one string, and the tokens of the typed text that each came from."""

    text: str
    _words: Sequence[tuple[str, int, int]]  # each with the first and the last of its tokens
    _masked: str
    _skip: int

    @classmethod
    def of(cls, text: str, names: re.Pattern[str], *, skip: int = 0) -> "Canon":
        """Bring `text` into canonical form; its first `skip` characters are only a lead-in."""
        masked = names.sub(lambda match: _NAME * len(match.group()), text)
        words: list[tuple[str, int, int]] = []
        for index, token in enumerate(_TOKEN.findall(masked)):
            plain = _PLAIN[token]
            if plain:
                words.append((plain, index, index))
            else:
                for word in _words(token):
                    _append(words, word, index)
        return cls(" ".join([word for word, _, _ in words]), words, masked, skip)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Where in `text` each word starts."""
        return tuple(accumulate([len(word) + 1 for word, _, _ in self._words], initial=0))[:-1]

    @cached_property
    def _tokens(self) -> tuple[tuple[int, int], ...]:
        """Where each token was typed."""
        return tuple([token.span() for token in _TOKEN.finditer(self._masked)])

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the characters behind a match, counted after the lead-in; None inside the lead-in."""
        _, token, _ = self._words[bisect_right(self._starts, start) - 1]
        first, _ = self._tokens[token]
        _, _, token = self._words[bisect_right(self._starts, end - 1) - 1]
        _, last = self._tokens[token]
        if last <= self._skip:
            return None
        return max(0, first - self._skip), last - self._skip


class _Plain(dict[str, str]):
    """The word that a token is by itself; "" for one that is several, or joins words before it."""

    def __missing__(self, token: str) -> str:
        words = _words(token)
        word = "" if len(words) > 1 or words[0] in _JOINING else words[0]
        if len(self) < _MOST_TOKENS:
            self[token] = word
        return word


_PLAIN = _Plain()
_MOST_TOKENS = 20_000  # remembered; few languages' leaflets have more


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


def _append(words: list[tuple[str, int, int]], word: str, index: int) -> None:
    """Add a word; before a medicine or a doctor, drop the determiners and join what names one thing."""
    start = index
    if word in _TEAMS and words and words[-1][0] in _CARE:
        word = "doctor"
        while words and words[-1][0] in _CARE:
            start = words.pop()[1]
    if word in ("med", "doctor"):
        while words and (words[-1][0] in _DETERMINERS or words[-1][0] == word):
            start = words.pop()[1]
    words.append((word, start, index))
