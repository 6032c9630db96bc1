"""espeak-ng reads the text of every medicine, and spells nothing out but listed abbreviations."""

import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from leaflet.api import composed
from leaflet.speech import write_text
from tests.medicines import MEDICINES, loaded

BACLOFEN = Path(__file__).parents[2] / "content" / "baclofen.yaml"
PATHS = (BACLOFEN, *MEDICINES)
TEXTS = {path.stem: write_text(composed(loaded(path), "uk")).decode() for path in PATHS}
# Said as letters by people, too: names of bodies and of illnesses, as the leaflets themselves write them.
LETTERS = {"NHS", "MS", "HIV", "UK", "INR", "GP", "TV", "ECG", "DVT"}

pytestmark = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not on this machine")


def phonemes(lines: Sequence[str]) -> list[str]:
    """Return how each line is said, without stress."""
    asked = ["espeak-ng", "-q", "-x", "-v", "en-gb"]
    said = [
        subprocess.run([*asked, line], capture_output=True, text=True, check=True).stdout for line in lines
    ]
    return [re.sub(r"[\s',_|]", "", each) for each in said]


@pytest.mark.parametrize("name", TEXTS)
def test_every_line_is_said(name: str) -> None:
    lines = [line for line in TEXTS[name].splitlines() if line]
    asked = ["espeak-ng", "-q", "-x", "-v", "en-gb", "--stdin"]
    said = subprocess.run(asked, input="\n\n".join(lines), capture_output=True, text=True, check=True).stdout
    assert len(said.split()) >= 0.8 * len(TEXTS[name].split())  # it joins some short words


def test_nothing_is_spelt_out_but_what_is_listed() -> None:
    """A word is spelt out where it sounds like its letters, one by one."""
    words = sorted({word for text in TEXTS.values() for word in re.findall(r"\b[^\W\d_]{2,6}\b", text)})
    suspects = [word for word in words if word.isupper() or not re.search("[aeiouy]", word.lower())]
    spelt = phonemes([" ".join(word.upper()) for word in suspects])
    said = phonemes(suspects)
    left = {word for word, letters, sound in zip(suspects, spelt, said, strict=True) if letters == sound}
    assert left <= LETTERS, f"left in letters: {sorted(left - LETTERS)}"


@pytest.mark.parametrize("spelt", ["mg", "ml", "mcg", "kg"])
def test_a_unit_in_letters_would_be_noticed(spelt: str) -> None:
    (word,) = phonemes([spelt])
    (letters,) = phonemes([" ".join(spelt.upper())])
    assert word == letters
