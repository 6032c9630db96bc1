"""Small documents of each format, written for these tests; the medicine and all facts are made up."""

import base64
import io
import json
import zipfile
from typing import Any
from xml.sax.saxutils import escape, quoteattr

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)

PNG_TEXT = base64.b64encode(PNG).decode()

INTRODUCTION = (
    "<p><b>Testol 5 mg tablets</b></p><p>Keep this paper; you may want to look at it again.</p>"
    "<p>-  Hand it to nobody else.</p><p>-  Ask us when in doubt.</p>"
)
USES = "<p>Testol calms <i>jumpy</i> knees<sup>®</sup>.</p><p>It holds about 10<sup>9</sup> grains.</p>"
BEFORE = "<p>Speak to a doctor before the first tablet if:</p><ul><li>your knees are made of glass</li></ul>"
TAKING = (
    "<p>Swallow one tablet at breakfast.</p><table><thead><tr><th>Weight</th><th>Tablets</th></tr></thead>"
    "<tbody><tr><td>under 40 kg</td><td>1</td></tr><tr><td>over 40 kg</td><td>2</td></tr></tbody></table>"
)
TOO_MUCH = "<p>Signs are blue elbows. Go to a hospital at once and take the box along.</p>"
EFFECTS = (
    "<h3>Common effects</h3><ul><li>yawning</li><li>itch<ul><li>of the nose</li></ul></li></ul>"
    '<p>See <a href="https://testol.example/more">our page</a>.<img src="#pic" alt="A yawning cat"/></p>'
)
STORING = "<p>Keep below 25 °C.<br/>Keep away from children.</p>"

LEAFLET: tuple[tuple[str, str, str], ...] = (
    ("Package leaflet: information for the user", "200000029894", INTRODUCTION),
    ("1. What Testol is and what it is used for", "200000029895", USES),
    ("2. What you need to know before you take Testol", "200000029896", BEFORE),
    ("3. How to take Testol", "200000029905", TAKING),
    ("If you take more Testol than you should", "200000029907", TOO_MUCH),
    ("4. Possible side effects", "200000029910", EFFECTS),
    ("5. How to store Testol", "200000029913", STORING),
)
DOCTOR: tuple[tuple[str, str, str], ...] = (
    ("4.2 Posology", "200000029800", "<p>Dose by the height of the chair.</p>"),
    ("5.1 Pharmacodynamic properties", "200000029820", "<p>Unknown.</p>"),
    ("5.2 Pharmacokinetic properties", "200000029821", "<p>Slow.</p>"),
)


def fhir_bundle(
    sections: tuple[tuple[str, str, str], ...] = LEAFLET, code: str = "100000155538", language: str = "en"
) -> dict[str, Any]:
    """Return a document bundle in JSON."""
    return {
        "resourceType": "Bundle",
        "type": "document",
        "identifier": {"system": "urn:test", "value": "testol-epi"},
        "timestamp": "2026-01-31T00:00:00Z",
        "entry": [{"resource": composition(sections, code, language)}],
    }


def composition(
    sections: tuple[tuple[str, str, str], ...], code: str = "100000155538", language: str = "en"
) -> dict[str, Any]:
    """Return a Composition with a picture contained."""
    div = '<div xmlns="http://www.w3.org/1999/xhtml">{}</div>'
    return {
        "resourceType": "Composition",
        "language": language,
        "version": "7",
        "title": "Testol 5 mg tablets",
        "date": "2026-01-31",
        "type": {"coding": [{"code": code}]},
        "contained": [
            {"resourceType": "Binary", "id": "pic", "contentType": "image/png", "data": PNG_TEXT}
        ],
        "section": [
            {
                "title": title,
                "code": {"coding": [{"code": number}]},
                "text": {"status": "generated", "div": div.format(text)},
            }
            for title, number, text in sections
        ],
    }  # fmt: skip


def fhir_json(bundle: dict[str, Any] | None = None) -> bytes:
    """Return the bytes of a bundle in JSON."""
    return json.dumps(bundle or fhir_bundle()).encode()


def fhir_xml(bundle: dict[str, Any] | None = None) -> bytes:
    """Return the bytes of a bundle in XML."""
    whole = bundle or fhir_bundle()
    return ('<?xml version="1.0" encoding="UTF-8"?>' + _resource(whole)).encode()


def _resource(tree: dict[str, Any]) -> str:
    kind = tree["resourceType"]
    inside = "".join(_element(key, value) for key, value in tree.items() if key != "resourceType")
    return f'<{kind} xmlns="http://hl7.org/fhir">{inside}</{kind}>'


def _element(key: str, value: Any) -> str:
    if isinstance(value, list):
        return "".join(_element(key, each) for each in value)
    if key == "div":
        return str(value)
    if isinstance(value, dict) and "resourceType" in value:
        return f"<{key}>{_resource(value)}</{key}>"
    if isinstance(value, dict):
        return f"<{key}>" + "".join(_element(name, each) for name, each in value.items()) + f"</{key}>"
    return f"<{key} value={quoteattr(str(value))}/>"


