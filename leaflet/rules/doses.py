"""Rules S201 to S211: dose expressions that are misread, after ISMP's list of error-prone ones."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from leaflet.passages import Passage
from leaflet.precompiled import expression
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.measured import is_measured
from leaflet.rules.patterns import Pattern, Texts
from leaflet.rules.rule import ContentRule, Hit, rule
from leaflet.values import Value

ISMP = "ISMP List of Error-Prone Abbreviations, Symbols, and Dose Designations"
MASS = r"mg|mcg|micrograms?|milligrams?|kilograms?|grams?|kg|g|ml|mL|millilitres?|milliliters?|litres?|mmol"
COUNT = (
    r"units?|tablets?|capsules?|caplets?|pills?|puffs?|drops?|sachets?|sprays?|patch(?:es)?|doses?"
    r"|spoonfuls?|teaspoons?|tablespoons?|ampoules?|injections?|lozenges?|suppositor(?:y|ies)|syringes?|pens?"
    r"|vials?|inhalations?"
)
UNITS = rf"(?:{MASS}|{COUNT})"
_STRENGTH = expression(rf"(?:{MASS}|{COUNT}) ?/ ?(?:\d{{1,4}} ?)?(?:{MASS}|hour|dose)")
TIME = r"(?:hours?|days?|weeks?|months?|years?|minutes?|seconds?|times|percent|people|million)"
Message = Callable[[re.Match[str]], tuple[str, str]]


class _Misread(Value):
    """A dose expression that is misread: the rule that finds it, what to say of it, and where it stands."""

    code: str
    message: str
    hint: str
    start: int
    end: int


class _Expression(Value):
    """What a rule looks for: a pattern, the same with what matches behind a number only, and what to say."""

    code: str
    anywhere: Pattern
    whole: Pattern
    message: Message


_EXPRESSIONS: list[_Expression] = []


def misread(texts: Texts) -> Mapping[int, Sequence[_Misread]]:
    """Return the dose expressions of each text that are misread: one pass for all rules."""
    found: dict[int, list[_Misread]] = {}
    for each in _EXPRESSIONS:
        pattern = each.whole
        for number in _shown(each, texts):
            for match in pattern.finditer(texts.typed[number]):
                said = _Misread(each.code, *each.message(match), *match.span())
                found.setdefault(number, []).append(said)
    return found


def _shown(each: _Expression, texts: Texts) -> Iterable[int]:
    """Return the texts in which an expression may match: with a number, or with what it needs."""
    if not each.anywhere.needs:
        return texts.with_digits
    held = texts.holding(each.anywhere)
    return held if each.whole is each.anywhere else sorted({*held, *texts.with_digits})


def _pattern_rule(
    code: str,
    title: str,
    pattern: str,
    message: Message,
    *,
    reason: str,
    bad: str,
    good: str,
    needs: str = "",
    after_number: str = "",
) -> ContentRule:
    """Make a rule of one pattern over the texts that hold what it needs; without `needs`, a number.

    What matches only behind a number, and then needs nothing else, is given as `after_number`.
    """
    anywhere = Pattern(pattern, needs=needs)
    whole = Pattern(f"{after_number}|{pattern}") if after_number else anywhere
    _EXPRESSIONS.append(_Expression(code, anywhere, whole, message))

    def _judge(manuscript: Manuscript) -> Iterator[Hit]:
        for passage, found in manuscript.found_in_passages(misread):
            for each in found:
                if each.code == code and not _is_right(passage, each):
                    span = passage.locate(each.start, each.end)
                    yield Hit(message=each.message, hint=each.hint, span=span)

    return rule(code, title, reason=reason, bad=bad, good=good, source=ISMP, english=code == "S206")(_judge)


def _is_right(passage: Passage, found: _Misread) -> bool:
    """Tell whether a name's strength is written as on the licence, or a zero is a laboratory's: INR 2.0."""
    if passage.role == "name":
        return bool(_STRENGTH.fullmatch(passage.plain[found.start : found.end]))
    return found.code == "S201" and is_measured(passage.plain, found.start)


trailing_zero = _pattern_rule(
    "S201",
    "a trailing zero after a decimal point",
    rf"(?<![\d.,])\d{{1,9}}\.0{{1,6}}(?![\d.])(?=\s?{UNITS}\b|\s?%|\s|$|[),;])",
    lambda match: (
        f"{match.group()!r} has a trailing zero and is misread ten times too big",
        f"write {match.group().split('.')[0]}",
    ),
    needs=".0",
    reason="5.0 is read as 50 where the point is faint",
    bad="Take 5.0 mg at night.",
    good="Take 5 mg at night.",
)
naked_decimal = _pattern_rule(
    "S202",
    "a decimal without its zero",
    r"(?<![\w.,])\.\d{1,9}",
    lambda match: (
        f"{match.group()!r} has no zero before the point and is misread ten times too big",
        f"write 0{match.group()}",
    ),
    reason=".5 is read as 5 where the point is faint",
    bad="Take .5 mg at night.",
    good="Take 0.5 mg at night.",
)
glued_unit = _pattern_rule(
    "S203",
    "a number glued to its unit",
    rf"(?<![\w.,-])(\d[\d.,]{{0,12}})({UNITS}|{TIME}|µg|μg|MG|Mg|ML|Ml|IU|iu)\b",
    lambda match: (
        f"{match.group()!r} glues the number to its unit",
        f"write {match[1]} {match[2]}, with a space",
    ),
    reason="in 10mg the m is read as a zero or two zeros, a hundred times too big",
    bad="Take 10mg at night.",
    good="Take 10 mg at night.",
)
stopped_unit = _pattern_rule(
    "S205",
    "a unit with a full stop",
    r"(?<=[\d\s])(mg|mcg|kg|g|ml|mL|µg)\.(?=[ \t]+[a-z0-9(]|[,;:)])",
    lambda match: (
        f"{match.group()!r} has a full stop that is read as the number 1",
        f"write {match[1]} without it",
    ),
    reason="the full stop after mg or mL is read as the number 1",
    bad="Take 10 mg. at night.",
    good="Take 10 mg at night.",
)
_ABBREVIATIONS = {
    "µg": "mcg or micrograms",
    "μg": "mcg or micrograms",
    "cc": "mL",
    "iu": "units",
    "u": "units",
    "qd": "every day",
    "qod": "every other day",
    "od": "every day",
    "bd": "2 times a day",
    "bid": "2 times a day",
    "tds": "3 times a day",
    "tid": "3 times a day",
    "qds": "4 times a day",
    "qid": "4 times a day",
    "hs": "at bedtime",
    "qhs": "at bedtime",
    "d/c": "stop, or discharge, in full",
    "prn": "when you need it",
    "po": "by mouth",
    "sc": "under the skin",
    "sq": "under the skin",
    "subq": "under the skin",
    "im": "into a muscle",
    "stat": "immediately",
    "nocte": "at night",
    "mane": "in the morning",
    "ac": "before food",
    "pc": "after food",
    "gtt": "drops",
    "gtts": "drops",
    "noct": "at night",
    "ut dict": "as your doctor has told you",
}
abbreviation = _pattern_rule(
    "S206",
    "an error-prone abbreviation",
    r"[µμ]g\b|\bIU\b"
    r"|\b(?:Q\.?O\.?D|Q\.?D|Q\.?H\.?S|B\.?I\.?D|T\.?I\.?D|Q\.?I\.?D|T\.?D\.?S|Q\.?D\.?S|P\.?R\.?N|SUBQ"
    r"|SubQ)\b"
    r"|\b(?:OD|BD|HS|SQ|PO)\b|\b(?:qod|qds|tds|prn|q\.o\.d|q\.d|b\.d|o\.d|t\.d\.s|b\.i\.d|t\.i\.d"
    r"|q\.i\.d|p\.r\.n|h\.s|p\.o|a\.c|p\.c)\b"
    r"|(?:(?<=mg )|(?<=mcg )|(?<=mL )|(?<=ml )|(?<=tablet )|(?<=tablets )|(?<=capsule )|(?<=dose )"
    r"|(?<=daily ))"
    r"(?:od|bd|bid|tid|qid|hs|sc|im|po|ac|pc|stat)\b|\bD/C\b|\bd/c\b"
    r"|\b(?:nocte|noct|mane|gtts?|ut dict|MTX|HCTZ|MSO4|MgSO4|ZnSO4|AZT|CPZ|PTU|APAP)\b"
    r"|\bdrops? (?:A[DSU]|O[DSU]|au|ou|od)\b",
    lambda match: (
        f"{match.group().strip()!r} is an error-prone abbreviation",
        f"write {_ABBREVIATIONS.get(match.group().strip().lower().replace('.', ''), 'it in full')}",
    ),
    reason="QD is read as QID, U as a zero, µg as mg; patients do not know any of them",
    bad="Take 1 tablet BD.",
    good="Take 1 tablet 2 times a day.",
    needs="µg|μg|IU|Q|B.|BI|BD|T.|TI|TD|P.|PR|PO|OD|HS|qod|qds|tds|prn|q.o.d|q.d|b.d|o.d|t.d.s|b.i.d|t.i.d"
    "|q.i.d|p.r.n|h.s|p.o|a.c|p.c|mg |mcg |mL |ml |tablet |tablets |capsule |dose |daily |/|noct|mane|gtt"
    "|ut dict|MTX|HCTZ|SO4|AZT|CPZ|PTU|APAP|drop",
    after_number=r"(?<=\d)\s?(?:cc|CC|[Uu]|IU|iu)\b",
)
slash = _pattern_rule(
    "S207",
    "a slash that stands for per",
    rf"\b(?:{MASS}|{COUNT})\s?/\s?(?:\d{{1,4}}\s?)?(?:{MASS}|day|dose|hour|hr|h|d|week|wk|month"
    rf"|tablet|kg)\b",
    lambda match: (f"the slash in {match.group()!r} is read as the number 1", "write per, or each"),
    reason="the slash is read as the number 1, or as a choice between two doses",
    bad="The most is 80 mg/day.",
    good="The most is 80 mg each day.",
    needs="/",
)
symbol = _pattern_rule(
    "S208",
    "a symbol in place of a word",
    r"(?<![\w.+-])@(?!\w)|(?<=\d)\s?@|(?<!\S)@(?=\w)|&(?!E\b)|(?<!\bA)&|[<>≤≥±↑↓]"
    r"|~~|(?<=[a-zA-Z])\*+(?=[a-zA-Z])"
    r"|(?<=\w) ?\+(?= ?\d[\d.,]* ?(?:mg|mcg|g|m[lL]|units?|tablets?|capsules?)\b)",
    lambda match: (
        f"{match.group().strip()!r} is read as a number or missed",
        "write the word: "
        + {
            "@": "at",
            "&": "and",
            "<": "less than",
            ">": "more than",
            "≤": "at most",
            "≥": "at least",
            "+": "and",
        }.get(match.group().strip(), "increased or decreased"),
    ),
    reason="@ and & are read as 2, > and < as 7 and 4, and each the wrong way round",
    bad="Call us if your pulse is < 60.",
    good="Call us if your pulse is less than 60.",
    needs="@|&|<|>|≤|≥|±|↑|↓|+|~|*",
)
roman = _pattern_rule(
    "S209",
    "a Roman numeral",
    r"(?<![\w'’-])(?:II|III|IV|VI|VII|VIII|IX|XI|XII)\b"
    r"|\b(?:[Tt]ype|[Ss]tage|[Pp]hase|[Ff]actor|[Gg]rade|[Cc]lass|[Ss]tep|[Ss]chedule|[Tt]ablets?"
    r"|[Cc]apsules?) [IVX]\b(?!['’])"
    r"|\b[IVX]{1,4} (?:mg|mcg|m[lL]|g|units?|tablets?|capsules?|drops?|puffs?|times)\b",
    lambda match: (f"{match.group()!r} holds a Roman numeral", "write 1, 2, 3; or say 'into a vein' for IV"),
    reason="II is read as 11, IV as 'into a vein', and many readers know none of them",
    bad="Take step II after a week.",
    good="Take step 2 after a week.",
    needs="I|V|X&&II|IV|VI|IX|XI|ype |tage |hase |actor |rade |lass |tep |chedule |ablet|apsule"
    "|I m|I g|I u|I d|I p|V m|V g|V u|V d|V p|X m|X g|X u|X d|X p|I times|V times|X times",
)
fraction = _pattern_rule(
    "S210",
    "a fraction",
    r"[¼½¾⅓⅔⅛⅜⅝⅞]|(?<![\d/.,])[1-9]/(?:[2-9]|10)(?![\d/])(?=\s?(?:of|a|an|the|tablet|capsule|pill|dose"
    r"|mg|mL|ml|patch|sachet|teaspoon|spoon)|[\s.,;)]|$)",
    lambda match: (f"{match.group()!r} is read as another number", "write it in words: half a tablet"),
    reason="1/2 tablet is read as 1 or 2 tablets",
    bad="Take 1/2 tablet at night.",
    good="Take half a tablet at night.",
    needs="¼|½|¾|⅓|⅔|⅛|⅜|⅝|⅞|/",
)
thousands = _pattern_rule(
    "S211",
    "thousands without a comma",
    rf"(?<![\d.,])\d{{4,12}}(?:\.\d{{1,4}})?(?=\s?(?:{UNITS}|people|patients|women|men|children|cells"
    rf"|IU)\b)",
    lambda match: (
        f"{match.group()!r} has no comma to count its zeros by",
        f"write {int(match.group().split('.')[0]):,}",
    ),
    reason="100000 is read as 10,000 or as 1,000,000",
    bad="Inject 10000 units.",
    good="Inject 10,000 units.",
)


RULES = (
    trailing_zero,
    naked_decimal,
    glued_unit,
    stopped_unit,
    abbreviation,
    slash,
    symbol,
    roman,
    fraction,
    thousands,
)
