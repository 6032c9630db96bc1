"""Plan a build: which leaflets, from what, into which files."""

import re
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path

from leaflet.batch.sources import Source
from leaflet.forms import FORMS
from leaflet.precompiled import expression
from leaflet.values import Value

PDF, PNG = "pdf", "png"
PRINTED = frozenset({PDF, PNG})
"""The forms that are laid out on pages."""
LEAFLET, SUMMARY, BOOKLET, CARD = "leaflet", "summary", "booklet", "card"
"""What is printed: the last names of the files of all but the first say which they are."""
_WALLET = "card"  # the paper of a card for the wallet, which has no profile
USUAL = "ua1"
"""The standard that a print keeps where nothing is said; a file of another one has it in its name."""
_ENDINGS = "|".join([re.escape(form.ending) for form in FORMS.values()])
_IN_A_FORM = expression(rf".+-[a-z]{{2,3}}(?:{_ENDINGS}|-(?:.+-)?card\.png)")


class Setting(Value, kw_only=True):
    """What a leaflet is made as: a PDF in a profile on a paper, or another form, which has neither."""

    form: str = PDF
    product: str = LEAFLET
    profile: str = ""
    paper: str = ""
    standard: str = USUAL

    @property
    def ending(self) -> str:
        """What a file's name has after id and language."""
        if self.product == CARD:
            return f"-{self.profile}-{self.paper}-card.{self.form}" if self.profile else f"-card.{self.form}"
        if self.form != PDF:
            return FORMS[self.form].ending
        suffix = "" if self.product == LEAFLET else f"-{self.product}"
        kept = "" if self.standard == USUAL else f"-{self.standard}"
        return f"-{self.profile}-{self.paper}{suffix}{kept}.pdf"


class Variants(Value, kw_only=True):
    """The settings a build was asked for, by the names of their tables."""

    profiles: tuple[str, ...] = ("standard",)
    papers: tuple[str, ...] = ("a4",)
    forms: tuple[str, ...] = (PDF,)
    standards: tuple[str, ...] = (USUAL,)
    products: tuple[str, ...] = (LEAFLET,)
    card_papers: tuple[str, ...] = (_WALLET,)
    region: str | None = None
    colour: bool = False
    verify: bool = False
    sweeping: bool = False  # all profiles or papers were asked for: what does not fit is passed over

    @property
    def prints(self) -> tuple[tuple[str, str], ...]:
        """Each profile on each paper."""
        return tuple(product(self.profiles, self.papers))

    @property
    def settings(self) -> tuple[Setting, ...]:
        """What is made of each monograph: its prints in every product, its cards, and its other forms."""
        prints = self.prints if PDF in self.forms else ()
        return (
            *[
                Setting(product=each, profile=profile, paper=paper, standard=standard)
                for profile, paper in prints
                for each in self.products
                if each != CARD
                for standard in (dict.fromkeys(self.standards) if each == LEAFLET else (USUAL,))
            ],
            *(self._cards if CARD in self.products else ()),
            *[Setting(form=form) for form in dict.fromkeys(self.forms) if form != PDF],
        )

    @property
    def _cards(self) -> tuple[Setting, ...]:
        """The card for the wallet once, whatever the profile; on A6 one of each profile's size."""
        sizes = [
            (profile, paper)
            for paper in self.card_papers
            for profile in (("",) if paper == _WALLET else self.profiles)
        ]
        return tuple(
            [
                Setting(form=form, product=CARD, profile=profile, paper=paper)
                for profile, paper in sizes
                for form in (PDF, PNG)
            ]
        )


class Job(Value, kw_only=True):
    """One leaflet to make: from what, with which settings, into which file."""

    source: Source
    output: Path
    form: str = PDF
    product: str = LEAFLET
    profile: str  # "" of what is no print
    paper: str
    standard: str = USUAL
    region: str | None
    colour: bool
    verify: bool = False  # put the finished file through every rule of `leaflet verify` before it is kept
    may_skip: bool  # pass over it where a small paper cannot hold the profile


class Shard(Value):
    """One of several builds that share a plan: `number`, from 1, of `count`."""

    number: int = 1
    count: int = 1

    def cut(self, files: int, settings: int) -> Mapping[int, range]:
        """Return which settings of which files are this shard's, all by their indexes.

        The leaflets of all files stand in one row, which is cut into stretches that differ by one leaflet
        at the most; so a file is read by as few shards as can be, and no file need be read to cut.
        """
        total = files * settings
        start, stop = (total * number // self.count for number in (self.number - 1, self.number))
        return {
            index: range(max(start - index * settings, 0), min(stop - index * settings, settings))
            for index in range(start // settings, -(-stop // settings))
        }


WHOLE = Shard()


def plan(
    sources: Sequence[Source],
    variants: Variants,
    folder: Path,
    stretches: Mapping[Path, range] | None = None,
) -> tuple[Job, ...]:
    """Return a job for each source and setting, in that order; each writes a file of its own.

    `stretches` says which of the settings are wanted of each source, by its path; without it all are.
    """
    settings = variants.settings
    return tuple(
        Job(
            source=source,
            output=folder / f"{source.stem}{setting.ending}",
            form=setting.form,
            product=setting.product,
            profile=setting.profile,
            paper=setting.paper,
            standard=setting.standard,
            region=variants.region,
            colour=variants.colour,
            verify=variants.verify,
            may_skip=variants.sweeping and setting.form in PRINTED,
        )
        for source in sources
        for setting in (settings if stretches is None else _of(settings, stretches[source.path]))
    )


def is_leaflet(name: str) -> bool:
    """Tell whether a file of a folder looks as if a build had made it: any PDF, or ID-LANGUAGE in a form."""
    return name.endswith(".pdf") or bool(_IN_A_FORM.fullmatch(name))


def _of(settings: Sequence[Setting], stretch: range) -> Sequence[Setting]:
    return settings[stretch.start : stretch.stop]
