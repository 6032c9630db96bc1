"""The rulebook: each code stands in it once, and whoever says a code finds it there."""

import ast
import re
from collections import Counter
from pathlib import Path

import leaflet
from leaflet import rules
from leaflet.batch import build_codes as of_builds
from leaflet.braille import braille_codes as of_braille
from leaflet.explanations import to_text
from leaflet.layout import layout_codes as of_layout
from leaflet.proof.catalogue import explanations as of_files
from leaflet.read import format_codes as of_format
from leaflet.rulebook import explanations

PACKAGE = Path(leaflet.__file__).parent
CODE = re.compile(r"[CLMPSV]\d{3}")


def test_no_two_rooms_have_one_code() -> None:
    rooms = (of_format, of_builds, rules, of_layout, of_braille)
    often = Counter(code for room in rooms for code in room.EXPLANATIONS) + Counter(list(of_files()))
    assert {code for code, times in often.items() if times > 1} == set()
    assert list(explanations()) == sorted(often)


def test_every_code_that_the_program_says_stands_in_the_rulebook() -> None:
    said = {
        node.value
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value)
    }
    assert len(said) > 200
    assert said - set(explanations()) == set()


def test_every_code_is_told_with_reason_examples_and_source() -> None:
    for code, told in explanations().items():
        assert told.code == code
        assert all((told.title, told.reason, told.bad, told.good, told.source)), code
        assert told.reason in to_text(told)
