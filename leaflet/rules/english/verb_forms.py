"""The forms of an English verb, by rule and a short table of irregular ones."""

from leaflet.rules.english.marks import BASE, ING, PAST, S_FORM

_IRREGULAR = {
    "be": "is being was been",
    "begin": "begins beginning began begun",
    "bin": "bins binning binned binned",
    "bite": "bites biting bit bitten",
    "break": "breaks breaking broke broken",
    "bring": "brings bringing brought brought",
    "buy": "buys buying bought bought",
    "choose": "chooses choosing chose chosen",
    "come": "comes coming came come",
    "cut": "cuts cutting cut cut",
    "do": "does doing did done",
    "drink": "drinks drinking drank drunk",
    "drive": "drives driving drove driven",
    "eat": "eats eating ate eaten",
    "fall": "falls falling fell fallen",
    "feed": "feeds feeding fed fed",
    "feel": "feels feeling felt felt",
    "find": "finds finding found found",
    "forget": "forgets forgetting forgot forgotten",
    "get": "gets getting got got",
    "give": "gives giving gave given",
    "go": "goes going went gone",
    "grind": "grinds grinding ground ground",
    "have": "has having had had",
    "hide": "hides hiding hid hidden",
    "hold": "holds holding held held",
    "keep": "keeps keeping kept kept",
    "lay": "lays laying laid laid",
    "leave": "leaves leaving left left",
    "lend": "lends lending lent lent",
    "let": "lets letting let let",
    "lie": "lies lying lay lain",
    "make": "makes making made made",
    "meet": "meets meeting met met",
    "overdo": "overdoes overdoing overdid overdone",
    "pay": "pays paying paid paid",
    "put": "puts putting put put",
    "quit": "quits quitting quit quit",
    "read": "reads reading read read",
    "ride": "rides riding rode ridden",
    "ring": "rings ringing rang rung",
    "run": "runs running ran run",
    "say": "says saying said said",
    "see": "sees seeing saw seen",
    "seek": "seeks seeking sought sought",
    "sell": "sells selling sold sold",
    "set": "sets setting set set",
    "shake": "shakes shaking shook shaken",
    "shut": "shuts shutting shut shut",
    "sleep": "sleeps sleeping slept slept",
    "speak": "speaks speaking spoke spoken",
    "spend": "spends spending spent spent",
    "split": "splits splitting split split",
    "stick": "sticks sticking stuck stuck",
    "swap": "swaps swapping swapped swapped",
    "take": "takes taking took taken",
    "tell": "tells telling told told",
    "think": "thinks thinking thought thought",
    "throw": "throws throwing threw thrown",
    "wear": "wears wearing wore worn",
    "withdraw": "withdraws withdrawing withdrew withdrawn",
    "withhold": "withholds withholding withheld withheld",
    "write": "writes writing wrote written",
}
_DOUBLED = frozenset(
    [
        "stop",
        "drop",
        "skip",
        "chop",
        "cap",
        "ban",
        "jot",
        "dab",
        "rub",
        "slip",
        "wrap",
        "plan",
        "chat",
        "nap",
        "top",
        "step",
        "dip",
        "tap",
        "wean",
        "rip",
        "jog",
        "trim",
        "up",
        "fit",
        "snap",
        "nip",
        "flop",
    ]
) - {"wean"}
_VOWELS = "aeiou"


def forms(verb: str) -> tuple[tuple[str, int], ...]:
    """Return each form of a verb, given as its first word, with its bit; what follows the word stays."""
    first, gap, rest = verb.partition(" ")
    singular, ing, past, participle = _of(first)
    table = {singular: S_FORM, ing: ING, past: PAST, participle: PAST}
    table[first] = table.get(first, 0) | BASE
    return tuple((form + gap + rest, bit) for form, bit in table.items())


def _of(verb: str) -> tuple[str, str, str, str]:
    if verb in _IRREGULAR:
        singular, ing, past, participle = _IRREGULAR[verb].split()
        return singular, ing, past, participle
    stem = verb
    if verb in _DOUBLED:
        stem = verb + verb[-1]
    elif verb.endswith("e") and not verb.endswith("ee"):
        return f"{verb}s", f"{verb[:-1]}ing", f"{verb}d", f"{verb}d"
    elif verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}ies", f"{verb}ing", f"{verb[:-1]}ied", f"{verb[:-1]}ied"
    ending = "es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"
    return verb + ending, f"{stem}ing", f"{stem}ed", f"{stem}ed"
