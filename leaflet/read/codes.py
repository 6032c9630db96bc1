"""The codes of the findings of reading: what each means, why, and how to mend it.

The examples are keys of a monograph as typed: put into a sound one, the bad one gives the finding and
the good one none. From M030 on, codes are about the whole file, and some examples describe it in words.
"""

from typing import NamedTuple


class Explanation(NamedTuple):
    """What one code means, for `leaflet explain`."""

    title: str
    reason: str
    bad: str
    good: str
    mend: str


CODES: dict[str, Explanation] = {
    "M001": Explanation(
        "Not YAML",
        "Where the quotes, colons and indentation do not add up, nobody can tell what was meant.",
        "purpose: For pain: in muscles",
        'purpose: "For pain: in muscles"',
        "Put the text in quotes, or line the keys up.",
    ),
    "M002": Explanation(
        "Duplicate key",
        "Of two values under one key only one can be printed, and the other is lost without a word.",
        "name: Baclofen\nname: Baclofen tablets",
        "name: Baclofen",
        "Keep one of the two.",
    ),
    "M003": Explanation(
        "Unknown key",
        "What stands under a mistyped key would not be printed.",
        "propose: For muscle spasms\npurpose: For muscle spasms",
        "purpose: For muscle spasms",
        "Take the key that the hint names, or one of the list.",
    ),
    "M004": Explanation(
        "Missing key",
        "A leaflet without it would be incomplete; a warning without its action warns of nothing.",
        "review:\n  by: A. Pharmacist",
        "review:\n  status: draft\n  by: A. Pharmacist",
        "Add the key.",
    ),
    "M005": Explanation(
        "Nothing where words belong",
        "An empty value prints as a gap that looks intended. A dash or dots say no more.",
        "purpose:",
        "purpose: For muscle spasms",
        "Write the value, or delete its key where it may be left out.",
    ),
    "M006": Explanation(
        "A value of the wrong shape",
        "A text, a list and a mapping mean different things on the page.",
        "other_names: Baclofen tablets",
        "other_names:\n  - Baclofen tablets",
        "Write the shape that is asked for; a text that looks like another shape goes in quotes.",
    ),
    "M007": Explanation(
        "Not one of the allowed words",
        "The word decides what the leaflet must say and how; a near miss decides nothing.",
        "classes: [opiod]",
        "classes: [opioid]",
        "Choose from the list in the hint.",
    ),
    "M008": Explanation(
        "A block without a known form",
        "The form decides how the words are set: as a paragraph, as a list, as a panel.",
        "sections:\n  - topic: uses\n    source: monograph\n    blocks:\n      - paragraf: For spasms.",
        "sections:\n  - topic: uses\n    source: monograph\n    blocks:\n      - paragraph: For spasms.",
        "Begin the block with one of the forms; a panel holds no panels and no side effects.",
    ),
    "M009": Explanation(
        "A block of two forms",
        "A block is one thing; the order of two is not to be guessed.",
        "sections:\n  - topic: uses\n    source: monograph\n    blocks:\n"
        "      - paragraph: 'For:'\n        bullets: [spasms]",
        "sections:\n  - topic: uses\n    source: monograph\n    blocks:\n"
        "      - paragraph: 'For:'\n      - bullets: [spasms]",
        "Begin each block with its own '- '.",
    ),
    "M010": Explanation(
        "Not a short name",
        "Short names become file names and references: they must be the same on every system.",
        "id: Baclofen 10 mg",
        "id: baclofen-10-mg",
        "Use a to z, 0 to 9 and single hyphens, 60 characters at most.",
    ),
    "M011": Explanation(
        "Not a date",
        "01/02/2026 is a day in January to some and in February to others.",
        "date: 23/11/2026",
        "date: 2026-11-23",
        "Write year, month and day as in 2026-11-23 (ISO 8601).",
    ),
    "M012": Explanation(
        "Not one short line",
        "Headings and labels are set on their own; a text of several lines is not one.",
        "name: |\n  Baclofen",
        "name: Baclofen",
        "Write it on the line of its key, in 200 characters at most.",
    ),
    "M013": Explanation(
        "Not a number that fits",
        "More than ten lines to write on fill a page.",
        "sections:\n  - topic: uses\n    source: monograph\n    blocks:\n"
        "      - write_in: My questions\n        lines: many",
        "sections:\n  - topic: uses\n    source: monograph\n    blocks:\n"
        "      - write_in: My questions\n        lines: 3",
        "Write a number from 1 to 10.",
    ),
    "M014": Explanation(
        "Not the tag of a language",
        "Screen readers choose their voice by it.",
        "language: english",
        "language: en-GB",
        "Write the tag of BCP 47.",
    ),
    "M015": Explanation(
        "A slip in the markup",
        "Markup that does not add up would be printed, or would swallow words.",
        "purpose: For **muscle spasms",
        "purpose: For **muscle** spasms",
        r"Close it, or write \*, \[ or \\ for the sign itself.",
    ),
    "M016": Explanation(
        "Markup in a plain line",
        "Names, headings and labels have a style of their own; the signs would be printed.",
        "name: '**Baclofen**'",
        "name: Baclofen",
        "Take the markup away.",
    ),
    "M017": Explanation(
        "An item with no list or two under it",
        "The long form of an item is there to hold one list.",
        "sections:\n  - topic: uses\n    source: monograph\n    blocks:\n      - bullets: [{item: spasms}]",
        "sections:\n  - topic: uses\n    source: monograph\n    blocks:\n      - bullets: [spasms]",
        "Write the item as text alone, or give it 'bullets' or 'steps'.",
    ),
    "M018": Explanation(
        "Words lost to a comment",
        "In YAML ' #' begins a comment: of 'Tablet #2' only 'Tablet' would be printed.",
        "name: Baclofen #2",
        'name: "Baclofen #2"',
        "Put the text in quotes. A comment begins with two spaces, '#' and a space.",
    ),
    "M019": Explanation(
        "Not in the form that this key takes",
        "An address, a sum or a file's name of another form leads nowhere.",
        "sources:\n  monograph:\n    title: Baclofen monograph\n    url: example.org/baclofen",
        "sources:\n  monograph:\n    title: Baclofen monograph\n    url: https://example.org/baclofen",
        "Write it in the form that the hint shows.",
    ),
    "M020": Explanation(
        "An unknown source",
        "Every clinical statement can be traced to where it comes from.",
        "sections:\n  - topic: uses\n    source: monogaph\n    blocks: [{paragraph: For spasms.}]",
        "sections:\n  - topic: uses\n    source: monograph\n    blocks: [{paragraph: For spasms.}]",
        "Name one of 'sources', or add it there.",
    ),
    "M022": Explanation(
        "A row of another length",
        "A cell under the wrong head is another fact: a dose at noon that was meant for the night.",
        "sections:\n  - topic: contents\n    source: monograph\n    blocks:\n"
        "      - table: {columns: [Strength, Colour], rows: [[5 mg]]}",
        "sections:\n  - topic: contents\n    source: monograph\n    blocks:\n"
        "      - table: {columns: [Strength, Colour], rows: [[5 mg, white]]}",
        'Write a cell for each column and a dose for each time of day, "" for an empty one.',
    ),
    "M023": Explanation(
        "A topic of no name without a heading",
        "The program has a heading for each topic of its list, and none for 'other'.",
        "sections:\n  - topic: other\n    source: monograph\n    blocks: [{paragraph: For spasms.}]",
        "sections:\n  - topic: other\n    heading: More about spasms\n    source: monograph\n"
        "    blocks: [{paragraph: For spasms.}]",
        "Write a heading, or take the topic of the list that fits.",
    ),
    "M030": Explanation(
        "Too large",
        "A monograph of one medicine takes some 10 kB; 1 MiB is something else.",
        "a file of 2 MiB",
        "one medicine to a file",
        "Check that it is the right file.",
    ),
    "M031": Explanation(
        "Not a text file",
        "A Word file or PDF is no monograph, whatever its name ends in.",
        "a Word file renamed to baclofen.yaml",
        "a file written with a text editor",
        "Save it as plain text in UTF-8.",
    ),
    "M032": Explanation(
        "Not UTF-8",
        "In another encoding an é or a µ becomes another character, unseen.",
        "a file saved as 'Windows Latin 1' or 'Unicode (UTF-16)'",
        "a file saved as UTF-8",
        "Save it as UTF-8.",
    ),
    "M033": Explanation(
        "A character with no place here",
        "Characters that cannot be seen can change the order in which words are read.",
        'name: "Baclofen\\u202E"',
        'name: "Baclofen"',
        "Delete it.",
    ),
    "M034": Explanation(
        "An empty file",
        "There is nothing to print.",
        "a file of 0 bytes, or of comments only",
        "a file that 'leaflet new NAME' wrote",
        "Begin with 'leaflet new NAME'.",
    ),
    "M035": Explanation(
        "A space that is none to YAML",
        "A no-break space looks like any other; to YAML it is a letter, and the line means something else.",
        "name:\u00a0Baclofen",
        "name: Baclofen",
        "Put a plain space in its place: delete it and press the space bar.",
    ),
    "M036": Explanation(
        "A character in a wrong encoding",
        "Where a file was read in one encoding and saved in another, patients find signs that mean nothing.",
        "purpose: For donâ€™t-move spasms",
        "purpose: For don’t-move spasms",
        "Type the character that is meant.",
    ),
    "M037": Explanation(
        "A left-over",
        "Fields that were never filled in, and the code of web pages, would be printed as they are.",
        "purpose: For ${indication}",
        "purpose: For muscle spasms",
        "Write the words that belong there, or delete it.",
    ),
    "M038": Explanation(
        "Letters of two alphabets in a word",
        "A Cyrillic a in a Latin word looks right, and no search, screen reader or check knows the word.",
        "purpose: For muscle sp\u0430sms",
        "purpose: For muscle spasms",
        "Type the word anew.",
    ),
    "M039": Explanation(
        "Lines that would run together",
        "White space is printed as one space: three lines of doses would become one sentence.",
        "purpose: |\n  Morning: one\n  Night: two",
        "purpose: One in the morning and two at night",
        "Make each line a block or a list item of its own.",
    ),
    "M051": Explanation(
        "A picture that is not there",
        "A step that is shown by a picture cannot be followed without it.",
        "a figure whose file is inhaler.svg, and no such file beside the monograph",
        "a file inhaler.svg beside the monograph",
        "Put the picture beside the monograph, or correct its name.",
    ),
    "M052": Explanation(
        "A picture that cannot be printed",
        "A file of another kind, or one too large to be a drawing, would print as nothing.",
        "a Word file renamed to inhaler.png",
        "a drawing saved as SVG, or a photograph as PNG or JPEG, of 5 MiB at most",
        "Save the picture as what its name ends in.",
    ),
    "M040": Explanation(
        "Nested too deep",
        "A monograph needs 8 levels; more than 64 is a slip or an attack.",
        "name: " + "[" * 70 + "]" * 70,
        "name: Baclofen",
        "Look for a bracket left open.",
    ),
    "M041": Explanation(
        "Too many values",
        "Repeated values can make a small file grow without end.",
        "a list of 60,000 items",
        "a monograph of a few hundred values",
        "Split the file.",
    ),
    "M042": Explanation(
        "A value repeated with '*' that cannot be",
        "A '*' stands for a value marked '&' above it.",
        "purpose: *above",
        'purpose: "For muscle spasms"',
        "Write the words out; put a text that begins with '*' in quotes.",
    ),
    "M043": Explanation(
        "A tag",
        "Tags turn text into something else; here every value stays what was typed.",
        "name: !str Baclofen",
        "name: Baclofen",
        "Take the tag away; put a text that begins with '!' in quotes.",
    ),
    "M044": Explanation(
        "Several documents",
        "What stands after a second '---' would not be printed.",
        "a file with a line of '---' in the middle",
        "one monograph to a file",
        "Keep one monograph to a file.",
    ),
    "M045": Explanation(
        "Not a key",
        "A key is a word.",
        "? [name, id]\n: Baclofen",
        "name: Baclofen",
        "Write a word before the ':'; put a text that begins with '[' or '{' in quotes.",
    ),
}
