"""The forms beside print: what each must hold, and that all say the same."""

import pytest

from leaflet.braille import made_by
from leaflet.forms import FORMS

needs_liblouis = pytest.mark.skipif(
    not made_by(), reason="liblouis is not on this machine: nothing makes Braille"
)
EACH_FORM = [pytest.param(form, marks=needs_liblouis if form.startswith("braille") else ()) for form in FORMS]