def spl(code: str = "34391-3", patient: bool = True) -> bytes:
    """Return a label: what doctors read, then what patients read."""
    doctors = "".join(
        _spl_section(number, title, f"<paragraph>{title} as doctors need it.</paragraph>")
        for number, title in (
            ("34068-7", "2 DOSAGE"),
            ("34084-4", "6 REACTIONS"),
            ("34090-1", "12 PHARMACOLOGY"),
        )
    )
    text = (
        '<paragraph><content styleCode="bold">What is Testol?</content></paragraph>'
        "<paragraph>Testol is for knees.<footnote>Both of them.</footnote></paragraph>"
        '<list listType="unordered"><caption>Tell us about:</caption><item>glass knees</item></list>'
        '<table><tfoot><tr><td colspan="2">Ask us.</td></tr></tfoot>'
        "<tbody><tr><td>low</td><td>1</td></tr></tbody></table>"
        '<renderMultiMedia referencedObject="M1"/>'
    )
    media = (
        '<component><observationMedia ID="M1"><text>A knee</text><value mediaType="image/png">'
        '<reference value="knee.png"/></value></observationMedia></component>'
    )
    patients = _spl_section("42231-1", "MEDICATION GUIDE", text, media) if patient else ""
    return (
        f'<document xmlns="urn:hl7-org:v3"><code code="{code}"/><title>Testol label</title>'
        '<effectiveTime value="20260131"/><setId root="set-1"/><versionNumber value="3"/>'
        f"<component><structuredBody>{doctors}{patients}</structuredBody></component></document>"
    ).encode()


def _spl_section(code: str, title: str, text: str, more: str = "") -> str:
    return (
        f'<component><section><code code="{code}"/><title>{escape(title)}</title><text>{text}</text>{more}'
        "</section></component>"
    )


def openfda(patient: bool = True) -> bytes:
    """Return an answer of openFDA's: running text in lines."""
    label: dict[str, Any] = {
        "set_id": "set-1",
        "version": "3",
        "effective_time": "20260131",
        "adverse_reactions": ["6 ADVERSE REACTIONS Knees may creak."],
        "spl_product_data_elements": ["Testol testolium tablet"],
        "openfda": {"brand_name": ["Testol"], "route": ["ORAL"], "manufacturer_name": ["Knee Works"],
                    "product_type": ["HUMAN PRESCRIPTION DRUG"]},
    }  # fmt: skip
    if patient:
        guide = (
            "Medication Guide Testol (testolium) tablets. What is the most important thing about Testol?",
            "Testol can make: • knees soft • elbows blue. How should I take Testol? Take it at breakfast.",
        )
        label["spl_medguide"] = [" ".join(guide)]
    return json.dumps({"meta": {}, "results": [label]}).encode()


def nhs() -> bytes:
    """Return a page of the content API in both of its renderings."""
    text = "<p>Testol calms knees.</p><h3>Who it is for</h3><ul><li>adults</li></ul>"
    urgent = {"@type": "WebPageElement", "identifier": "immediate", "headline": "Ring the hospital now if:",
              "text": "<ul><li>your elbows turn blue</li></ul>"}  # fmt: skip
    page = {
        "@type": "MedicalWebPage",
        "name": "Testol (Kneeol)",
        "url": "https://api.example/testol/",
        "license": "https://api.example/terms",
        "copyrightHolder": {"name": "Example holder"},
        "dateModified": "2026-01-31T10:00:00+00:00",
        "author": {"name": "Example website"},
        "hasPart": [
            {"headline": "About Testol", "hasPart": [{"headline": "", "text": text}]},
            {"headline": "Side effects", "hasPart": [urgent]},
        ],
        "mainEntityOfPage": [{"headline": "About Testol", "hasPart": [{"text": "<p>Short.</p>"}]}],
    }
    return json.dumps(page).encode()


def html() -> bytes:
    """Return a page with a menu beside its text."""
    parts = "".join(f"<h2>{escape(title)}</h2>{text}" for title, _, text in LEAFLET)
    return (
        "<!DOCTYPE html><html lang='en'><head><title>Testol</title></head><body><nav>Home</nav>"
        f"<main><h1>Testol</h1>{parts}</main></body></html>"
    ).encode()


def pharmaledger() -> bytes:
    """Return PharmaLedger's XML: text before the first section, then sections."""
    parts = "".join(
        f"<section><header>{escape(title)}</header>{text}</section>" for title, _, text in LEAFLET[1:]
    )
    return f"<document type='pharmaledger-1.0'><p>Testol 5 mg tablets</p>{parts}</document>".encode()


_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MIME = "application/vnd.openxmlformats"


def _links(*targets: tuple[str, str]) -> bytes:
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = "".join(
        f'<Relationship Id="r{number}" Type="{kinds}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'.encode()


def docx(body: str | None = None, more: dict[str, bytes] | None = None) -> bytes:
    """Return a Word document with headings, a list and a table, or with the body given."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    styled = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'
    body = body or (
        f"<w:p>{styled}<w:r><w:t>1. What Testol is and what it is used for</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>Testol calms knees.</w:t></w:r></w:p>"
        f"<w:p>{styled}<w:r><w:t>2. What you need to know before you take Testol</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>low</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>1 tablet</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="{_MIME}-package.relationships+xml"/><Override '
        f'PartName="/word/document.xml" ContentType="{_MIME}-officedocument.wordprocessingml.document.main'
        '+xml"/></Types>'
    )
    styles = (
        f'<w:styles {space}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
        "</w:style></w:styles>"
    )
    parts = {
        "[Content_Types].xml": types.encode(),
        "_rels/.rels": _links(("officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>".encode(),
        "word/_rels/document.xml.rels": _links(("styles", "styles.xml"), ("footnotes", "footnotes.xml")),
        "word/styles.xml": styles.encode(),
        **(more or {}),
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return written.getvalue()


EVERY: dict[str, bytes] = {
    "fhir.json": fhir_json(),
    "fhir.xml": fhir_xml(),
    "spl.xml": spl(),
    "openfda.json": openfda(),
    "nhs.json": nhs(),
    "page.html": html(),
    "pharmaledger.xml": pharmaledger(),
    "word.docx": docx(),
}
"""A document of every format, by file name."""
