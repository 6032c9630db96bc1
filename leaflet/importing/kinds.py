"""Tell a leaflet for patients from what is written for professionals: by code, then by titles, which win."""

import re
from collections.abc import Iterator, Sequence

from leaflet.importing.original import Kind, Section

# EMA's document types (SPOR list 100000155531) and LOINC's for SPL.
_PATIENT_TYPES = frozenset({"100000155538", "200000029894"})
# SmPC, annex II, labelling of outer and immediate packs; LOINC's full prescribing information and SmPC.
_PROFESSIONAL_TYPES = frozenset(
    {"100000155532", "100000155533", "200000029861", "34391-3", "55108-5", "100000155534", "100000155535"}
)
PATIENT_SECTIONS = frozenset({"42230-3", "42231-1", "68498-5", "59845-8"})
"""LOINC: patient package insert, Medication Guide, patient information, instructions for use."""
# LOINC sections of full prescribing information (21 CFR 201.57).
_PROFESSIONAL_SECTIONS = frozenset(
    {"34068-7", "34084-4", "34090-1", "43680-8", "43685-7", "43684-0", "34092-7", "43679-0", "34089-3"}
)
# Titles of a summary of product characteristics (QRD template) or of prescribing information.
_PROFESSIONAL_TITLE = re.compile(
    r"pharmacodynamic|pharmacokinetic|pharmacological propert|posology|qualitative and quantitative"
    r"|clinical particulars|pharmaceutical particulars|preclinical|nonclinical|clinical pharmacology"
    r"|full prescribing information|registered medical practitioner|special warnings and precautions for use"
    r"|ficha t[eé]cnica|farmacodin[aá]mic|farmacocin[eé]tic|datos cl[ií]nicos|posolog[ií]a"
    r"|farmakodynam|farmakokinet|薬物動態|薬効薬理|臨床成績|用法及び用量|用法及用量|藥理|臨床試驗|警語及注意事項",
    re.IGNORECASE,
)
_FOR_PROFESSIONALS = re.compile(
    r"for the use only of|healthcare professionals? only|\bhcp\b|fachinformation|fagenes informasjon"
    r"|summary of product characteristics|\bsm?pc\b|preparatomtale|produktresum|ficha t[eé]cnica"
    r"|r[eé]sum[eé] des caract[eé]ristiques|zusammenfassung der merkmale|charakterystyka produktu"
    r"|for (health\s?care|medical) professionals?\b|labelling\b"
    r"|particulars to appear on the (outer|immediate)|prescribing information",
    re.IGNORECASE,
)
_PATIENT_TITLE = re.compile(
    r"package leaflet|patient information|medication guide|information for the (user|patient)"
    r"|before (you|your child) (take|use|are given|is given)|how (to|should i) (take|use)"
    r"|what is in this leaflet",
    re.IGNORECASE,
)
# Sections 4.1 to 6.6 of a summary of product characteristics; a leaflet's are numbered 1 to 6 alone.
_PROFESSIONAL_NUMBER = re.compile(r"\s*(?:4\.[1-9]|5\.[1-3]|6\.[1-6])\.?\s+\D")
# Annex III A of the QRD template: what stands on the carton, blister or vial.
_CARTON = re.compile(
    r"\W*(?:particulars to appear on|minimum particulars to appear|labelling$|a\.\s*labelling$"
    r"|(?:text|wording) (?:on|for) the (?:outer |inner |immediate )?(?:carton|packag|blister|label)"
    r"|(?:outer|immediate|inner) (?:carton|packaging|label)(?: text)?$|(?:carton|blister) text$)",
    re.IGNORECASE,
)
_ENOUGH = 3  # titles of a professional's document, before they outweigh a code that says leaflet


def kind_of(codes: Sequence[str], title: str, sections: Sequence[Section], lines: Sequence[str] = ()) -> Kind:
    """Return whom a document is written for; `lines` are short ones that may be titles only by their look."""
    titles = [*_titles(sections), *lines]
    professional = sum(map(_is_for_professionals, titles))
    patient = sum(bool(_PATIENT_TITLE.search(words)) for words in titles)
    found = set(_codes(sections))
    if found & PATIENT_SECTIONS:
        return "patient"
    is_told = _PATIENT_TITLE.search(title) is not None and professional < _ENOUGH  # a code may lie
    if (_PROFESSIONAL_TYPES & set(codes) and not is_told) or any(
        map(_FOR_PROFESSIONALS.search, [title, *titles[:3], *lines[:3]])
    ):
        return "professional"
    if professional >= _ENOUGH and professional > patient:
        return "professional"
    if len(found & _PROFESSIONAL_SECTIONS) >= _ENOUGH and not patient:
        return "professional"
    return "patient" if patient or is_told or _PATIENT_TYPES & set(codes) else "unknown"


def _is_for_professionals(title: str) -> bool:
    return bool(_PROFESSIONAL_TITLE.search(title) or _PROFESSIONAL_NUMBER.match(title))


def is_carton(section: Section) -> bool:
    """Tell whether a section is what a carton or a label says, by its title."""
    return section.title is not None and _CARTON.match(section.title.plain) is not None


def patient_sections(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Return the outermost sections that are a document for patients by their LOINC code."""
    found: list[Section] = []
    for section in sections:
        if PATIENT_SECTIONS & set(section.codes):
            found.append(section)
        else:
            found += patient_sections(section.sections)
    return tuple(found)


def _titles(sections: Sequence[Section]) -> Iterator[str]:
    for section in sections:
        if section.title is not None:
            yield section.title.plain
        yield from _titles(section.sections)


def _codes(sections: Sequence[Section]) -> Iterator[str]:
    for section in sections:
        yield from section.codes
        yield from _codes(section.sections)
