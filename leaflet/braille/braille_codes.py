"""Why a leaflet has no Braille: the findings, and their explanations."""

from leaflet.braille.braille_passages import Passage
from leaflet.diagnostics import Finding
from leaflet.explanations import Explanation

EXPLANATIONS = {
    told.code: told
    for told in (
        Explanation(
            code="L008",
            title="Words that have no Braille",
            reason="Fingers must read what eyes read, so each word is translated back and compared.",
            bad="a sentence with a pictogram that UEB has no sign for",
            good="the same in words",
            source="The Rules of Unified English Braille (ICEB); House rule: nothing lost",
        ),
        Explanation(
            code="L009",
            title="No Braille can be made on this machine",
            reason="Contractions are made by liblouis, a library that pip cannot bring.",
            bad="leaflet build --format braille, without liblouis",
            good="apt install liblouis20 liblouis-data",
            source="liblouis.io; UEB tables since its version 3.0",
        ),
    )
}


def no_braille(passage: Passage, word: str) -> Finding:
    """Return the finding about words that are not read back as they are meant."""
    text = passage.line.text
    start = max(text.plain.find(word), 0)
    return Finding(
        code="L008",
        message=f"{word!r} has no Braille that is read as it is meant",
        hint="write it in words",
        span=text.locate(start, start + len(word)),
    )


def no_tables(why: str) -> Finding:
    """Return the finding about a machine that makes no Braille."""
    message, _, hint = why.partition("; ")
    return Finding(code="L009", message=message, hint=hint)
