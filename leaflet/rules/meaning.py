"""Judge what sentences tell a reader to do: the one verb of the rules of safety.

    judge(statements, setting) -> concerns

Statements come in reading order. Each is read with its lead-in, an answer with its question, and a sentence
that lives from the one before it with that one. The input knows nothing of monographs, files or places, so
the counter, an import and a check can all ask.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from hashlib import sha256

from leaflet.rules.english import classifier
from leaflet.rules.english.clauses import parse
from leaflet.rules.english.lexicon import Phrases, names_of, read, said_of
from leaflet.rules.english.neighbours import LONGEST, judged_among, leans, trails_off
from leaflet.rules.english.sentence_reading import Reading
from leaflet.rules.english.verdicts import judged, prompts, touches
from leaflet.values import Value


class Setting(Value, kw_only=True):
    """What a judgement rests on beside the words."""

    names: tuple[str, ...] = ()  # of the medicine
    language: str = "en"  # a BCP 47 tag


class Statement(Value):
    """One sentence; those of one part stand beside each other, as in a paragraph."""

    words: str
    lead: str = ""  # the lead-in of a list item
    part: int = 0


class Concern(Value, kw_only=True):
    """What is dangerous in a statement: its number from 0, the code, and what a signature binds."""

    number: int
    code: str
    words_sha256: str


Judged = tuple[Reading, tuple[str, ...]]  # a sentence read, and the codes of what is found in it alone
Reader = Callable[[str, tuple[str, ...]], Judged]  # reads words about a medicine of the names given
UNKNOWN = "S113"  # an act that no rule knows: a finding where the second reader does not know it, either
DOUBTFUL = "S115"  # a sentence that no rule refuses, and that reads like a danger
# What is only spoken of, not asked for, is a finding unless the second reader finds it wholly ordinary.
_SPOKEN_OF = frozenset({"S101", "S102", "S103", "S106", "S109", "S110", "S112", "S406"})
UNREAD = "S114"  # a statement in a language that no rule reads


def digest(words: str, lead: str = "") -> str:
    """Return the SHA-256 of a statement as a reader gets it: lead-in and words, white space run together."""
    return sha256(" ".join(f"{lead} {words}".split()).encode()).hexdigest()


def is_known(language: str) -> bool:
    """Tell whether the rules can read a language, given as a BCP 47 tag."""
    return language.lower().split("-")[0] == "en"


def read_afresh(words: str, names: tuple[str, ...]) -> Judged:
    """Return what a sentence says, and the codes of what is found in it alone; it is remembered nowhere."""
    said = said_of(words, _names(names))
    return _judged(said, *_understood(tuple(read(said))))


def read_once(words: str, names: tuple[str, ...]) -> Judged:
    """Return the same, remembered: leaflets of a shelf share most of their sentences but for the name."""
    return remembered(tuple(said_of(words, _names(names))))


def _understood(row: tuple[int, ...]) -> tuple[Reading, classifier.Share]:
    """Return what a row of marks says, and what that adds to the second reader's score."""
    reading = parse(row)
    return reading, classifier.meant(reading)


# Sentences that differ in nothing but unknown words, such as names of medicines, are one row.
_known = lru_cache(maxsize=4096)(_understood)


@lru_cache(maxsize=6144)
def remembered(said: tuple[str, ...]) -> Judged:
    """Return what is known of the sentences read last, by their words."""
    return _judged(said, *_known(tuple(read(said))))


def _judged(said: Sequence[str], reading: Reading, meant: classifier.Share) -> Judged:
    """Return a sentence with its codes: what a rule finds in it and the second reader lets stand."""
    if len(reading.row) > LONGEST:
        return reading, ()
    odds = classifier.score(said, meant)
    if odds < classifier.PLAIN:
        return reading, ()  # whatever a rule would find
    codes = judged(reading)
    if odds > classifier.DOUBTFUL and touches(reading):
        return reading, codes or (DOUBTFUL,)
    if odds < classifier.ORDINARY and codes == (UNKNOWN,):
        return reading, ()
    if odds < classifier.ORDINARY and not prompts(reading):
        return reading, tuple(code for code in codes if code not in _SPOKEN_OF)
    return reading, codes


def judge(statements: Sequence[Statement], setting: Setting, reader: Reader = read_once) -> Iterator[Concern]:
    """Yield every concern in reading order; in a language without rules, each statement is one.

    Words about a patient are read with `read_afresh`, which remembers none.
    """
    if not is_known(setting.language):
        for number, statement in enumerate(statements):
            if any(map(str.isalpha, statement.words)):
                yield Concern(
                    number=number, code=UNREAD, words_sha256=digest(statement.words, statement.lead)
                )
        return
    readings = [reader(_whole(statement), setting.names) for statement in statements]
    for number, statement in enumerate(statements):
        reading, found = readings[number]
        before = _beside(statements, readings, number, number - 1)
        if before is None and number and trails_off(reading):
            before = readings[number - 1][0]
        after = _beside(statements, readings, number, number + 1)
        codes = judged_among(reading, found, before, after)
        if not codes and leans(reading, before):
            pair = statements[number - 1], statement
            codes = (DOUBTFUL,) if _follows_badly(*pair, setting.names, reader) else ()
        for code in codes:
            yield Concern(number=number, code=code, words_sha256=digest(statement.words, statement.lead))


def readings_of(sentences: Sequence[str], names: tuple[str, ...]) -> tuple[Reading, ...]:
    """Return what each sentence tells the reader to do; `names` are the medicine's."""
    return tuple(read_once(words, names)[0] for words in sentences)


@lru_cache(maxsize=64)
def _names(names: tuple[str, ...]) -> Phrases:
    return names_of(names)


def _whole(statement: Statement) -> str:
    return f"{statement.lead} {statement.words}" if statement.lead else statement.words


def _follows_badly(before: Statement, after: Statement, names: tuple[str, ...], reader: Reader) -> bool:
    """Tell whether a sentence reads like a danger together with the one before it, as an answer does."""
    return reader(f"{before.words} {after.words}", names)[1] == (DOUBTFUL,)


def _beside(
    statements: Sequence[Statement],
    readings: Sequence[Judged],
    number: int,
    other: int,
) -> Reading | None:
    """Return the reading of a neighbour in the same part; None where there is none."""
    if 0 <= other < len(statements) and statements[other].part == statements[number].part:
        return readings[other][0]
    return None
