"""What a clause inherits from the one before it, over a comma, "and", "or" or a colon."""

from leaflet.rules.english import marks as m
from leaflet.rules.english.state import CARRIED, State

# A lead-in that ends in one of these is open: its list goes on from it.
_OPEN_ENDS = (
    m.YOU
    | m.NOT
    | m.DO
    | m.CAN
    | m.MUST
    | m.WILL
    | m.TO
    | m.BE
    | m.IF
    | m.BY
    | m.BEFORE
    | m.DOCTOR
    | m.UNLESS
    | m.AFTER
    | m.WHILE
    | m.WITHOUT
    | m.RELEASE
    | m.PERMIT
    | m.AVOID
    | m.AND
    | m.OR
    | m.NO
)


def join(state: State, at: int, mark: int) -> None:  # noqa: C901 - one case a line, as in a table
    """Go on after a comma, "and", "or", a colon: what the next clause inherits."""
    intro, subject, modal, neg, seen = state.intro, state.subject, state.modal, state.neg, state.seen
    before = state.row[at - 1] if at else 0
    state.close(at)
    if mark & (m.STOP_MARK | m.QUESTION) or (
        mark & m.OR and before & m.COMMA and intro and _orders(state, at, 0) and not _in_list(state)
    ):
        state.open(0)
    elif mark & m.OR:
        state.open(intro)
        state.subject, state.modal, state.neg = subject, modal, neg
    elif mark & m.AND:
        state.open(intro if before & ~m.COMMA else 0)
        state.subject, state.modal = subject, modal
        state.neg = neg and _ends_open(before)
    elif mark & m.BUT:
        state.open(0)
    elif mark & m.COLON:
        _colon(state, before, (intro, subject, modal, neg, seen))
    elif intro & CARRIED and mark & m.COMMA:
        listed = _lists(state, at) and not _orders(state, at, before)
        state.open(intro if listed else 0)
        state.subject, state.seen = (subject, seen) if listed else (0, False)
    elif mark & m.COMMA and _orders(state, at, 0):
        listed = _lists(state, at)
        state.open(0)
        state.neg = neg and listed
        if listed and (modal or neg):
            state.subject, state.modal = subject, modal
    elif mark & m.COMMA:
        state.open(intro)
        state.neg = neg and _lists(state, at)
        state.subject, state.modal = subject, modal
    elif mark & m.OPEN:
        state.kept.append((intro, subject, modal, neg, seen))
        state.open(0)
    elif mark & m.CLOSE and state.kept:
        state.intro, state.subject, state.modal, state.neg, state.seen = state.kept.pop()


def _in_list(state: State) -> bool:
    """Tell whether the clause before is itself a member of a list."""
    return len(state.clauses) > 1 and bool(state.row[state.clauses[-2].start] & m.COMMA)


def _ends_open(before: int) -> bool:
    return bool(before & (m.NOT | m.DO))


def _lists(state: State, at: int) -> bool:
    """Tell whether a comma parts the members of a list that "or" ends."""
    for mark in state.row[at + 1 : at + 16]:
        if mark & (m.STOP_MARK | m.COLON | m.BUT | m.YOU):
            return False
        if mark & m.OR:
            return True
    return False


def _orders(state: State, at: int, before: int) -> bool:
    """Tell whether an order opens behind a comma: a plain verb, and no list of bare verbs before it."""
    if before & m.BASE and before & m.ACTS:
        return False
    for mark in state.row[at + 1 : at + 4]:
        if mark & (m.BASE | m.DO | m.NOT | m.YOU | m.MUST):
            return not mark & m.HAVE
        if not mark & m.ADVERB:
            return False
    return False


def _colon(state: State, before: int, kept: tuple[int, int, int, bool, bool]) -> None:
    """Go on into a list: an open lead-in governs its items, a whole clause does not."""
    intro, subject, modal, neg, seen = kept
    is_open = before & _OPEN_ENDS
    if intro & m.WITHOUT:
        state.open(0)
        return
    state.open(intro if is_open else 0)
    if is_open or (neg and not seen):
        state.subject, state.modal, state.neg = subject, modal, neg
    elif modal and not intro:
        state.modal = modal & (m.PERMIT | m.RELEASE | m.CAN)


def subordinate(state: State, at: int, mark: int) -> None:
    """Open a clause that hangs on another: "if", "before", "that"."""
    intro = mark & m.SUBORDINATE
    doctor_says = state.subject & m.DOCTOR and intro & m.THAT
    state.close(at)
    state.open(intro)
    if doctor_says:
        state.subject = m.DOCTOR
