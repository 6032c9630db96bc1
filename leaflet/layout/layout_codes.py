"""The codes of the findings of layout: why a leaflet is refused rather than squeezed."""

from leaflet.explanations import Explanation

EXPLANATIONS: dict[str, Explanation] = {
    each.code: each
    for each in (
        Explanation(
            code="L001",
            title="The paper is too narrow for the profile",
            reason="Lines of few characters break sentences up. Large print is set on a large sheet.",
            bad="leaflet build --profile giant --paper a5",
            good="leaflet build --profile giant --paper a4",
            source="UKAAF G003: large print is set anew, never squeezed; the least, 35 characters, is ours",
        ),
        Explanation(
            code="L002",
            title="No typeface has a character",
            reason="A missing letter prints as a box or as nothing, and the reader cannot know what it was.",
            bad="a text with ☃ in it",
            good="the same in words",
            source="ISO 14289-1, 7.21.8: no reference to the .notdef glyph",
        ),
        Explanation(
            code="L003",
            title="A word is wider than a line",
            reason="Words are never split and never run over the margin.",
            bad="a made-up word of 90 letters",
            good="a shorter word, or larger paper",
            source="UKAAF G003; ACB Best Practices for Large Print: no split words",
        ),
        Explanation(
            code="L005",
            title="A panel is taller than a page",
            reason="Panels are never cut, so one that no page holds cannot be printed.",
            bad="a panel of 300 words in giant print",
            good="two panels, or paragraphs without a frame",
            source="ANSI Z535: the words of a panel stand together",
        ),
        Explanation(
            code="L004",
            title="A product has no room for what must stand on it",
            reason="A card or a summary that leaves a warning out is more dangerous than none.",
            bad="five warnings on a wallet card",
            good="leaflet build --product card --paper a6, or the whole leaflet",
            source="ISMP: an effective warning states hazard and action; ACB: at most 20 pages in a booklet",
        ),
        Explanation(
            code="L006",
            title="The program has no words in this language",
            reason="Headings, page labels and the panel of gaps would be in another language than the text.",
            bad="language: tlh",
            good="language: en",
            source="WCAG 2.2, 3.1: the language of a page and of its parts is the reader's",
        ),
        Explanation(
            code="L007",
            title="A picture is not at hand",
            reason="A picture that is approved and not printed is missed by the patient who needs it.",
            bad="a monograph with a figure, read by a program from bytes alone",
            good="the same, read with leaflet.load from the folder in which the picture lies",
            source="House rule: nothing lost",
        ),
    )
}
