"""What a sentence tells the reader to do: its acts, and for each how the words put it.

A small parser with one state: who a clause speaks of, what its verb hangs on, whether it is turned round.
It reads a row of marks once, from left to right, and asks nothing of grammar beyond what leaflets use.
"""

from collections.abc import Sequence
from enum import IntEnum

from leaflet.rules.english import marks as m
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


class Reading(Value, dict=True):
    """A sentence as the rules see it."""

    row: Sequence[int]
    marks: int  # of all its words
    acts: Sequence[Act]
    clauses: Sequence[Clause]


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
_FORMS = m.BASE | m.S_FORM | m.ING | m.PAST
_AUXILIARY = m.BE | m.DO | m.HAVE
_MODAL = m.CAN | m.MUST | m.WILL | m.PERMIT | m.ADVISE | m.RELEASE | m.NECESSARY
_DETERMINERS = m.THE | m.YOUR | m.ANY | m.OTHER
# What stands right before a plain verb that goes on from the words before it, and opens no new order.
_LEADS_ON = (
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
    | _DETERMINERS
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
_NOUNS = m.RISKS | m.HELP | m.TAKE  # acts that stand as nouns, too
_TAKING = m.TAKE | m.GIVE | m.RISKS
# Verbs whose object may be an act: "have a break", "take a double dose".
_GOVERNS = m.RISKS | m.TAKE | m.START | m.GIVE | m.CONTINUE
_CARRIED = m.IF | m.BEFORE | m.AFTER | m.UNLESS | m.UNTIL | m.WHILE | m.THAT | m.WHO | m.BECAUSE | m.THOUGH


class _Parser:
    """The state of reading one sentence."""

    __slots__ = ("acts", "aux", "clauses", "intro", "kept", "modal", "neg", "row", "seen", "start", "subject")

    def __init__(self, row: Sequence[int]) -> None:
        self.row = row
        self.acts: list[Act] = []
        self.clauses: list[Clause] = []
        self.kept: list[tuple[int, int, int, bool, bool]] = []  # what brackets interrupt
        self.start = 0
        self._open(0)

    def _open(self, intro: int) -> None:
        """Start a clause that owes nothing to the one before."""
        self.intro, self.subject, self.modal, self.aux = intro, 0, 0, 0
        self.neg = self.seen = False

    def _close(self, end: int) -> None:
        if end > self.start:
            together = 0
            for mark in self.row[self.start : end]:
                together |= mark
            self.clauses.append(Clause(self.intro, self.start, end, together))
        self.start = end

    def read(self) -> Reading:
        """Read the row from left to right."""
        row = self.row
        for at, mark in enumerate(row):
            if mark & m.JOINTS and not mark & m.ACTS:
                self._joint(at, mark)
            elif mark & m.THAT and at > self.start and row[at - 1] & m.BASE and row[at - 1] & _TAKING:
                self._frame(at, m.THE)  # "leave that tablet"
            elif mark & m.SUBORDINATE and not mark & (
                m.ACTS | m.RELEASE | m.PERMIT | m.SELF | m.DELAY | m.DIRECTED
            ):
                self._subordinate(at, mark)
            elif mark & m.WITHOUT and not mark & (m.SELF | m.PERMIT):
                self._close(at)
                self._open(m.WITHOUT)
            else:
                self._word(at, mark)
        self._close(len(row))
        together = 0
        for clause in self.clauses:
            together |= clause.marks
        return Reading(row, together, self.acts, self.clauses)

    def _joint(self, at: int, mark: int) -> None:  # noqa: C901 - one case a line, as in a table
        """Go on after a comma, "and", "or", a colon: what the next clause inherits."""
        intro, subject, modal, neg, seen = self.intro, self.subject, self.modal, self.neg, self.seen
        before = self.row[at - 1] if at else 0
        self._close(at)
        if mark & (m.STOP_MARK | m.QUESTION) or (
            mark & m.OR and before & m.COMMA and intro and self._orders(at, 0) and not self._in_list()
        ):
            self._open(0)
        elif mark & m.OR:
            self._open(intro)
            self.subject, self.modal, self.neg = subject, modal, neg
        elif mark & m.AND:
            self._open(intro if before & ~m.COMMA else 0)
            self.subject, self.modal = subject, modal
            self.neg = neg and self._ends_open(before)
        elif mark & m.BUT:
            self._open(0)
        elif mark & m.COLON:
            self._colon(before, (intro, subject, modal, neg, seen))
        elif intro & _CARRIED and mark & m.COMMA:
            listed = self._lists(at) and not self._orders(at, before)
            self._open(intro if listed else 0)
            self.subject, self.seen = (subject, seen) if listed else (0, False)
        elif mark & m.COMMA and self._orders(at, 0):
            listed = self._lists(at)
            self._open(0)
            self.neg = neg and listed
            if listed and (modal or neg):
                self.subject, self.modal = subject, modal
        elif mark & m.COMMA:
            self._open(intro)
            self.neg = neg and self._lists(at)
            self.subject, self.modal = subject, modal
        elif mark & m.OPEN:
            self.kept.append((intro, subject, modal, neg, seen))
            self._open(0)
        elif mark & m.CLOSE and self.kept:
            self.intro, self.subject, self.modal, self.neg, self.seen = self.kept.pop()

    def _in_list(self) -> bool:
        """Tell whether the clause before is itself a member of a list."""
        return len(self.clauses) > 1 and bool(self.row[self.clauses[-2].start] & m.COMMA)

    def _ends_open(self, before: int) -> bool:
        return bool(before & (m.NOT | m.DO))

    def _lists(self, at: int) -> bool:
        """Tell whether a comma parts the members of a list that "or" ends."""
        for mark in self.row[at + 1 : at + 16]:
            if mark & (m.STOP_MARK | m.COLON | m.BUT | m.YOU):
                return False
            if mark & m.OR:
                return True
        return False

    def _orders(self, at: int, before: int) -> bool:
        """Tell whether an order opens behind a comma: a plain verb, and no list of bare verbs before it."""
        if before & m.BASE and before & m.ACTS:
            return False
        for mark in self.row[at + 1 : at + 4]:
            if mark & (m.BASE | m.DO | m.NOT | m.YOU | m.MUST):
                return not mark & m.HAVE
            if not mark & m.ADVERB:
                return False
        return False

    def _colon(self, before: int, kept: tuple[int, int, int, bool, bool]) -> None:
        """Go on into a list: an open lead-in governs its items, a whole clause does not."""
        intro, subject, modal, neg, seen = kept
        is_open = before & (
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
        if intro & m.WITHOUT:
            self._open(0)
            return
        self._open(intro if is_open else 0)
        if is_open or (neg and not seen):
            self.subject, self.modal, self.neg = subject, modal, neg
        elif modal and not intro:
            self.modal = modal & (m.PERMIT | m.RELEASE | m.CAN)

    def _subordinate(self, at: int, mark: int) -> None:
        intro = mark & m.SUBORDINATE
        doctor_says = self.subject & m.DOCTOR and intro & m.THAT
        self._close(at)
        self._open(intro)
        if doctor_says:
            self.subject = m.DOCTOR

    def _word(self, at: int, mark: int) -> None:
        if mark & m.AFRAID and self.neg:
            self.modal, self.neg = m.PERMIT, False
            self.seen = True
        elif (
            mark & m.FORGET
            and not mark & m.SKIP
            and (at + 1 < len(self.row))
            and (self.row[at + 1] & (m.TO | m.ACTS) or not mark & m.ACTS)
        ):
            self._turn()
        elif mark & m.AVOID and not mark & m.ACTS:
            if mark & _FORMS:
                self._turn()
        elif mark & m.ACTS:
            self._act(at, mark)
        elif mark & m.UNKNOWN and self._is_strange(at):
            self._strange(at)
        else:
            self._frame(at, mark)

    def _turn(self) -> None:
        """Forgetting and avoiding turn what follows round."""
        self.neg = not self.neg
        self.seen = True

    def _is_strange(self, at: int) -> bool:
        """Tell whether an unknown word stands where the reader is told or allowed something."""
        if (self.seen and not self.modal) or self.intro or self.neg or self.subject & ~(m.YOU | m.PEOPLE):
            return False
        before = self.row[at - 1] if at > self.start else 0
        if self.modal & (m.CAN | m.PERMIT | m.ADVISE):
            return bool(before & (m.CAN | m.PERMIT | m.ADVISE | m.ADVERB | m.TO)) and bool(self.subject)
        after = self.row[at + 1] if at + 1 < len(self.row) else 0
        opens = at <= self.start + 1 and not before & ~(m.ADVERB | m.JOINTS | m.AND | m.BUT)
        return (
            opens
            and not self.subject
            and bool(after & (m.THE | m.YOUR | m.IT | m.MEDICINE) and not after & m.DOCTOR)
        )

    def _strange(self, at: int) -> None:
        status = self._framed(passive=False)
        self.acts.append(Act(m.STRANGE, status, at, len(self.clauses), self.subject))
        self.seen = True

    def _frame(self, at: int, mark: int) -> None:  # noqa: C901 - one case a line, as in a table
        """Take in a word that tells who, whether, may or must."""
        if self.intro & _CARRIED and (
            self._denies_call(at) or (self.seen and self._turns_to_reader(at, mark))
        ):
            self._close(at)
            self._open(0)
        if mark & (m.PERMIT | m.ADVISE | m.RELEASE | m.NECESSARY) and not (
            mark & m.ADVERB and not mark & m.PERMIT
        ):
            self.modal = mark & _MODAL
            if mark & (m.PERMIT | m.ADVISE) and self.neg and not mark & m.MINIMISE:
                self.modal = m.MUST  # "it is not safe to": forbidden
            elif mark & m.NECESSARY and self.neg:
                self.modal, self.neg = m.RELEASE, False
            elif mark & m.RELEASE:
                self.neg = False
        elif mark & m.HAZARD and not mark & _FORMS and not self.neg and self.aux & m.BE:
            self.modal, self.neg = m.MUST, True  # "it is dangerous to"
        elif mark & m.MUST and self.modal & m.CAN and not mark & _FORMS:
            self.modal = m.WILL  # "may need to": it is not the reader who decides
        elif mark & (m.CAN | m.MUST | m.WILL) and not mark & _FORMS:
            self.modal = mark & (m.CAN | m.MUST | m.WILL)
        if mark & m.NOT or (mark & m.NO and not mark & _MODAL):
            self.neg = not mark & (m.PERMIT | m.RELEASE)
            self.modal &= ~(m.PERMIT | m.ADVISE)  # "it is best not to": forbidden
        if mark & _AUXILIARY:
            self.aux |= mark & _AUXILIARY
        if mark & m.YOU and at == self.start + 1 and self.row[self.start] & m.JOINTS:
            self.subject = m.YOU  # ", and you may"
        elif (
            not self.seen and not self.subject & (m.DOCTOR | m.YOU) and mark & _SUBJECTS and not mark & m.NOT
        ):
            self.subject = mark & _SUBJECTS
        if mark & (_FORMS | _AUXILIARY) or (self.intro and self.subject & m.YOU and mark & m.UNKNOWN):
            self.seen = True

    def _denies_call(self, at: int) -> bool:
        """Tell whether "do not tell your …" opens here, whatever stands before it."""
        row = self.row[at : at + 4]
        if not row[0] & m.DO or self.row[at - 1] & (m.YOU | m.PEOPLE | m.IT | m.AND | m.OR):
            return False
        if not row[0] & m.NOT:
            row = row[1:] if len(row) > 1 and row[1] & m.NOT else ()
        return len(row) > 2 and bool(
            row[1] & m.BASE and row[1] & (m.TELL | m.HELP) and row[2] & (m.YOUR | m.DOCTOR)
        )

    def _turns_to_reader(self, at: int, mark: int) -> bool:
        """Tell whether a condition ends here without a comma: "if you feel sick do not …", "… you may …"."""
        before = self.row[at - 1] if at else 0
        after = self.row[at + 1] if at + 1 < len(self.row) else 0
        if mark & m.DO and (mark | after) & m.NOT:
            return not before & (_LEADS_ON & ~m.ADVERB)
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

    def _act(self, at: int, mark: int) -> None:
        before = self.row[at - 1] if at else 0
        if not mark & _FORMS or (mark & m.BASE and self._is_noun(at, before)):
            if mark & _NOUNS or not mark & _FORMS:
                self.acts.append(Act(mark, self._of_noun(), at, len(self.clauses), self.subject))
            if not self.seen and not self.subject:
                self.subject = m.UNKNOWN
            return
        if mark & m.BASE and self._ends_condition(at, mark, before):
            self._close(at)
            self._open(0)
        status = self._of_verb(at, mark, before)
        self.acts.append(Act(mark, status, at, len(self.clauses), self.subject))
        if mark & m.ING and not self.seen and not self.subject and not self.modal:
            self.subject = m.UNKNOWN
            return
        self.seen = True

    def _is_noun(self, at: int, before: int) -> bool:
        """Tell whether a word that may be a verb is a noun: behind "the", or "the" and an adjective."""
        if before & _DETERMINERS and not before & (m.IT | m.YOU):
            return True
        adjective = before & (m.SUDDEN | m.SLOWLY | m.BIGGER | m.SMALLER | m.GRAVE) and not before & m.TO
        return bool(adjective and at > 1 and self.row[at - 2] & _DETERMINERS)

    def _ends_condition(self, at: int, mark: int, before: int) -> bool:
        """Tell whether a plain verb opens the order that follows a condition without a comma."""
        if not self.intro & _CARRIED or not before:
            return False
        if (
            before & m.AND
            and mark & (m.TELL | m.HELP)
            and any(act.status is Status.ORDER for act in self.acts)
        ):
            return True
        if before & _LEADS_ON or at - self.start <= 1:
            return False
        return self.seen or (bool(mark & (m.TELL | m.HELP | m.STOP)) and at - self.start > 2)

    def _of_noun(self) -> Status:
        """Return how the clause puts an act that stands as a noun: by the verb it hangs on."""
        if self.acts and self.acts[-1].clause == len(self.clauses) and self.seen:
            last = self.acts[-1]
            return last.status if last.marks & _GOVERNS else Status.MENTION
        if self.intro & m.WITHOUT:
            return Status.WITHOUT
        if self.intro & _CARRIED or self.intro & m.INSTEAD:
            return Status.MENTION
        if not self.seen:
            return Status.FORBID if self.neg else Status.SUBJECT
        if self.modal & m.CAN and not self.subject & (m.YOU | m.PEOPLE):
            return Status.STATE
        return self._framed(passive=False)

    def _of_verb(self, at: int, mark: int, before: int) -> Status:  # noqa: C901 - one case a line, as in a table
        if self.intro & (m.WITHOUT | m.INSTEAD):
            return Status.WITHOUT if self.intro & m.WITHOUT else Status.RELEASE
        if self.intro & m.THAT and mark & m.ING and not self.seen and not self.subject:
            return Status.SUBJECT
        if (
            self.intro & m.THAT
            and self.modal & m.WILL
            and self.subject & m.YOU
            and mark & m.RISKS
            and not self.neg
        ):
            return Status.ORDER  # "… that you will stop"
        if (
            self.intro & _CARRIED
            and not (self.intro & (m.THAT | m.BECAUSE | m.WHO) and self.modal & (m.PERMIT | m.RELEASE))
            and not (self.intro & m.BECAUSE and self.modal & m.CAN and self.subject & m.YOU)
        ):
            return Status.MENTION
        if self.intro & m.THAT and mark & m.ING and not self.seen and not self.subject:
            return Status.SUBJECT
        if mark & m.BASE and before & m.DOCTOR and self.acts and self.acts[-1].marks & m.HANDLE:
            return Status.DOCTOR  # "let your doctor …"
        if self.subject & m.DOCTOR:
            told = mark & m.TELL and mark & m.PAST and (self.neg or self.modal & m.RELEASE)
            return Status.FORBID if told else Status.DOCTOR
        if mark & m.ING:
            return self._of_gerund(before)
        if mark & m.BASE and before & m.TO and (aimed := self._aimed(at)):
            return aimed
        if mark & m.PAST and not mark & m.BASE:
            if self.aux & m.HAVE and not self.aux & m.BE:
                return Status.MENTION
            return self._framed(passive=True) if self.modal or self.neg else Status.STATE
        if mark & m.S_FORM and not mark & m.BASE:
            return Status.FORBID if self.neg else Status.STATE
        return self._framed(passive=False)

    def _aimed(self, at: int) -> Status | None:
        """Return what "to" makes of a verb: a doctor asked to do it, or what something is done for."""
        governs = self.row[at - 2] if at - self.start > 1 else 0
        if governs & m.DOCTOR and self.acts and self.acts[-1].marks & m.TELL:
            return Status.DOCTOR
        purpose = self.seen and not self.modal and not self.neg and not self.aux & m.BE
        if purpose and self.row[at] & m.MORE and self.acts and self.acts[-1].marks & m.TAKE:
            return self.acts[-1].status  # "take two to make up for …"
        if (
            purpose
            and governs & (m.IT | m.UNKNOWN | m.PLAIN | m.BENIGN | m.MEDICINE | m.DOSE)
            and not governs & m.ACTS
        ):
            return Status.MENTION
        return None

    def _of_gerund(self, before: int) -> Status:
        if self.neg:
            return Status.FORBID
        if self.modal & (m.PERMIT | m.ADVISE):
            return Status.ALLOW
        if self.modal & m.RELEASE:
            return Status.RELEASE
        if not self.seen and not self.subject:
            return Status.SUBJECT
        if before & (m.WISH | m.START) and self.acts == [] and not self.subject:
            return Status.ORDER  # "try stopping"
        last = self.acts[-1] if self.acts else None
        if last and before & m.MEANS and last.status in PROMPTED:
            return last.status
        if last and last.clause == len(self.clauses) and before & last.marks and last.marks & _FORMS:
            stops = last.marks & m.STOP and last.status in PROMPTED
            return Status.FORBID if stops else last.status  # "stop driving", "keep taking"
        return Status.MENTION

    def _framed(self, *, passive: bool) -> Status:
        modal, neg = self.modal, self.neg
        if modal & m.RELEASE:
            return Status.RELEASE
        if neg:
            return Status.FORBID
        if modal & (m.PERMIT | m.ADVISE):
            return Status.ALLOW
        if modal & m.CAN:
            people = not self.subject or self.subject & (m.YOU | m.PEOPLE | m.OTHERS) or passive
            return Status.ALLOW if people else Status.STATE
        if modal & (m.MUST | m.NECESSARY):
            return Status.ORDER
        if modal & m.WILL:
            return Status.STATE
        if not self.subject and not passive:
            return Status.ORDER
        return Status.STATE


def parse(row: Sequence[int]) -> Reading:
    """Return the acts and clauses of a sentence given as a row of marks."""
    return _Parser(row).read()
