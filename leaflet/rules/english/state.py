"""Where a parser stands: who the clause speaks of, what its verb hangs on, whether it is turned round."""

from collections.abc import Sequence
from functools import reduce
from operator import or_

from leaflet.rules.english import marks as m
from leaflet.rules.english.sentence_reading import Act, Clause

FORMS = m.BASE | m.S_FORM | m.ING | m.PAST
DETERMINERS = m.THE | m.YOUR | m.ANY | m.OTHER
# What stands right before a plain verb that goes on from the words before it, and opens no new order.
LEADS_ON = (
    m.TO
    | m.CAN
    | m.MUST
    | m.WILL
    | m.DO
    | m.NOT
    | m.YOU
    | m.ADVERB
    | m.AND
    | m.OR
    | m.PEOPLE
    | m.DOCTOR
    | m.OTHERS
    | DETERMINERS
    | m.BY
    | m.RELEASE
    | m.PERMIT
    | m.WISH
    | m.AFRAID
    | m.SOMETHING
    | m.HELP
    | m.NO
    | m.ONLY
    | m.GIVE
)
CARRIED = m.IF | m.BEFORE | m.AFTER | m.UNLESS | m.UNTIL | m.WHILE | m.THAT | m.WHO | m.BECAUSE | m.THOUGH


class State:
    """The state of reading one sentence, from left to right."""

    __slots__ = ("acts", "aux", "clauses", "intro", "kept", "modal", "neg", "row", "seen", "start", "subject")

    def __init__(self, row: Sequence[int]) -> None:
        self.row = row
        self.acts: list[Act] = []
        self.clauses: list[Clause] = []
        self.kept: list[tuple[int, int, int, bool, bool]] = []  # what brackets interrupt
        self.start = 0
        self.open(0)

    def open(self, intro: int) -> None:
        """Start a clause that owes nothing to the one before."""
        self.intro, self.subject, self.modal, self.aux = intro, 0, 0, 0
        self.neg = self.seen = False

    def close(self, end: int) -> None:
        """End the clause that stands open."""
        if end > self.start:
            together = reduce(or_, self.row[self.start : end])
            self.clauses.append(Clause(self.intro, self.start, end, together))
        self.start = end
