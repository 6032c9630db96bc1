"""Rules S101 to S115 and S404 to S406: what the words tell a reader to do, and what they promise.

One judgement (`meaning.judge`) finds all of it; each rule here is a code, with its reason and its way out.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from leaflet.rules.manuscript import Manuscript
from leaflet.rules.meaning import REMEMBERING, Concern, Reader, Setting, Statement, judge
from leaflet.rules.others import stopping_nothing
from leaflet.rules.rule import ContentRule, Hit, Judge, rule
from leaflet.rules.sentences import Sentence

SIGN = "; if the source says so, a pharmacist may sign for it with `leaflet accept`"
_DOSING = "UK HMR 2012 Schedule 27 paragraph 9(a) and (f); ISMP"
_STOPPING = "UK HMR 2012 Schedule 27 paragraph 9(g); Medicines for Children: do not stop suddenly"
_OVERDOSE = "UK HMR 2012 Schedule 27 paragraph 9(e)"
_CLAIMS = "Directive 2001/83/EC article 90"


def _statements(manuscript: Manuscript) -> tuple[Sequence[Sentence], Sequence[Statement]]:
    """Return the sentences to judge, and the same as statements; those of one text are one part."""
    chosen: list[Sentence] = []
    statements: list[Statement] = []
    part, last = 0, None
    for sentence in manuscript.sentences:
        if sentence.passage.role == "name":
            continue
        if sentence.passage is not last:
            part, last = part + 1, sentence.passage
        chosen.append(sentence)
        statements.append(Statement(sentence.text, sentence.lead, part))
    return chosen, statements


def judged(manuscript: Manuscript) -> Mapping[str, Sequence[tuple[Sentence, Concern]]]:
    """Return what is found in all sentences, by code."""
    return judged_by(REMEMBERING, manuscript)


def judged_by(reader: Reader, manuscript: Manuscript) -> Mapping[str, Sequence[tuple[Sentence, Concern]]]:
    """Return what a reader of sentences finds in all, by code."""
    chosen, statements = _statements(manuscript)
    setting = Setting(names=manuscript.all_names, language=manuscript.monograph.language)
    found: dict[str, list[tuple[Sentence, Concern]]] = {}
    spared = manuscript.recall(stopping_nothing)
    for concern in judge(statements, setting, reader):
        if concern.code == "S101" and id(chosen[concern.number]) in spared:
            continue
        found.setdefault(concern.code, []).append((chosen[concern.number], concern))
    return found


def _said(code: str, said: str, hint: str) -> Judge:
    """Make the judge of one code: it tells each of its concerns, and may be signed for."""

    def _judge(manuscript: Manuscript) -> Iterable[Hit]:
        for sentence, concern in manuscript.recall(judged).get(code, ()):
            nobody = _is_emergency_action(sentence, code)
            yield Hit(
                message=f"{_short(sentence.text)!r} {said}",
                hint=hint if nobody else hint + SIGN,
                span=sentence.span,
                words_sha256="" if nobody else concern.words_sha256,
            )

    return _judge


def _is_emergency_action(sentence: Sentence, code: str) -> bool:
    """Tell whether a page-1 panel denies help: no pharmacist may sign for that."""
    return code == "S108" and sentence.passage.role in ("action", "condition")


_SHOWN = 80  # characters of a sentence that a message repeats


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else words[: words.rfind(" ", 0, _SHOWN)] + " …"


def _rule(code: str, title: str, *, said: str, hint: str, english: bool = True, **told: str) -> ContentRule:
    make: Callable[[Judge], ContentRule] = rule(code, title, english=english, **told)  # type: ignore[arg-type]  # all are texts
    return make(_said(code, said, hint))


_DIRECT = "say who decides ('Your doctor may …'), or forbid it ('Do not …')"

RULES = (
    _rule(
        "S101",
        "words that let a patient stop the medicine",
        said=(
            "lets the patient stop the medicine, and names no doctor who directs it, or no danger "
            "and help at once"
        ),
        hint=f"{_DIRECT}; or name the danger and the help at once",
        reason=(
            "stopping many medicines suddenly does harm; only the doctor who knows the patient can weigh it"
        ),
        bad="Stop taking it if you feel dizzy.",
        good="Do not stop taking it suddenly. Stop taking it and call 999 if your face swells.",
        source=_STOPPING,
    ),
    _rule(
        "S102",
        "words that let a patient take less, or change the dose",
        said="lets the patient take less or change the dose, and no doctor directs it",
        hint=_DIRECT,
        reason="a dose changed without the doctor can bring back the illness or cause withdrawal",
        bad="Halve your dose if you feel sleepy.",
        good="If you feel very sleepy, tell your doctor. Your doctor may lower your dose.",
        source=_DOSING,
    ),
    _rule(
        "S103",
        "words that let a patient take more",
        said="lets the patient take more than prescribed",
        hint=_DIRECT,
        reason="too much of a medicine can kill",
        bad="Take a double dose if you missed one.",
        good="Do not take a double dose.",
        source=_DOSING,
    ),
    _rule(
        "S104",
        "words that let a patient leave out a dose",
        said="lets the patient leave out a dose",
        hint=f"{_DIRECT}; only a missed dose may be skipped, when the next is near",
        reason="gaps bring back the illness, or cause withdrawal",
        bad="Skip a dose if you feel sleepy.",
        good="If it is nearly time for your next dose, skip the missed dose.",
        source=_DOSING,
    ),
    _rule(
        "S105",
        "words that let a patient start again or go on too long",
        said="lets the patient start again, or go on, without a doctor",
        hint=_DIRECT,
        reason="after a break the old dose can be too much; past its course a medicine can do harm",
        bad="Start the tablets again when the pain comes back.",
        good="If the pain comes back, tell your doctor.",
        source=_DOSING,
    ),
    _rule(
        "S106",
        "words that let a medicine pass to others, or be kept for later",
        said="lets the medicine pass to somebody else, or be kept for another time",
        hint="forbid it: 'Do not share it.', 'Take what is left back to your pharmacist.'",
        reason="a medicine that helps one can kill another, and what is left over treats the wrong illness",
        bad="Keep what is left for next time.",
        good="Do not share your medicine with anyone.",
        source="UK HMR 2012 Schedule 27 paragraph 6: it must not be passed to others",
    ),
    _rule(
        "S107",
        "words that let a patient take it another way, or another medicine for it",
        said="lets the patient take it another way, or another medicine without being asked",
        hint=_DIRECT,
        reason="crushed, chewed or swapped, a medicine can act at once and all together",
        bad="Crush the tablets and mix them with jam.",
        good="Do not crush the tablets.",
        source=_DOSING,
    ),
    _rule(
        "S108",
        "help denied, put off or tied to a condition",
        said="denies help, puts it off or ties it to a condition",
        hint="send the reader for help at once, without a condition: 'Call your doctor straight away.'",
        reason="who waits can die",
        bad="Do not call your doctor.",
        good="Call your doctor straight away.",
        source=_OVERDOSE,
    ),
    _rule(
        "S109",
        "a danger made light of",
        said="makes light of a danger",
        hint="say what can happen and what to do",
        reason="who believes that there is no danger does not watch for it",
        bad="Seizures are nothing to worry about.",
        good="Seizures are dangerous. Get medical help immediately.",
        source=_CLAIMS,
    ),
    _rule(
        "S110",
        "alcohol, driving or use in pregnancy allowed",
        said="allows alcohol, driving or use in pregnancy",
        hint="forbid it, warn of it, or say who decides",
        reason="many medicines make alcohol and driving deadly, or harm an unborn child",
        bad="You can drink wine with it.",
        good="Do not drink alcohol while you take it.",
        source="UK HMR 2012 Schedule 27 paragraph 8",
    ),
    _rule(
        "S111",
        "a protective duty denied",
        said="tells the reader not to do what protects",
        hint="say what to do: 'Always …'",
        reason="one 'not' too many turns a protection into a danger",
        bad="Never wash your hands before you use it.",
        good="Wash your hands before you use it.",
        source="ISMP; house rule: duties are said positively",
    ),
    _rule(
        "S112",
        "a dose or a decision left to the patient",
        said="leaves it to the reader",
        hint="say who decides: 'Your doctor will tell you …'",
        reason="a patient cannot weigh what only a doctor can",
        bad="How long you take it is up to you.",
        good="Your doctor will tell you how long to take it.",
        source=_DOSING,
    ),
    _rule(
        "S113",
        "an instruction that the rules cannot read",
        said="tells the reader to do something with the medicine that no safe instruction is known to say",
        hint="say it in the usual words: take, use, keep, store",
        reason="what cannot be understood cannot be called safe",
        bad="Palm the tablets off on your brother.",
        good="Keep the tablets in their box.",
        source="House rule: what touches the medicine and is not understood is refused",
    ),
    _rule(
        "S115",
        "a sentence that reads like a danger",
        said="is in no form that a rule refuses, and yet reads like the sentences that endanger patients",
        hint="say it in the usual words of leaflets: 'Do not …', 'Ask your doctor before you …'",
        reason="no list of forms is whole; a second reader, taught by examples, finds what has none",
        bad="Tablets have no place at a party.",
        good="Take the tablets every day.",
        source="House rule: two readers that err in different places",
    ),
    _rule(
        "S114",
        "words in a language that no rule reads",
        said="is in a language that no rule here reads",
        hint="have a pharmacist who reads the language sign for it",
        english=False,
        reason="the rules that read sentences know English; in another language a dangerous one would pass",
        bad="language: fr, and words that nobody signed",
        good="language: en",
        source="House rule: this program says what it cannot check",
    ),
    _rule(
        "S404",
        "a claim that the medicine is safe",
        said="claims that the medicine is safe",
        hint="say what is known, what to watch for and whom to ask",
        reason="no medicine is safe for everyone; the word stops people from watching",
        bad="Testol is safe.",
        good="Testol may not be safe for everyone.",
        source=_CLAIMS,
    ),
    _rule(
        "S405",
        "a claim to cure",
        said="claims a cure",
        hint="say what it helps with: 'It does not cure …, but it helps to …'",
        reason="a promised cure makes people stop early or give up what helps them",
        bad="Testol cures multiple sclerosis.",
        good="Testol does not cure multiple sclerosis, but it helps with the spasms.",
        source=_CLAIMS,
    ),
    _rule(
        "S406",
        "a promise that no medicine holds",
        said="promises more than a medicine can hold",
        hint="say what it can do: 'It may help to …'",
        reason="medicines do not work for everyone; a promise keeps people from asking for help",
        bad="Testol is guaranteed to work.",
        good="Testol may help your muscles to relax.",
        source=_CLAIMS,
    ),
)
