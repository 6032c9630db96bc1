"""What the product resources of a FHIR bundle say of the medicine: names, route, form, holder, supply."""

from collections.abc import Sequence
from typing import Any

from leaflet.importing.fhir_tree import many, one, text_at
from leaflet.values import Value


class Facts(Value, kw_only=True):
    """Facts beside the text; each is empty where the bundle is silent."""

    publisher: str = ""
    names: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()
    legal: str = ""
    form: str = ""


def facts_of(resources: Sequence[dict[str, Any]]) -> Facts:
    """Return what a bundle's resources say in codes and names."""
    facts: dict[str, list[str]] = {"publisher": [], "names": [], "routes": [], "legal": [], "form": []}
    for resource in resources:
        kind = resource.get("resourceType")
        if kind == "Organization":
            facts["publisher"].append(text_at(resource, "name"))
        elif kind == "MedicinalProductDefinition":
            facts["names"] += [text_at(name, "productName") for name in many(resource, "name")]
            facts["form"].append(_said(one(resource, "combinedPharmaceuticalDoseForm")))
            facts["routes"] += [_said(route) for route in many(resource, "route")]
            facts["legal"].append(_said(one(resource, "legalStatusOfSupply")))
        elif kind == "AdministrableProductDefinition":
            routes = many(resource, "routeOfAdministration")
            facts["routes"] += [_said(one(route, "code")) for route in routes]
    known = {key: tuple(dict.fromkeys(filter(None, values))) for key, values in facts.items()}
    return Facts(
        publisher=next(iter(known["publisher"]), ""),
        names=known["names"],
        routes=known["routes"],
        legal=next(iter(known["legal"]), ""),
        form=next(iter(known["form"]), ""),
    )


def _said(concept: Any) -> str:
    """Return the words of a coded concept."""
    words = text_at(concept, "text") or text_at(one(concept, "coding"), "display")
    return " ".join(words.split())
