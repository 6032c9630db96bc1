"""Rules P101 to P105: sentences a hurried reader understands at once."""

import re
from collections.abc import Iterable
from itertools import groupby

from leaflet.rules.manuscript import Manuscript
from leaflet.rules.patterns import Pattern
from leaflet.rules.rule import Hit, rule
from leaflet.rules.wordlists import word_set

_NHS = "NHS content standard"
_SENTENCE_LIMIT = 20  # words
_PARAGRAPH_LIMIT = 3  # sentences
_UNCOUNTED = ("name", "heading", "subheading", "term", "label")


@rule(
    "P101",
    "a sentence of more than 20 words",
    reason="short-term memory holds about 20 words; ill, tired and worried readers hold fewer",
    bad="Tell your doctor, if you have kidney disease, or a mental or mood disorder, or have used drugs or"
    " alcohol, before you take it.",
    good="Tell your doctor if you have kidney disease. Tell your doctor if you have a mood disorder.",
    source=_NHS,
    english=False,
)
def long_sentence(manuscript: Manuscript) -> Iterable[Hit]:
    """Find sentences with too many words."""
    for sentence in manuscript.sentences:
        count = len(sentence.words)
        if count > _SENTENCE_LIMIT:
            yield Hit(
                message=f"this sentence has {count} words; {_SENTENCE_LIMIT} are the most",
                hint="cut it in two, or make a list",
                span=sentence.span,
            )


@rule(
    "P102",
    "a paragraph of more than 3 sentences",
    reason="long paragraphs are skipped",
    bad="One. Two. Three. Four.",
    good="One. Two. Three.",
    source=_NHS,
    english=False,
)
def long_paragraph(manuscript: Manuscript) -> Iterable[Hit]:
    """Find paragraphs with too many sentences."""
    for passage, group in groupby(manuscript.sentences, key=lambda sentence: sentence.passage):
        found = list(group)
        if len(found) > _PARAGRAPH_LIMIT and passage.role not in _UNCOUNTED:
            yield Hit(
                message=f"this paragraph has {len(found)} sentences; {_PARAGRAPH_LIMIT} are the most",
                hint="start a new paragraph here",
                span=found[_PARAGRAPH_LIMIT].span,
            )


_IRREGULAR = (
    "given|taken|done|made|known|seen|told|sold|kept|held|found|put|cut|broken|chosen|driven|eaten|felt"
    "|forgotten|got|gotten|hidden|hurt"
    "|led|left|lost|met|paid|read|said|sent|set|shown|shut|stuck|stood|spoken|sworn|thrown|understood"
    "|withdrawn|worn|written|brought|built|bought|caught"
    "|taught|thought|begun|drunk|swollen|grown|drawn|born|bitten|beaten|frozen|split|spread|shaken"
)
# Participles that describe a state or lead to an account, and do not hide who acts.
_STATES = word_set(
    """
    tired dressed worried concerned interested used supposed called named based related located thought
    believed born swollen hurt lost read pleased scared frightened confused depressed constipated bloated
    exhausted embarrassed prepared stressed upset excited relaxed dehydrated experienced needed married
    inflamed blocked infected crushed damaged sealed left stuck shut set allowed aged advanced limited
    mixed red need bleed feed seed speed bed
    """
)
_PASSIVE = Pattern(
    rf"\b(?:am|is|are|was|were|be|been|being|['’]re|['’]s|gets?|getting)\s+(?:(?:not|also|usually|often"
    rf"|always|never|only|sometimes|\w{{2,14}}ly)\s+){{0,2}}"
    rf"(?P<verb>{_IRREGULAR}|\w{{2,16}}ed)\b(?! (?:by yourself))",
    re.IGNORECASE,
)


@rule(
    "P103",
    "the passive voice",
    reason="the passive hides who acts, and in a leaflet that is the question",
    bad="The tablets should be swallowed with water.",
    good="Swallow the tablets with water.",
    source=_NHS,
)
def passive(manuscript: Manuscript) -> Iterable[Hit]:
    """Find passive verbs."""
    for sentence in manuscript.sentences:
        for match in _PASSIVE.finditer(sentence.text):
            if match["verb"].lower() not in _STATES:
                yield Hit(
                    message=f"{match.group()!r} is passive",
                    hint="say who does it: 'You …', 'Your doctor …', or tell what to do",
                    span=sentence.locate(*match.span()),
                )


