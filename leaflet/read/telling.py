"""What the model refuses, in the words of somebody who has never heard of the model."""

from collections.abc import Iterable, Sequence
from typing import Any, get_args

from leaflet import model
from leaflet.inline import InlineError
from leaflet.precompiled import expression
from leaflet.read.problems import did_you_mean, quoted
from leaflet.read.reading import Step, Wording
from leaflet.source import LocatedStr

_QUOTE_IT = "put the text in quotes"

_NOUNS: dict[type[model.Node], str] = {
    model.Monograph: "the monograph",
    model.Source: "this source",
    model.Review: "the review",
    model.SafetyWarning: "this warning",
    model.Section: "this section",
    model.Silence: "this topic",
    model.Item: "this item",
    model.Definition: "this definition",
    model.Effects: "this group of side effects",
    model.Panel: "this panel",
    model.TableBlock: "this table",
    model.Picture: "this figure",
    model.Plan: "this schedule",
    model.ScheduleRow: "this row",
    model.Accepted: "this signature",
    model.Stopping: "this fact",
    model.Overdose: "this fact",
    model.Dose: "this fact",
    model.StopAndGetHelp: "this fact",
}

# Keys of the first edition, and the words of its lists, with what replaced them.
REPLACED: dict[tuple[type[model.Node], str], tuple[str, str]] = {
    (model.Monograph, "kind"): (
        "classes",
        "write 'classes:' with a list of what the medicine is, and 'legal:' and 'route:'",
    ),
    (model.SafetyWarning, "signal"): (
        "level",
        "write 'level: emergency', 'level: warning' or 'level: caution'; the signal word follows from it",
    ),
}
_OLD_WORDS = {
    "caution": "a caution is a level now: write 'level: caution', and as its kind what it warns of:",
    "antiepileptic": "write 'anticonvulsant'; allowed are:",
}


# The kinds of the first edition, as their classes.
_OLD_KINDS = {
    **{kind: f"'classes: [{kind}]'" for kind in get_args(model.MedicineClass)},
    "antiepileptic": "'classes: [anticonvulsant]'",
    "other_prescription": "'classes: []', or what it is",
    "without_prescription": "'classes: []', or what it is",
}


def name_of(step: Step) -> str:
    """Return how a message names the place of a value."""
    return "this item" if isinstance(step, int) else quoted(str(step))


def missing(node: type[model.Node], field: model.Field) -> Wording:
    """Word a key that is not there."""
    about = field.row.about
    lowered = about[:1].lower() + about[1:] if about[1:2].islower() else about
    noun = _NOUNS.get(node, "this block")
    if node is model.Picture and field.key == "alt":
        hint = "add 'alt:' with what the picture shows, in words, for those who cannot see it"
        return Wording("M004", f"{noun} has no 'alt'", hint)
    return Wording("M004", f"{noun} has no '{field.key}'", f"add '{field.key}:' ({lowered.rstrip('.')})")


def empty(step: Step, *, required: bool) -> Wording:
    """Word an empty value."""
    if isinstance(step, int):
        return Wording("M005", "an empty item", "write its words after the '-', or delete the '-'")
    hint = "write it after the ':'" if required else "write it after the ':', or delete the key"
    return Wording("M005", f"{name_of(step)} has no value", hint)


def empty_list(step: Step) -> Wording:
    """Word a list or mapping without items."""
    return Wording("M005", f"{name_of(step)} holds nothing", "write at least one item under it")


def no_words(value: str) -> Wording:
    """Word a text of dashes or dots."""
    return Wording("M005", f"{quoted(value)} says nothing", "write the words, or delete this")


def not_open(step: Step) -> Wording:
    """Word a '~' where something must be known."""
    return Wording("M005", f"{name_of(step)} cannot be left open", "write its value in place of the '~'")


def unknown_key(node: type[model.Node], step: str, value: Any, known: Sequence[str]) -> Wording:
    """Word a key that the node does not have; `value` is what stands under it."""
    if issubclass(node, model.BlockNode) and step in model.BLOCK_FORMS:
        form = next(form for form in model.BLOCK_FORMS if form in known)
        message = f"a block takes one form, and this one has two: '{form}' and '{step}'"
        return Wording("M009", message, f"begin a block of its own with '- {step}:'")
    if (node, step) in REPLACED:
        replacement, hint = REPLACED[(node, step)]
        if isinstance(value, str) and value in _OLD_KINDS:
            hint = f"write {_OLD_KINDS[value]}, and 'legal:' and 'route:'"
        return Wording("M003", f"the key '{step}' is gone: '{replacement}' replaced it", hint)
    hint = did_you_mean(step, known)
    if not hint and " " in step:
        hint = f"{_QUOTE_IT} where its ':' belongs to the words"
    return Wording("M003", f"unknown key {quoted(step)}", hint or f"use one of: {', '.join(known)}")


def two_keys(first: str, second: str) -> Wording:
    """Word a value that is given as one and as a list."""
    return Wording("M009", f"both '{first}' and '{second}' are given", "keep one of the two")


