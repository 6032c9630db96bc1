"""The monograph as a whole: its sources and review, the warnings of page 1, and its sections."""

from typing import Annotated

from leaflet.diagnostics import Span
from leaflet.handout import Logo
from leaflet.inline import Text
from leaflet.model.blocks import Block
from leaflet.model.facts import Facts
from leaflet.model.table import Node, key
from leaflet.model.typed_values import (
    Address,
    Day,
    FindingCode,
    Identifier,
    Language,
    Legal,
    Level,
    Line,
    MedicineClass,
    ProductCode,
    Route,
    Sha256,
    SourceKind,
    SourceName,
    Status,
    Topic,
    WarningKind,
)
from leaflet.values import Value, field


class Source(Node, kw_only=True):
    """Where clinical facts come from."""

    title: Annotated[Line, key("What the source is called.", "Baclofen monograph")]
    kind: Annotated[
        SourceKind | None, key("What it is; editorial words are the editor's own, of no source.", "editorial")
    ] = None
    publisher: Annotated[Line | None, key("Who published it.", "The hospital's pharmacy")] = None
    date: Annotated[Day | None, key("When it was published.", "2026-01-31")] = None
    identifier: Annotated[Line | None, key("Its publisher's number for it.", "PL 00001/0001")] = None
    version: Annotated[Line | None, key("Its version.", "3")] = None
    url: Annotated[Address | None, key("Where it can be read.", "https://example.org/testol")] = None
    licence: Annotated[
        Line | None,
        key("What its licence asks to be printed at the leaflet's end.", "Open Government Licence v3.0"),
    ] = None
    sha256: Annotated[Sha256 | None, key("The SHA-256 sum of its file.", "0" * 64)] = None


class Review(Node, kw_only=True):
    """Whether a pharmacist stands behind the words. A leaflet not approved says so on each page."""

    status: Annotated[Status, key("draft until a pharmacist has approved the words.", "draft")]
    by: Annotated[Line | None, key("Who approved it; the leaflet does not print it.", "A. Pharmacist")] = None
    register: Annotated[
        Line | None, key("The register that the reviewer is in, with the number.", "GPhC 0000000")
    ] = None
    on: Annotated[Day | None, key("The day of approval.", "2026-01-31")] = None
    due: Annotated[Day | None, key("The day by which it is looked at again.", "2028-01-31")] = None
    words_sha256: Annotated[
        Sha256 | None, key("The SHA-256 sum of the words that were approved.", "0" * 64)
    ] = None


class Accepted(Node, kw_only=True):
    """A pharmacist's signature under a sentence that a rule stops at."""

    code: Annotated[FindingCode, key("The code of the finding.", "S101")]
    words_sha256: Annotated[Sha256, key("The SHA-256 sum of the words that it is about.", "0" * 64)]
    by: Annotated[Line, key("Who accepts it.", "A. Pharmacist")]
    on: Annotated[Day, key("The day of the signature.", "2026-01-31")]
    why: Annotated[Line, key("Why the words are right as they are.", "The source says so for this danger.")]


class Case(Node, kw_only=True):
    """What to do in one case: typed as a mapping of the condition to the action."""

    condition: Text
    action: Text


