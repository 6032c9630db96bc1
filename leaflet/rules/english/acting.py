"""How a clause puts its acts: ordered, allowed, forbidden, left to a doctor, or only mentioned."""

from leaflet.rules.english import marks as m
from leaflet.rules.english.sentence_reading import PROMPTED, Act, Status
from leaflet.rules.english.state import CARRIED, DETERMINERS, FORMS, LEADS_ON, State

_NOUNS = m.RISKS | m.HELP | m.TAKE  # acts that stand as nouns, too
_ENDANGERS = m.RISKS | m.WAIT | m.DRIVE | m.DRINK
# Verbs whose object may be an act: "have a break", "take a double dose".
_GOVERNS = m.RISKS | m.TAKE | m.START | m.GIVE | m.CONTINUE


def act(state: State, at: int, mark: int) -> None:
    """Take in an act, with how its clause puts it."""
    before = state.row[at - 1] if at else 0
    if not mark & FORMS or (mark & m.BASE and _is_noun(state, at, before)):
        if mark & _NOUNS or not mark & FORMS:
            state.acts.append(Act(mark, _of_noun(state), at, len(state.clauses), state.subject))
        if not state.seen and not state.subject:
            state.subject = m.UNKNOWN
        return
    if mark & m.BASE and _ends_condition(state, at, mark, before):
        state.close(at)
        state.open(0)
    status = _of_verb(state, at, mark, before)
    state.acts.append(Act(mark, status, at, len(state.clauses), state.subject))
    if mark & m.ING and not state.seen and not state.subject and not state.modal:
        state.subject = m.UNKNOWN
        return
    state.seen = True


def _is_noun(state: State, at: int, before: int) -> bool:
    """Tell whether a word that may be a verb is a noun: behind "the", or "the" and an adjective."""
    if before & DETERMINERS and not before & (m.IT | m.YOU):
        return True
    adjective = before & (m.SUDDEN | m.SLOWLY | m.BIGGER | m.SMALLER | m.GRAVE) and not before & m.TO
    return bool(adjective and at > 1 and state.row[at - 2] & DETERMINERS)


def _ends_condition(state: State, at: int, mark: int, before: int) -> bool:
    """Tell whether a plain verb opens the order that follows a condition without a comma."""
    if not state.intro & CARRIED or not before:
        return False
    if before & m.AND and mark & (m.TELL | m.HELP) and any(act.status is Status.ORDER for act in state.acts):
        return True
    if before & LEADS_ON or at - state.start <= 1:
        return False
    return state.seen or (bool(mark & (m.TELL | m.HELP | m.STOP)) and at - state.start > 2)


def is_strange(state: State, at: int) -> bool:
    """Tell whether an unknown word stands where the reader is told or allowed something."""
    if (state.seen and not state.modal) or state.intro or state.neg or state.subject & ~(m.YOU | m.PEOPLE):
        return False
    before = state.row[at - 1] if at > state.start else 0
    if state.modal & (m.CAN | m.PERMIT | m.ADVISE):
        return bool(before & (m.CAN | m.PERMIT | m.ADVISE | m.ADVERB | m.TO)) and bool(state.subject)
    after = state.row[at + 1] if at + 1 < len(state.row) else 0
    opens = at <= state.start + 1 and not before & ~(m.ADVERB | m.JOINTS | m.AND | m.BUT)
    return (
        opens
        and not state.subject
        and bool(after & (m.THE | m.YOUR | m.IT | m.MEDICINE) and not after & m.DOCTOR)
    )


def strange(state: State, at: int) -> None:
    """Take in an unknown word that stands where a verb does."""
    status = _framed(state, passive=False)
    state.acts.append(Act(m.STRANGE, status, at, len(state.clauses), state.subject))
    state.seen = True


def _of_noun(state: State) -> Status:
    """Return how the clause puts an act that stands as a noun: by the verb it hangs on."""
    if state.acts and state.acts[-1].clause == len(state.clauses) and state.seen:
        last = state.acts[-1]
        return last.status if last.marks & _GOVERNS else Status.MENTION
    if state.intro & m.WITHOUT:
        return Status.WITHOUT
    if state.intro & CARRIED or state.intro & m.INSTEAD:
        return Status.MENTION
    if not state.seen:
        return Status.FORBID if state.neg else Status.SUBJECT
    if state.modal & m.CAN and not state.subject & (m.YOU | m.PEOPLE):
        return Status.STATE
    return _framed(state, passive=False)


