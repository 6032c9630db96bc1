"""The codes of the proof before rendering: what each holds, why, and where the demand comes from."""

from leaflet.explanations import Explanation
from leaflet.values import Value

_OWN = "the house rule that nothing is silent: what is laid out is proved before it is written"


class Hit(Value):
    """What breaks the rule of a code, in words."""

    code: str
    message: str


def _code(code: str, title: str, reason: str, bad: str, good: str, source: str = _OWN) -> Explanation:
    return Explanation(code=code, title=title, reason=reason, bad=bad, good=good, source=source)


EXPLANATIONS: dict[str, Explanation] = {
    each.code: each
    for each in (
        _code(
            "V001",
            "The laid-out words are the leaflet's, complete and in order",
            "A lost, repeated or moved word can change what a patient does.",
            "a line dropped at the foot of a page",
            "Every text stands once, in reading order, under its own element.",
            "Directive 2001/83/EC, article 56a: no variant is abridged",
        ),
        _code(
            "V002",
            "Every painted item has one owner",
            "What has no owner is not read out; what has two is read twice.",
            "a line of the text stamped as footer",
            "Each leaf of the structure tree owns one text, and furniture is an artifact.",
            "ISO 14289-1, 7.1",
        ),
        _code(
            "V003",
            "No line is under the profile's size",
            "Words that are too small are not read, and least of all by those who need large print.",
            "a footer in 8 pt",
            "Every line, furniture included, has the body's size or more.",
            "RNIB Clear Print; UKAAF G003: labels and page numbers in the size of the text",
        ),
        _code(
            "V004",
            "Every page says what it belongs to",
            "Sheets get separated.",
            'a second page without "Page 2 of 2"',
            "Name, version, date, page label and, before approval, the draft line stand on every page.",
            "CCLVI; UKAAF G003",
        ),
        _code(
            "V005",
            "No page is empty",
            "An empty page looks like a lost one.",
            "a last page with nothing but furniture",
            "The text is poured into as many pages as it needs.",
        ),
        _code(
            "V006",
            "The warnings stand whole on page 1, together and in order",
            "A warning that is cut, or on the back, is not seen in time.",
            "the withdrawal panel on page 2",
            "Every warning panel is one piece on page 1, with nothing between them.",
            "ISMP; ANSI Z535; Medicines for Children: near the top",
        ),
        _code(
            "V007",
            "Nothing crosses a margin or its frame",
            "A printer cuts off what stands too near the edge.",
            "a line wider than the measure",
            "Everything painted lies inside the profile's margins.",
            "ACB Best Practices for Large Print: margins",
        ),
        _code(
            "V008",
            "Nothing lies over anything else",
            "Two lines on top of each other are neither read.",
            "two lines on one baseline",
            "Lines, symbols and rules have places of their own.",
        ),
        _code(
            "V009",
            "A reader of the file gets the leaflet's words",
            "What is read aloud, searched or copied comes from the file's own map of its letters.",
            "an n that is read as ñ because one word of the file has that",
            "The painted codes, read by the map that the file holds, give each text letter by letter.",
            "ISO 32000-1, 9.10; ISO 14289-1, 7.21.7",
        ),
    )
}
