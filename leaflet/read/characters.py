"""Which characters a monograph may hold."""

import re
import unicodedata

# Characters with no place in a monograph: controls; line ends that editors and YAML count differently
# (U+0085, U+2028, U+2029); marks that reorder what is read (Unicode TR36, 3.1); U+FEFF inside the
# text; half characters and code points that are none.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\ufeff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def describe(char: str) -> str:
    """Return how a message names a character that cannot be shown: U+202E (RIGHT-TO-LEFT OVERRIDE)."""
    return f"U+{ord(char):04X} ({unicodedata.name(char, 'a control character')})"
