"""What the model refuses, in the words of somebody who has never heard of the model."""

from collections.abc import Callable
from typing import Any, NamedTuple, get_args

from leaflet import model
from leaflet.diagnostics import Span
from leaflet.read.problems import did_you_mean, quoted
from leaflet.read.slips import Slip
from leaflet.source import LocatedDict, LocatedList, LocatedStr

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
}


class Wording(NamedTuple):
    """What a finding says; `span` only where the mistake stands inside the value."""

    code: str
    message: str
    hint: str
    span: Span | None = None


def word(slip: Slip) -> Wording:
    """Return what to tell the author about a slip."""
    is_of_value = slip.kind not in ("missing", "extra_forbidden")
    if is_of_value and isinstance(slip.value, str) and not slip.value.strip():
        return _empty(slip)
    return _WORDINGS.get(slip.kind, _other)(slip)


def _name(slip: Slip) -> str:
    return "this item" if isinstance(slip.key, int) else quoted(str(slip.key))


def _missing(slip: Slip) -> Wording:
    noun = _NOUNS.get(slip.model, "this block")
    description = (slip.field.description if slip.field else None) or ""
    lowered = description[:1].lower() + description[1:] if description[1:2].islower() else description
    return Wording("M004", f"{noun} has no '{slip.key}'", f"add '{slip.key}:' ({lowered.rstrip('.')})")


def _empty(slip: Slip) -> Wording:
    if isinstance(slip.key, int):
        return Wording("M005", "an empty item", "write its words after the '-', or delete the '-'")
    required = slip.field is None or slip.field.is_required()
    hint = "write it after the ':'" if required else "write it after the ':', or delete the key"
    return Wording("M005", f"{_name(slip)} has no value", hint)


def _empty_list(slip: Slip) -> Wording:
    return Wording("M005", f"{_name(slip)} holds nothing", "write at least one item under it")


def _no_words(slip: Slip) -> Wording:
    return Wording("M005", f"{quoted(slip.value)} says nothing", "write the words, or delete this")


def _unknown_key(slip: Slip) -> Wording:
    key, known = str(slip.key), list(slip.model.model_fields)
    if issubclass(slip.model, model.BlockNode) and key in model.BLOCK_FORMS:
        form = next(form for form in model.BLOCK_FORMS if form in known)
        message = f"a block takes one form, and this one has two: '{form}' and '{key}'"
        return Wording("M009", message, f"begin a block of its own with '- {key}:'")
    hint = did_you_mean(key, known)
    if not hint and " " in key:
        hint = f"{_QUOTE_IT} where its ':' belongs to the words"
    return Wording("M003", f"unknown key {quoted(key)}", hint or f"use one of: {', '.join(known)}")


def _no_form(slip: Slip) -> Wording:
    forms = ", ".join(_forms_allowed(slip))
    if not isinstance(slip.value, LocatedDict):
        return _wrong_type(
            "a block", f"begin it with its form, such as '- paragraph:'; the forms are: {forms}"
        )(slip)
    guesses = (did_you_mean(key, model.BLOCK_FORMS) for key in slip.value)
    hint = next(filter(None, guesses), "begin it with its form;")
    return Wording("M008", "a block without a form that is known", f"{hint} the forms are: {forms}")


def _wrong_form(slip: Slip) -> Wording:
    tag = str(slip.context["tag"])
    forms = ", ".join(_forms_allowed(slip))
    message = f"a panel cannot hold '{tag}'"
    return Wording("M008", message, f"use one of: {forms}", slip.value.keys_at.get(tag))


def _forms_allowed(slip: Slip) -> tuple[str, ...]:
    return model.PLAIN_FORMS if slip.model is model.Panel else model.BLOCK_FORMS


def _item_form(_: Slip) -> Wording:
    message = "an item with 'item:' has either 'bullets' or 'steps' under it, and not both"
    return Wording("M017", message, "write an item that has no list under it as text alone")


def _wrong_type(wanted: str, hint: str) -> Callable[[Slip], Wording]:
    def wording(slip: Slip) -> Wording:
        return Wording("M006", f"{_what_it_is(slip.value)} where {wanted} is expected", hint)

    return wording


def _what_it_is(value: Any) -> str:
    if isinstance(value, LocatedList):
        return "a list"
    return "a mapping ('key: value')" if isinstance(value, LocatedDict) else "text"


