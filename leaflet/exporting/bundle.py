"""A monograph as a FHIR R5 document bundle of the ePI profile: a Composition first, then the product."""

import base64
import json
import uuid
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from leaflet.compose.worded_facts import EXCEPTIONS, facts_of
from leaflet.document.tree import walk
from leaflet.exporting import narrative
from leaflet.exporting.fhir_names import (
    DOCUMENT_TYPES,
    FACT,
    FACTS,
    HEAD,
    LEAFLET,
    MONOGRAPHS,
    NATIVE,
    OPEN,
    QRD,
    SECTION,
    SECTION_TYPES,
    TOPICS,
    WARNING,
)
from leaflet.inline import Text, has_words
from leaflet.languages import language_of
from leaflet.model import Monograph
from leaflet.model.typed import typed_of

Tree = dict[str, Any]
Pictures = Callable[[str], bytes]
"""Returns the bytes of a picture beside the monograph, by its file's name; b"" where there is none."""

_PROFILES = "http://hl7.org/fhir/uv/emedicinal-product-info/StructureDefinition"
_ATTESTED = "http://hl7.org/fhir/composition-attestation-mode"
_NO_DAY = "0001-01-01"  # FHIR demands a date; the head's extension says that it is open
_TYPES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "svg": "image/svg+xml"}


class ExportError(ValueError):
    """A monograph that cannot be exported as it is."""


def bundle_of(monograph: Monograph, pictures: Pictures = lambda _: b"") -> Tree:
    """Return the document bundle of a monograph; raise `ExportError` where a picture is missing.

    Identifiers are made of the monograph's id and version, and the time is its date: nothing else goes in.
    """
    typed = typed_of(monograph)
    name = f"{MONOGRAPHS}:{monograph.id}:{monograph.version}"
    composition, product = (_url(name, part) for part in ("text", "product"))
    return {
        "resourceType": "Bundle",
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, name)),
        "meta": {"profile": [f"{_PROFILES}/Bundle-uv-epi"]},
        "language": monograph.language,
        "identifier": {"system": MONOGRAPHS, "value": monograph.id},
        "type": "document",
        "timestamp": f"{_day(monograph)}T00:00:00Z",
        "entry": [
            {
                "fullUrl": composition,
                "resource": _composition(monograph, typed, composition, product, pictures),
            },
            {"fullUrl": product, "resource": _product(monograph, product)},
        ],
    }


def to_json(bundle: Tree) -> bytes:
    """Return a bundle as JSON."""
    return (json.dumps(bundle, ensure_ascii=False, indent=1) + "\n").encode()


def _composition(monograph: Monograph, typed: Tree, url: str, product: str, pictures: Pictures) -> Tree:
    approved = monograph.is_approved
    held = _contained(typed, pictures)
    composition: Tree = {
        "resourceType": "Composition",
        "id": url.removeprefix("urn:uuid:"),
        "meta": {"profile": [f"{_PROFILES}/Composition-uv-epi"]},
        "language": monograph.language,
        **({"contained": held} if held else {}),
        "extension": [{"url": HEAD, "valueString": _json(_head(typed))}],
        "identifier": [{"system": MONOGRAPHS, "value": monograph.id}],
        **({"version": monograph.version} if typed["version"] != OPEN else {}),
        "status": "final" if approved else "preliminary",
        "type": {"coding": [{"system": DOCUMENT_TYPES, "code": LEAFLET, "display": "Package Leaflet"}]},
        "subject": [{"reference": product}],
        "date": _day(monograph),
        "author": [{"display": _author(monograph)}],
        "title": monograph.name,
    }
    if approved:
        composition["attester"] = [_attester(typed["review"])]
    facts, language = _facts(monograph), language_of(monograph.language)
    no_dose = language.say("no_dose") if language is not None else ""
    composition["section"] = [
        *[_warning(warning) for warning in typed.get("warnings", ())],
        *[_section(section, facts, no_dose) for section in typed["sections"]],
        *[_told(topic, said) for topic, said in facts.items()],
    ]
    return composition


def _facts(monograph: Monograph) -> dict[str, str]:
    """Return the facts in the program's words, by topic: other readers know no such fields."""
    language = language_of(monograph.language)
    if language is None:
        return {}
    said = {}
    for topic, nodes in facts_of(monograph, language).items():
        texts = [leaf.text.plain for node in nodes for leaf, _ in walk(node) if leaf.text is not None]
        words = [text for text in texts if has_words(text)]  # bullets are texts, too
        said[str(topic)] = "".join(f'<p class="{FACT}">{narrative.line(text)}</p>' for text in words)
    return said


def _told(topic: str, said: str) -> Tree:
    """Return a section for facts whose topic no section has."""
    qrd = [{"system": SECTION_TYPES, "code": QRD[topic]}] if topic in QRD else []
    return {
        "extension": [{"url": FACTS, "valueString": "{}"}],
        "code": {"coding": [*qrd, {"system": TOPICS, "code": topic}]},
        "text": _narrative(said),
    }


