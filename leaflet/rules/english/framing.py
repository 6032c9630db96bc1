"""Words that tell who, whether, may or must: the frame in which the acts of a clause stand."""

from leaflet.rules.english import marks as m
from leaflet.rules.english.state import CARRIED, FORMS, LEADS_ON, State

_SUBJECTS = (
    m.YOU
    | m.DOCTOR
    | m.PEOPLE
    | m.OTHERS
    | m.THINGS
    | m.UNKNOWN
    | m.BENIGN
    | m.EFFECT
    | m.DANGER
    | m.ALCOHOL
    | m.PRODUCT
)
_AUXILIARY = m.BE | m.DO | m.HAVE
_SAYING = m.PERMIT | m.ADVISE | m.RELEASE | m.NECESSARY
_ABLE = m.CAN | m.MUST | m.WILL
_LEAVE = m.PERMIT | m.ADVISE
_TELLS_APART = m.DO | m.YOU  # what ends a condition without a comma
_ADDRESSED = m.DOCTOR | m.YOU
_SEEN = FORMS | _AUXILIARY
# All that a word can do behind the verb of its clause.
_FRAMES = _SAYING | _ABLE | m.HAZARD | m.NOT | m.NO | _SEEN | m.YOU
_MODAL = m.CAN | m.MUST | m.WILL | m.PERMIT | m.ADVISE | m.RELEASE | m.NECESSARY


def turn(state: State) -> None:
    """Forgetting and avoiding turn what follows round."""
    state.neg = not state.neg
    state.seen = True


def frame(state: State, at: int, mark: int) -> None:  # noqa: C901 - one case a line, as in a table
    """Take in a word that tells who, whether, may or must."""
    if state.seen and not mark & _FRAMES:
        return
    if (
        mark & _TELLS_APART
        and state.intro & CARRIED
        and (_denies_call(state, at) or (state.seen and _turns_to_reader(state, at, mark)))
    ):
        state.close(at)
        state.open(0)
    if mark & _SAYING and not (mark & m.ADVERB and not mark & m.PERMIT):
        state.modal = mark & _MODAL
        if mark & _LEAVE and state.neg and not mark & m.MINIMISE:
            state.modal = m.MUST  # "it is not safe to": forbidden
        elif mark & m.NECESSARY and state.neg:
            state.modal, state.neg = m.RELEASE, False
        elif mark & m.RELEASE:
            state.neg = False
    elif mark & m.HAZARD and not mark & FORMS and not state.neg and state.aux & m.BE:
        state.modal, state.neg = m.MUST, True  # "it is dangerous to"
    elif mark & m.MUST and state.modal & m.CAN and not mark & FORMS:
        state.modal = m.WILL  # "may need to": it is not the reader who decides
    elif mark & _ABLE and not mark & FORMS:
        state.modal = mark & _ABLE
    if mark & m.NOT or (mark & m.NO and not mark & _MODAL):
        state.neg = not mark & (m.PERMIT | m.RELEASE)
        state.modal &= ~_LEAVE  # "it is best not to": forbidden
    if mark & _AUXILIARY:
        state.aux |= mark & _AUXILIARY
    if mark & m.YOU and at == state.start + 1 and state.row[state.start] & m.JOINTS:
        state.subject = m.YOU  # ", and you may"
    elif not state.seen and not state.subject & _ADDRESSED and mark & _SUBJECTS and not mark & m.NOT:
        state.subject = mark & _SUBJECTS
    if mark & _SEEN or (state.intro and state.subject & m.YOU and mark & m.UNKNOWN):
        state.seen = True


def _denies_call(state: State, at: int) -> bool:
    """Tell whether "do not tell your …" opens here, whatever stands before it."""
    row = state.row[at : at + 4]
    if not row[0] & m.DO or state.row[at - 1] & (m.YOU | m.PEOPLE | m.IT | m.AND | m.OR):
        return False
    if not row[0] & m.NOT:
        row = row[1:] if len(row) > 1 and row[1] & m.NOT else ()
    return len(row) > 2 and bool(
        row[1] & m.BASE and row[1] & (m.TELL | m.HELP) and row[2] & (m.YOUR | m.DOCTOR)
    )


def _turns_to_reader(state: State, at: int, mark: int) -> bool:
    """Tell whether a condition ends here without a comma: "if you feel sick do not …", "… you may …"."""
    before = state.row[at - 1] if at else 0
    after = state.row[at + 1] if at + 1 < len(state.row) else 0
    if mark & m.DO and (mark | after) & m.NOT:
        return not before & (LEADS_ON & ~m.ADVERB)
    ends = (
        m.WELL
        | m.MILD
        | m.DANGER
        | m.AGAIN
        | m.MEDICINE
        | m.DOSE
        | m.EFFECT
        | m.CLOSE
        | m.DIRECTED
        | m.IT
        | m.UNKNOWN
    )
    return bool(
        mark & m.YOU and before & ends and after & (m.BE | m.CAN | m.MUST | m.WILL | m.RELEASE | m.DO)
    )
