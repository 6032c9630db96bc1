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
from leaflet.rules.english.lexicon import Phrases, bared, named, names_of, read, said_of, tokens
from leaflet.rules.english.neighbours import LONGEST, judged_among, leans, trails_off
from leaflet.rules.english.plainly import plainly
from leaflet.rules.english.sentence_reading import Reading
from leaflet.rules.english.verdicts import judged, prompts, tells
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
Weighed = tuple[tuple[str, ...], bool]  # the codes of a sentence among others, and whether it leans on them
_Read = Callable[[str, tuple[str, ...]], Judged]  # words about a medicine of the names given
_Weigh = Callable[[Reading, tuple[str, ...], Reading | None, bool, Reading | None], Weighed]


class Reader(Value):
    """How sentences are read alone, and weighed among their neighbours."""

    read: _Read
    weigh: _Weigh


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
    said, bare = _cut(words)
    phrases = _names(names)
    return remembered(tuple(named(said, bare, phrases)) if phrases.begin_in(bare) else said)


@lru_cache(maxsize=3072)
def _cut(words: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words and marks of a sentence, and the same as names are looked for among them."""
    said = tuple(tokens(words))
    return said, tuple(bared(said))


def _understood(row: tuple[int, ...]) -> tuple[Reading, classifier.Share]:
    """Return what a row of marks says, and what that adds to the second reader's score."""
    reading = parse(row)
    return reading, classifier.meant(reading)


# Sentences that differ in nothing but unknown words, such as names of medicines, are one row.
_known = lru_cache(maxsize=2048)(_understood)


@lru_cache(maxsize=3072)
def remembered(said: tuple[str, ...]) -> Judged:
    """Return what is known of the sentences read last, by their words."""
    return _judged(said, *_known(tuple(read(said))))


def _judged(said: Sequence[str], reading: Reading, meant: classifier.Share) -> Judged:
    """Return a sentence with its codes: what a rule finds in it and the second reader lets stand."""
    if len(reading.row) > LONGEST:
        return reading, ()
    odds = classifier.score(said, meant)
    if odds < classifier.ORDINARY:
        plain = tuple(dict.fromkeys(plainly(reading)))  # whatever another rule would find
        if plain or odds < classifier.PLAIN:
            return reading, plain
    codes = judged(reading)
    if odds > classifier.DOUBTFUL and tells(reading):
        return reading, codes or (DOUBTFUL,)
    if odds < classifier.ORDINARY and codes == (UNKNOWN,):
        return reading, ()
    if odds < classifier.ORDINARY and not prompts(reading):
        return reading, tuple(code for code in codes if code not in _SPOKEN_OF)
    return reading, codes


def _weighed(
    reading: Reading,
    found: tuple[str, ...],
    earlier: Reading | None,
    is_joined: bool,
    after: Reading | None,
) -> Weighed:
    """Return the codes of a sentence in view of the one before it, joined to it or not, and of the next."""
    goes_on = is_joined or (earlier is not None and trails_off(reading))
    before = earlier if goes_on else None
    codes = judged_among(reading, found, before, after)
    return codes, not codes and leans(reading, before)


REMEMBERING = Reader(read_once, lru_cache(maxsize=3072)(_weighed))
AFRESH = Reader(read_afresh, _weighed)
"""For words about a patient: none of them is remembered."""


def judge(
    statements: Sequence[Statement], setting: Setting, reader: Reader = REMEMBERING
) -> Iterator[Concern]:
    """Yield every concern in reading order; in a language without rules, each statement is one.

    Words about a patient are read `AFRESH`.
    """
    if not is_known(setting.language):
        for number, statement in enumerate(statements):
            if any(map(str.isalpha, statement.words)):
                yield Concern(
                    number=number, code=UNREAD, words_sha256=digest(statement.words, statement.lead)
                )
        return
    readings = [reader.read(_whole(statement), setting.names) for statement in statements]
    last = len(statements) - 1
    part, earlier = None, None
    for number, statement in enumerate(statements):
        reading, found = readings[number]
        is_joined, part = statement.part == part, statement.part
        goes_on = number < last and statements[number + 1].part == part
        after = readings[number + 1][0] if goes_on else None
        codes, is_leaning = reader.weigh(reading, found, earlier, is_joined, after)
        if is_leaning:
            pair = statements[number - 1], statement
            codes = (DOUBTFUL,) if _follows_badly(*pair, setting.names, reader.read) else ()
        for code in codes:
            yield Concern(number=number, code=code, words_sha256=digest(statement.words, statement.lead))
        earlier = reading


def readings_of(sentences: Sequence[str], names: tuple[str, ...]) -> tuple[Reading, ...]:
    """Return what each sentence tells the reader to do; `names` are the medicine's."""
    return tuple(read_once(words, names)[0] for words in sentences)


@lru_cache(maxsize=64)
def _names(names: tuple[str, ...]) -> Phrases:
    return names_of(names)


def _whole(statement: Statement) -> str:
    return f"{statement.lead} {statement.words}" if statement.lead else statement.words


def _follows_badly(before: Statement, after: Statement, names: tuple[str, ...], read: _Read) -> bool:
    """Tell whether a sentence reads like a danger together with the one before it, as an answer does."""
    return read(f"{before.words} {after.words}", names)[1] == (DOUBTFUL,)
