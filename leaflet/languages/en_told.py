"""English: how a text tells what a leaflet must tell, so that the list of gaps never denies what is there.

Each row has ways to tell a thing, of which one is enough: words of which a passage must hold one in small
letters, or it is not looked at, and an expression for small letters. They ask for the fact, not for its
topic: "your dose" is no dose, "for longer than prescribed" no duration, and "abuse of drugs or alcohol" tells
nothing about drinking. An expression that starts with a letter is sought fast, then looks back.
"""

_DIGITS, _IN_WORDS = r"\d(?<=\b\d)[\d.,]{0,12}", r"\b(?:one|two|three|four|half an?)"
_UNIT = (
    r"(?:mg|mcg|micrograms?|milligrams?|grams?|g|ml|millilitres?|units?|tablets?|capsules?|spoonfuls?|puffs?"
    r"|drops?|sachets?|patch(?:es)?|sprays?|teaspoons?|fingertips?|lit(?:re|er)s?|pessar(?:y|ies)"
    r"|suppositor(?:y|ies)|lozenges?|ampoules?|injections?)"
)
_TIME = r"(?:hours?|days?|mornings?|evenings?|nights?|weeks?|months?)"
_LONG = r"(?:\d+|a few|several|one|two|three|four|six|seven|ten) (?:to \d+ )?(?:days?|weeks?|months?|years?)"
_SOMEBODY = r"(?:doctor|pharmacist|nurse|midwife|clinic)"
_USE = r"(?:take|taken|took|use|used|inject|injected|have|had|give|gave|given)"


Way = tuple[str, str]


def _way(needs: str, *expressions: str) -> Way:
    return needs, "|".join(expressions)


def _row(needs: str, *expressions: str) -> tuple[Way, ...]:
    return (_way(needs, *expressions),)


# The days of a row in a plan of doses, and how many days each word stands for.
PERIODS = (
    r"(?P<unit>day|week)s? (?P<first>\d{1,4})(?:(?: to | and |[-–])(?P<last>\d{1,4}))?",
    {"day": 1, "week": 7},
)

