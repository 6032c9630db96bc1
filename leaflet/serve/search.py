"""Find medicines by what somebody types: the start of a word is enough, and slips are forgiven."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from leaflet.serve.medicine import Medicine, Vocabulary, words_of

_LIKE_ENOUGH = 70.0  # of 100, by edits: "baklofen" is 88 like "baclofen"
_SHORTEST_GUESS = 4  # letters: shorter words are too like one another to be guessed at
_USE = 0.8  # what a medicine is for counts a little less than what it is called
MOST_TYPED = 100


def search(medicines: Sequence[Medicine], typed: str) -> tuple[Medicine, ...]:
    """Return the medicines that every typed word fits, the best first; all of them for no words."""
    wanted = words_of(typed[:MOST_TYPED])
    if not wanted:
        return tuple(medicines)
    scored = [(_score(wanted, medicine.vocabulary), medicine) for medicine in medicines]
    found = sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0])
    return tuple(medicine for _, medicine in found)


def _score(wanted: Sequence[str], known: Vocabulary) -> float:
    scores = [max(_best(word, known.names), _USE * _best(word, known.uses)) for word in wanted]
    return sum(scores) / len(scores) if all(scores) else 0.0


def _best(wanted: str, words: Sequence[str]) -> float:
    """Return how well the best of `words` fits, 0 to 100: begun as typed, or whole or begun with a slip."""
    if any(word.startswith(wanted) for word in words):
        return 100.0
    if len(wanted) < _SHORTEST_GUESS:
        return 0.0
    begun = [word[: len(wanted)] for word in words]
    found = process.extractOne(wanted, [*words, *begun], scorer=fuzz.ratio, score_cutoff=_LIKE_ENOUGH)
    return 0.95 * found[1] if found else 0.0
