"""openFDA's drug labels: the sections of SPL as running text, each a line without structure."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from lxml import etree

from leaflet.importing.counted_words import tally, total, words
from leaflet.importing.dates import day_of
from leaflet.importing.markup import flat
from leaflet.importing.original import Block, Document, LeftOut, Missed, Original, Publication, Section
from leaflet.importing.prose import blocks_of_prose
from leaflet.importing.readers import Reading
from leaflet.importing.readers.fhir import parse_fragment
from leaflet.importing.refusal import RefusedError
from leaflet.importing.source_pictures import html_figure
from leaflet.importing.xhtml_blocks import read_blocks, title_of

_PATIENT = (
    "spl_medguide",
    "spl_patient_package_insert",
    "patient_medication_information",
    "instructions_for_use",
)
_CODES = {
    "spl_medguide": "42231-1", "spl_patient_package_insert": "42230-3", "instructions_for_use": "59845-8",
    "patient_medication_information": "68498-5",
}  # fmt: skip
# The parts of a label sold over the counter (21 CFR 201.66), in the order of its panel.
_DRUG_FACTS = (
    "active_ingredient", "purpose", "indications_and_usage", "warnings", "do_not_use", "ask_doctor",
    "ask_doctor_or_pharmacist", "when_using", "stop_use", "pregnancy_or_breast_feeding",
    "keep_out_of_reach_of_children", "dosage_and_administration", "other_safety_information",
    "storage_and_handling", "inactive_ingredient", "questions",
)  # fmt: skip
# What the panel prints over a part (21 CFR 201.66 (c)); openFDA gives it as the text's first words.
_HEADINGS = {
    "active_ingredient": r"Active ingredients?(?: \([^)]{1,60}\))?",
    "purpose": r"Purposes?",
    "indications_and_usage": r"Uses?(?! (?:as|by|for|in|only|this|with)\b)",
    "warnings": r"Warnings?",
    "dosage_and_administration": r"Directions",
    "storage_and_handling": r"Other information",
    "other_safety_information": r"Other information",
    "inactive_ingredient": r"Inactive ingredients?",
    "questions": r"Questions?(?: or comments)?\s?\?",
}
_WARNS = ("do_not_use", "ask_doctor", "ask_doctor_or_pharmacist", "when_using", "stop_use",
          "pregnancy_or_breast_feeding", "keep_out_of_reach_of_children")  # fmt: skip
_COPIES = "a part of its own says it as well"
_LEAST_WORDS = 4  # of a table that is looked for in the text
_NOT_TEXT = ("spl_product_data_elements", "package_label_principal_display_panel", "recent_major_changes")


def read(root: Mapping[str, Any]) -> Reading:
    """Return the labels of an answer of openFDA's."""
    documents: list[Document] = []
    left: list[LeftOut] = []
    counts: list[Counter[str]] = []
    meta = root.get("meta")
    licence = str(meta.get("license") or "") if isinstance(meta, dict) else ""
    for index, label in enumerate(root["results"]):
        if not isinstance(label, dict):
            raise RefusedError(
                f"result {index + 1} is no label", "give the answer of openFDA's drug/label as it came"
            )
        patient, professional = _keys(label)
        publication = _publication(label, licence)
        for keys, kind in ((patient, "patient"), (professional, "professional")):
            if keys:
                told, copies = _without_copies(label) if kind == "patient" else (label, ())
                documents.append(_document(told, keys, kind, publication, copies))
                counts.append(tally(*[text for key in keys for text in _texts(label[key])]))
        left += [
            LeftOut(key, total(tally(*_texts(value))), _why_left_out(key, label))
            for key, value in label.items()
            if key not in (*patient, *professional) and _texts(value)
        ]
    return Reading(
        Original(format="openFDA", documents=tuple(documents), left_out=tuple(left)), tuple(counts)
    )


def _document(
    label: Mapping[str, Any],
    keys: Sequence[str],
    kind: str,
    publication: Publication,
    copies: Sequence[Missed],
) -> Document:
    read = [
        _section(key, label[key], _texts(label.get(f"{key}_table")), f"s{at}")
        for at, key in enumerate(keys, 1)
    ]
    title = publication.title if kind == "patient" else f"{publication.title}: prescribing information"
    return Document(
        title=title,
        kind="patient" if kind == "patient" else "professional",
        publication=publication,
        sections=tuple(section for section, _ in read),
        missed=(*copies, *[mark for _, marks in read for mark in marks]),
    )


