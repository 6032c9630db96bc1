"""The signal colours of the panels, for `--colour`: dark enough for 7:1 on white (WCAG 2.2, 1.4.6).

Colour only ever adds: signal word, symbol and frame say the same without it. The red is that of
ISO 3864-2; its orange reaches only 4:1 on white, so the others are darker.
"""

from leaflet.blocks import PanelStyle

Colour = tuple[int, int, int]  # red, green, blue, 0 to 255

BLACK: Colour = (0, 0, 0)

SIGNALS: dict[PanelStyle, Colour] = {
    "overdose": (0x9B, 0x24, 0x23),
    "withdrawal": (0x8A, 0x3F, 0x00),
    "caution": (0x6B, 0x4E, 0x00),
    "plain": BLACK,
}


def contrast_with_white(colour: Colour) -> float:
    """Return the contrast ratio of a colour on white paper, 1 to 21 (WCAG 2.2, relative luminance)."""
    linear = [part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 1.05 / (luminance + 0.05)
