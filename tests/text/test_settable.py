"""What is laid out to see whether a page can set it, and what needs not be."""

from leaflet.read import read_monograph
from leaflet.settable import _USUAL, _refusals, unsettable
from tests.batch.monographs import baclofen


def test_the_typefaces_have_every_character_that_is_not_asked_about() -> None:
    said = " ".join(sorted(_USUAL - set(" {}[]<>*_^\\#\"'|~:`@%&!")))
    monograph, findings = read_monograph(baclofen(purpose=f'"{said}"').encode(), "a.yaml")
    assert monograph is not None, findings
    assert [finding.code for finding in _refusals(monograph, "standard")] == []
    assert unsettable(monograph) == ()
