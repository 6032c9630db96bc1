"""What is dangerous in a sentence: topics that it touches and no safe form covers.

Each judge takes one sentence as it was read and yields the codes of what it finds. The default is denial:
an act with the medicine that is neither forbidden, nor a doctor's, nor only mentioned is a finding.
"""

from collections.abc import Callable, Iterator

from leaflet.rules.english import marks as m
from leaflet.rules.english.deciding import connecting, deciding
from leaflet.rules.english.handing import amounts, handling, ignoring, recovery
from leaflet.rules.english.helping import crisis, duties
from leaflet.rules.english.plainly import plainly
from leaflet.rules.english.risks import risks
from leaflet.rules.english.saying import choice, claims, light, permits
from leaflet.rules.english.sending import sending
from leaflet.rules.english.sentence_reading import PROMPTED, Reading
from leaflet.rules.english.stating import stating
from leaflet.rules.english.taking import taking

Judge = Callable[[Reading], Iterator[str]]
JUDGES: tuple[Judge, ...] = (
    risks,
    taking,
    handling,
    recovery,
    amounts,
    ignoring,
    duties,
    crisis,
    light,
    permits,
    choice,
    claims,
    sending,
    deciding,
    connecting,
    stating,
    plainly,
)


_NAMING = m.UNKNOWN | m.PLAIN | m.NUMBER | m.JOINTS | m.THE | m.BY


def tells(reading: Reading) -> bool:
    """Tell whether a text says more than names: of names alone the letters say nothing."""
    return bool(reading.marks & ~_NAMING)


def prompts(reading: Reading) -> bool:
    """Tell whether the reader is told, or allowed, to do what is risky."""
    return any(act.status in PROMPTED and act.marks & (m.RISKS | m.DRIVE | m.DRINK) for act in reading.acts)


def judged(reading: Reading) -> tuple[str, ...]:
    """Return the codes of what is found in a sentence, each once."""
    return tuple(dict.fromkeys(code for judge in JUDGES for code in judge(reading)))
