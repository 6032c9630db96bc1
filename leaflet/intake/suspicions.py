"""What a text holds by mistake, though each character may stand in one.

Left-overs of the template, program or web page that a text went through; text that was read in a wrong
encoding; words whose letters look alike and come from two alphabets. Each pattern takes time in proportion
to the text.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal
from unicodedata import name

from leaflet.precompiled import expression
from leaflet.values import Value

Kind = Literal["left_over", "markup", "encoding", "alphabets"]


class Suspicion(Value):
    """A stretch of a text that no author can have meant; `meant` is what it seems to stand for, or ""."""

    kind: Kind
    start: int
    end: int
    meant: str = ""


def suspicions(text: str) -> Iterator[Suspicion]:
    """Yield what a text seems to hold by mistake: first left-overs, then damage, each in order."""
    if any(sign in text for sign in _SIGNS):
        yield from _left_overs(text)
    if not text.isascii():
        damage = list(_damage(text))
        yield from damage or _mixed_words(text)


_LEFT_OVER = (
    # fields of templates, of mail merge and of format strings
    r"\$\{[^{}]*\}?|\{\{[^{}]*\}{0,2}|\{%[^{}]*\}?|<%[^<>]*>?|%\([^()]*\)s|(?<![\^_])\{\w{0,40}\}|%[A-Z_]{3,40}%|\$[A-Za-z_]\w{1,40}"
    r"|<<\w[^<>]*>{0,2}|@@\w*|\[object \w+\]"
    # gaps to fill in, and words that stand for words
    r"|_{2,}|\.{4,}|…{2,}|\?{3,}|\b(?:X{2,}|x{3,})\b|(?<=\d)x{2}\b|\bxx\b"
    r"|\b(?:TODO|FIXME|TBC|TBD|TBA|tbc|tbd)\b|\b[Ll]orem ipsum\b"
    r"|\b(?i:insert|enter|type|add|your) (?i:text|name|dose|date|number) here\b|\bto enter text\b"
    # what programs write for nothing
    r"|\b(?:NaN|NULL|undefined)\b|\bnan\b(?! bread)|\bnull\b(?= )|(?<=[a-z0-9,] )None(?= [a-z]|\.)"
    r"|#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!)|\bError! (?:Reference source|Bookmark) not"
)
_MARKUP = (
    r"(?P<markup></?(?!https?:|mailto:)[A-Za-z][^<>]*>"
    r"|&(?:[A-Za-z]{2,10}\d{0,2}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});)"
)
_LEFT = expression(f"{_MARKUP}|{_LEFT_OVER}")
# Without one of these nothing of the above can be there: looking for them is twenty times as quick.
_SIGNS = (
    *("$", "{", "%", "<", "&", "#", "@@", "[object", "__", "....", "……", "???", "XX", "xx"),
    *("TODO", "FIXME", "TB", "tb", "orem", "here", "HERE", "enter text", "NaN", "NULL", "undefined"),
    *("nan", "null", "None", "Error!"),
)


def seems_clean(text: str) -> bool:
    """Tell whether nothing in a file's text, its YAML and comments included, looks like a left-over.

    Of most sound monographs this is said in no time; where it is denied, each text is to be looked at.
    """
    text = text.replace(_NAMES_SCHEMA, "")
    return not any(sign in text for sign in _SIGNS_IN_FILES) and not any(
        pattern.search(text) for pattern in _IN_FILES
    )


_NAMES_SCHEMA = "# yaml-language-server: $schema="
# In YAML a brace opens a mapping and a # a comment; "here" and "nan" stand in many a longer word.
_SIGNS_IN_FILES = (
    *(sign for sign in _SIGNS if sign not in ("{", "#", "here", "HERE", "nan")),
    *("{{", "{%", "#N", "#R", "#V", "#D", " HERE", " NAN"),
)
# Each begins with a letter of its own, which is what makes looking for it quick.
_IN_FILES = tuple(expression(pattern) for pattern in (r"\{\w{0,40}\}", r" here\b", r"nan\b"))


def _left_overs(text: str) -> Iterator[Suspicion]:
    for found in _LEFT.finditer(text):
        if found["markup"]:
            from html import unescape  # brings a table of all entities, which sound texts do without

            sign = unescape(found.group())
            yield Suspicion("markup", *found.span(), sign if sign != found.group() else "")
        else:
            yield Suspicion("left_over", *found.span())


# UTF-8 read as Windows-1252: a byte that begins a character, and as many that go on with it.
_HIGH = "".join(bytes([byte]).decode("cp1252", "ignore") for byte in range(0x80, 0xC0))
_DAMAGED = expression(f"[\u00c2-\u00df][{_HIGH}]|[\u00e0-\u00ef][{_HIGH}]{{2}}|[\u00f0-\u00f4][{_HIGH}]{{3}}")
# UTF-8 read as a Macintosh would, or as Windows-1251; and of UTF-8 the half that editors leave of a space.
_OTHER_DAMAGE = expression(
    "‚Ä[^\\s\\w]|√[©®°±≤≥¥µ∂∏π∫ªº]|вЂ[\u2122\u045a\u045c\u201c\u201d]?|(?<=[a-z])Õ(?=[a-z])|(?<=\\d)Â(?= )|â€"
)
_CLOSING = "’”“»›"
_LIKELY = (range(0xA0, 0x180), range(0x2B0, 0x530), range(0x1E00, 0x2300))


def _damage(text: str) -> Iterator[Suspicion]:
    """Yield text in a wrong encoding, with what it was before; "CAFÉ»" is a capital before closing quotes."""
    ends = 0
    for found in _DAMAGED.finditer(text):
        meant = found.group().encode("cp1252").decode("utf-8", "replace")
        in_quotes = found.group()[-1] in _CLOSING and text[: found.start()][-1:].isupper()
        if len(meant) == 1 and any(ord(meant) in likely for likely in _LIKELY) and not in_quotes:
            yield Suspicion("encoding", *found.span(), meant)
            ends = found.end()
    for found in _OTHER_DAMAGE.finditer(text):
        if found.start() >= ends:
            yield Suspicion("encoding", *found.span())


_WORD = expression(r"[^\W\d_]+")
# Greek letters that a reader takes for Latin ones; "TNFα" is sound, "Αspirin" with a capital alpha is not.
_GREEK_LOOKALIKES = frozenset("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοινυρχκϲϳ")


def _mixed_words(text: str) -> Iterator[Suspicion]:
    for word in _WORD.finditer(text):
        letters = word.group()
        if letters.isascii():
            continue
        scripts = {_script(letter) for letter in letters} - {""}
        if len(scripts) > 1 and not (scripts == {"LATIN", "GREEK"} and not _GREEK_LOOKALIKES & set(letters)):
            yield Suspicion("alphabets", *word.span())


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    """Return the script that a letter's name begins with; "" for one that belongs to none."""
    if letter in "µªºʼ":
        return ""
    first = name(letter, "").partition(" ")[0]
    return (
        first if first in ("LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "HEBREW", "ARABIC", "CHEROKEE") else ""
    )
