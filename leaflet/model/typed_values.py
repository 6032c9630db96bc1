"""What a monograph is typed in: lists of words, lines, days, numbers; each with the form it is typed in."""

import datetime
from decimal import Decimal
from typing import Annotated, Literal

from leaflet.inline import Text
from leaflet.model.table import MAY_BE_EMPTY, ONE_OR_MORE, Scalar

WarningKind = Literal[
    "overdose",
    "withdrawal",
    "allergy",
    "wrong_dose",
    "interaction",
    "bleeding",
    "infection",
    "pregnancy",
    "self_harm",
    "breathing",
    "accidental_exposure",
    "driving",
    "other",
]
Level = Literal["emergency", "warning", "caution"]
"""How grave a warning is; the order is the rank on page 1 (ANSI Z535: danger, warning, caution)."""

Seriousness = Literal["emergency", "serious", "common", "uncommon"]
Status = Literal["draft", "approved"]
ListForm = Literal["bullets", "steps"]
Legal = Literal["prescription", "pharmacy", "general_sale", "hospital"]
Route = Literal[
    "swallow",
    "inject",
    "inhale",
    "eye",
    "ear",
    "nose",
    "skin",
    "patch",
    "under_tongue",
    "rectal",
    "vaginal",
    "vaccine",
    "other",
]
MedicineClass = Literal[
    "antibiotic",
    "anticoagulant",
    "anticonvulsant",
    "antidepressant",
    "antihistamine",
    "antipsychotic",
    "benzodiazepine",
    "beta_blocker",
    "contraceptive",
    "corticosteroid",
    "cytotoxic",
    "diuretic",
    "eye_medicine",
    "immunosuppressant",
    "inhaled_preventer",
    "inhaled_reliever",
    "insulin",
    "muscle_relaxant",
    "nsaid",
    "opioid",
    "oral_diabetes",
    "painkiller",
    "prolonged_release",
    "statin",
    "thyroid",
    "topical",
    "vaccine",
    "weekly",
]
SourceKind = Literal["document", "editorial", "fhir-epi", "spl", "openfda", "nhs", "html", "docx"]
Help = Literal["emergency", "poison_line", "doctor_now", "pharmacist"]
Period = Literal["day", "week", "month"]
Topic = Literal[
    "about",
    "how_it_works",
    "uses",
    "before_you_take",
    "contraindications",
    "precautions",
    "interactions",
    "food_and_drink",
    "alcohol",
    "pregnancy",
    "breastfeeding",
    "fertility",
    "children",
    "older_people",
    "driving",
    "excipients",
    "how_to_take",
    "instructions",
    "monitoring",
    "travel",
    "missed_dose",
    "overdose",
    "withdrawal",
    "side_effects",
    "reporting",
    "whom_to_ask",
    "storage",
    "contents",
    "maker",
    "other",
]

IDENTIFIER_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LANGUAGE_PATTERN = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"
LINE_PATTERN = r"^\S(.*\S)?$"
DAY_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"

LONGEST_ID = 60
"""Characters of a short name, which names files."""
_WORDS = ("string", "number", "boolean")
_NAME = {
    "code": "M010",
    "wants": "a short name",
    "hint": f"use at most {LONGEST_ID} of a to z, 0 to 9, and single hyphens between them",
    "pattern": IDENTIFIER_PATTERN,
    "longest": LONGEST_ID,
    "looks_like": ("string", "integer"),
}

Line = Annotated[
    str,
    Scalar(form="line", code="M012", pattern=LINE_PATTERN, longest=200, looks_like=_WORDS, opens=True),
]
Identifier = Annotated[str, Scalar(form="word", **_NAME)]
SourceName = Annotated[str, Scalar(form="source", **_NAME)]
Language = Annotated[
    str,
    Scalar(
        form="word",
        code="M014",
        wants="the tag of a language",
        hint="write it as in BCP 47: 'en', 'en-GB'",
        pattern=LANGUAGE_PATTERN,
    ),
]
Day = Annotated[
    datetime.date,
    Scalar(
        form="day",
        code="M011",
        wants="a date",
        hint="write it as 2026-11-23",
        pattern=DAY_PATTERN,
        opens=True,
    ),
]
Count = Annotated[
    int,
    Scalar(
        form="count",
        code="M013",
        hint="write a number from 1 to 10",
        pattern=r"^[1-9][0-9]*$",
        most=10,
        looks_like=("integer", "string"),
    ),
]
Hours = Annotated[
    int,
    Scalar(
        form="count",
        code="M013",
        hint="write hours, from 1 to 1000",
        pattern=r"^[1-9][0-9]*$",
        most=1000,
        looks_like=("integer", "string"),
    ),
]
Amount = Annotated[
    Decimal,
    Scalar(
        form="amount",
        code="M013",
        wants="an amount",
        hint="write digits, with a point before decimals: 2.5",
        pattern=r"^(0|[1-9][0-9]{0,6})(\.[0-9]{1,6})?$",
        looks_like=("number", "string"),
    ),
]
Sha256 = Annotated[
    str,
    Scalar(
        form="word",
        code="M019",
        wants="a SHA-256 sum",
        hint="write its 64 digits of 0 to 9 and a to f",
        pattern=r"^[0-9a-f]{64}$",
        looks_like=("string", "number"),
    ),
]
FindingCode = Annotated[
    str,
    Scalar(
        form="word",
        code="M019",
        wants="the code of a finding",
        hint="write a capital letter and three digits: S101",
        pattern=r"^[A-Z][0-9]{3}$",
    ),
]
ProductCode = Annotated[
    str,
    Scalar(
        form="word",
        code="M019",
        wants="the code of a product",
        hint="write its digits, letters, hyphens and strokes, 40 at most, in quotes",
        pattern=r"^[0-9A-Za-z][0-9A-Za-z/ -]*$",
        longest=40,
        looks_like=("string", "integer"),
    ),
]
Address = Annotated[
    str,
    Scalar(
        form="word",
        code="M019",
        wants="an address",
        hint="write it from 'https://' on",
        pattern=r"^https?://[^\s<>\"]+$",
        longest=500,
    ),
]
PictureFile = Annotated[
    str,
    Scalar(
        form="word",
        code="M019",
        wants="the name of a picture's file",
        hint="name an SVG, PNG or JPEG file that lies beside this one: inhaler.svg",
        pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*\.(svg|png|jpg|jpeg)$",
        longest=100,
    ),
]
Cell = Annotated[Text, MAY_BE_EMPTY]
"""A text that may be empty: a cell of a table, or no dose at a time of day."""
Paragraphs = Annotated[tuple[Text, ...], ONE_OR_MORE]
"""Words of one paragraph, typed as a text, or of several, typed as a list."""