_NEGATIVE = Pattern(
    r"\b(?:not|never|no|none|nor|neither|nothing|nobody|cannot|without|unless|except|avoid)\b|n['’]t\b",
    re.IGNORECASE,
)
_DOUBLE = Pattern(
    r"\b(?:not|never|cannot)\s+(?:\w+\s+){0,2}?(?:without|un(?:able|likely|common|usual|safe|known"
    r"|necessary|important|reasonable|pleasant|happy|aware)\w*|"
    r"in(?:frequent|significant|effective|appropriate)\w*|not|never|no|none|nothing|fail|avoid)\b"
    r"|n['’]t\s+(?:\w+\s+){0,2}?(?:not|never|no|nothing|none)\b",
    re.IGNORECASE,
)
_ONE_NEGATIVE = Pattern(r"\b(?:not|never|don['’]t)\s+(?:[\w']+\s+){1,8}?without\s+\w+ing\b", re.IGNORECASE)
_NEGATIVE_LIMIT = 2


@rule(
    "P104",
    "negatives piled up",
    reason="each negative turns the meaning round, and readers lose count",
    bad="It is not uncommon not to feel better at once.",
    good="You may not feel better at once. Many people do not.",
    source="NHS content standard: plain, active, positive sentences",
)
def negatives(manuscript: Manuscript) -> Iterable[Hit]:
    """Find double negatives, and sentences with more than two."""
    for sentence in manuscript.sentences:
        found = list(_NEGATIVE.finditer(sentence.text))
        double = None if _ONE_NEGATIVE.search(sentence.text) else _DOUBLE.search(sentence.text)
        if double or len(found) > _NEGATIVE_LIMIT:
            start, end = double.span() if double else (found[0].start(), found[-1].end())
            yield Hit(
                message=f"{len(found) if not double else 'two'} negatives in one sentence",
                hint="say what to do, or what is so, once and positively",
                span=sentence.locate(start, end),
            )


_OPENING = Pattern(
    r"^[\"'“‘(]?(?P<word>this|that|these|those|it|they)\s+(?:\w+ly\s+)?(?:is|are|was|were|can|could|may"
    r"|might|will|would|should|must|does|do|did|has|have"
    r"|means?|happens?|helps?|makes?|causes?|works?|leads?|occurs?|lasts?|needs?|gets?|goes|keeps?"
    r"|stops?|depends?)\b",
    re.IGNORECASE,
)
_EXPLETIVE = Pattern(
    r"^[\"'“‘(]?it (?:is|was|can be|may be) (?:not )?(?:very |so |most |also )?(?:\w+ ){1,3}(?:to|that"
    r"|if|when)\b|^it (?:takes|may take|can take)\b",
    re.IGNORECASE,
)
_BACKWARD = ("consequence", "action", "signs", "what_to_do", "meaning")  # read right after what they point to


@rule(
    "P105",
    "an opening 'this' or 'it' that points to nothing",
    reason="a reader who starts here cannot tell what is meant, nor can a screen reader's user",
    bad="This can cause seizures.",
    good="Stopping suddenly can cause seizures.",
    source="NHS content standard: plain, active, positive sentences",
)
def pointing(manuscript: Manuscript) -> Iterable[Hit]:
    """Find sentences that open with a pronoun: 'this' anywhere, 'it' where nothing stands before it."""
    for sentence in manuscript.sentences:
        match = _OPENING.match(sentence.text)
        if not match or _EXPLETIVE.match(sentence.text) or sentence.lead:
            continue
        personal = match["word"].lower() in ("it", "they")
        if personal and (sentence.start > 0 or sentence.passage.role in _BACKWARD):
            continue
        yield Hit(
            message=f"{match['word']!r} opens the sentence and names nothing",
            hint="name what is meant",
            span=sentence.locate(*match.span("word")),
        )


RULES = (long_sentence, long_paragraph, passive, negatives, pointing)