class SafetyWarning(Node, kw_only=True):
    """What nobody may miss: a panel on page 1. It names a hazard and what to do (ISMP)."""

    kind: Annotated[WarningKind, key("What it warns of.", "overdose")]
    level: Annotated[
        Level, key("How grave it is: fixes signal word, symbol and rank.", "emergency", "caution")
    ]
    hazard: Annotated[Text, key("What is dangerous, in a few words.", "Taking too much")]
    signs: Annotated[
        Text | tuple[Text, ...] | None,
        key("How to notice it: a text or a list.", "Signs may include vomiting.", ["vomiting", "sleepiness"]),
    ] = None
    action: Annotated[
        Text | tuple[Case, ...],
        key(
            "What to do: a text, or a list of 'condition: action' pairs.",
            "Get medical help immediately.",
            [{"If you feel sleepy": "Do not drive."}],
        ),
    ]
    consequence: Annotated[
        Text | None, key("What can happen otherwise, where the source says it.", "It can cause seizures.")
    ] = None
    source: Annotated[SourceName, key("The source it comes from.", "monograph")]
    address: Annotated[
        Line | None, key("Its address in the document that it was imported from.", "s3.p7", name="from")
    ] = None

    @property
    def action_text(self) -> str:
        """All that it tells to do as one text, each condition before its action."""
        if isinstance(self.action, Text):
            return self.action.plain
        return " ".join(f"{case.condition.plain}: {case.action.plain}" for case in self.action)

    @property
    def actions(self) -> tuple[str, ...]:
        """What it tells to do, case by case, without the conditions."""
        return (
            (self.action.plain,)
            if isinstance(self.action, Text)
            else tuple(case.action.plain for case in self.action)
        )

    @property
    def action_span(self) -> Span | None:
        """Where the action was typed."""
        return self.action.span if isinstance(self.action, Text) else self.span_of("action")


class Section(Node, kw_only=True):
    """One or more topics of the leaflet under their heading."""

    topics: Annotated[
        tuple[Topic, ...],
        key("What it is about, from a fixed list.", ["pregnancy", "breastfeeding"], least=1, single="topic"),
    ]
    heading: Annotated[
        Line | None,
        key("The heading; without it the leaflet uses its own for the topic.", "How to take it"),
    ] = None
    source: Annotated[SourceName, key("The source of its blocks.", "monograph")]
    address: Annotated[
        Line | None, key("Its address in the document that it was imported from.", "s3", name="from")
    ] = None
    what_to_do: Annotated[
        Text | None, key("What to do about any of the side effects listed.", "Contact your doctor.")
    ] = None
    blocks: Annotated[
        tuple[Block, ...],
        key("What it says, in order.", [{"paragraph": "It relaxes muscles."}], least=1),
    ]

    @property
    def topic(self) -> Topic:
        """The first of its topics, which gives it its heading."""
        return self.topics[0]

    @property
    def topic_span(self) -> Span | None:
        """Where its topics were typed."""
        typed = self.place.typed
        return self.span_of("topic" if typed is not None and typed.span_of("topic") else "topics")


class Silence(Node, kw_only=True):
    """A topic the gap panel leaves out, with the reason, which the leaflet prints."""

    topic: Annotated[Topic, key("The topic.", "driving")]
    reason: Annotated[Line, key("Why it need not be named.", "used in hospital only")]


class Codes(Node, kw_only=True):
    """The numbers by which a counter looks the medicine up."""

    gtin: Annotated[tuple[ProductCode, ...], key("Global trade item numbers.", ["05000000000000"])] = ()
    snomed: Annotated[tuple[ProductCode, ...], key("Concepts of SNOMED CT.", ["000000000"])] = ()
    dmd: Annotated[tuple[ProductCode, ...], key("Concepts of the UK's dm+d.", ["000000000"])] = ()
    ndc: Annotated[tuple[ProductCode, ...], key("US National Drug Codes.", ["00000-0000-00"])] = ()
    pl: Annotated[tuple[ProductCode, ...], key("UK product licence numbers.", ["PL 00001/0001"])] = ()


class OpenField(Value, kw_only=True):
    """A field that was typed as `~`: nobody has stated its value yet."""

    key: str
    span: Span | None = None


_WARNING = {
    "kind": "overdose",
    "level": "emergency",
    "hazard": "Taking too much",
    "action": "Get medical help immediately.",
    "source": "monograph",
}
_ACCEPTED = {
    "code": "S101",
    "words_sha256": "0" * 64,
    "by": "A. Pharmacist",
    "on": "2026-01-31",
    "why": "The source says so for this danger.",
}


