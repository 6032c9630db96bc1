"""Rules S401 to S403 and S407: names and accounts that belong to others. What it promises: `safety`."""

import re
from collections.abc import Iterable, Mapping, Sequence

from leaflet.rules.manuscript import Manuscript
from leaflet.rules.patterns import Pattern, Texts
from leaflet.rules.rule import ContentRule, Hit, rule
from leaflet.rules.sentences import Sentence

# What may stand between "not" and the word it negates; anything longer is another thought.
_NEAR_NOT = Pattern(
    r"(?:\b(?:not|never|no|nobody|none|cannot|nor|neither|nothing|hardly|whether|unlikely)|n['’]t)"
    r"(?: (?:be|been|a|an|the|any|always|yet|known|to|sure|have|has|is|are|it|if|proven|thought"
    r"|considered|completely|entirely|fully|that|there|will"
    r"|make|claim|mean|possible|does|work|for|everyone|100%|can|may|also|really|medicine|known|this"
    r"|that|these|those|or|guarantee|promise)){0,6} $",
    re.IGNORECASE,
)
_ASKED = Pattern(r"\b(?:if|whether|until|unless|when|ask|before|sure|only) (?:[\w']+ ){0,8}$", re.IGNORECASE)
_REGULATORS = (
    r"(?:FDA|MHRA|EMA|TGA|HSE|HPRA|Medsafe|Health Canada|NICE|NHS|the NHS|regulators?|the regulator"
    r"|government|the authorities"
    r"|Food and Drug Administration|European Medicines Agency"
    r"|Medicines and Healthcare products Regulatory Agency|European Union|WHO"
    r"|World Health Organi[sz]ation)"
)
_APPROVED = (
    r"(?:approv\w{1,4}|licen[sc]ed|licensing|authori[sz]\w{1,6}|endorsed|certified|cleared|accepted|passed"
    r"|recommended)"
)


def _is_open(sentence: Sentence, before: str) -> bool:
    """Tell whether the sentence asks, or leaves it to somebody to say."""
    return sentence.text.endswith("?") or bool(_ASKED.search(before))


_CLAIMS: list[tuple[str, Pattern]] = []  # by the code of the rule


def claimed(texts: Texts) -> Mapping[int, Sequence[tuple[str, int, int]]]:
    """Return the claims of each text, negated ones too: the code of each, and where it stands."""
    found: dict[int, list[tuple[str, int, int]]] = {}
    for code, pattern in _CLAIMS:
        for number, match in texts.matches(pattern):
            found.setdefault(number, []).append((code, *match.span()))
    return found


def _claim(
    code: str,
    title: str,
    pattern: str,
    *,
    said: str,
    hint: str,
    reason: str,
    bad: str,
    good: str,
    source: str,
    negatable: bool = False,
    needs: str,
) -> ContentRule:
    """Make a rule that finds a claim; one that is `negatable` passes where "not" stands before it."""
    _CLAIMS.append((code, Pattern(pattern, re.IGNORECASE, needs=needs)))

    def _judge(manuscript: Manuscript) -> Iterable[Hit]:
        for sentence, found in manuscript.found_in_sentences(claimed):
            for claim, start, end in found:
                if claim != code:
                    continue
                before = sentence.text[max(0, start - 80) : start]
                lead = sentence.lead[-60:] + " " if sentence.lead and start < 20 else ""
                if negatable and (_NEAR_NOT.search(lead + before) or _is_open(sentence, lead + before)):
                    continue
                message = f"{sentence.text[start:end]!r} {said}"
                yield Hit(message=message, hint=hint, span=sentence.locate(start, end))

    return rule(code, title, reason=reason, bad=bad, good=good, source=source)(_judge)


approval = _claim(
    "S401",
    "a claim of a regulator's approval",
    rf"\b(?:{_REGULATORS}(?:[ -]| (?:has|have|had) )|(?:officially|government|fully) ){_APPROVED}\b"
    rf"|\b(?:{_APPROVED}|trusted) by (?:[\w-]+ ){{0,3}}(?:hospitals?|doctors|pharmacists|experts?|clinics?)\b"
    rf"|\b(?:{_APPROVED} (?:for (?:sale|use) )?(?:by|from|under|through)"
    r"|(?:has|with|have) (?:the |full )?(?:approval|licen[sc]e|authori[sz]ation) (?:of|from|by))"
    rf" (?:the )?{_REGULATORS}\b",
    needs="approv|licen|authori|endorsed|certified|cleared|accepted|passed|recommended|trusted"
    "&&hospital|doctors|pharmacists|expert|clinic|fda|mhra|ema|tga|hse|hpra|medsafe|health canada|nice|nhs"
    "|regulator|government|authorities|food and"
    "|european|products reg|who|world|officially|fully",
    said="claims the approval of a regulator",
    hint="leave it out: nobody has approved this leaflet, and approval of the medicine is not advice",
    reason="a reader takes it as approval of these words, which no regulator has seen",
    bad="Testol is approved by the FDA.",
    good="Testol is a prescription medicine.",
    source="21 CFR 208.20",
)
medication_guide = _claim(
    "S402",
    "'Medication Guide'",
    r"\bmedication guides?\b|\bpatient package inserts?\b|\bpackage leaflet\b(?=: information for)"
    r"|\bsummary of product characteristics\b",
    needs="medication guide|patient package insert|package leaflet|summary of product",
    said="names a document of the regulator, which this is not",
    hint="call it a leaflet",
    reason="a Medication Guide is a document the FDA approves word by word",
    bad="Read this Medication Guide.",
    good="Read this leaflet.",
    source="21 CFR 208.20",
)
boxed_warning = _claim(
    "S403",
    "a claim of a boxed warning",
    r"\b(?:black[- ]?box(?:ed)?|boxed)[- ]warnings?\b|\bblack[- ]box\b|\bwarning in a (?:black )?box\b",
    needs="warning|black",
    said="claims a boxed warning",
    hint="state the warning itself; a boxed warning is the regulator's and belongs to one form of a medicine",
    reason="the forms of a medicine differ: oral baclofen has no boxed warning, the intrathecal form has",
    bad="Testol has a boxed warning.",
    good="Do not stop taking Testol suddenly.",
    source="21 CFR 201.57(c)(1)",
)
mechanism = _claim(
    "S407",
    "an uncertain account told as a fact",
    r"(?<!thought to )(?<!believed to )(?<!may )(?<!might )(?<!seems to )(?<!appears to )(?<!may help to )"
    r"\b(?:(?:restor|balanc|rebalanc)(?:es|ing)|restore|correct(?:s|ing)?|fix(?:es"
    r"|ing)?) (?:[\w-]+ ){0,6}(?:balance|chemicals?|substances?|imbalance)\b(?! (?:diet|meal))",
    needs="balance|chemical|substance",
    said="tells an account of how the medicine works as a fact",
    hint="attribute it: 'is thought to …'",
    reason="how many medicines act on the brain is an account, not a finding",
    bad="Testol restores the balance of natural substances in the brain.",
    good="Testol is thought to restore the balance of natural substances in the brain.",
    source="House rule: an account of how a medicine works is attributed",
)

RULES = (approval, medication_guide, boxed_warning, mechanism)
