"""Rule S218: an order to take the medicine has the verb, the place and the piece of its route.

For each route the verbs, places and pieces that fit are listed. A verb that fits no route of this medicine,
where its object is the medicine, sends the reader to another one.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from leaflet.model import Monograph, Schedule
from leaflet.precompiled import expression
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.measures import NUMBER, UNIT, measures
from leaflet.rules.patterns import Pattern, Texts
from leaflet.rules.rule import Hit, rule
from leaflet.rules.strength_values import names_of
from leaflet.rules.told_doses import FORBIDDING, clause_before
from leaflet.rules.wordlists import word_set
from leaflet.values import Value

_ANY = frozenset(["other"])
# The routes that a verb of taking fits; a verb that is not here fits all.
_VERBS: Mapping[str, frozenset[str]] = {
    "swallow": word_set("swallow under_tongue"),
    "drink": word_set("swallow vaccine"),
    "chew": word_set("swallow under_tongue"),
    "eat": word_set("swallow"),
    "suck": word_set("swallow under_tongue"),
    "inject": word_set("inject vaccine"),
    "inhale": word_set("inhale nose"),
    "breathe in": word_set("inhale nose"),
    "breathe": word_set("inhale nose"),
    "sniff": word_set("nose inhale"),
    "snort": frozenset(),
    "smoke": frozenset(),
    "rub": word_set("skin patch rectal vaginal"),
    "massage": word_set("skin"),
    "smear": word_set("skin rectal vaginal nose eye"),
    "stick": word_set("patch skin"),
    "insert": word_set("rectal vaginal eye ear nose inhale"),
}
_PLACES: tuple[tuple[str, frozenset[str]], ...] = (
    (r"eyes?|eyelids?|lower lids?", word_set("eye")),
    (r"ears?|ear canals?", word_set("ear")),
    (r"nose|nostrils?", word_set("nose")),
    (r"tongue", word_set("under_tongue swallow")),
    (r"mouth", word_set("swallow under_tongue inhale vaccine")),
    (r"skin|scalp|face|chest|thigh|belly|arm|affected area", word_set("skin patch inject vaccine")),
    (r"muscles?|veins?", word_set("inject vaccine")),
    (r"bottom|rectum|back passage|anus", word_set("rectal")),
    (r"vagina", word_set("vaginal")),
)
_PIECES: Mapping[str, frozenset[str]] = {
    "tablet": word_set("swallow under_tongue rectal vaginal"),
    "caplet": word_set("swallow"),
    "pill": word_set("swallow under_tongue"),
    "capsule": word_set("swallow inhale vaginal rectal vaccine"),
    "puff": word_set("inhale nose under_tongue"),
    "inhalation": word_set("inhale"),
    "drop": word_set("eye ear nose swallow under_tongue skin inhale vaccine"),
    "spray": word_set("nose under_tongue skin inhale ear"),
    "patch": word_set("patch skin"),
    "suppository": word_set("rectal vaginal"),
    "pessary": word_set("vaginal"),
    "lozenge": word_set("swallow under_tongue"),
    "injection": word_set("inject vaccine"),
    "teaspoon": word_set("swallow"),
    "teaspoonful": word_set("swallow"),
    "tablespoon": word_set("swallow"),
    "spoonful": word_set("swallow"),
}
# What comes in one of these forms comes in no piece of another.
_FORMS = (
    word_set("tablet caplet pill"),
    word_set("capsule"),
    word_set("patch"),
    word_set("suppository"),
    word_set("lozenge"),
    word_set(
        "ml millilitre teaspoon teaspoonful spoonful solution suspension syrup liquid elixir drop spray"
    ),
    word_set("puff inhaler spray"),
)
_SITES = word_set(
    "eye ear nose nasal oral skin mouth vaginal rectal mg ml mcg microgram unit gram for in an and or of"
)
_PRODUCT = expression(
    r"\b(?:your|other|another) (?:[a-z]+ )?(inhaler|reliever|insulin|pen|tablets|capsules|drops|spray"
    r"|cream|ointment|gel"
    r"|patch|injection|painkiller|syrup|medicine|antihistamine)\b",
    re.IGNORECASE,
)
_REACH = 160  # characters in which another product is named
_GENERAL = "take|use|give|put|place|apply|squeeze|instil|drip|drop|spray|push|press|let"
_VERB = rf"(?P<verb>{_GENERAL}|{'|'.join(sorted(_VERBS, key=len, reverse=True))})"
_LEAD = (
    r"(?:^|[.;:,!?(] ?|\b(?:and|then|or|please|always|now|slowly|you (?:should|must|can|may|need to"
    r"|have to)"
    r"|(?:remember|best|important) to) )"
)
_OBJECT = (
    rf"(?P<object>(?:(?P<count>{NUMBER}|half an?|an?|each|every)(?: or {NUMBER}| to {NUMBER})?"
    rf" (?:\d[\d.,]{{0,9}} ?mg )?(?P<unit>{UNIT})\b"
    r"(?! ?(?:of (?!this|the medicine|the liquid|it\b)|water|milk|juice))"
    r"|(?:it|them|(?:this|the|your) medicine|(?:the|your|each|the whole|one|a|1) dose)\b"
    r"|(?:(?:the|your|these|this|a|an|one) )?(?:(?:eye|ear|nose|nasal|oral|skin"
    r"|whole) )?(?P<name>[a-z][\w-]+)))"
)
_ORDER = expression(rf"{_LEAD}{_VERB} (?:in |up )?{_OBJECT}(?P<rest>[^.;:,!?()]{{0,60}})", re.IGNORECASE)
_NEEDED = "|".join(
    [f"{verb} " for verb in (*_GENERAL.split("|"), *sorted({verb.split()[0] for verb in _VERBS}))]
)
_ORDERING = Pattern(_NEEDED, re.IGNORECASE, needs=_NEEDED)
_AT = expression(
    r"\b(?:in|into|on|onto|to|inside|under|by|through|up) (?:(?:the|your|each|both|one|either|an?"
    r"|affected|right|left|sore|dry|clean"
    r"|inner|outer|lower|upper|corner of|side of|inside of|child['’]s|of|or|and|skin) ){0,5}(?P<place>"
    + "|".join([words for words, _ in _PLACES])
    + r")\b",
    re.IGNORECASE,
)
_UNTIL = expression(
    r" (?:and|then|or|before|after|until|while|because|so|if|when|unless|for|as|that|away|near|around)\b",
    re.IGNORECASE,
)
_BY = expression(r"\bby (?:(?P<inject>injection)|(?P<inhale>inhalation))\b", re.IGNORECASE)


class Order(Value):
    """An order to take something: the verb, what is taken, and what stands behind it in the clause."""

    verb: str
    name: str  # a noun that may be the medicine's; "" for an amount or a pronoun
    unit: str  # of an amount; "" without
    rest: str
    before: frozenset[str]  # the products named before it in the text
    start: int
    end: int


@rule(
    "S218",
    "an order that is not of the medicine's route",
    reason="drops for the eye that are swallowed, or a syrup that is injected, can kill",
    bad="route: [swallow] … Inject 5 ml 3 times a day.",
    good="route: [swallow] … Take 5 ml 3 times a day.",
    source="ISMP; NPSA/2007/20: wrong-route errors with oral and injected liquids",
)
def other_route(manuscript: Manuscript) -> Iterable[Hit]:
    """Find orders to take the medicine with a verb, in a place or as a piece that is of another route."""
    routes = frozenset(manuscript.monograph.route)
    if not routes or routes & _ANY:
        return
    known = _words_of(manuscript.monograph)
    yield from _other_pieces(manuscript.monograph, routes, known)
    for sentence, orders in manuscript.found_in_sentences(orders_in):
        if FORBIDDING.search(sentence.lead):
            continue
        for order in orders:
            if (order.name and order.name not in known) or order.before - known:
                continue  # of another medicine
            if (what := _wrong(order, routes, known)) is None:
                continue
            yield Hit(
                message=f"{sentence.text[order.start : order.end]!r}: {what}",
                hint=f"say how it is taken by its route ({', '.join(sorted(routes))}), or correct route",
                span=sentence.locate(order.start, order.end),
            )


def _other_pieces(monograph: Monograph, routes: frozenset[str], known: frozenset[str]) -> Iterator[Hit]:
    """Yield the pieces of the dose of facts, and of plans, that are of another route or form."""
    dose = monograph.facts.dose
    units = [] if dose is None else [(_plain(dose.unit), dose.span_of("unit"))]
    plans = [
        block.schedule
        for section in monograph.sections
        for block in section.blocks
        if isinstance(block, Schedule)
    ]
    cells = [cell for plan in plans for row in plan.rows for cell in row.doses]
    units += [(each.kind, cell.span) for cell in cells for each in measures(cell.plain)]
    for unit, span in units:
        if not _fits(unit, routes, known):
            yield Hit(
                message=f"this medicine does not come in {_several(unit)}",
                hint="correct the unit of the dose, or route, form and name",
                span=span,
            )


def orders_in(texts: Texts) -> Mapping[int, tuple[Order, ...]]:
    """Return the orders of each text; what it forbids is none."""
    found: dict[int, list[Order]] = {}
    ordering = [(n, match) for n in texts.holding(_ORDERING) for match in _ORDER.finditer(texts.typed[n])]
    for number, match in ordering:
        text = texts.typed[number]
        clause = clause_before(text, match.start("verb"))
        if FORBIDDING.search(clause) or (match["verb"].lower(), _plain(match["unit"] or "")) == (
            "drink",
            "ml",
        ):
            continue
        before = text[max(0, match.start("verb") - _REACH) : match.start("verb")]
        rest = match["rest"]
        if ends := _UNTIL.search(rest):
            rest = rest[: ends.start()]
        order = Order(
            match["verb"].lower(),
            _plain(match["name"] or ""),
            _plain(match["unit"] or ""),
            rest,
            frozenset([_plain(word[1]) for word in _PRODUCT.finditer(before)]),
            match.start("verb"),
            match.end("object") + len(rest.rstrip()),
        )
        found.setdefault(number, []).append(order)
    return {number: tuple(orders) for number, orders in found.items()}


def _wrong(order: Order, routes: frozenset[str], known: frozenset[str]) -> str | None:
    """Return what of an order fits none of the routes; None where all does."""
    fits = _VERBS.get(order.verb)
    if fits is not None and not fits & routes:
        return f"nobody is to {order.verb} this medicine"
    if not _fits(order.unit, routes, known):
        return f"this medicine does not come in {_several(order.unit)}"
    for fits in _sites(order.rest):
        if not fits & routes:
            return "this is not where it goes"
    return None


def _fits(unit: str, routes: frozenset[str], known: frozenset[str]) -> bool:
    """Tell whether a unit may be one of the medicine's, by its routes and its names."""
    fits = _PIECES.get(unit)
    return not (fits is not None and not fits & routes) and not _is_other_form(unit, known)


