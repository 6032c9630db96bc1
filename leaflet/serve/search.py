"""Find medicines by what somebody types, without ever opening another than the one that is meant.

A medicine *is* what was typed where one of its names is, strength, form and unit left out, or one of its
codes: such a medicine alone may open by itself. What merely begins so is listed; what only looks alike
stands apart.
A release word (MR, XL, prolonged-release) is never left out: with it the medicine is another.
"""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from leaflet.serve.medicine import Medicine
from leaflet.serve.naming import bare_name, code_of, is_number, without_strengths, words_of
from leaflet.values import Value

_LIKE_ENOUGH = 75.0  # of 100, by edits: "baklofen" is 88 like "baclofen"
_SHORTEST_GUESS = 4  # letters: shorter words are too like one another to be guessed at
_MOST_SIMILAR = 8
MOST_TYPED = 100


class Found(Value, kw_only=True):
    """What a search found, the surest first; only where `exact` is one medicine may it open by itself."""

    exact: tuple[Medicine, ...] = ()
    begun: tuple[Medicine, ...] = ()
    similar: tuple[Medicine, ...] = ()

    @property
    def listed(self) -> tuple[Medicine, ...]:
        """The medicines that answer to the words, in the order in which they are shown."""
        return (*self.exact, *self.begun)


def search(medicines: Sequence[Medicine], typed: str) -> Found:
    """Return what the typed words find: all medicines for none, mere likenesses for unknown ones."""
    typed = typed[:MOST_TYPED]
    wanted = words_of(typed)
    if not wanted:
        return Found(begun=tuple(medicines))
    name, code = bare_name(typed), code_of(typed)
    called = set(_called(medicines, name))
    exact = tuple(medicine for medicine in medicines if medicine in called or code in medicine.codes)
    others = [medicine for medicine in medicines if medicine not in exact]
    # A number takes nobody out of the list, from which nothing opens by itself.
    wanted = tuple(word for word in wanted if not is_number(word)) or wanted
    named = [medicine for medicine in others if _begins(wanted, medicine.vocabulary.names)]
    known = set(named)
    used = [medicine for medicine in others if medicine not in known and _begins(wanted, _known(medicine))]
    begun = (*named, *used)
    similar = () if exact or begun else _similar(medicines, wanted)
    return Found(exact=exact, begun=begun, similar=similar)


def by_code(medicines: Sequence[Medicine], typed: str) -> tuple[Medicine, ...]:
    """Return the medicines that have a code, typed or scanned."""
    code = code_of(typed[:MOST_TYPED])
    return tuple(medicine for medicine in medicines if code and code in medicine.codes)


def _called(medicines: Sequence[Medicine], name: str) -> list[Medicine]:
    """Return the medicines that have a name, in which numbers without a unit may be their strengths."""
    if not name:
        return []
    found = [medicine for medicine in medicines if name in medicine.names]
    if any(map(is_number, name.split())):
        found += [
            each for each in medicines if without_strengths(name, each.monograph.strengths) in each.names
        ]
    return found


def _known(medicine: Medicine) -> tuple[str, ...]:
    return (*medicine.vocabulary.names, *medicine.vocabulary.uses)


def _begins(wanted: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether every typed word begins one of some words."""
    return all(any(word.startswith(each) for word in words) for each in wanted)


def _similar(medicines: Sequence[Medicine], wanted: Sequence[str]) -> tuple[Medicine, ...]:
    """Return the medicines whose names look like what was typed; what they are for is never guessed at."""
    typed = " ".join(word for word in wanted if len(word) >= _SHORTEST_GUESS)
    if not typed:
        return ()
    scored = []
    for medicine in medicines:
        names = [*medicine.vocabulary.names, *medicine.names]
        begun = [name[: len(typed)] for name in names]
        found = process.extractOne(typed, [*names, *begun], scorer=fuzz.ratio, score_cutoff=_LIKE_ENOUGH)
        if found:
            scored.append((found[1], medicine))
    scored.sort(key=lambda pair: -pair[0])
    return tuple(medicine for _, medicine in scored[:_MOST_SIMILAR])
