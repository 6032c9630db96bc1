"""The codes of the findings of a build: of its plan, and of forms beside print before they are written."""

from leaflet.explanations import Explanation

EXPLANATIONS: dict[str, Explanation] = {
    each.code: each
    for each in (
        Explanation(
            code="M050",
            title="Two monographs with one file name",
            reason="Their leaflets would overwrite each other, and a patient would get the other medicine's.",
            bad="two files in content/ with id: baclofen and language: en",
            good="an id for each",
            source="the house rule that a build never costs what was there before",
        ),
        Explanation(
            code="V014",
            title="A form that does not say the leaflet's words",
            reason="Who listens, or reads on a screen, must get every word that others read on paper.",
            bad="a page for screens that lacks a row of a table",
            good="the same words in the same order in every form",
            source="Directive 2001/83/EC, article 56a: no variant is abridged",
        ),
    )
}