def _several(unit: str) -> str:
    return unit if unit in ("ml", "mg") else f"{unit}es" if unit.endswith("ch") else f"{unit}s"


def _is_other_form(unit: str, known: frozenset[str]) -> bool:
    """Tell whether a unit is of a form, and the names are of other forms only."""
    forms = [form for form in _FORMS if form & known]
    return bool(forms) and any(unit in form for form in _FORMS) and not any(unit in form for form in forms)


def _sites(rest: str) -> Iterator[frozenset[str]]:
    """Yield the routes of each place that an order names."""
    for by in _BY.finditer(rest):
        yield word_set("inject vaccine") if by["inject"] else word_set("inhale nose")
    for at in _AT.finditer(rest):
        yield next(fits for words, fits in _PLACES if re.fullmatch(words, at["place"], re.IGNORECASE))


def _words_of(monograph: Monograph) -> frozenset[str]:
    """Return the words of the names and the form, in the singular: what an order's object may be called."""
    texts = (*names_of(monograph), monograph.form or "")
    words = [_plain(word) for text in texts for word in re.findall(r"[A-Za-z][\w-]+", text)]
    return frozenset(words) - _SITES


def _plain(word: str) -> str:
    low = word.lower()
    if low.endswith("ies"):
        return f"{low[:-3]}y"
    return low[:-2] if low.endswith("ches") else low.removesuffix("s")


RULES = (other_route,)
