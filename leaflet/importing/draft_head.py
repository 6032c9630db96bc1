"""What the head of a draft says: name, language, route, supply, as the source states them, or left open."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from leaflet.importing.book import Book
from leaflet.importing.language import language_of
from leaflet.importing.original import Document, Publication, Section
from leaflet.importing.topics import of_title, without_accents
from leaflet.inline import find_markup, has_words
from leaflet.template import identifier

_GENERIC = re.compile(
    r"\W*(b\.|prospecto|package leaflet|patient information|medication guide|indl[aæ]gsseddel|pakningsvedlegg"
    r"|folheto informativo|pakkausseloste|drug facts|these highlights|for the use only|ficha t|spl patient"
    r"|gebrauchsinformation|packungsbeilage|notice ?:|foglio illustrativo|bijsluiter|ulotka|pribalov"
    r"|pisomna inf|bipacksedel|betegtajekoztato|prospect\b|φυλλο οδηγιων|листовка:|uputa o lijeku"
    r"|navodilo za uporabo|pakendi infoleht|lietosanas instrukcija|pakuotes lapelis|fuljett|النشرة)",
    re.IGNORECASE,
)
# What keepers of files put round a name: the kind of document, the language, a shop.
_AROUND = re.compile(
    r"\s+\|.*$|\s*\((?:PIL|PL|SmPC|ePI)\)|\s*[-–]\s*(?:[A-Z]{2}|PLD\b.*)$"
    r"|^\W*(?:TEST|DRAFT)\b\s*[-–:]\s*"
    r"|^(?:[A-Z]\w+ )?(?:ePI|PIL|SmPC|SPC)\s*[-–:]\s*"
    r"|^(?:Preparatomtale|Packungsbeilage|Gebrauchsinformation"
    r"|Package leaflet|Patient information(?: leaflet)?|Notice(?: patient)?|Bijsluiter|Prospecto)"
    r"\s*[-–:]?\s*(?:für|for)?\s+"
    r"|[\s:–-]+(?:Package Leaflet|Patient Information(?: Leaflet)?|Human (?:Prescription|OTC) Drug Label"
    r"|Medication Guide|Product Information|Prescribing Information)\b.*$"
    r"|\s*[-–]\s*(?:ulotka|bijsluiter|notice|prospecto|Packungsbeilage|foglio illustrativo|bipacksedel)\b.*$",
)
_NO_NAME = re.compile(
    r"^\W*\d[\d.,/]*\s*(?:mg|g|ml|µg|mcg|%)?\W*$|\?\s*$|^(?:the|this|your|das|dieses|el|este|le|ce)\s"
    r"(?:product|medicine|medicinal|arzneimittel|medicamento|médicament)"
    r"|^(?:it|this|them|these)\W*$|^\d+\.\s|^summary of product|^labelling"
    r"|\bfinal\b|\bv\d+\b|^resumen de las|^document\d*$|^untitled|^microsoft word",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"^(?:TEST PURPOSES ONLY\s*[-–:]\s*)|\s*[-–.]*\s*THIS DOCUMENT IS FOR TESTING PURPOSES ONLY\.?$"
)
# The title of a template's first section: "1. What X is and what it is used for" in the QRD languages.
_WHAT_IS = re.compile(
    r"^(?:1\.?\s*)?(?:What (?P<en>.+?) is and what|Qu[eé] es (?P<es>.+?) y para|O que [eé] (?P<pt>.+?) e para"
    r"|Hva (?P<no>.+?) er,? og hva|Mit[aä] (?P<fi>.+?) on ja mihin|Was ist (?P<de>.+?) und wof[üu]r"
    r"|Qu.est-ce que (?P<fr>.+?) et dans quels? cas|(?:Che )?cos.?[eè] (?P<it>.+?) e a (?:che )?cosa"
    r"|Wat is (?P<nl>.+?) en waarvoor|Co to jest (?:lek )?(?P<pl>.+?) i w jakim|Vad (?P<sv>.+?) är och vad"
    r"|Hvad (?P<da>.+?) er og hvad|Co je (?:přípravek )?(?P<cs>.+?) a k čemu|Čo je (?P<sk>.+?) a na čo)",
    re.IGNORECASE,
)
_HOW_TO = re.compile(r"^(?:\d\.?\s*)?How to (?:take|use|store) (?P<name>.+)$", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"ProductX|CompanyY|\bvalmiste\b|<|>|\{|\}|XXXX")
_LONGEST_NAME = 120
_SHORTEST_WORD = 4
UNNAMED = "Unnamed medicine"
"""What stands for the name where a source has none: the format takes no open one; a decision says so."""
_ROUTES: tuple[tuple[str, str], ...] = (
    ("under_tongue", r"sublingual|buccal"), ("swallow", r"\boral"), ("patch", r"transdermal"),
    ("inject", r"subcutaneous|intravenous|intramuscular|parenteral|inject|intradermal"),
    ("inhale", r"inhal|respiratory"), ("eye", r"ophthalmic|ocular|conjunctival"), ("ear", r"otic|auricular"),
    ("nose", r"nasal"), ("skin", r"topical|cutaneous|percutaneous"), ("rectal", r"rectal"),
    ("vaginal", r"vaginal"),
)  # fmt: skip


def is_generic(title: str) -> bool:
    """Tell whether a title only says what kind of document it is over."""
    return _GENERIC.match(without_accents(title)) is not None


def name_of(document: Document, book: Book) -> tuple[str, str]:
    """Return the medicine's name and a short one ("" where the source has none apart from it)."""
    short = _short(document.sections)
    title = _clean(document.publication.title)
    title = "" if of_title(title) else title
    names = [_clean(name) for name in document.publication.names]
    first = title.partition(" ")[0] if len(title.partition(" ")[0]) > _SHORTEST_WORD else ""
    # A single product name that the title holds is the title without what a file's keeper added; one that
    # holds the title says more than it.
    sure = [
        name
        for name in names
        if len(names) == 1
        and (_key(name) in _key(title) or any(_holds(name, each) for each in (title, short, first)))
    ]
    candidates = [
        *sure,
        title,
        *names,
        short,
        *([] if of_title(document.title) else [_clean(document.title)]),
    ]
    fitting = [name for name in candidates if _is_name(name)]
    if not fitting:
        book.enter("decision", "", "", "the source names no medicine: write its name")
        return "", ""
    said = " ".join(document.publication.title.split()).strip(" -–.")
    if fitting[0] == title and title != _NOISE.sub("", said).strip(" -–."):
        book.enter("guessed", "", title, f"the medicine's name, taken out of the title {said[:150]!r}")
    if fitting[0] not in (title, *sure):
        book.enter("guessed", "", fitting[0], "the medicine's name, from a name or title inside the document")
    return fitting[0], short if _is_name(short) and short != fitting[0] else ""


