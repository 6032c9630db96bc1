"""Monographs on disk for the tests of builds."""

import datetime
from pathlib import Path

from leaflet.batch.soundness import Asked
from leaflet.places import content_folder
from tests.approvals import approved_text

DAY = datetime.date(2026, 11, 23)
"""The day the tests of builds work on."""

ASKED = Asked(on=DAY, strict=False)
"""What the tests of builds hold monographs to."""


def silent(_: int, __: int, ___: str) -> None:
    """Listen, and do nothing."""


def baclofen(**changed: str) -> str:
    """Return the shipped monograph's text, with the values of some top-level keys changed."""
    lines = (content_folder() / "baclofen.yaml").read_text(encoding="utf-8").splitlines()
    for key, value in changed.items():
        at = next(number for number, line in enumerate(lines) if line.startswith(f"{key}:"))
        lines[at] = f"{key}: {value}"
    return "\n".join(lines) + "\n"


def approved(on: str, due: str) -> str:
    """Return the shipped monograph's text, approved on one day and until another."""
    return approved_text(baclofen(), on=on, due=due)


def write(folder: Path, **texts: str) -> None:
    """Write each text to NAME.yaml in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
