"""The codes of the findings of planning a build."""

from leaflet.explanations import Explanation

EXPLANATIONS: dict[str, Explanation] = {
    "M050": Explanation(
        code="M050",
        title="Two monographs with one file name",
        reason="Their leaflets would overwrite each other, and a patient would get the other medicine's.",
        bad="two files in content/ with id: baclofen and language: en",
        good="an id for each",
        source="the house rule that a build never costs what was there before",
    )
}
