"""Cells, the characters they have in a file, and the signs in which print tells more apart than UEB does.

The Rules of Unified English Braille (ICEB, second edition 2013) are cited by their numbers.
"""

import re
from collections.abc import Mapping

BLANK = "\u2800"
UP, DOWN = "⠰⠔", "⠰⠢"
"""What follows is raised or lowered, after the indicator of grade 1 (UEB 3.24.1, 11.4.2)."""
GROUP = ("⠣", "⠜")
"""Around what is raised or lowered and no single item (UEB 3.4.1, 11.4.1)."""
SPELT_WORD = "⠰⠰"
"""The grade 1 word indicator: the word after it has no contractions (UEB 5.3.1)."""
GOES_ON = "⠐"
"""The line continuation indicator: the line parts what no space parts (UEB 6.10.3)."""
NOTE = ("⠈⠨⠣", "⠈⠨⠜")
"""Around words that are not in print (UEB 3.27.1)."""
BOLD = re.compile("⠘[⠂⠶⠄⠆]")
"""The indicators of bold words, passages, ends and symbols (UEB 9.2.1, 9.3.1, 9.4.1 to 9.4.4)."""
SHIFTED = re.compile(f"⠰[⠔⠢](?:{GROUP[0]}([^{GROUP[1]}]*){GROUP[1]})?")

_CAPITALS = re.compile("⠠⠠⠠(.*?)⠠⠄")  # a passage in capitals (UEB 8.5.1)
_NUMBER = "⠼"  # the indicator of numbers (UEB 6.1.1)
_CAPITAL_WORD = "⠠⠠"  # up to what is no letter (UEB 8.4.2)
_NO_LETTERS = re.compile("((?:⠼[⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠲⠂⠌]++|⠸⠌)++)(?=[^⠀])")

# The 64 cells in the order of their dots, as every embosser takes them (North American ASCII Braille).
_ASCII = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="
_TO_ASCII = {0x2800 + dots: sign for dots, sign in enumerate(_ASCII)}
_TO_CELLS = {ord(sign): chr(0x2800 + dots) for dots, sign in enumerate(_ASCII)}
_TO_CELLS |= {ord(sign.lower()): cell for sign, cell in [(chr(key), cell) for key, cell in _TO_CELLS.items()]}
_TO_CELLS |= {ord(lower): _TO_CELLS[ord(upper)] for lower, upper in zip("`{|}~", "@[\\]^", strict=True)}
_DIGITS = str.maketrans("1234567890", "⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚")

EXCEPTIONS: Mapping[str, tuple[str, str]] = {
    '‘’“”"': ("'", "a mark of quotation is read back as another one: UEB has fewer (7.6.1)"),
    "–―": ("—", "both are a dash; the long one of UEB is for a rule longer than these (7.2.1, 7.2.4)"),
    "…": ("...", "an ellipsis is three full stops (7.3.1)"),
    "\u00a0\u202f\u2009\u2007": (" ", "a space that does not break is a space like any other (3.23.1)"),
    "\u2011\u2010": ("-", "a hyphen that does not break is a hyphen (7.2.5)"),
    "\u00ad\u200b\u2060\u200e\u200f\u2066\u2067\u2068\u2069": (
        "",
        "a chance to break or a way to run is no sign",
    ),
    "μ": ("µ", "micro is written as the Greek letter (4.5.1)"),
    **{
        raised: (str(digit), "a raised digit is one after an indicator (3.24.1)")
        for digit, raised in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")
    },
    **{
        lowered: (str(digit), "a lowered digit is one after an indicator (3.24.1)")
        for digit, lowered in enumerate("₀₁₂₃₄₅₆₇₈₉")
    },
}
"""Signs of print → what stands for them on both sides when words are compared, and why."""
_FELT = {ord(sign): told for signs, (told, _) in EXCEPTIONS.items() for sign in signs}


def felt(words: str) -> str:
    """Return words with the signs that Braille does not tell apart written alike."""
    return words.translate(_FELT)


def without_notes(cells: str) -> str:
    """Return cells without the signs around words that are not in print."""
    return cells.replace(NOTE[0], "").replace(NOTE[1], "")


def without_passages(cells: str) -> str:
    """Return cells in which each word of a passage in capitals says so by itself, as liblouis reads them."""
    return _CAPITALS.sub(
        lambda found: BLANK.join([_in_capitals(word) for word in found[1].split(BLANK)]), cells
    )


def _in_capitals(word: str) -> str:
    start = "" if word.startswith(_NUMBER) else _CAPITAL_WORD
    return start + _NO_LETTERS.sub(rf"\1{_CAPITAL_WORD}", word)


def number(value: int) -> str:
    """Return a whole number as cells (UEB 6.1.1)."""
    return _NUMBER + str(value).translate(_DIGITS)


def to_ascii(cells: str) -> str:
    """Return cells as the characters of a BRF file; raises `KeyError` for what is no cell of six dots."""
    return "".join([_TO_ASCII[ord(cell)] for cell in cells])


def to_cells(line: str) -> str:
    """Return the cells of a line of a BRF file; raises `ValueError` for a character that is none."""
    cells = line.translate(_TO_CELLS)
    if not all(0x2800 <= ord(cell) <= 0x283F for cell in cells):
        raise ValueError(f"a line holds what is no cell: {line!r}")
    return cells
