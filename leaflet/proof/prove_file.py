"""Prove one finished file: make it again, read it back, judge it by every rule."""

from collections.abc import Sequence

from leaflet.forms import form_of
from leaflet.handout import NO_HANDOUT, Handout
from leaflet.model import Monograph
from leaflet.proof.answers import FULL, NOBODY, Depth, Proved, Trusted, unreadable
from leaflet.proof.catalogue import all_rules
from leaflet.proof.forms.alike import Saying
from leaflet.proof.outside import with_verapdf
from leaflet.proof.print_runs import Choose
from leaflet.proof.reading.file_objects import read_said
from leaflet.proof.reading.painted import UnreadableError, picture
from leaflet.proof.reading.said import Said
from leaflet.proof.registry import FileRule
from leaflet.proof.remake import Remaking, remade
from leaflet.proof.results import Fault, Identity, Judgement, Report, Result
from leaflet.proof.sameness import variant_of
from leaflet.proof.seals import seal_results
from leaflet.proof.subject import Subject, read_subject
from leaflet.values import Value

PICTURE_DPI = 50.0
_MOST_PICTURES = 24


class Asked(Value, kw_only=True, eq=False):
    """What files are held against: the monographs at hand, how deeply, and what a counter trusts."""

    choose: Choose
    depth: Depth = FULL
    trusted: Trusted = NOBODY


def verify_bytes(
    pdf: bytes, monograph: Monograph | None = None, depth: Depth = FULL, handout: Handout = NO_HANDOUT
) -> Report:
    """Return the report on one finished file; damage is told in the report, never raised.

    For files of this program's own making: a hostile one can end the process (see `sandbox`).
    """
    found = prove("", pdf, Asked(choose=lambda _: monograph, depth=depth), handout)
    return with_verapdf(found, pdf, depth).report


def prove(name: str, pdf: bytes, asked: Asked, handout: Handout = NO_HANDOUT) -> Proved:
    """Return the report on one finished file under its name, ready to be compared with others.

    `handout` is what a pharmacy added; without it, what stands in the places that are marked for it.
    """
    try:
        return _proved(name, pdf, asked, handout)
    except UnreadableError as error:
        return Proved(report=unreadable(name, str(error)))
    except (RecursionError, MemoryError) as error:
        return Proved(report=unreadable(name, f"it is too deep or too large ({type(error).__name__})"))
    except Exception as error:  # noqa: BLE001 - whatever a stranger's file does to its readers is a report
        return Proved(
            report=unreadable(name, f"its readers cannot make sense of it ({type(error).__name__})")
        )


def _proved(name: str, pdf: bytes, asked: Asked, handout: Handout) -> Proved:
    depth = asked.depth
    if form_of(name) is not None:
        from leaflet.proof.forms.prove import prove_form  # with all that the other forms need

        form = prove_form(name, pdf, asked.choose, remake=depth.remake, rules=depth.rules)
        return Proved(report=form.report, said=form.said)
    subject: list[Subject] = []

    def read() -> Subject:
        """Read the file, once."""
        if not subject:
            subject.append(read_subject(name, pdf, asked.choose, handout))
        return subject[0]

    results: list[Result] = []
    said = read().objects.said if depth.rules else read_said(pdf)
    if depth.remake:
        monograph = asked.choose(said.own)
        results.append(
            remade(Remaking(pdf, said, monograph, lambda: read().handout, asked.choose, asked.trusted))
        )
    if not depth.rules:
        return Proved(report=Report(name=name, identity=identity_of(said), results=tuple(results)))
    results += [_result(rule, read()) for rule in rules_of(depth)]
    if not depth.remake:
        results += seal_results(pdf, said, asked.trusted)
    report = Report(name=name, identity=identity_of(said, read().page_count), results=tuple(results))
    pages = range(1, min(_MOST_PICTURES, len(read().sheets)) + 1) if depth.pictures else ()
    pictures = tuple(picture(pdf, page, PICTURE_DPI) for page in pages)
    return Proved(report=report, variant=variant_of(read()), said=saying_of(read()), pictures=pictures)


def saying_of(subject: Subject) -> Saying | None:
    """Return what a PDF says, leaf by leaf, and what every page says, to be held against other forms.

    None of a product that says a part of the leaflet, such as a card.
    """
    own = subject.objects.said.own
    if not own.get("monograph") or own.get("product", "leaflet") not in ("leaflet", "booklet"):
        return None
    at_foot = [line.text for line in subject.lines if line.is_artifact and line.page == subject.page_count]
    passages = (*[leaf.words for leaf in subject.leaves if leaf.words], *at_foot)
    return Saying(
        name=subject.name,
        monograph=own["monograph"],
        region=own.get("region", ""),
        form="pdf",
        passages=passages,
    )


def rules_of(depth: Depth) -> Sequence[FileRule]:
    """Return the rules of a depth; veraPDF is asked about many files at once, elsewhere."""
    left_out = {"verapdf"} if depth.copies else {"verapdf", "copies"}
    return [rule for rule in all_rules() if rule.need not in left_out]


def _result(rule: FileRule, subject: Subject) -> Result:
    """Judge by one rule; what a stranger's file holds must not end the proof of the others."""
    try:
        return rule.result(subject)
    except Exception as error:  # noqa: BLE001 - whatever a rule stumbles over in a hostile file is a finding
        fault = Fault(f"the rule could not be applied: {type(error).__name__}")
        return rule.told(Judgement(rule.explanation.title, "not measured", (fault,)))


def identity_of(said: Said, pages: int = 0) -> Identity:
    """Return what a file says it is."""
    own = said.own
    return Identity(
        title=said.title,
        monograph=own.get("monograph", ""),
        version=own.get("version", ""),
        profile=own.get("profile", ""),
        paper=own.get("paper", ""),
        region=own.get("region", ""),
        pages=pages,
    )
