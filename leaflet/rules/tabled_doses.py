"""Figures of tables and schedules against each other, their heads and the prose beside them."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from leaflet.inline import Text
from leaflet.model import Plan, Schedule, Section, Table
from leaflet.precompiled import expression
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.meaning import digest
from leaflet.rules.measures import NUMBER, count_of, in_kind
from leaflet.rules.rule import Hit
from leaflet.rules.told_doses import told_doses

_MASS = r"(?P<mass>mg|mcg|g|micrograms?|milligrams?|grams?)"
_FORM = r"(?:tablets?|capsules?|caplets?|pills?|sachets?|ampoules?|patch(?:es)?|suppositor(?:y|ies))"
_HEAD = expression(rf"(?P<each>{NUMBER}) ?{_MASS} {_FORM}\b", re.IGNORECASE)
_WHOLE = expression(rf"\s*(?P<count>{NUMBER}) ?{_MASS}\s*", re.IGNORECASE)
_COUNT = r"(?:half(?: an?| of an?)?|" + NUMBER + r"(?: and a half)?)"
_PIECES = expression(rf"\s*(?P<count>{_COUNT})(?: {_FORM})?\s*", re.IGNORECASE)
_NOTHING = expression(r"\s*(?:nothing|none|no (?:dose|tablets?|capsules?)|[-–—0]?)\s*", re.IGNORECASE)
_DOSE = expression(
    r"\s*(?P<count>half(?: an?| of an?)?|\d[\d.,]{0,7}|[a-z]+) (?P<unit>[a-z]{1,12}?)s?\s*", re.I
)
_TENFOLD = 10
_OTHER_DAYS = expression(
    r"\b(?:(?:all|the|every|each) other days?|(?:every|each) day|daily|rest of the week)\b", re.IGNORECASE
)
_A_WEEKDAY = expression(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_EACH_DAY = expression(
    r"\b(?:(?:every|each|a) (?:\w+ )?day|daily|days? \d|week \d|each|always)\b", re.IGNORECASE
)
_KEY = expression(r".*\d ?(?:mg|mcg|g|micrograms?|ml|mL|units?|kg|years?|months?)\b.*", re.IGNORECASE)
_DAILY = expression(
    r"^(?:(?:take|use|inject|swallow|give)(?: (?:it|them|this medicine|your (?:dose|tablets?)))? )?"
    r"(?:(?:once|twice|(?:two|three|four|\d) times) (?:a|each|every) day|every day|daily)\b",
    re.IGNORECASE,
)
_OTHER_ACT = expression(
    r"\b(?:check|look|wash|weigh|measure|test|write|count|drink|clean|not|never|folic)\b", re.I
)
_SIGN = "; if the source says so, a pharmacist may sign for it"


def tabled_doses(manuscript: Manuscript) -> Iterator[Hit]:
    """Yield tables and schedules that do not add up, or do not fit the prose of their section."""
    is_weekly = "weekly" in manuscript.monograph.classes
    for section in manuscript.monograph.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                yield from _counted(block)
                yield from _told_twice(block)
            elif isinstance(block, Schedule):
                yield from _tenfold(block.schedule)
                if is_weekly:
                    yield from _on_other_days(manuscript, block.schedule)
    yield from _against_prose(manuscript)
    if is_weekly:
        yield from _daily(manuscript)


def _counted(block: Table) -> Iterator[Hit]:
    """Yield rows whose number of pieces, of the strength in their head, does not come to their dose."""
    heads = [_HEAD.search(head.plain) for head in block.table.columns]
    strong = [number for number, head in enumerate(heads) if head]
    if not strong:
        return
    for row in block.table.rows:
        wholes = [
            match for number, cell in enumerate(row)
            if number not in strong and (match := _WHOLE.fullmatch(cell.plain))
        ]  # fmt: skip
        total = _sum([(heads[number], row[number]) for number in strong if number < len(row)])
        if len(wholes) != 1 or total is None:
            continue
        kind, whole = in_kind(count_of(wholes[0]["count"]), wholes[0]["mass"])
        if total not in ((kind, whole), ("", Fraction(0))):
            shown = ", ".join(row[number].plain for number in strong if number < len(row))
            yield Hit(
                message=f"{shown!r} of this strength does not come to {wholes[0].group().strip()!r}",
                hint="correct the dose, the number or the strength",
                span=row[strong[0]].span,
            )


def _sum(parts: Sequence[tuple[re.Match[str] | None, Text]]) -> tuple[str, Fraction] | None:
    """Return what pieces of some strengths come to; None where a cell holds anything else."""
    kinds, total = set[str](), Fraction(0)
    for head, cell in parts:
        if _NOTHING.fullmatch(cell.plain):
            continue
        pieces = _PIECES.fullmatch(cell.plain)
        if head is None or pieces is None:
            return None
        kind, each = in_kind(count_of(head["each"]), head["mass"])
        kinds.add(kind)
        total += each * count_of(pieces["count"])
    return (kinds.pop() if len(kinds) == 1 else "", total) if len(kinds) <= 1 else None


def _told_twice(block: Table) -> Iterator[Hit]:
    """Yield a second row for the same strength, dose or age that says something else."""
    first: dict[str, str] = {}
    for row in block.table.rows:
        if len(row) != len(("key", "value")) or not _KEY.fullmatch(row[0].plain) or not row[1].plain:
            continue
        key, said = row[0].plain.strip().lower(), row[1].plain.strip()
        if first.setdefault(key, said).lower() != said.lower():
            yield Hit(
                message=f"two rows tell of {row[0].plain!r}: {first[key]!r} and {said!r}",
                hint="correct one of the two, or put both into one row" + _SIGN,
                span=row[0].span,
                words_sha256=digest(f"{row[0].plain} {said}"),
            )


def _tenfold(plan: Plan) -> Iterator[Hit]:
    """Yield a dose that is ten times as much as every other dose of its row."""
    for row in plan.rows:
        doses = [(cell, match) for cell in row.doses if (match := _DOSE.fullmatch(cell.plain))]
        valued = [
            (cell, match["unit"].lower(), value) for cell, match in doses if (value := _value(match["count"]))
        ]
        for cell, unit, value in valued:
            others = [other for each, kind, other in valued if each is not cell and kind == unit]
            if len(others) > 1 and value >= _TENFOLD * max(others):
                yield Hit(
                    message=f"{cell.plain!r} is ten times the other doses of {row.when.plain!r}",
                    hint="correct the number" + _SIGN,
                    span=cell.span,
                    words_sha256=digest(" ".join(each.plain for each in row.doses), row.when.plain),
                )


def _value(words: str) -> Fraction:
    """Return the number that words stand for, 0 where they are none."""
    known = (
        words[0].isdigit() or words.lower().startswith("half") or re.fullmatch(NUMBER, words, re.IGNORECASE)
    )
    return count_of(words) if known else Fraction(0)


def _on_other_days(manuscript: Manuscript, plan: Plan) -> Iterator[Hit]:
    """Yield the rows of a weekly medicine that give it on a second day."""
    first_words = {name.split()[0].lower() for name in manuscript.all_names}
    given = [
        row
        for row in plan.rows
        if any(not first_words.isdisjoint(dose.plain.lower().split()) for dose in row.doses)
    ]
    days = [row for row in given if _A_WEEKDAY.search(row.when.plain) or _OTHER_DAYS.search(row.when.plain)]
    others = [row for row in given if _OTHER_DAYS.search(row.when.plain)]
    for row in others or days[1:]:
        yield Hit(
            message=f"this medicine is taken once a week, and the plan gives it on {row.when.plain!r}",
            hint="name it on one day only; taken daily by mistake, a weekly medicine can kill",
            span=row.when.span,
        )


def _daily(manuscript: Manuscript) -> Iterator[Hit]:
    """Yield sentences that have a weekly medicine taken every day."""
    for sentence in manuscript.sentences:
        if sentence.passage.topic not in ("how_to_take", "missed_dose") or sentence.lead:
            continue
        text = manuscript.names.sub("it", sentence.text)
        if _DAILY.match(text) and not _OTHER_ACT.search(text):
            yield Hit(
                message=f"this medicine is taken once a week, and {sentence.text!r} says otherwise",
                hint="say on which day of the week it is taken" + _SIGN,
                span=sentence.span,
                words_sha256=digest(sentence.text),
            )


def _against_prose(manuscript: Manuscript) -> Iterator[Hit]:
    """Yield a frequency of the prose that no day of the only schedule beside it comes to."""
    plans = {
        topic: times
        for section in manuscript.monograph.sections
        for topic in section.topics
        if (times := _times_a_day(section))
    }
    if not plans:
        return
    for sentence, told in manuscript.found_in_sentences(told_doses):
        topic = sentence.passage.topic
        if topic not in plans or told.is_elsewise or len(told.often) != 1 or sentence.passage.role == "cell":
            continue
        often = told.often[0]
        words = sentence.text[often.start : often.end]
        if (
            often.value >= 1
            and "hour" not in words.lower()
            and often.value not in plans[topic] | {Fraction(1)}
        ):
            fullest = _counted_doses(max(plans[topic]))
            yield Hit(
                message=f"{words!r} does not fit the plan, whose fullest day has {fullest}",
                hint="correct the frequency or the plan" + _SIGN,
                span=sentence.locate(often.start, often.end),
                words_sha256=digest(sentence.text, sentence.lead),
            )


def _counted_doses(number: Fraction) -> str:
    return "1 dose" if number == 1 else f"{number} doses"


def _times_a_day(section: Section) -> set[Fraction]:
    """Return how many doses the days of a section's only schedule have; none where it tells of weekdays."""
    plans = [block.schedule for block in section.blocks if isinstance(block, Schedule)]
    if len(plans) != 1 or plans[0].is_to_fill_in:
        return set()
    rows = plans[0].rows
    if any(_A_WEEKDAY.search(row.when.plain) for row in rows):
        return set()
    if not all(_EACH_DAY.search(row.when.plain) for row in rows):
        return set()
    return {Fraction(sum(not _NOTHING.fullmatch(dose.plain) for dose in row.doses)) for row in rows}