def head_of(
    document: Document, ident: str, classes: Sequence[str], source: dict[str, Any], book: Book
) -> dict[str, Any]:
    """Return the head of a draft; what the source does not say is None, and entered as open."""
    publication = document.publication
    name, short = name_of(document, book)
    head: dict[str, Any] = {"id": ident or identifier(name or "unnamed medicine"), "name": name or UNNAMED}
    if short:
        head["short_name"] = short
    if has_words(publication.form) and len(publication.form) <= _LONGEST_NAME:
        head["form"] = publication.form
    others = [
        other for other in map(_clean, publication.names) if _is_name(other) and other not in (name, short)
    ]
    if others:
        head["other_names"] = list(dict.fromkeys(others))
    head |= {
        "language": language_of(document, book),
        "version": publication.version if has_words(publication.version) else None,
        "date": publication.date.isoformat() if publication.date is not None else None,
        "classes": list(classes),
        "legal": _legal(publication.legal),
        "route": _routes(publication) or None,
        "purpose": None,
        "sources": {"original": source},
        "review": {"status": "draft"},
    }
    for key in ("version", "date", "legal", "route", "purpose"):
        if head[key] is None:
            book.enter("open", "", key, "the source does not say")
    _ask(publication, classes, book)
    return head


def _ask(publication: Publication, classes: Sequence[str], book: Book) -> None:
    """Enter what a person must decide about the head."""
    if publication.date is not None and publication.date_is_of_file:
        reason = "the day on which the file was last saved: is it the date of the words?"
        book.enter("guessed", "", f"date: {publication.date.isoformat()}", reason)
    if not classes:
        reason = "what kind of medicine it is decides what must be said: name its classes"
        book.enter("decision", "", "classes", reason)


def source_of(document: Document, form: str, sha256: str) -> dict[str, Any]:
    """Return the source of a draft, as far as the file states it."""
    publication = document.publication
    kinds = {
        "FHIR ePI": "fhir-epi",
        "SPL": "spl",
        "openFDA": "openfda",
        "NHS page": "nhs",
        "HTML": "html",
        "Word": "docx",
    }
    stated = {
        "title": _line(publication.title) or _line(document.title) or "The imported document",
        "publisher": _line(publication.publisher),
        "date": publication.date.isoformat() if publication.date is not None else "",
        "url": publication.url if re.fullmatch(r"https?://[^\s<>\"]{1,480}", publication.url) else "",
        "kind": kinds.get(form, "document"),
        "identifier": _line(publication.identifier),
        "version": _line(publication.version),
        "licence": _line(publication.licence),
        "sha256": sha256,
    }
    return {key: value for key, value in stated.items() if value}


def _short(sections: Sequence[Section]) -> str:
    for words in _titles(sections):
        found = _WHAT_IS.match(words)
        if found:
            return _clean(next(name for name in found.groups() if name))
    told = [found["name"] for found in map(_HOW_TO.match, _titles(sections)) if found]
    return _clean(told[0]) if told else ""


def _titles(sections: Sequence[Section]) -> Iterator[str]:
    for section in sections:
        if section.title is not None:
            yield section.title.plain
        yield from _titles(section.sections)


def _clean(name: str) -> str:
    folded = " ".join(name.split())
    plain = _NOISE.sub("", folded).strip(" -–.")
    return _AROUND.sub("", plain).strip(" -–.:") or plain


def _key(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


def _holds(name: str, part: str) -> bool:
    """Tell whether a name says what a shorter one says, and more."""
    return bool(part) and _key(part) in _key(name)


def _is_name(name: str) -> bool:
    is_line = has_words(name) and len(name) <= _LONGEST_NAME and find_markup(name) is None
    is_told = not _PLACEHOLDER.search(name) and not is_generic(name) and not _NO_NAME.search(name)
    return is_line and is_told and sum(char.isalpha() for char in name) > 1


def _line(text: str) -> str:
    words = " ".join(text.split())[:200].strip()
    return words if has_words(words) and find_markup(words) is None else ""


def _routes(publication: Publication) -> list[str]:
    found = [
        route
        for said in publication.routes
        for route, pattern in _ROUTES
        if re.search(pattern, said, re.IGNORECASE)
    ]
    return list(dict.fromkeys(found))


def _legal(said: str) -> str | None:
    if re.search(r"over the counter|not subject to", said, re.IGNORECASE):
        return "general_sale" if "counter" in said.lower() else None
    return "prescription" if "prescription" in said.lower() else None
