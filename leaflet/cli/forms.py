"""Write the forms of a leaflet beside the PDF: HTML for screens, text to listen to."""

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path

from leaflet.cli.terminal import say, say_aside, working_on
from leaflet.files import write_whole

FORMS = ("html", "text")
_SUFFIXES = {"html": ".html", "text": ".txt"}


def build_forms(
    paths: Sequence[Path],
    folder: Path,
    forms: Sequence[str],
    region: str | None,
    *,
    strict: bool,
    on: datetime.date,
) -> int:
    """Write each form of each monograph that may be printed; return 1 where one may not."""
    from leaflet.batch.soundness import stem_of
    from leaflet.diagnostics import to_text
    from leaflet.read import MonographError, load
    from leaflet.rules import check, refusals

    failed = False
    for path in paths:
        with working_on(str(path)):
            try:
                monograph = load(path)
                found = check(monograph, on=on, strict=True) if strict else refusals(monograph, on=on)
                unsigned = [finding for finding in found if not finding.signed_by]
                if unsigned:
                    raise MonographError(unsigned)
            except MonographError as error:
                failed = True
                for finding in error.findings:
                    say_aside(to_text(finding))
                say_aside(f"  so this is not built: {path}")
                continue
            from leaflet.api import composed

            document = composed(monograph, region)
            for form in forms:
                output = folder / f"{stem_of(monograph.id, monograph.language)}{_SUFFIXES[form]}"
                write_whole(output, _writer(form)(document))
                say(str(output))
    return int(failed)


def _writer(form: str) -> "Callable[..., bytes]":
    if form == "html":
        from leaflet.html import write_html

        return write_html
    from leaflet.speech import write_text

    return write_text