class Monograph(Node, kw_only=True):
    """A medicine as its leaflet tells it."""

    id: Annotated[Identifier, key("Short name for files.", "baclofen")]
    name: Annotated[
        Line, key("The medicine's name as the patient reads it.", "Testol tablets", may_be_open=False)
    ]
    short_name: Annotated[
        Line | None, key("What headings and other texts call it, where not by its name.", "Testol")
    ] = None
    say_as: Annotated[Line | None, key("How the name is said.", "TESS-tol")] = None
    form: Annotated[Line | None, key("The form in which it comes.", "prolonged-release tablets")] = None
    online: Annotated[
        Address | None,
        key("Where its page for screens is; printed with a QR code.", "https://example.org/testol-en.html"),
    ] = None
    strengths: Annotated[tuple[Line, ...], key("The strengths in which it comes.", ["5 mg", "10 mg"])] = ()
    other_names: Annotated[
        tuple[Line, ...], key("Brand and other names, for searching.", ["Baclofen tablets"])
    ] = ()
    codes: Annotated[Codes, key("Numbers by which a counter looks it up.", {"gtin": ["05000000000000"]})] = (
        Codes()
    )
    language: Annotated[Language, key("BCP 47 tag of the language it is written in.", "en", "en-GB")]
    version: Annotated[Line, key("Version of these words.", "1.0")]
    date: Annotated[Day | None, key("Date of these words.", "2026-11-23", wanted=True)] = None
    classes: Annotated[
        tuple[MedicineClass, ...],
        key("What it is, [] for none of the list; decides what must be said.", ["opioid"], may_be_open=True),
    ]
    legal: Annotated[
        Legal | None, key("How a patient gets it.", "prescription", wanted=True, may_be_open=True)
    ] = None
    route: Annotated[
        tuple[Route, ...],
        key("How it gets into or onto the body.", ["swallow"], least=1, wanted=True, may_be_open=True),
    ] = ()
    purpose: Annotated[Text, key("What it is for, in one line.", "A medicine for muscle spasms")]
    sources: Annotated[
        dict[Identifier, Source],
        key("Where the facts come from.", {"monograph": {"title": "Baclofen monograph"}}, least=1),
    ]
    review: Annotated[Review, key("Who approved these words, and when.", {"status": "draft"})]
    facts: Annotated[Facts, key("The dangerous facts, as fields.", {"overdose": {"help": "emergency"}})] = (
        Facts()
    )
    accepted: Annotated[
        tuple[Accepted, ...], key("Signatures under sentences that the rules stop at.", [_ACCEPTED])
    ] = ()
    warnings: Annotated[
        tuple[SafetyWarning, ...], key("The panels of page 1, in order within each level.", [_WARNING])
    ] = ()
    sections: Annotated[
        tuple[Section, ...],
        key(
            "The text, in order.",
            [{"topic": "uses", "source": "monograph", "blocks": [{"paragraph": "For spasms."}]}],
            least=1,
        ),
    ]
    not_covered: Annotated[
        tuple[Silence, ...],
        key(
            "Topics that the panel of gaps leaves out, each with a reason.",
            [{"topic": "driving", "reason": "used in hospital only"}],
        ),
    ] = ()
    open_fields: tuple[OpenField, ...] = ()
    pictures: dict[str, Logo] = field(default_factory=dict)
    """The decoded pictures of its figures by file; empty for a monograph made in a program."""
    sha256: str = ""
    """SHA-256 of the file's bytes and its pictures', in hex; "" for a monograph made in a program."""

    @property
    def is_approved(self) -> bool:
        """Tell whether the review block says that the words are approved."""
        return self.review.status == "approved"

    @property
    def dated(self) -> str:
        """The date of the words, as in 2026-11-23; "" while it is open."""
        return self.date.isoformat() if self.date is not None else ""

    @property
    def called(self) -> str:
        """What headings and other texts call the medicine."""
        return self.short_name or self.name
