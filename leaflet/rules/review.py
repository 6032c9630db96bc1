"""Rules S601 to S608: who stands behind the words, since when, and until when; and what is still open."""

import datetime
from collections.abc import Iterable

from leaflet.approval import words_sha256
from leaflet.precompiled import expression
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.rule import Hit, rule

# At least a name and a surname, in letters of any script; initials have a full stop.
_PERSON = expression(r"(?:[^\W\d_]+[.'’-]?)+(?:,? (?:[^\W\d_]+[.'’-]?)+)+")
_REGISTERED = expression(r"[^\W\d_][\w .&'’-]*?[ :-]+[A-Z]{0,3}\d[\d/-]{3,}")
_LONGEST = datetime.timedelta(days=3 * 366)
_SOURCE = "NHS England, Accessible Information Standard DAPB1605: review"


@rule(
    "S601",
    "an approval without a reviewer, a day or a limit",
    reason="an approval counts when somebody gave it, on a day, for a time",
    bad="review: {status: approved}",
    good="review: {status: approved, by: A. Pharmacist, on: 2026-01-31, due: 2028-01-31}",
    source=_SOURCE,
    english=False,
)
def approval_complete(manuscript: Manuscript) -> Iterable[Hit]:
    """Find approved words without by, on or due."""
    review = manuscript.monograph.review
    if review.status != "approved":
        return
    meanings = {"by": "who approved them", "on": "when that was", "due": "when they must be looked at again"}
    for key, meaning in meanings.items():
        if getattr(review, key) is None:
            yield Hit(
                message=f"the words are approved, and the review does not say {meaning}",
                hint=f"add {key}, or set the status to draft",
                span=review.span_of("status"),
            )


@rule(
    "S602",
    "dates of the review out of order",
    reason="words cannot be approved before they were written, nor looked at again before that",
    bad="date: 2026-06-01, and under review on: 2026-01-31",
    good="date: 2026-01-31, and under review on: 2026-02-15, due: 2028-02-15",
    source=_SOURCE,
    english=False,
)
def dates_in_order(manuscript: Manuscript) -> Iterable[Hit]:
    """Find an approval before the words or in the future, and a limit that is no later than the approval."""
    monograph, review = manuscript.monograph, manuscript.monograph.review
    orders: tuple[tuple[str, datetime.date | None, str, datetime.date | None], ...] = (
        ("on", review.on, f"before the date of the words, {monograph.date}", monograph.date),
        ("due", review.due, f"not after the day of approval, {review.on}", _next_day(review.on)),
        ("due", review.due, f"before the date of the words, {monograph.date}", monograph.date),
    )
    told: set[str] = set()
    for key, day, relation, earliest in orders:
        if day and earliest and day < earliest and key not in told:
            told.add(key)
            said = f"{key} is {day}, {relation}"
            yield Hit(message=said, hint="put the dates in order", span=review.span_of(key))
    if review.on and review.on > manuscript.on:
        said = f"on is {review.on}, after {manuscript.on}, the day it is judged on"
        yield Hit(message=said, hint="give the day on which they were approved", span=review.span_of("on"))
    if monograph.date and monograph.date > manuscript.on:
        said = f"the words are dated {monograph.date}, after {manuscript.on}, the day they are judged on"
        yield Hit(
            message=said, hint="give the day on which they were written", span=monograph.span_of("date")
        )


def _next_day(day: datetime.date | None) -> datetime.date | None:
    return day + datetime.timedelta(days=1) if day and day < datetime.date.max else day


@rule(
    "S603",
    "a review that has lapsed",
    reason="medicine moves on; words nobody looked at in time may be wrong",
    bad="review: {status: approved, …, due: 2020-01-31}, checked in 2026",
    good="review: {status: approved, …, due: 2028-01-31}, checked in 2026",
    source=_SOURCE,
    english=False,
)
def lapsed(manuscript: Manuscript) -> Iterable[Hit]:
    """Find approved words whose review is overdue on the day of judgement."""
    review = manuscript.monograph.review
    if review.status == "approved" and review.due and review.due < manuscript.on:
        yield Hit(
            message=f"the review lapsed on {review.due}; today is {manuscript.on}",
            hint="have a pharmacist look at the words again, or set the status to draft",
            span=review.span_of("due"),
        )


