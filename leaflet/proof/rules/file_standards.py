"""File: what the standards' validators say, fonts, and nothing that runs, fetches or is broken."""

from leaflet.proof.reading.validators import validate
from leaflet.proof.reading.verapdf import verapdf_failures, verapdf_path
from leaflet.proof.registry import rule
from leaflet.proof.results import Fault, Judgement, Place, judged, not_measured, nothing_to_judge
from leaflet.proof.subject import Subject

_NO_ACT = "ISO 19005-2, 6.5 and 6.6: no scripts, no actions"
_FONTS = "ISO 14289-1, 7.21.4; ISO 19005-2, 6.2.11.4"
_PART_2 = b"<pdfuaid:part>2</pdfuaid:part>"


@rule(
    "V601",
    "PDF/UA-1, by page-validation",
    reason="The standard for accessible PDF; a program other than ours checks what a machine can.",
    bad="a Figure without Alt, a font without ToUnicode",
    good="Mend what the validator names, in the program that wrote the file.",
    source="ISO 14289-1; Matterhorn Protocol 1.1",
)
def accessible(subject: Subject) -> Judgement:
    """Ask page-validation."""
    return _validated(subject, "ua1")


@rule(
    "V602",
    "PDF/A-2a, by page-validation",
    reason="What was handed out can be archived and looks the same in twenty years.",
    bad="an unembedded font, a missing output intent",
    good="Mend what the validator names, in the program that wrote the file.",
    source="ISO 19005-2, level A",
)
def archivable(subject: Subject) -> Judgement:
    """Ask page-validation."""
    return _validated(subject, "2a")


@rule(
    "V603",
    "The standards that the file claims, by veraPDF",
    need="verapdf",
    reason="The authority among validators; slow, so it is asked where it is on the PATH.",
    bad="any file that veraPDF fails",
    good="Mend what veraPDF names.",
    source="ISO 14289-1 and ISO 19005-2, or ISO 14289-2 and ISO 19005-4",
)
def by_verapdf(subject: Subject) -> Judgement:
    """Ask the verapdf on the PATH."""
    return verapdf_says(subject.data)


def verapdf_says(data: bytes) -> Judgement:
    """Return veraPDF's judgement on a file, by the standards that its plain XMP packet claims."""
    if not verapdf_path():
        return not_measured("no failure", "there is no verapdf on the PATH")
    failures = verapdf_failures(data, ("ua2", "4") if _PART_2 in data else ("ua1", "2a"))
    return judged("no failure", f"{len(failures)} failures", [Fault(line) for line in failures])


@rule(
    "V604",
    "Every font is embedded",
    reason="A font that is not in the file is replaced by another, with other letters or none.",
    bad="Helvetica, not embedded",
    good="Embed the font program.",
    source=_FONTS,
)
def embedded(subject: Subject) -> Judgement:
    """Look for the font program of each font."""
    fonts = subject.objects.content.fonts
    faults = [
        Fault(f"{font.name} is not embedded", Place(font.page)) for font in fonts if not font.is_embedded
    ]
    return judged("all embedded", f"{len(fonts)} fonts", faults)


@rule(
    "V605",
    "Embedded fonts are subsets",
    reason="A whole font makes a leaflet of 60 KB one of 600, which a ward printer waits for.",
    bad="all 3 000 glyphs of a font in each leaflet",
    good="Embed the glyphs that are used, and name the subset.",
    source="ISO 32000-1, 9.6.4",
)
def subsets(subject: Subject) -> Judgement:
    """Look for the six letters of a subset's name."""
    fonts = [font for font in subject.objects.content.fonts if font.is_embedded]
    faults = [
        Fault(f"{font.name} is embedded whole", Place(font.page)) for font in fonts if not font.is_subset
    ]
    return judged("a subset tag on each", f"{len(fonts)} fonts", faults)


@rule(
    "V609",
    "Nothing in the file runs",
    reason="A leaflet is paper: a script in it does something nobody asked for.",
    bad="JavaScript in the catalog's OpenAction",
    good="Take the action out.",
    source=_NO_ACT,
)
def no_script(subject: Subject) -> Judgement:
    """Look for actions and scripts in every object."""
    acts = subject.objects.acts
    return judged("no action", ", ".join(acts) or "none", [Fault(f"it has {act}") for act in acts])


@rule(
    "V610",
    "Nothing in the file lies outside it, and no file is carried along",
    reason="What has to be fetched tells somebody who reads which leaflet.",
    bad="a picture whose data is a URL",
    good="Put everything into the file itself.",
    source="ISO 19005-2, 6.1.7.1 and 6.8: no external streams; house rule: nothing is fetched",
)
def self_contained(subject: Subject) -> Judgement:
    """Look for external streams, references and attachments."""
    found = [*subject.objects.externals, *(["an attached file"] if subject.objects.has_files else [])]
    return judged("nothing outside", ", ".join(found) or "nothing", [Fault(each) for each in found])


@rule(
    "V621",
    "The file is not encrypted",
    reason="Encryption keeps screen readers and archives out.",
    bad="a file with an owner's password",
    good="Write the file without encryption.",
    source="ISO 14289-1, 7.16; ISO 19005-2, 6.1.3",
)
def not_encrypted(subject: Subject) -> Judgement:
    """Look for encryption."""
    locked = subject.objects.is_encrypted
    return judged("none", "encrypted" if locked else "none", (Fault("it is encrypted"),) if locked else ())


@rule(
    "V628",
    "The file is whole",
    reason="A file that has to be repaired to be opened has lost something.",
    bad="a file cut off in its last third",
    good="Write the file anew.",
    source="ISO 32000-1, 7.5.4",
)
def undamaged(subject: Subject) -> Judgement:
    """Ask whether the cross-reference table had to be rebuilt."""
    broken = subject.objects.was_repaired
    return judged("no repair", "repaired" if broken else "none", (Fault("it is damaged"),) if broken else ())


def _validated(subject: Subject, standard: str) -> Judgement:
    if subject.standard.part != 1:
        return nothing_to_judge("no failure", "page-validation knows no PDF/UA-2: veraPDF does")
    checked, failures = validate(subject.data, standard)
    faults = [Fault(f"{code}: {message}") for code, message in failures]
    return judged("no failure", f"{checked} rules checked, {len(failures)} failures", faults)