def no_form(value: Any, forms: Sequence[str]) -> Wording:
    """Word a block that begins with no form."""
    names = ", ".join(forms)
    if not isinstance(value, dict):
        hint = f"begin it with its form, such as '- paragraph:'; the forms are: {names}"
        return wrong_type(value, "a block", hint)
    guesses = (did_you_mean(step, model.BLOCK_FORMS) for step in value)
    hint = next(filter(None, guesses), "begin it with its form;")
    return Wording("M008", "a block without a form that is known", f"{hint} the forms are: {names}")


def wrong_form(form: LocatedStr | str, forms: Sequence[str]) -> Wording:
    """Word a block that may not stand in a panel."""
    span = form.span if isinstance(form, LocatedStr) else None
    return Wording("M008", f"a panel cannot hold '{form}'", f"use one of: {', '.join(forms)}", span)


def wrong_type(value: Any, wanted: str, hint: str) -> Wording:
    """Word a list, mapping or text that stands where another of them belongs."""
    if isinstance(value, list):
        it = "a list"
    else:
        it = "a mapping ('key: value')" if isinstance(value, dict) else "text"
    return Wording("M006", f"{it} where {wanted} is expected", hint)


def no_text(value: Any) -> Wording:
    """Word a list or mapping where words belong."""
    if isinstance(value, list):
        hint = f"write one text here, without '- '; where the text begins with '[', {_QUOTE_IT}"
    else:
        hint = f"{_QUOTE_IT}: its ': ' makes YAML take it for a key and a value"
    return wrong_type(value, "text", hint)


def no_list(value: Any) -> Wording:
    """Word what stands where a list belongs."""
    return wrong_type(value, "a list", "begin each item on a line of its own with '- '")


def no_mapping(value: Any) -> Wording:
    """Word what stands where a mapping belongs."""
    hint = "write 'key: value' on lines of their own, with a space after each ':'"
    return wrong_type(value, "a mapping", hint)


def no_case(value: Any) -> Wording:
    """Word what stands where a condition and its action belong."""
    return wrong_type(
        value, "a condition with its action", "write '- If you feel sleepy: Do not drive.', one to an item"
    )


def not_allowed(value: Any, step: Step, allowed: Iterable[str]) -> Wording:
    """Word a value that is none of a list."""
    names = ", ".join(allowed)
    if not isinstance(value, str):
        return wrong_type(value, "one word", f"use one of: {names}")
    guess = _OLD_WORDS.get(value) or did_you_mean(value, names.split(", "))
    if value in _OLD_WORDS:
        hint = f"{guess} {names}"
    else:
        hint = f"{guess} allowed are: {names}" if guess else f"use one of: {names}"
    return Wording("M007", f"{name_of(step)} cannot be {quoted(value)}", hint)


def not_one_line(step: Step) -> Wording:
    """Word a line that is none."""
    return Wording(
        "M012",
        f"{name_of(step)} must stand on one line, without white space around it",
        "write it on the line of its key, without '|' or '>'",
    )


def too_long(value: str, step: Step, longest: int) -> Wording:
    """Word a line that is too long."""
    return Wording("M012", f"{name_of(step)} is {len(value)} characters long", f"use at most {longest}")


def bad_scalar(value: Any, step: Step, scalar: model.Scalar) -> Wording:
    """Word a value that has not the form of its kind."""
    if not isinstance(value, str):
        return wrong_type(value, scalar.wants or "a number", scalar.hint)
    if scalar.form == "day" and expression(scalar.pattern).fullmatch(value):
        return Wording(scalar.code, f"there is no day {value}", "look it up in a calendar")
    if scalar.wants:
        return Wording(scalar.code, f"{quoted(value)} is not {scalar.wants}", scalar.hint)
    return Wording(scalar.code, f"{name_of(step)} cannot be {quoted(value)}", scalar.hint)


def bad_markup(slip: InlineError, value: str) -> Wording:
    """Word markup that does not add up."""
    hint = (
        r"use only **strong words**, [term](explanation), <https://…>, ^{2} and _{2}; "
        r"write \* or \[ for the sign itself"
    )
    return Wording("M015", str(slip), hint, _inside(value, slip.offset))


def in_curly_quotes(value: str, step: Step) -> Wording:
    """Word a line between quotation marks that YAML takes for letters of it."""
    message = f"the curly quotes around {name_of(step)} are no quotes to YAML and would be part of it"
    return Wording("M016", message, f'take them away, or write "{value[1:-1]}" in straight ones')


def markup_in_line(value: str, step: Step, offset: int) -> Wording:
    """Word markup in a line that knows none."""
    message = f"{name_of(step)} is printed as it is typed: markup is not known here"
    return Wording("M016", message, "take the markup away", _inside(value, offset))


def _inside(value: str, offset: int) -> Any:
    return value.locate(offset, offset + 1) if isinstance(value, LocatedStr) else None