def _of_verb(state: State, at: int, mark: int, before: int) -> Status:  # noqa: C901 - one case a line, as in a table
    if state.intro & (m.WITHOUT | m.INSTEAD):
        return Status.WITHOUT if state.intro & m.WITHOUT else Status.RELEASE
    if state.intro & m.THAT and mark & m.ING and not state.seen and not state.subject:
        return Status.SUBJECT
    if (
        state.intro & m.THAT
        and state.modal & m.WILL
        and state.subject & m.YOU
        and mark & m.RISKS
        and not state.neg
    ):
        return Status.ORDER  # "… that you will stop"
    if state.intro & m.THAT and mark & _ENDANGERS and mark & m.BASE and _is_ensured(state, before):
        return Status.ORDER
    if (
        state.intro & CARRIED
        and not (state.intro & (m.THAT | m.BECAUSE | m.WHO) and state.modal & (m.PERMIT | m.RELEASE))
        and not (state.intro & m.BECAUSE and state.modal & m.CAN and state.subject & m.YOU)
    ):
        return Status.MENTION
    if state.intro & m.THAT and mark & m.ING and not state.seen and not state.subject:
        return Status.SUBJECT
    if mark & m.BASE and before & m.DOCTOR and state.acts and state.acts[-1].marks & m.HANDLE:
        return Status.DOCTOR  # "let your doctor …"
    if state.subject & m.DOCTOR:
        told = mark & m.TELL and mark & m.PAST and (state.neg or state.modal & m.RELEASE)
        return Status.FORBID if told else Status.DOCTOR
    if mark & m.ING:
        return _of_gerund(state, before)
    if mark & m.BASE and before & m.TO and (aimed := _aimed(state, at)):
        return aimed
    if mark & m.PAST and not mark & m.BASE:
        if state.aux & m.HAVE and not state.aux & m.BE:
            return Status.MENTION
        return _framed(state, passive=True) if state.modal or state.neg else Status.STATE
    if mark & m.S_FORM and not mark & m.BASE:
        return Status.FORBID if state.neg else Status.STATE
    return _framed(state, passive=False)


def _is_ensured(state: State, before: int) -> bool:
    """Tell whether what the reader is to make sure of is to be done: "make sure that you stop"."""
    led = state.row[state.start - 1] if state.start else 0
    return bool(led & m.SAYS and not led & m.DOCTOR and before & m.YOU) and not state.neg


def _aimed(state: State, at: int) -> Status | None:
    """Return what "to" makes of a verb: a doctor asked to do it, or what something is done for."""
    governs = state.row[at - 2] if at - state.start > 1 else 0
    if governs & m.DOCTOR and state.acts and state.acts[-1].marks & m.TELL:
        return Status.DOCTOR
    purpose = state.seen and not state.modal and not state.neg and not state.aux & m.BE
    if purpose and state.row[at] & m.MORE and state.acts and state.acts[-1].marks & m.TAKE:
        return state.acts[-1].status  # "take two to make up for …"
    if (
        purpose
        and governs & (m.IT | m.UNKNOWN | m.PLAIN | m.BENIGN | m.MEDICINE | m.DOSE)
        and not governs & m.ACTS
    ):
        return Status.MENTION
    return None


def _of_gerund(state: State, before: int) -> Status:
    if state.neg:
        return Status.FORBID
    if state.modal & (m.PERMIT | m.ADVISE):
        return Status.ALLOW
    if state.modal & m.RELEASE:
        return Status.RELEASE
    if not state.seen and not state.subject:
        return Status.SUBJECT
    if before & (m.WISH | m.START) and state.acts == [] and not state.subject:
        return Status.ORDER  # "try stopping"
    last = state.acts[-1] if state.acts else None
    if last and before & m.MEANS and last.status in PROMPTED:
        return last.status
    if last and last.clause == len(state.clauses) and before & last.marks and last.marks & FORMS:
        stops = last.marks & m.STOP and last.status in PROMPTED
        return Status.FORBID if stops else last.status  # "stop driving", "keep taking"
    return Status.MENTION


def _framed(state: State, *, passive: bool) -> Status:
    modal, neg = state.modal, state.neg
    if modal & m.RELEASE:
        return Status.RELEASE
    if neg:
        return Status.FORBID
    if modal & (m.PERMIT | m.ADVISE):
        return Status.ALLOW
    if modal & m.CAN:
        people = not state.subject or state.subject & (m.YOU | m.PEOPLE | m.OTHERS) or passive
        return Status.ALLOW if people else Status.STATE
    if modal & (m.MUST | m.NECESSARY):
        return Status.ORDER
    if modal & m.WILL:
        return Status.STATE
    if not state.subject and not passive:
        return Status.ORDER
    return Status.STATE