def _no_text(slip: Slip) -> Wording:
    if isinstance(slip.value, LocatedList):
        hint = f"write one text here, without '- '; where the text begins with '[', {_QUOTE_IT}"
    else:
        hint = f"{_QUOTE_IT}: its ': ' makes YAML take it for a key and a value"
    return _wrong_type("text", hint)(slip)


def _not_allowed(slip: Slip) -> Wording:
    allowed = [str(value) for value in get_args(slip.field.annotation if slip.field else None)]
    if not isinstance(slip.value, LocatedStr):
        return _wrong_type("one word", f"use one of: {', '.join(allowed)}")(slip)
    guess = did_you_mean(slip.value, allowed)
    hint = f"{guess} allowed are: {', '.join(allowed)}" if guess else f"use one of: {', '.join(allowed)}"
    return Wording("M007", f"{_name(slip)} cannot be {quoted(slip.value)}", hint)


def _bad_pattern(slip: Slip) -> Wording:
    pattern = slip.context.get("pattern")
    if pattern == model.IDENTIFIER_PATTERN:
        return _bad_identifier(slip)
    if pattern == model.LANGUAGE_PATTERN:
        message = f"{quoted(slip.value)} is not the tag of a language"
        return Wording("M014", message, "write it as in BCP 47: 'en', 'en-GB'")
    return Wording(
        "M012",
        f"{_name(slip)} must stand on one line, without white space around it",
        "write it on the line of its key, without '|' or '>'",
    )


def _bad_identifier(slip: Slip) -> Wording:
    typed = str(slip.key if slip.value is None or not isinstance(slip.value, str) else slip.value)
    message = f"{quoted(typed)} is not a short name"
    return Wording("M010", message, "use at most 60 of a to z, 0 to 9, and single hyphens between them")


def _too_long(slip: Slip) -> Wording:
    if slip.context.get("max_length") == 60:
        return _bad_identifier(slip)
    limit = slip.context.get("max_length")
    return Wording("M012", f"{_name(slip)} is {len(slip.value)} characters long", f"use at most {limit}")


def _bad_day(slip: Slip) -> Wording:
    if not isinstance(slip.value, LocatedStr):
        return _wrong_type("a date", "write it as 2026-11-23")(slip)
    return Wording("M011", f"{quoted(slip.value)} is not a date", "write it as 2026-11-23")


def _bad_count(slip: Slip) -> Wording:
    if not isinstance(slip.value, LocatedStr):
        return _wrong_type("a number", "write a number from 1 to 10")(slip)
    return Wording("M013", f"{_name(slip)} cannot be {quoted(slip.value)}", "write a number from 1 to 10")


def _bad_markup(slip: Slip) -> Wording:
    at = slip.context["offset"]
    hint = r"use only **strong words** and [term](explanation); write \* or \[ for the sign itself"
    return Wording("M015", slip.context["slip"], hint, slip.value.locate(at, at + 1))


def _markup_in_line(slip: Slip) -> Wording:
    at = slip.context["offset"]
    message = f"{_name(slip)} is printed as it is typed: markup is not known here"
    return Wording("M016", message, "take the markup away", slip.value.locate(at, at + 1))


def _other(slip: Slip) -> Wording:
    """Word an error of pydantic's that the model should not be able to make."""
    return Wording(
        "M006", f"{_name(slip)} is not as it should be ({slip.kind})", "compare it with the schema"
    )


_LIST = _wrong_type("a list", "begin each item on a line of its own with '- '")
_MAPPING = _wrong_type("a mapping", "write 'key: value' on lines of their own, with a space after each ':'")

_WORDINGS: dict[str, Callable[[Slip], Wording]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "union_tag_not_found": _no_form,
    "union_tag_invalid": _wrong_form,
    "item_list": _item_form,
    "text_type": _no_text,
    "string_type": _no_text,
    "tuple_type": _LIST,
    "dict_type": _MAPPING,
    "model_type": _MAPPING,
    "too_short": _empty_list,
    "text_empty": _no_words,
    "line_empty": _no_words,
    "literal_error": _not_allowed,
    "string_pattern_mismatch": _bad_pattern,
    "string_too_long": _too_long,
    "day_form": _bad_day,
    "date_type": _bad_day,
    "date_parsing": _bad_day,
    "date_from_datetime_parsing": _bad_day,
    "count_form": _bad_count,
    "int_type": _bad_count,
    "int_parsing": _bad_count,
    "int_parsing_size": _bad_count,
    "greater_than_equal": _bad_count,
    "less_than_equal": _bad_count,
    "text_markup": _bad_markup,
    "line_markup": _markup_in_line,
}
