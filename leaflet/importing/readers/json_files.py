"""JSON: parsed within bounds, then told apart by what it says it is."""

import json
import re
from typing import Any

from leaflet.importing.markup import MOST_TAGS
from leaflet.importing.readers import Lookup, Reading
from leaflet.importing.refusal import RefusedError

MOST_VALUES = 300_000
DEEPEST = 200
_STRINGS = re.compile(rb'"(?:[^"\\]++|\\.)*+"', re.DOTALL)  # possessive: no memory for ways back


def read(data: bytes, lookup: Lookup) -> Reading:
    """Return what a JSON file holds, whichever of the field's forms it has."""
    from leaflet.importing.readers import fhir, nhs, openfda

    root = _parse(data)
    if isinstance(root, dict):
        if root.get("resourceType") in ("Bundle", "Composition"):
            return fhir.read_json(root, lookup)
        if isinstance(root.get("results"), list):
            return openfda.read(root)
        if "mainEntityOfPage" in root or "hasPart" in root:
            return nhs.read(root)
        if "set_id" in root or "spl_product_data_elements" in root:
            return openfda.read({"results": [root]})
    raise RefusedError(
        "this JSON is neither a FHIR bundle nor an openFDA label nor an NHS page",
        "give the whole document, not a part of it",
    )


def _parse(data: bytes) -> Any:
    if data.count(b"<") + data.count(b"\\u003") > MOST_TAGS:
        raise RefusedError(f"the file has more than {MOST_TAGS:,} tags", "split it into one document a file")
    bare = _STRINGS.sub(b"", data)
    if bare.count(b",") + bare.count(b"[") + bare.count(b"{") > MOST_VALUES:
        raise RefusedError(
            f"the file has more than {MOST_VALUES:,} values", "split it into one document a file"
        )
    depth = deepest = 0
    for found in re.finditer(rb"[\[\]{}]", bare):
        depth += 1 if found.group() in b"[{" else -1
        deepest = max(deepest, depth)
    if deepest > DEEPEST:
        raise RefusedError(
            f"the file is nested more than {DEEPEST} deep", "export it again in a plainer form"
        )
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise RefusedError(f"the file is not UTF-8 at byte {error.start}", "save it as UTF-8") from None
    except json.JSONDecodeError as error:
        raise RefusedError(
            f"line {error.lineno}, column {error.colno}: this is not sound JSON: {error.msg.lower()}",
            "export the document again",
        ) from None
