"""Make one print of a job, whatever product it is, with its layout."""

from typing import TYPE_CHECKING

from leaflet.batch.plan import BOOKLET, CARD, LEAFLET, PNG, SUMMARY, Job

if TYPE_CHECKING:
    from leaflet.layout.boxes import Layout
    from leaflet.model import Monograph

_PNG_DPI = 300.0  # what a photo printer of cards asks for


def printed(job: Job, monograph: "Monograph") -> "tuple[bytes, bytes, Layout]":
    """Return a print's PDF, the file that is asked for, and the layout; raises as `api.make` does."""
    pdf, layout = (_leaflet if job.product == LEAFLET else _beside)(job, monograph)
    return pdf, _png(pdf, len(layout.pages)) if job.form == PNG else pdf, layout


def _leaflet(job: Job, monograph: "Monograph") -> "tuple[bytes, Layout]":
    from leaflet.api import make  # here and below: who shares out work to other processes does without it

    made = make(
        monograph,
        profile=job.profile,
        paper=job.paper,
        region=job.region,
        colour=job.colour,
        standard=job.standard,
    )
    return made.pdf, made.layout


def _beside(job: Job, monograph: "Monograph") -> "tuple[bytes, Layout]":
    from leaflet.booklet import make_booklet
    from leaflet.card import make_card
    from leaflet.summary import make_summary

    make = {SUMMARY: make_summary, BOOKLET: make_booklet, CARD: make_card}[job.product]
    return make(monograph, profile=job.profile, paper=job.paper, region=job.region, colour=job.colour)


def _png(pdf: bytes, pages: int) -> bytes:
    """Return the sides of a card under one another as a picture in grey."""
    from leaflet.handout import Logo
    from leaflet.images.png import write_png
    from leaflet.proof.reading.painted import picture

    sides = [picture(pdf, number, _PNG_DPI) for number in range(1, pages + 1)]
    width, height = sides[0].width, sum([side.height for side in sides])
    grey = b"".join([side.data for side in sides])
    rgb = bytes([value for value in grey for _ in range(3)])
    return write_png(Logo(width=width, height=height, rgb=rgb, grey=grey))
