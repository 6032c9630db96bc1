"""The 34 facts of the customer's baclofen monograph, and how the leaflet must say each.

Each pattern must match one whole statement (see `statements`), in the place named. So both halves of
a fact and its hedges ("may", "can", "could", "usually") stand in the pattern as strong as in the
monograph; a word lost, added, softened or strengthened no longer matches. An alternative in a pattern
is another wording that says the same.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact: its number in the list, its gist, where it stands and the statements that say it."""

    number: int
    gist: str
    place: str
    says: tuple[str, ...]


FACTS = (
    Fact(
        number=1,
        gist="a muscle relaxant and antispasmodic",
        place="about",
        says=(
            r"Baclofen is a muscle relaxant \(.+\)\.",
            r"(?:It|Baclofen) is also an antispasmodic \(.+\)\.",
        ),
    ),
    Fact(
        number=2,
        gist="treats muscle symptoms such as spasm, pain and stiffness",
        place="about",
        says=(r"Baclofen treats muscle symptoms such as spasms \(.+\), pain and stiffness\.",),
    ),
    Fact(
        number=3,
        gist="these usually come from multiple sclerosis, or from spinal cord injury or disease",
        place="about",
        says=(r"Usually, the cause is multiple sclerosis \(MS\) or spinal cord injury or disease\.",),
    ),
    Fact(
        number=4,
        gist="prescription only, used only under a healthcare professional's supervision",
        place="about",
        says=(
            r"You can only get (?:it|baclofen) on prescription\.",
            r"Use (?:it|baclofen) only under the care of a healthcare professional\.",
        ),
    ),
    Fact(
        number=5,
        gist="has side effects, and precautions that need to be observed",
        place="about",
        says=(
            r"Like all medicines, it has side effects\.",
            r"Follow its precautions \(.+\)\.",
        ),
    ),
    Fact(
        number=6,
        gist="is thought to restore the balance of certain natural substances in the brain",
        place="how_it_works",
        says=(
            r"(?:It|Baclofen) is thought to restore the balance of certain natural substances in the brain\.",
        ),
    ),
    Fact(
        number=7,
        gist="belongs to the class of muscle relaxants",
        place="how_it_works",
        says=(r"Baclofen belongs to (?:a|the) (?:group|class) (?:of medicines )?called muscle relaxants\.",),
    ),
    Fact(
        number=8,
        gist="acts on the central nervous system to produce its muscle relaxant effects",
        place="how_it_works",
        says=(r"(?:It|Baclofen) acts on the central nervous system \(.+\) to relax your muscles\.",),
    ),
    Fact(
        number=9,
        gist="keep to the recommended dose: too much or too little can lead to a variety of health problems",
        place="how_to_take",
        says=(
            r"Keep to the recommended dose\.",
            r"Too much or too little can lead to a (?:range|variety) of health problems\.",
        ),
    ),
    Fact(
        number=10,
        gist="primarily used to reduce and relieve muscle spasms in people with conditions such as MS",
        place="uses",
        says=(
            r"The main use of baclofen is to reduce and ease muscle spasms\.",
            r"It is for people with certain conditions, such as MS\.",
        ),
    ),
    Fact(
        number=11,
        gist="spasms can be extremely painful and disabling",
        place="uses",
        says=(r"Spasms can be extremely painful and disabling\.",),
    ),
    Fact(
        number=12,
        gist="fewer and less severe spasms can mean better movement, more activity, less pain",
        place="uses",
        says=(r"Fewer and milder spasms can help you move better, be more active and have less pain\.",),
    ),
    Fact(
        number=13,
        gist="does not cure these conditions but helps to manage the symptoms",
        place="uses",
        says=(
            r"Baclofen does not cure these conditions\.",
            r"It helps (?:to )?manage (?:the )?symptoms\.",
        ),
    ),
    Fact(
        number=14,
        gist="taking it properly is vital for how well it works and for overall health",
        place="how_to_take",
        says=(r"Taking baclofen the right way is vital for how well it works and for your overall health\.",),
    ),
    Fact(
        number=15,
        gist="by mouth, with or without food",
        place="how_to_take",
        says=(r"Take baclofen by mouth\.", r"You can take it with or without food\."),
    ),
    Fact(
        number=16,
        gist="as the doctor directs, usually 3 times a day",
        place="how_to_take",
        says=(r"Take it as your doctor directs, usually 3 times a day\.",),
    ),
    Fact(
        number=17,
        gist="follow the doctor's prescription and instructions carefully",
        place="how_to_take",
        says=(r"Follow your doctor's prescription and instructions carefully\.",),
    ),
    Fact(
        number=18,
        gist="do not increase the dose, take it more often or for longer than prescribed",
        place="how_to_take",
        says=(
            r"Do not increase your dose\.",
            r"Do not take baclofen more often, or for longer, than prescribed\.",
        ),
    ),
    Fact(
        number=19,
        gist="doing so could lead to serious side effects such as hallucinations or seizures",
        place="how_to_take",
        says=(r"Doing so could lead to serious side effects, such as hallucinations or seizures\.",),
    ),
    Fact(
        number=20,
        gist="common: drowsiness, dizziness, weakness, tiredness, trouble sleeping",
        place="side_effects",
        says=tuple(
            rf"Common side effects: {effect}"
            for effect in (
                r"drowsiness(?: \(.+\))?",
                "dizziness",
                "weakness",
                "tiredness",
                "trouble sleeping",
            )
        ),
    ),
    Fact(
        number=21,
        gist="more serious: mood changes, hallucinations, seizures",
        place="side_effects",
        says=tuple(
            rf"More serious side effects: {effect}"
            for effect in ("(?:changes in mood|mood changes)", "hallucinations", "seizures")
        ),
    ),
    Fact(
        number=22,
        gist="with any of these, contact the doctor immediately",
        place="side_effects",
        says=(r"If you get any of these, contact your doctor immediately\.",),
    ),
    Fact(
        number=23,
        gist="prescribed because the doctor judged the benefit to you greater than the risk of side effects",
        place="side_effects",
        says=(
            r"Remember why your doctor prescribed baclofen\.",
            r"They judged that the benefit to you is greater than the risk of side effects\.",
        ),
    ),
    Fact(
        number=24,
        gist="may interact with other drugs",
        place="interactions",
        says=(r"Baclofen may interact with other medicines\.",),
    ),
    Fact(
        number=25,
        gist="always tell the doctor about all other medicines: prescription, non-prescription, herbal",
        place="interactions",
        says=(
            r"Always tell your doctor about any other medicines you take, with or without a prescription\.",
            r"Tell them about herbal supplements too\.",
        ),
    ),
    Fact(
        number=26,
        gist="interactions may change how medicines work or raise the risk of serious side effects",
        place="interactions",
        says=(
            r"Interactions may change how your medicines work, or raise your risk of serious side effects\.",
        ),
    ),
    Fact(
        number=27,
        gist="tell the doctor if allergic to baclofen or anything else",
        place="before_you_take",
        says=(r"Tell your doctor if you are allergic to baclofen or (?:to )?anything else\.",),
    ),
    Fact(
        number=28,
        gist="tell the doctor the medical history, especially a history of kidney disease, mental or mood "
        "disorders, use or abuse of drugs or alcohol",
        place="before_you_take",
        says=tuple(
            rf"Tell them about your medical history, especially if you have a history of: {illness}"
            for illness in ("kidney disease", "mental or mood disorders", "use or abuse of drugs or alcohol")
        ),
    ),
    Fact(
        number=29,
        gist="in pregnancy only when clearly needed",
        place="pregnancy",
        says=(r"During pregnancy, baclofen should be used only when clearly needed\.",),
    ),
    Fact(
        number=30,
        gist="stopping suddenly can cause withdrawal symptoms",
        place="withdrawal",
        says=(r"Stopping baclofen suddenly: A sudden stop can cause withdrawal symptoms\.",),
    ),
    Fact(
        number=31,
        gist="these may include seizures or hallucinations",
        place="withdrawal",
        says=(
            (
                r"Stopping baclofen suddenly: (?:Withdrawal s|S)ymptoms may include seizures or "
                r"hallucinations \(.+\)\."
            ),
        ),
    ),
    Fact(
        number=32,
        gist="to prevent this the doctor may lower the dose gradually",
        place="withdrawal",
        says=(
            (
                r"Stopping baclofen suddenly: "
                r"Your doctor may lower your dose gradually to prevent (?:these symptoms|this)\."
            ),
        ),
    ),
    Fact(
        number=33,
        gist="overdose: seek medical help immediately",
        place="overdose",
        says=(r"Taking too much baclofen: Get medical help immediately\.",),
    ),
    Fact(
        number=34,
        gist="signs of overdose may include vomiting, severe drowsiness, slow or shallow breathing, seizures",
        place="overdose",
        says=(
            (
                r"Taking too much baclofen: Signs may include vomiting, severe drowsiness(?: \(.+\))?, "
                r"slow or shallow breathing, and seizures \(.+\)\."
            ),
        ),
    ),
)

EXPLANATIONS = {
    "severe drowsiness": "hard to stay awake",
    "seizures": "fits",
    "hallucinations": "seeing or hearing things that are not there",
    "spasms": "sudden tightness",
    "multiple sclerosis": "MS",
    "muscle relaxant": "it loosens muscles",
    "antispasmodic": "it eases spasms",
    "precautions": "things to take care with",
    "central nervous system": "brain and spinal cord",
    "drowsiness": "feeling sleepy",
}
"""What each term means, in the order of first use. A meaning adds no fact about the medicine."""

ECHOES = {
    "Taking too much baclofen": "names the hazard of facts 33 and 34",
    "Stopping baclofen suddenly": "names the hazard of facts 30 to 32",
    "Stopping baclofen suddenly: Do not stop suddenly.": "the action that fact 30 asks for; "
    "a withdrawal warning must say it (UK HMR 2012, Schedule 27)",
    "Taking too much baclofen: The effects could be serious.": "the consequence a warning must state (ISMP), "
    "from fact 19, with its 'could' and 'serious'",
}
"""Statements that add no fact of their own, each with the reason why it is printed."""
