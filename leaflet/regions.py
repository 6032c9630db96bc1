"""Whom to call in a country: a table, shown on the leaflet as the region's words, never the monograph's.

A monograph gives no telephone number (house rule: numbers come from the region's or the pharmacy's
settings). Without a region the leaflet says "emergency services" and gives none. What a region is called
stands in the language's module.
"""

from leaflet.values import Value


class Region(Value, kw_only=True):
    """The public numbers of a country or union, each as it is dialled there."""

    name: str
    emergency: tuple[str, ...]
    advice: str = ""  # health or poisons advice, not for emergencies
    source: str


REGIONS: dict[str, Region] = {
    region.name: region
    for region in (
        Region(
            name="uk",
            emergency=("999", "112"),
            advice="111",
            source="NHS: When to call 999; Ofcom numbering plan",
        ),
        Region(
            name="ie",
            emergency=("112", "999"),
            advice="01 809 2166",
            source="HSE: Emergency 112 or 999; National Poisons Information Centre of Ireland",
        ),
        Region(
            name="eu",
            emergency=("112",),
            source="Directive (EU) 2018/1972, article 109",
        ),
        Region(
            name="us",
            emergency=("911",),
            advice="1-800-222-1222",
            source="FCC: 911; HRSA: Poison Help",
        ),
        Region(
            name="ca",
            emergency=("911",),
            advice="1-844-764-7669",
            source="Government of Canada: 9-1-1; Canadian Poison Centres",
        ),
        Region(
            name="au",
            emergency=("000",),
            advice="13 11 26",
            source="Australian Government: Triple Zero; Poisons Information Centres",
        ),
        Region(
            name="nz",
            emergency=("111",),
            advice="0800 764 766",
            source="New Zealand Government: 111; National Poisons Centre",
        ),
    )
}
