"""Rule S217: the strengths in the name, in `strengths` and in the text are the same."""

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import pairwise

from leaflet.precompiled import expression
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.measures import Measure, measures
from leaflet.rules.patterns import Texts
from leaflet.rules.rule import Hit, rule
from leaflet.rules.strength_values import Head, converted, head_of, is_one_of
from leaflet.values import Value

# What stands between two measures of one amount: "5 ml (250 mg)", "250 mg, which is 5 ml".
_SAME = expression(
    r"(?: (?:once|twice|\d times|two times|three times|four times) (?:a|each|every"
    r"|per) day)?(?: ?[(,:=] ?(?:(?:which|that|this) is |is |equals? |= ?|a total of |or )?"
    r"| (?:is |equals |= ?|contains? |holds? |gives? )(?:the same as )?)",
    re.IGNORECASE,
)
_CLOSED = expression(
    r"\s*(?:[).,;:]|$|(?:a|each|every|per) (?:time|dose|day)|(?:once|twice|\d|three|four)\b)"
)


class _Pair(Value):
    """Two measures of one amount."""

    one: Measure
    other: Measure


@rule(
    "S217",
    "a strength that contradicts the name",
    reason="one wrong strength makes the reader measure twice the dose, or half of it",
    bad="name: Testol 125 mg/5 ml syrup … strengths: [250 mg/5 ml] … Give 5 ml (250 mg).",
    good="name: Testol 250 mg/5 ml syrup … strengths: [250 mg/5 ml] … Give 5 ml (250 mg).",
    source="ISMP: a strength is written one way, with the amount in each millilitre or piece",
    english=False,
)
def other_strength(manuscript: Manuscript) -> Iterable[Hit]:
    """Find strengths of the name that `strengths` does not have, and conversions that neither gives."""
    head = manuscript.recall(head_of)
    if not head.known:
        return
    yield from _named_otherwise(manuscript, head)
    for passage, pairs in manuscript.found_in_passages(pairs_of):
        for pair in pairs:
            if not _comes_to(pair, head):
                start, end = pair.one.start, pair.other.end
                end += passage.plain.startswith(")", end)
                said = f"{passage.plain[start:end]!r} is not by the strength of {manuscript.monograph.name!r}"
                hint = "correct the amount, or the strength in the name and in strengths"
                yield Hit(message=said, hint=hint, span=passage.locate(start, end))


def _named_otherwise(manuscript: Manuscript, head: Head) -> Iterator[Hit]:
    """Yield a strength of the name that the list of strengths does not have; in another measure it may."""
    listed = {(each.kind, each.per) for each in head.listed}
    for strength in head.named:
        same = [each.value for each in head.listed if (each.kind, each.per) == (strength.kind, strength.per)]
        if (strength.kind, strength.per) in listed and not is_one_of(strength.value, same):
            monograph = manuscript.monograph
            yield Hit(
                message=f"the name has a strength that strengths: [{', '.join(monograph.strengths)}] has not",
                hint="write the same strengths in the name, in other names and in strengths",
                span=monograph.span_of("strengths"),
            )
            return


def pairs_of(texts: Texts) -> Mapping[int, tuple[_Pair, ...]]:
    """Return the amounts that each text states in two measures."""
    found: dict[int, tuple[_Pair, ...]] = {}
    for number in texts.with_digits:
        text = texts.typed[number]
        if pairs := tuple(_pairs(text)):
            found[number] = pairs
    return found


def _pairs(text: str) -> Iterator[_Pair]:
    told = list(measures(text))
    for one, other in pairwise(told):
        if (
            one.kind != other.kind
            and one.end < other.start
            and "mg" in (one.kind, other.kind)
            and _SAME.fullmatch(text, one.end, other.start)
            and _CLOSED.match(text, other.end)
            and not one.of
        ):
            yield _Pair(one, other)


def _comes_to(pair: _Pair, head: Head) -> bool:
    """Tell whether a strength turns the one amount into the other, or none says how."""
    one, other = pair.one, pair.other
    least = converted(one.kind, one.least, other.kind, head.known)
    most: frozenset[Fraction] = converted(one.kind, one.value, other.kind, head.known)
    if not most:
        return True
    return is_one_of(other.value, most) and is_one_of(other.least, least)


RULES = (other_strength,)
