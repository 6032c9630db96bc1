"""A sentence as the rules see it: its clauses, its acts, and how the words put each act."""

from collections.abc import Sequence
from enum import IntEnum

from leaflet.values import Value


class Status(IntEnum):
    """How a sentence puts an act."""

    ORDER = 1  # do it
    ALLOW = 2  # you may do it
    FORBID = 3  # do not do it
    RELEASE = 4  # you need not do it
    DOCTOR = 5  # a professional does it
    SUBJECT = 6  # something is said of doing it
    MENTION = 7  # if, when, before you do it
    WITHOUT = 8  # without doing it
    STATE = 9  # it is done


PROMPTED = (Status.ORDER, Status.ALLOW)


class Act(Value):
    """One act of a sentence."""

    marks: int
    status: Status
    at: int  # in the row of marks
    clause: int  # its number in the sentence
    subject: int  # the marks of who does it; 0 for the reader addressed


class Clause(Value):
    """A stretch of a sentence between its joints."""

    intro: int  # the mark that opens it; 0 for a main clause
    start: int
    end: int
    marks: int  # of all its words


class Reading(Value, eq=False):
    """A sentence as the rules see it; told apart by identity, for sentences of one row share it."""

    row: Sequence[int]
    marks: int  # of all its words
    acts: Sequence[Act]
    clauses: Sequence[Clause]
