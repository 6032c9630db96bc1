"""Write proof copies for reviewers: every monograph that can be read, in every variant asked for."""

import datetime
from collections.abc import Sequence
from pathlib import Path

from leaflet.cli.terminal import count, say, say_aside, working_on
from leaflet.files import write_whole


def build_proof_copies(
    paths: Sequence[Path],
    folder: Path,
    settings: Sequence[tuple[str, str]],
    region: str | None,
    *,
    colour: bool,
    on: datetime.date,
) -> int:
    """Write the copies and print a line for each; return 1 where one could not be made."""
    from leaflet.batch.soundness import stem_of
    from leaflet.diagnostics import to_text
    from leaflet.layout.scale import LayoutError
    from leaflet.proof_copy import SUFFIX, make_proof_copy
    from leaflet.read import MonographError, load
    from leaflet.rules import check

    failed = False
    for path in paths:
        with working_on(str(path)):
            try:
                monograph = load(path)
                findings = check(monograph, on=on)
                for profile, paper in settings:
                    pdf, pages = make_proof_copy(
                        monograph, findings, profile=profile, paper=paper, region=region, colour=colour
                    )
                    stem = stem_of(monograph.id, monograph.language)
                    output = folder / f"{stem}-{profile}-{paper}{SUFFIX}.pdf"
                    write_whole(output, pdf)
                    say(f"{count(pages, 'page')}  {count(len(findings), 'finding')}  {output}")
            except (MonographError, LayoutError) as error:
                failed = True
                for finding in error.findings:
                    say_aside(to_text(finding))
                say_aside(f"  so this has no proof copy: {path}")
    return int(failed)
