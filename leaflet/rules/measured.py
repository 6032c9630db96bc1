"""Values that are measured, such as an INR or a blood pressure: no doses, and written as laboratories do.

A trailing zero is refused in doses, where it is read ten times too big (ISMP names laboratory results and
sizes as its exceptions); a laboratory prints "2.0 to 3.0" to show how exact the value is.
"""

import re

from leaflet.precompiled import expression

_MEASURED = expression(
    r"\b(?:INR|pH|HbA1c|scores?|ratio|albumin|potassium|sodium|creatinine|urate|haemoglobin|cholesterol"
    r"|blood (?:sugar|glucose|pressure|levels?|tests?)|temperature|peak flow|weight|pain scale)\b"
)
_TOLD = expression(
    r"\b(?:INR|pH|HbA1c|scores?|ratio|scale|target|range|result|reading|value|level|pressure|flow|temperature"
    r"|potassium|sodium|creatinine|urate|cholesterol|sugar|glucose)"
    r"(?: (?!take|use|give|have|swallow|inject|dose|doses|then|so|and|tablets?|capsules?)"
    r"[a-z]{1,12}){0,5} ?$",
    re.IGNORECASE,
)
_NO_DOSE = (
    r"(?![\d.,/]\d)(?![a-zA-Z])"
    r"(?! ?(?:mg|mcg|g|grams?|micrograms?|milligrams?|ml|mL|units?"
    r"|tablets?|capsules?|puffs?|drops?|patch\w*)\b)"
)
_NUMBER = r"\d{1,3}(?:\.\d{1,2})?"
_VALUE = expression(rf"{_NUMBER}{_NO_DOSE}(?: ?(?:to|and|or|[–-]) ?{_NUMBER}{_NO_DOSE})?")
_FIRST_OF_RANGE = expression(rf"{_NUMBER} ?(?:to|and|or|[–-]) ?$")
_IN_LABORATORY_UNITS = expression(
    rf"{_NUMBER}(?: ?(?:to|and|[–-]) ?{_NUMBER})? ?"
    r"(?:mmol/(?:l|L|mol)|mmHg|kPa|°C|g/(?:d?[lL])|mg/d[lL])(?!\w)"
)
_SAID_BEFORE = 160  # characters before a value in which what is measured is named


def measured_value(text: str, start: int) -> re.Match[str] | None:
    """Return the bare value, or range, that begins at `start`; what is measured is named before it."""
    before = text[max(0, start - _SAID_BEFORE) : start]
    if not _MEASURED.search(before):
        return None
    if first := _FIRST_OF_RANGE.search(before):
        before = before[: first.start()]
    return _VALUE.match(text, start) if _TOLD.search(before) else None


def is_measured(text: str, start: int) -> bool:
    """Tell whether a number at `start` is a value of something measured, by its unit or by what is named."""
    return bool(_IN_LABORATORY_UNITS.match(text, start) or measured_value(text, start))
