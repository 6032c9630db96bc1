"""What is made for an order, each a job with its result: plain values, so that any process can do it.

Nothing here decides whether something may be printed: `counter` has done that before.
"""

from collections.abc import Callable
from contextlib import suppress

from leaflet.api import Leaflet, composed, design, make
from leaflet.forms import FORMS
from leaflet.handout import Handout, Personal, Pharmacy, PrintWish
from leaflet.layout.scale import LayoutError
from leaflet.model import Monograph
from leaflet.profiles import PROFILES
from leaflet.serve.preview import PagePicture, draw_pages, leaflet_words
from leaflet.values import Value, altered


class Choices(Value, kw_only=True):
    """How a leaflet is wanted, and what the pharmacist says in it."""

    profile: str
    paper: str
    region: str
    colour: bool
    personal: Personal
    wish: PrintWish
    key: bytes = b""  # that seals it; b"" for none
    form: str = ""  # beside PDF; "" for none
    mark: str = ""  # over pages that are only looked at; "" for none

    def __repr__(self) -> str:
        return "<Choices>"  # a patient's words reach no log and no report of a crash


class Job(Value, kw_only=True):
    """One leaflet to make."""

    monograph: Monograph
    pharmacy: Pharmacy | None
    choices: Choices

    @property
    def handout(self) -> Handout:
        """What is added to the monograph's words."""
        return Handout(pharmacy=self.pharmacy, personal=self.choices.personal or None)


class Printed(Value, tag=True):
    """A file to print."""

    pdf: bytes
    pages: int


class Shown(Value, tag=True):
    """A leaflet to look at: its pages as pictures, and its words as elements of HTML."""

    pages: int
    pictures: tuple[PagePicture, ...]
    words: str
    language: str


class Counted(Value, tag=True):
    """The sheets that one copy takes at each print size that fits the paper."""

    sheets: dict[str, int]


class Written(Value, tag=True):
    """A file in another form than PDF."""

    data: bytes


Result = Printed | Shown | Counted | Written


def printed(job: Job) -> Printed:
    """Make the file to print; raises `LayoutError` as all jobs do."""
    leaflet = _made(job)
    return Printed(leaflet.pdf, leaflet.pages)


def shown(job: Job) -> Shown:
    """Make the leaflet and draw it: what is shown is what is printed."""
    leaflet = _made(job)
    pictures = draw_pages(leaflet.pdf, colour=job.choices.colour, mark=job.choices.mark)
    document = leaflet.document
    return Shown(leaflet.pages, pictures, leaflet_words(document), document.language)


def _made(job: Job) -> Leaflet:
    choices = job.choices
    return make(
        job.monograph,
        profile=choices.profile,
        paper=choices.paper,
        region=choices.region or None,
        colour=choices.colour,
        pharmacy=job.pharmacy,
        personal=choices.personal,
        wish=choices.wish,
        key=choices.key,
    )


def counted(job: Job) -> Counted:
    """Lay the leaflet out at each print size."""
    choices = job.choices
    one, sheets = altered(choices.wish, copies=1), {}
    for profile in PROFILES:
        with suppress(LayoutError):
            _, layout = design(
                job.monograph,
                profile=profile,
                paper=choices.paper,
                region=choices.region or None,
                handout=job.handout,
            )
            sheets[profile] = one.sheets(len(layout.pages))
    return Counted(sheets)


def written(job: Job) -> Written:
    """Write the leaflet in its form."""
    document = composed(job.monograph, job.choices.region or None, job.handout)
    return Written(FORMS[job.choices.form].write(document, job.monograph).data)


JOBS: dict[str, Callable[[Job], Result]] = {
    "printed": printed,
    "shown": shown,
    "counted": counted,
    "written": written,
}
"""Every kind of job by its name."""