TOLD: dict[str, tuple[Way, ...]] = {
    "uses": _row(
        " used | treat| reliev| prevent",
        r"\b(?:is|are) used (?:for|to|in)\b",
        r"\b(?:treats|relieves|prevents)\b",
    ),
    "contraindications": _row(
        "not ",
        r"\bno reason not to (?:take|use|have)\b",
        r"not (?:(?<=\bdo not )|(?<=\bshould not )|(?<=\bmust not ))"
        r"(?:take|use|have|inhale|inject)\b[^.:]{0,60}(?:\bif\b|:)",
        r"not (?<=\bnot )be given (?:to|if)\b",
        r"not (?:(?<=\bdo not )|(?<=\bshould not )|(?<=\bmust not ))(?:take|use|have|give) (?:it|them)"
        r" (?:in pregnancy|while you are (?:pregnant|breastfeeding)|to (?:a|any|an) )",
    ),
    # In a warning of allergy or pregnancy, whoever must not use it is the one that it warns.
    "kept_from": _row("not ", r"not (?<=\bdo not )(?:take|use|have|give|inhale|inject)\b"),
    "precautions": _row(
        "tell ", rf"\btell (?:your|the|a) {_SOMEBODY}[^.:]{{0,40}}\b(?:if you|about|before)\b"
    ),
    "interactions": _row(
        "other ", r"\bother (?:medicines?|tablets|drops|creams|painkillers|drugs|antibiotics)\b"
    ),
    "alcohol": (
        _way("drink", r"\bdrink(?:ing)?\b[^.]{0,30}\b(?:alcohol|wine|beer)\b"),
        _way("alcohol", r"\bavoid alcohol\b", r"\balcohol (?:with|while|can|may|makes)\b"),
    ),
    "pregnancy": _row("pregnan", r"\bpregnan(?:t|cy)\b"),
    "breastfeeding": _row("breast", r"\bbreast-?\s?(?:feed(?:ing)?|fed|milk)\b"),
    # "Out of the reach of children" is about a cupboard.
    "children": _row(
        "child|teenager|babies",
        r"(?<!reach of )(?<!sight of )(?<!kill a )(?<!where )(?<!unborn )"
        r"\b(?:child|children|teenagers|babies)\b(?!['’]s? (?:reach|sight))",
    ),
    "older_people": _row(
        "lder| 65",  # older, elderly
        r"\b(?:older (?:people|adults|patients)|the elderly|(?:over|aged) 65)\b",
    ),
    "driving": _row(
        "driv|machine", r"\b(?:driv(?:e|ing)|us(?:e|ing) (?:\w+ )?(?:machines|tools|machinery))\b"
    ),
    "dose": (
        _way("", rf"{_DIGITS} ?{_UNIT}\b"),
        _way("one|two|three|four|half", rf"{_IN_WORDS} ?{_UNIT}\b"),
    ),
    "route": _row(
        "",
        r"\b(?:by mouth|mouth|swallow\w*|inject\w*|inhal\w*|breathe|skin|nose|nostril|eyes?|eyelid|ears?)\b",
        r"\b(?:rectum|vagina|under (?:the|your) tongue|chew\w*|suck|dissolve|drink)\b",
        r"\b(?:with|without|before|after) (?:food|meals?|water)\b|\bwith a (?:full )?glass of water\b",
    ),
    "frequency": (
        _way(
            "once|twice|times",
            r"\b(?:once|twice|times)(?: or \w+)? (?:a|each|every|per) (?:day|week|month|year)",
        ),
        _way("every|each", rf"\b(?:every|each) (?:\w+ )?{_TIME}\b"),
        _way(" week", r"\b(?:one|two|\d) days? (?:a|each|every|per) week\b"),
        _way("morning|evening|night|bedtime", r"\b(?:in the|at) (?:morning|evening|night|bedtime)"),
        _way("when you need", r"\b(?:only when you need|when you need (?:it|them))"),
        _way(" hours a day", r"\b\d{1,2} hours a day\b"),
    ),
    "duration": (
        _way("for ", rf"for (?<=\bfor )(?:(?:up to |at least |about )?{_LONG}\b|life|the rest of your life)"),
        _way("day", r"days? (?:(?<=\bday )|(?<=\bdays ))1 to \d+\b"),
        _way("long", r"\blong[- ]term\b"),
        _way("until ", r"\buntil (?:you have )?(?:finish|the course|your doctor)"),
        _way(" hours a day", r"\b\d{1,2} hours a day\b"),
    ),
    # How long, and how much in all, told anywhere: of the medicine, and so of nothing else.
    "course": _row(
        " for ",
        r"\b(?:take|use|need) (?:it|them|this medicine) for (?:at least |up to |about )?"
        rf"(?:{_LONG}\b|life\b)",
    ),
    "whole": _row(
        "treatment|course",
        rf"\b(?:one|two|1|2) (?:\w+ )?{_UNIT} (?:is|are) (?:a|the)"
        r" (?:whole|full|complete) (?:treatment|course)\b",
    ),
    "overdose_action": _row(
        "too m|overdos|more than",
        rf"(?<!not )(?<!never )\b{_USE} (?:too (?:much|many)|more than)\b",
        r"\boverdose\b",
    ),
    "missed_dose": _row(
        "miss|forg",
        r"\b(?:miss(?:ed)?|forg[eo]t(?:ten)?) (?:a|your|the|to|it|one)\b",
        r"\bmissed (?:dose|tablet|pill|injection)",
    ),
    "withdrawal": _row(
        "stop|coming off",
        r"\b(?:do not|never|if you|when you|before you) (?:suddenly )?stop (?:it|taking|using|suddenly)\b",
        r"\bstop(?:ping)? (?:\w+ )?suddenly\b",
        r"\bcoming off\b",
    ),
    "side_effects": _row(
        "side effect",
        r"\bside effects? (?:may|can|are|include)\b",
        r"\b(?:may|can) (?:cause|have) side effects\b",
    ),
    "reporting": _row(
        "report|yellow card", r"\breport(?:ing)? (?:\w+ ){0,3}side effects?\b", r"\byellow card\b"
    ),
    "whom_to_ask": _row("question", rf"\b(?:ask|talk to) (?:your|a) {_SOMEBODY}\b[^.]{{0,40}}\bquestions?\b"),
    "storage": (
        _way("stor", r"stor(?<=\bstor)(?:e|ed|age) (?:\w+ )?(?:below|in|at|under|above)\b"),
        _way(
            "keep ",
            r"keep (?<=\bkeep )(?:\w+ ){0,4}"
            r"(?:below|out of|in (?:the|a) (?:fridge|box|pack)|where children|locked)",
        ),
    ),
    "contents": (
        _way("contain", r"\b(?:it|they|tablets?|capsules?|puff|patch|gram|millilitre) contains? \w"),
        _way(
            " holds ",
            r"\b(?:each|one) (?:tablet|capsule|puff|patch|gram|millilitre) holds \d",
            r"\bit holds (?!(?:an?|back|enough|in|no|not|on|the|together|up|your)\b)[a-z]",
        ),
    ),
    # After the medicine's name: "Testol patches hold testolin".
    "holds": _row(
        " hold| contain",
        r"(?: (?:tablets?|capsules?|drops|patch(?:es)?|injections?|inhalers?|pens?))? (?:hold|contain)s?"
        r" (?!(?:back|enough|in|no|not|on|the|together|up|your)\b)\w",
    ),
    "for_children": _row(
        "child|babies|infants",
        r"^(?!.*\badults?\b).*\b(?:in|for|of) (?:young )?(?:children|babies|infants)\b",
    ),
    # The head of a column whose cells are amounts.
    "amount": _row("", rf"\b{_UNIT}\b"),
}