def _why_left_out(key: str, label: Mapping[str, Any]) -> str:
    """Return why a field is no part of the text; a table is a copy only where the text has its words."""
    if not key.endswith("_table"):
        return "data elements, or the pack"
    table = tally(*[flat(parse_fragment(f"<div>{text}</div>")) for text in _texts(label[key])])
    if table - tally(*_texts(label.get(key.removesuffix("_table")))):
        return "a table with words that the text beside it has not: read them in the source"
    return "a copy of the text, with its tables"


def _keys(label: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Return which keys hold text for patients and which for professionals."""
    texts = [key for key, value in label.items() if _is_text(key, value)]
    patient = [key for key in _PATIENT if key in texts]
    if not patient and "purpose" in texts:
        return [
            *[key for key in _DRUG_FACTS if key in texts],
            *[key for key in texts if key not in _DRUG_FACTS],
        ], []
    return patient, [key for key in texts if key not in patient]


def _is_text(key: str, value: Any) -> bool:
    return bool(_texts(value)) and not key.endswith("_table") and key not in _NOT_TEXT


def _texts(value: Any) -> list[str]:
    if isinstance(value, list) and all(isinstance(text, str) for text in value):
        return value
    return []


def _section(
    key: str, texts: Sequence[str], tables: Sequence[str], address: str
) -> tuple[Section, tuple[Missed, ...]]:
    blocks: list[Block] = []
    missed: list[Missed] = []
    title, texts = _titled(key, texts)
    parts = [part for text in texts for part in _parted(text, tables)]
    for index, part in enumerate(parts, 1):
        at = f"{address}.{index}" if len(parts) > 1 else address
        if isinstance(part, str):
            found, marks = blocks_of_prose(part, at)
            missed += marks
        else:
            found = read_blocks(part, at, lambda node, address: html_figure(node, address, {}))
        blocks += found
    return Section(title_of(title, address), (_CODES.get(key, key),), tuple(blocks), (), address), tuple(
        missed
    )


def _titled(key: str, texts: Sequence[str]) -> tuple[str, Sequence[str]]:
    """Return the title that a part of the panel begins with, and its text without that."""
    first, *others = texts or ("",)
    found = re.match(rf"\s*({_HEADINGS[key]}):?\s+(?=\S)", first) if key in _HEADINGS else None
    return ("", texts) if found is None else (found[1], [first[found.end() :], *others])


def _without_copies(label: Mapping[str, Any]) -> tuple[Mapping[str, Any], Sequence[Missed]]:
    """Return a label whose warnings do not say again what parts of their own say, and what these said."""
    kept: list[str] = []
    missed: list[Missed] = []
    parts = [text.strip() for key in _WARNS for text in _texts(label.get(key)) if text.strip()]
    for text in _texts(label.get("warnings")):
        for part in sorted(parts, key=len, reverse=True):
            before, found, after = text.partition(part)
            if found and (before + after).strip():
                missed.append(Missed("warnings", found, _COPIES))
                text = f"{before} {after}"
        kept.append(text)
    return ({**label, "warnings": kept}, missed) if missed else (label, ())


def _parted(text: str, tables: Sequence[str]) -> "list[str | etree._Element]":
    """Return a text with each table that it says word for word as that table, and what stands around them."""
    for table in tables:
        element = parse_fragment(f"<div>{table}</div>")
        said = words(flat(element))
        found = re.search(r"\s+".join(map(re.escape, said)), text) if len(said) >= _LEAST_WORDS else None
        if found is not None:
            before = _parted(text[: found.start()], tables) if text[: found.start()].strip() else []
            after = _parted(text[found.end() :], tables) if text[found.end() :].strip() else []
            return [*before, element, *after]
    return [text]


def _publication(label: Mapping[str, Any], licence: str) -> Publication:
    product = label.get("openfda")
    product = product if isinstance(product, dict) else {}
    names = [*_texts(product.get("brand_name")), *_texts(product.get("generic_name"))]
    legal = next(iter(_texts(product.get("product_type"))), "")
    return Publication(
        title=next(iter(names), ""),
        publisher=next(iter(_texts(product.get("manufacturer_name"))), ""),
        identifier=str(label.get("set_id") or label.get("id") or ""),
        version=str(label.get("version") or ""),
        date=day_of(str(label.get("effective_time") or "")),
        url="https://open.fda.gov/apis/drug/label/",
        licence=licence,
        language="en-US",
        names=tuple(dict.fromkeys(names)),
        routes=tuple(_texts(product.get("route"))),
        legal="prescription" if "PRESCRIPTION" in legal else "over the counter" if "OTC" in legal else "",
    )
