"""File: what the standards' validators say, fonts, metadata, and nothing that runs or fetches."""

from leaflet.profiles import PROFILES
from leaflet.prove.reading.validators import validate, verapdf_failures, verapdf_path
from leaflet.prove.registry import rule
from leaflet.prove.results import Fault, Judgement, Place, judged
from leaflet.prove.rules.texts import quote
from leaflet.prove.subject import Subject

_NO_ACT = "ISO 19005-2, 6.5 and 6.6: no scripts, no actions"
_FONTS = "ISO 14289-1, 7.21.4; ISO 19005-2, 6.2.11.4"
_TITLE = "ISO 14289-1, 7.1; WCAG 2.2, 2.4.2"


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


def _validated(subject: Subject, standard: str) -> Judgement:
    checked, failures = validate(subject.data, standard)
    faults = [Fault(f"{code}: {message}") for code, message in failures]
    return judged("no failure", f"{checked} rules checked, {len(failures)} failures", faults)


@rule(
    "V603",
    "PDF/UA-1 and PDF/A-2a, by veraPDF",
    need="verapdf",
    reason="The authority among validators; slow, so it is asked where it is on the PATH.",
    bad="any file that veraPDF fails",
    good="Mend what veraPDF names.",
    source="ISO 14289-1; ISO 19005-2",
)
def by_verapdf(subject: Subject) -> Judgement:
    """Ask the verapdf on the PATH."""
    if not verapdf_path():
        return Judgement("no failure", "not measured", person="there is no verapdf on the PATH")
    failures = verapdf_failures(subject.data)
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
    "V611",
    "No page has annotations",
    reason="A printed leaflet has no links; an annotation can fetch, hide and be edited.",
    bad="a link annotation to a web site",
    good="Print the address as words.",
    source="ISO 14289-1, 7.18; house rule: a leaflet is paper",
    need="leaflet",
)
def no_annotations(subject: Subject) -> Judgement:
    """Count the annotations of each page."""
    faults = [
        Fault(f"{kind.removeprefix('/') or 'an annotation'} on page {page.number}", Place(page.number))
        for page in subject.objects.pages
        for kind in page.annotations
    ]
    return judged("none", f"{len(faults)} annotations", faults)


@rule(
    "V613",
    "The file has a title, the same everywhere, and shows it",
    reason="The title is the first thing a screen reader says.",
    bad="a title bar that says 'out_final2.pdf'",
    good="Set dc:title, and DisplayDocTitle.",
    source=_TITLE,
)
def title(subject: Subject) -> Judgement:
    """Compare the titles of XMP, information and leaflet."""
    said = subject.objects.said
    faults = []
    if not said.title:
        faults.append(Fault("the XMP packet has no dc:title"))
    if said.info_title and said.title and said.info_title != said.title:
        faults.append(Fault(f"the information says {quote(said.info_title)}"))
    if subject.document is not None and said.title != subject.document.title:
        faults.append(Fault(f"the leaflet is called {quote(subject.document.title)}"))
    if not subject.objects.shows_title:
        faults.append(Fault("DisplayDocTitle is not set"))
    return judged("one title, displayed", quote(said.title), faults)


@rule(
    "V614",
    "The file says which language it is in",
    reason="A screen reader with the wrong voice cannot be understood.",
    bad="no Lang, or Lang 'xx'",
    good="Set Lang in the catalog.",
    source="ISO 14289-1, 7.2; WCAG 2.2, 3.1.1",
)
def language(subject: Subject) -> Judgement:
    """Compare Lang with the leaflet's language."""
    said = subject.objects.language
    wanted = subject.document.language if subject.document else ""
    wrong = not said or (wanted and said != wanted)
    return judged(wanted or "a language", said or "none", (Fault(f"Lang is {said!r}"),) if wrong else ())


@rule(
    "V615",
    "The file says that it is tagged",
    reason="Without Marked a reader may ignore the structure.",
    bad="MarkInfo missing",
    good="Set Marked to true in MarkInfo.",
    source="ISO 14289-1, 6.2; ISO 32000-1, 14.7.1",
)
def marked(subject: Subject) -> Judgement:
    """Look for Marked."""
    is_marked = subject.objects.is_marked
    return judged("Marked true", str(is_marked).lower(), () if is_marked else (Fault("Marked is not true"),))


