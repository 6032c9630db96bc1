"""What a sentence tells the reader to do: its acts, and for each how the words put it.

A small parser with one state: who a clause speaks of, what its verb hangs on, whether it is turned round.
It reads a row of marks once, from left to right, and asks nothing of grammar beyond what leaflets use.
"""

from collections.abc import Sequence

from leaflet.rules.english import marks as m
from leaflet.rules.english.acting import act, is_strange, strange
from leaflet.rules.english.framing import frame, turn
from leaflet.rules.english.joints import join, subordinate
from leaflet.rules.english.sentence_reading import Reading
from leaflet.rules.english.state import FORMS, State

_TAKING = m.TAKE | m.GIVE | m.RISKS
_NO_SUBORDINATE = m.ACTS | m.RELEASE | m.PERMIT | m.SELF | m.DELAY | m.DIRECTED
_JOINING = m.JOINTS | m.THAT | m.SUBORDINATE | m.WITHOUT
_TURNING = m.AFRAID | m.FORGET | m.AVOID
_FORGOTTEN = m.TO | m.ACTS


def parse(row: Sequence[int]) -> Reading:
    """Return the acts and clauses of a sentence given as a row of marks."""
    state = State(row)
    for at, mark in enumerate(row):
        if not mark & _JOINING:
            _word(state, at, mark)
        elif mark & m.JOINTS and not mark & m.ACTS:
            join(state, at, mark)
        elif mark & m.THAT and at > state.start and row[at - 1] & m.BASE and row[at - 1] & _TAKING:
            frame(state, at, m.THE)  # "leave that tablet"
        elif mark & m.SUBORDINATE and not mark & _NO_SUBORDINATE:
            subordinate(state, at, mark)
        elif mark & m.WITHOUT and not mark & (m.SELF | m.PERMIT):
            state.close(at)
            state.open(m.WITHOUT)
        else:
            _word(state, at, mark)
    state.close(len(row))
    together = 0
    for clause in state.clauses:
        together |= clause.marks
    return Reading(row, together, state.acts, state.clauses)


def _word(state: State, at: int, mark: int) -> None:
    if mark & _TURNING and _turns(state, at, mark):
        return
    if mark & m.ACTS:
        act(state, at, mark)
    elif mark & m.UNKNOWN and is_strange(state, at):
        strange(state, at)
    else:
        frame(state, at, mark)


def _turns(state: State, at: int, mark: int) -> bool:
    """Take in what turns the words behind it round, and tell whether that is all it does."""
    if mark & m.AFRAID and state.neg:
        state.modal, state.neg = m.PERMIT, False
        state.seen = True
    elif (
        mark & m.FORGET
        and not mark & m.SKIP
        and (at + 1 < len(state.row))
        and (state.row[at + 1] & _FORGOTTEN or not mark & m.ACTS)
    ):
        turn(state)
    elif mark & m.AVOID and not mark & m.ACTS:
        if mark & FORMS:
            turn(state)
    else:
        return False
    return True