def _head(typed: Tree) -> Tree:
    """Return what FHIR has no field for, and which of those that it has are open."""
    kept = {key: value for key, value in typed.items() if key not in (*NATIVE, "warnings", "sections")}
    files = sorted({figure["file"] for figure in _figures(typed)})
    # An attribute holds no markup: a description that has some travels here, by the number of its picture.
    described = enumerate(figure["alt"] for figure in _figures(typed))
    alts = {str(index): alt for index, alt in described if alt != OPEN and Text.parse(alt).plain != alt}
    return {
        **kept,
        **({"pictures": {narrative.picture_id(file): file for file in files}} if files else {}),
        **({"alts": alts} if alts else {}),
        "open": [key for key in NATIVE if typed.get(key) == OPEN],
    }


def _warning(typed: Tree) -> Tree:
    about: Tree = {key: typed[key] for key in ("kind", "level", "source") if key in typed}
    about["open"] = [key for key in ("hazard", "signs", "action", "consequence") if typed.get(key) == OPEN]
    code = QRD.get(typed["kind"], QRD["precautions"])
    return {
        "extension": [{"url": WARNING, "valueString": _json(about)}],
        "title": narrative.plain(typed["hazard"]),
        "code": {"coding": [{"system": SECTION_TYPES, "code": code}]},
        "text": _narrative(narrative.hazard(typed), narrative.warning(typed)),
    }


def _section(typed: Tree, facts: dict[str, str], no_dose: str) -> Tree:
    """Return a section, with the facts on its topics in its order; they are taken out of `facts`."""
    topics, blocks = typed.get("topics") or [typed["topic"]], typed["blocks"]
    told = {topic: facts.pop(topic) for topic in topics if topic in facts}
    first = "".join([words for topic, words in told.items() if topic not in EXCEPTIONS])
    then = "".join([words for topic, words in told.items() if topic in EXCEPTIONS])
    own = next((index for index, block in enumerate(blocks) if "heading" in block), len(blocks))
    before, after = narrative.blocks(blocks[:own], no_dose), narrative.blocks(blocks[own:], no_dose)
    qrd = [QRD[topics[0]]] if topics[0] in QRD else []
    advice = typed.get("what_to_do")
    lead = f'<p class="what-to-do">{narrative.text(advice)}</p>' if advice is not None else ""
    return {
        "extension": [{"url": SECTION, "valueString": _json({"source": typed["source"]})}],
        **({"title": str(typed["heading"])} if "heading" in typed and typed["heading"] != OPEN else {}),
        "code": {
            "coding": [
                *[{"system": SECTION_TYPES, "code": code} for code in qrd],
                *[{"system": TOPICS, "code": topic} for topic in topics],
            ]
        },
        "text": _narrative(first, lead, before, then, after),
    }


def _narrative(*parts: str) -> Tree:
    return {"status": "generated", "div": narrative.division(*parts)}


def _contained(typed: Tree, pictures: Pictures) -> list[Tree]:
    """Return the pictures of a monograph, each once, as contained resources."""
    held = []
    for file in sorted({figure["file"] for figure in _figures(typed)}):
        data = pictures(file)
        if not data:
            raise ExportError(f"the picture {file} does not lie beside the monograph")
        form = _TYPES[file.rpartition(".")[2].lower()]
        binary = {"resourceType": "Binary", "id": narrative.picture_id(file), "contentType": form}
        held.append({**binary, "data": base64.b64encode(data).decode()})
    return held


def _figures(typed: Mapping[str, Any]) -> Iterator[Tree]:
    for section in typed["sections"]:
        yield from (block["figure"] for block in section["blocks"] if "figure" in block)


def _product(monograph: Monograph, url: str) -> Tree:
    names = dict.fromkeys((monograph.name, *monograph.other_names))
    return {
        "resourceType": "MedicinalProductDefinition",
        "id": url.removeprefix("urn:uuid:"),
        "name": [{"productName": str(name)} for name in names],
    }


def _attester(review: Tree) -> Tree:
    return {
        "mode": {"coding": [{"system": _ATTESTED, "code": "professional"}]},
        "time": review["on"],
        "party": {"display": review["by"]},
    }


def _author(monograph: Monograph) -> str:
    """Return who stands behind the words: a source's publisher, else its title."""
    publishers = [source.publisher for source in monograph.sources.values() if source.publisher]
    return str(next(iter(publishers), next(iter(monograph.sources.values())).title))


def _url(name: str, part: str) -> str:
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{name}:{part}')}"


def _day(monograph: Monograph) -> str:
    return monograph.date.isoformat() if monograph.date is not None else _NO_DAY


def _json(value: Tree) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