@rule(
    "S604",
    "a draft that carries an approval",
    reason="one of the two is wrong, and each page of the leaflet says which",
    bad="review: {status: draft, on: 2026-01-31}",
    good="review: {status: draft}",
    source=_SOURCE,
    english=False,
)
def draft_approved(manuscript: Manuscript) -> Iterable[Hit]:
    """Find drafts with a day of approval."""
    review = manuscript.monograph.review
    if review.status == "draft" and review.on is not None:
        yield Hit(
            message=f"the status is draft, and yet the words were approved on {review.on}",
            hint="set the status to approved, or take the day of approval out",
            span=review.span_of("on"),
        )


@rule(
    "S605",
    "a field left open",
    reason="nobody has stated yet what belongs there, and nothing may be made up for it",
    bad="consequence: ~",
    good="consequence: It can cause seizures.",
    source="House rule: no clinical fact is made up",
    english=False,
)
def left_open(manuscript: Manuscript) -> Iterable[Hit]:
    """Find fields whose value nobody has stated."""
    for field in manuscript.monograph.open_fields:
        yield Hit(
            message=f"'{field.key}' is left open",
            hint="state it from the source, or delete the key where it may be left out",
            span=field.span,
        )


@rule(
    "S606",
    "an approval that is not bound to the words",
    reason="an approval of other words is none: whoever changes a sentence changes what was approved",
    bad="review: {status: approved, …}, and a sentence changed since",
    good="review: {status: approved, …, words_sha256: …}, written by 'leaflet approve'",
    source="House rule: a pharmacist stands behind these words, and no others",
    english=False,
)
def bound(manuscript: Manuscript) -> Iterable[Hit]:
    """Find approved words whose digest is not that of the review."""
    monograph, review = manuscript.monograph, manuscript.monograph.review
    if review.status != "approved" or review.words_sha256 == words_sha256(monograph):
        return
    told = "was given for other words" if review.words_sha256 else "is bound to no words"
    yield Hit(
        message=f"the approval {told}",
        hint="have a pharmacist approve them with 'leaflet approve', or set the status to draft",
        span=review.span_of("words_sha256") or review.span_of("status"),
    )


@rule(
    "S607",
    "an approval by nobody who can be asked",
    reason="an approval counts when a registered person gave it, who can be found",
    bad="review: {status: approved, by: TBD, …}",
    good="review: {status: approved, by: A. Pharmacist, register: GPhC 0000000, …}",
    source=_SOURCE,
    english=False,
)
def reviewer(manuscript: Manuscript) -> Iterable[Hit]:
    """Find approvals by what is no name of a person, and without the number of a register."""
    review = manuscript.monograph.review
    if review.status != "approved":
        return
    if review.by is not None and not _PERSON.fullmatch(review.by.strip()):
        yield Hit(
            message=f"{review.by!r} is no name of a person",
            hint="give the name and surname of who approved the words; the leaflet does not print it",
            span=review.span_of("by"),
        )
    if review.register is None or not _REGISTERED.fullmatch(review.register.strip()):
        yield Hit(
            message="the review names no register with a number",
            hint="add register, such as 'GPhC 0000000'",
            span=review.span_of("register") or review.span_of("status"),
        )


@rule(
    "S608",
    "a review that is due too late",
    reason="medicine moves on; after three years words are old",
    bad="review: {status: approved, on: 2026-01-31, due: 2036-01-31}",
    good="review: {status: approved, on: 2026-01-31, due: 2028-01-31}",
    source=_SOURCE,
    english=False,
)
def due_in_time(manuscript: Manuscript) -> Iterable[Hit]:
    """Find reviews that are due more than three years after the approval."""
    review = manuscript.monograph.review
    if review.status == "approved" and review.on and review.due and review.due > review.on + _LONGEST:
        yield Hit(
            message=f"due is {review.due}, more than three years after the approval",
            hint="have the words looked at again within three years",
            span=review.span_of("due"),
        )


RULES = (
    approval_complete,
    dates_in_order,
    lapsed,
    draft_approved,
    left_open,
    bound,
    reviewer,
    due_in_time,
)