@rule(
    "V620",
    "The colours have an output intent",
    reason="Without one, black is whatever the printer takes it for.",
    bad="an RGB colour and no output intent",
    good="Add an sRGB output intent.",
    source="ISO 19005-2, 6.2.4",
)
def output_intent(subject: Subject) -> Judgement:
    """Look for an output intent in the catalog."""
    has = subject.objects.has_output_intent
    return judged("one", "one" if has else "none", () if has else (Fault("no output intent"),))


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
    "V622",
    "The file says which standards it keeps",
    reason="Archives and checkers go by what the file claims.",
    bad="no pdfuaid:part",
    good="Write pdfuaid and pdfaid into the XMP packet.",
    source="ISO 14289-1, 5; ISO 19005-2, 6.6.4",
)
def claims(subject: Subject) -> Judgement:
    """Read the claims of the XMP packet."""
    said = subject.objects.said
    found = f"PDF/UA-{said.ua_part or '?'}, PDF/A-{said.a_part or '?'}{said.a_level.lower()}"
    right = (said.ua_part, said.a_part, said.a_level.upper()) == ("1", "2", "A")
    return judged("PDF/UA-1, PDF/A-2a", found, () if right else (Fault(found),))


@rule(
    "V623",
    "Bookmarks lead to the pages of their headings",
    need="tags",
    reason="A bookmark that leads nowhere, or elsewhere, is worse than none.",
    bad="a bookmark 'Side effects' that leads to page 1 of 3, where they are on page 2",
    good="Write bookmarks from the headings as they were placed.",
    source="WCAG 2.2, 2.4.5; ISO 32000-1, 12.3.3",
)
def bookmarks(subject: Subject) -> Judgement:
    """Compare each bookmark's page with that of the heading it names."""
    pages: dict[str, set[int]] = {}
    for leaf in subject.leaves:
        if leaf.node.standard.startswith("H") and leaf.glyphs:
            pages.setdefault(leaf.words, set()).add(leaf.glyphs[0].page)
    faults = []
    for name, page in subject.objects.bookmarks:
        wanted = pages.get(" ".join(name.split())) or pages.get(name.split(":")[0])
        if page == 0 or (wanted and page not in wanted):
            faults.append(
                Fault(f"{quote(name)} leads to page {page}" if page else f"{quote(name)} leads nowhere")
            )
    return judged("each to its heading's page", f"{len(subject.objects.bookmarks)} bookmarks", faults)


@rule(
    "V624",
    "The file names its monograph, print profile and paper",
    need="leaflet",
    reason="Only what says what it is can be proved anew in a year.",
    bad="a profile 'huge' that is in no table",
    good="Build the file with a profile of this program.",
    source="house rule: every file can be proved from itself",
)
def named(subject: Subject) -> Judgement:
    """Look the names up."""
    own = subject.objects.said.own
    faults = [
        Fault(f"it does not name its {key}") for key in ("monograph", "version", "date") if not own.get(key)
    ]
    if own.get("profile") not in PROFILES:
        faults.append(Fault(f"no profile is called {quote(own.get('profile', ''))}"))
    if subject.paper is None:
        faults.append(Fault(f"no paper is called {quote(own.get('paper', ''))}"))
    told = f"{own.get('monograph', '?')} {own.get('version', '?')}, {own.get('profile', '?')}, {own.get('paper', '?')}"
    return judged("known names", told, faults)


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


@rule(
    "V801",
    "The monograph has not changed since",
    need="leaflet",
    reason="A leaflet of yesterday's words must not be handed out once they are mended.",
    bad="a PDF built before the last change of its monograph",
    good="Build it anew, and take the old prints away.",
    source="EU Readability Guideline: date of revision; NHS Accessible Information Standard: review",
)
def fresh(subject: Subject) -> Judgement:
    """Compare the monograph's SHA-256 with the one in the file."""
    built_from = subject.objects.said.own.get("monographSHA256", "")
    if subject.monograph is None:
        return Judgement(f"SHA-256 {built_from[:16]}…", "not measured", person="its monograph is not at hand")
    now = subject.monograph.sha256
    fault = (Fault(f"the monograph is now {now[:16]}…"),) if now != built_from else ()
    return judged(f"SHA-256 {built_from[:16]}…", f"{now[:16]}…", fault)
