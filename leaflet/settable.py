"""Whether every profile can set a monograph: what layout would refuse is found before anything is built.

A monograph is laid out only where it holds something that a page might not: a character beyond those of
Europe's Latin letters, a word longer than most, a warning or a panel that could fill a page of giant print.
"""

from collections import Counter
from collections.abc import Iterator

from leaflet.diagnostics import Finding, Severity, Span
from leaflet.languages import language_of
from leaflet.model import Monograph
from leaflet.passages import Passage, passages
from leaflet.precompiled import expression
from leaflet.profiles import PROFILES
from leaflet.values import altered

_USUAL = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xC0, 0x180)))) | frozenset("–—‘’“”…°×±µ½¼¾²³£€")
"""ASCII, Latin letters of Europe and what leaflets write beside them: the typefaces have all of these."""
_LONG_WORD = expression(r"[^\s/–—-]{21,}")  # of the widest letters, 20 fill a line of giant print on A4
_MUCH = 450  # characters: what a page of giant print holds, with the name above it
_REFUSED = ("L002", "L003", "L005")  # of its words; the rest is about the settings


def unsettable(monograph: Monograph) -> tuple[Finding, ...]:
    """Return what a profile refuses to set on A4, each once: an error where all refuse it, else a warning."""
    if _is_plain(passages(monograph)) or language_of(monograph.language) is None:
        return ()
    first: dict[tuple[str, Span | None], Finding] = {}
    times: Counter[tuple[str, Span | None]] = Counter()
    for profile in PROFILES:
        for key, finding in {(each.code, each.span): each for each in _refusals(monograph, profile)}.items():
            times[key] += 1
            first.setdefault(key, finding)
    return tuple(altered(found, severity=_severity(times[key])) for key, found in first.items())


def _refusals(monograph: Monograph, profile: str) -> Iterator[Finding]:
    from leaflet.api import composed, lay  # here: most monographs need no typeface to be checked
    from leaflet.layout.scale import LayoutError

    try:
        lay(composed(monograph), profile, "a4")
    except LayoutError as slip:
        yield from (finding for finding in slip.findings if finding.code in _REFUSED)


def _severity(profiles: int) -> Severity:
    return "error" if profiles == len(PROFILES) else "warning"


def _is_plain(said: tuple[Passage, ...]) -> bool:
    """Tell whether any page sets these texts, without looking."""
    together: Counter[str] = Counter()
    panels = [each.path.removesuffix(".panel") for each in said if each.path.endswith(".panel")]
    for each in said:
        if not _USUAL.issuperset(each.plain) or _LONG_WORD.search(each.plain):
            return False
        if each.warning is not None:
            together[each.path.partition(".")[0]] += len(each.plain)
        for panel in panels:
            if each.path.startswith(panel + "."):
                together[panel] += len(each.plain)
    return max(together.values(), default=0) < _MUCH
