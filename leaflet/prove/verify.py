"""Prove finished files: read each back, judge it by every rule, and compare variants with each other."""

from collections.abc import Sequence

from leaflet.handout import NO_HANDOUT, Handout
from leaflet.model import Monograph
from leaflet.prove.catalogue import all_rules
from leaflet.prove.reading.marks import Pixels
from leaflet.prove.reading.painted import UnreadableError, picture
from leaflet.prove.registry import Rule
from leaflet.prove.results import Fault, Identity, Judgement, Report, Result
from leaflet.prove.sameness import Variant, variant_of
from leaflet.prove.subject import Choose, Subject, read_subject
from leaflet.values import Value


class Depth(Value, kw_only=True):
    """How much is asked: the photocopy rules take longer, veraPDF much longer; pictures are for reports."""

    copies: bool = True
    verapdf: bool = True
    pictures: bool = False


FULL = Depth()
PICTURE_DPI = 50.0
_MOST_PICTURES = 24


class Proved(Value, kw_only=True):
    """A file's report, and what to compare with other variants; None where there is nothing to compare."""

    report: Report
    variant: Variant | None = None
    pictures: tuple[Pixels, ...] = ()  # of the first pages, where they were asked for


def verify_bytes(
    pdf: bytes, monograph: Monograph | None = None, depth: Depth = FULL, handout: Handout = NO_HANDOUT
) -> Report:
    """Return the report on one finished file; damage is told in the report, never raised.

    For files of this program's own making: a hostile one can end the process (see `guard`).
    """
    return prove("", pdf, lambda _: monograph, depth, handout).report


def prove(
    name: str, pdf: bytes, choose: Choose, depth: Depth = FULL, handout: Handout = NO_HANDOUT
) -> Proved:
    """Return the report on one finished file under its name, ready to be compared with others."""
    try:
        subject = read_subject(name, pdf, choose, handout)
        pages = range(1, min(_MOST_PICTURES, len(subject.sheets)) + 1) if depth.pictures else ()
        pictures = tuple(picture(pdf, page, PICTURE_DPI) for page in pages)
    except UnreadableError as error:
        return Proved(report=unreadable(name, str(error)))
    except (RecursionError, MemoryError) as error:
        return Proved(report=unreadable(name, f"it is too deep or too large ({type(error).__name__})"))
    return Proved(report=judge(subject, depth), variant=variant_of(subject), pictures=pictures)


def judge(subject: Subject, depth: Depth = FULL) -> Report:
    """Return the report on a file that has been read."""
    return Report(
        name=subject.name,
        identity=_identity(subject),
        results=tuple(_result(rule, subject) for rule in asked(depth)),
    )


def asked(depth: Depth) -> Sequence[Rule]:
    """Return the rules of a depth."""
    left_out = {need for need, wanted in (("copies", depth.copies), ("verapdf", depth.verapdf)) if not wanted}
    return [rule for rule in all_rules() if rule.need not in left_out]


def unreadable(name: str, reason: str) -> Report:
    """Return the report on a file that no rule can judge."""
    return Report(name=name, identity=Identity(), results=(), unreadable=reason)


def _result(rule: Rule, subject: Subject) -> Result:
    """Judge by one rule; what a stranger's file holds must not end the proof of the others."""
    try:
        return rule.result(subject)
    except Exception as error:  # noqa: BLE001 - whatever a rule stumbles over in a hostile file is a finding
        fault = Fault(f"the rule could not be applied: {type(error).__name__}")
        judgement = Judgement(rule.explanation.title, "not measured", (fault,))
        return Result(
            code=rule.code,
            title=rule.explanation.title,
            group=rule.group,
            source=rule.explanation.source,
            judgement=judgement,
        )


def _identity(subject: Subject) -> Identity:
    own = subject.objects.said.own
    return Identity(
        title=subject.objects.said.title,
        monograph=own.get("monograph", ""),
        version=own.get("version", ""),
        profile=own.get("profile", ""),
        paper=own.get("paper", ""),
        region=own.get("region", ""),
        pages=subject.page_count,
    )
