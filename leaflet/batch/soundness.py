"""Say of a monograph that it is sound, and from when until when that can be believed without looking."""

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from leaflet.batch.failures import Failure, failure_of
from leaflet.pictures import sum_of
from leaflet.values import Value

if TYPE_CHECKING:
    from leaflet.model import Monograph


class Asked(Value):
    """What a monograph is held to: the day on which a review may have lapsed, and how strictly."""

    on: date
    strict: bool  # every finding about its words refuses it


class Sound(Value, kw_only=True):
    """A monograph in which nothing was found; of the same bytes, the same program finds nothing again."""

    stem: str  # what names its leaflets: id and first subtag of the language, "baclofen-en"
    since: date  # the first day on which none of its dates lies in the future
    until: date | None  # the last day of its review; None for a draft, which has none
    strict: bool  # the warnings were looked for, too
    program: str  # digest of the program that looked

    def answers(self, asked: Asked, program: str) -> bool:
        """Tell whether looking again on the day asked for would find nothing either.

        S602 and S603 are the rules that read the day; between `since` and `until` it makes no difference.
        """
        return (
            self.program == program
            and (self.strict or not asked.strict)
            and self.since <= asked.on
            and (self.until is None or asked.on <= self.until)
        )


_LONG_AGO = date.min


def soundness(monograph: "Monograph", *, strict: bool, program: str) -> Sound:
    """Return from when until when a monograph is sound in which nothing was found."""
    review = monograph.review
    return Sound(
        stem=stem_of(monograph.id, monograph.language),
        since=max(day for day in (monograph.date, review.on, _LONG_AGO) if day is not None),
        until=review.due if review.status == "approved" else None,
        strict=strict,
        program=program,
    )


def stem_of(id_: str, language: str) -> str:
    """Return what names the leaflets of a monograph."""
    return f"{id_}-{language.partition('-')[0].lower()}"


def examined(data: bytes, path: str, asked: Asked | None) -> "Monograph | Failure":
    """Return the monograph that a file's bytes and its pictures make, or why nothing is built of it.

    With None it is read and not checked: it is known to be sound.
    """
    return _examined(data, path, asked, sum_of(data, Path(path).parent))


# The leaflets of a monograph are made one after the other, so that few need be kept. A changed picture has
# another sum, by which it is read anew.
@lru_cache(maxsize=8)
def _examined(data: bytes, path: str, asked: Asked | None, _: str) -> "Monograph | Failure":
    from leaflet.read import MonographError, read_with_pictures
    from leaflet.rules import check, refusals  # where nothing is new, nothing need be read

    try:
        monograph, found = read_with_pictures(data, Path(path))
        if monograph is None:
            raise MonographError(found)
        if asked is not None:
            found = (
                check(monograph, on=asked.on, strict=True)
                if asked.strict
                else refusals(monograph, on=asked.on)
            )
        unsigned = [finding for finding in found if not finding.signed_by]
        if unsigned:
            raise MonographError(unsigned)
    except Exception as error:  # noqa: BLE001 - one bad monograph stops nothing else
        return failure_of(error, f"reading {path}")
    return monograph
