"""The register of threats, and the good files that they are done to."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from leaflet.api import make
from leaflet.model import Monograph
from leaflet.proof.subject import Subject, read_subject
from leaflet.values import altered
from tests.builders import monograph, paragraph, section
from tests.medicines import loaded
from tests.proof.surgery import LONG, Surgeon, operated_on

BACLOFEN = Path(__file__).parents[3] / "content" / "baclofen.yaml"
MEDICINES = Path(__file__).parents[2] / "medicines"
DOSE, MOST, NOT_MORE, HALF = (
    "Take 5 mg with a meal.",
    "The most in one day is 15 mg.",
    "Do not take more than your doctor says.",
    "Each small tablet has 2.5 mg in it.",
)


class Base(NamedTuple):
    """A good file: a monograph, and the settings that it is made with."""

    medicine: str
    profile: str
    region: str = ""
    colour: bool = False
    standard: str = "ua1"


STANDARD, LARGE = Base("testol", "standard"), Base("testol", "large")
BY_UA_2 = Base("testol", "standard", standard="ua2")
BACLOFEN_STANDARD, BACLOFEN_LARGE = Base("baclofen", "standard"), Base("baclofen", "large")
BACLOFEN_GIANT, BACLOFEN_APH = Base("baclofen", "giant"), Base("baclofen", "aph")
PLAN, PLAN_GIANT = Base("oprelin", "standard"), Base("oprelin", "giant")  # tables and a schedule
DIARY = Base("vaxitol", "standard")  # with a table whose cells are left empty to write in
LISTED = Base("baclofen", "acb")  # with a list of contents
LISTED_BY_UA_2 = Base("baclofen", "acb", standard="ua2")
LINKED = Base("linked", "standard")  # with links, one of them over two lines, and raised letters
PICTURES = Base("inhalox", "standard")  # with two of them

Edit = Callable[[Surgeon], None]
Forgery = Callable[[bytes], bytes]


class Threat(NamedTuple):
    """What is done, and to which file."""

    base: Base
    forge: Forgery

    @property
    def pdf(self) -> bytes:
        """The forged file."""
        good = file_of(self.base)
        bad = self.forge(good)
        assert bad != good, "the forger changed nothing"
        return bad


THREATS: dict[str, Threat] = {}


def edits(base: Base) -> Callable[[Edit], Edit]:
    """Register an edit of a base's objects."""

    def add(edit: Edit) -> Edit:
        THREATS[edit.__name__] = Threat(base, lambda pdf: operated_on(pdf, subject_of(base), edit))
        return edit

    return add


def forges(base: Base) -> Callable[[Forgery], Forgery]:
    """Register a change of a base's bytes."""

    def add(forge: Forgery) -> Forgery:
        THREATS[forge.__name__] = Threat(base, forge)
        return forge

    return add


@cache
def monograph_of(medicine: str) -> Monograph:
    """Return a base's monograph."""
    if medicine == "baclofen":
        return loaded(BACLOFEN)
    if medicine == "linked":
        report = paragraph("Report side effects at <https://example.org/report> or <https://example.net/b>.")
        guide = "https://example.org/guides/how-to-take-testol/with-a-meal-and-without-one/2026"
        once = paragraph(f"Take it in the 1^{{st}} week as the guide says, which is at <{guide}>.")
        sections = section(once, topic="how_to_take"), section(report, topic="side_effects")
        return altered(monograph(*sections, id="linked"), sha256="1" * 64)
    if medicine != "testol":
        return loaded(MEDICINES / f"{medicine}.yaml")
    more = [
        section(paragraph(f"{LONG} This is part {number}."), {"bullets": ["slow", "long"]}, topic=topic)
        for number, topic in enumerate(("uses", "storage", "driving", "children", "alcohol"), start=1)
    ]
    doses = section(*map(paragraph, (DOSE, MOST, NOT_MORE, HALF, LONG)), topic="how_to_take")
    return monograph(doses, *more)


@cache
def file_of(base: Base) -> bytes:
    """Return a base's file."""
    return make(
        monograph_of(base.medicine),
        profile=base.profile,
        region=base.region or None,
        colour=base.colour,
        standard=base.standard,
    ).pdf


@cache
def subject_of(base: Base) -> Subject:
    """Return a base's file as the readers see it."""
    made = monograph_of(base.medicine)
    return read_subject("good.pdf", file_of(base), lambda _: made)
