"""The dangerous facts, as fields: the program words them itself, and free text is held against them."""

from typing import Annotated, Literal

from leaflet.inline import Text
from leaflet.model.table import Node, key
from leaflet.model.typed_values import Amount, Count, Help, Hours, Line, Period


class Stopping(Node, kw_only=True):
    """How the medicine may be stopped."""

    suddenly: Annotated[
        Literal["never", "allowed"], key("Whether it may be stopped from one day to the next.", "never")
    ]
    decides: Annotated[
        Literal["doctor", "patient"] | None, key("Who decides that it is stopped.", "doctor")
    ] = None


class Overdose(Node, kw_only=True):
    """What to do after too much."""

    help: Annotated[Help, key("Whom to turn to.", "emergency")]


class MissedDose(Node, kw_only=True):
    """What to do about a dose that was forgotten."""

    if_near_next: Annotated[
        Literal["skip"] | None, key("What to do when the next dose is nearly due.", "skip")
    ] = None
    double: Annotated[
        Literal["never"] | None, key("Whether two doses may be taken to make up for it.", "never")
    ] = None


class Dose(Node, kw_only=True):
    """The dose, only where the leaflet is for one dose."""

    amount: Annotated[Amount, key("How much is taken at a time.", 5, 2.5)]
    unit: Annotated[Line, key("Of what: a unit, or a form in the singular.", "mg", "tablet")]
    times: Annotated[Count, key("How many times.", 3)]
    per: Annotated[Period, key("In which period.", "day")]
    maximum: Annotated[Amount | None, key("The most in that period, in the same unit.", 15)] = None
    interval: Annotated[Hours | None, key("The fewest hours between two doses.", 4)] = None


class StopAndGetHelp(Node, kw_only=True):
    """The signs at which the medicine is stopped and help is called."""

    help: Annotated[Help, key("Whom to turn to.", "emergency")]
    signs: Annotated[
        tuple[Text, ...], key("The signs.", ["swelling of the face", "trouble breathing"], least=1)
    ]


class Facts(Node, kw_only=True):
    """What a reader may never get wrong, in fields that leave no room for other words."""

    stopping: Annotated[
        Stopping | None, key("How it may be stopped.", {"suddenly": "never", "decides": "doctor"})
    ] = None
    overdose: Annotated[Overdose | None, key("What to do after too much.", {"help": "emergency"})] = None
    missed_dose: Annotated[
        MissedDose | None,
        key("What to do about a missed dose.", {"if_near_next": "skip", "double": "never"}),
    ] = None
    dose: Annotated[
        Dose | None,
        key("The dose.", {"amount": 5, "unit": "mg", "times": 3, "per": "day", "maximum": 15}),
    ] = None
    stop_and_get_help: Annotated[
        StopAndGetHelp | None,
        key("When to stop it and get help.", {"help": "emergency", "signs": ["trouble breathing"]}),
    ] = None
