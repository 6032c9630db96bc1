"""`leaflet profiles`: the table of print profiles, with the source of every number."""

import textwrap

import click

from leaflet.cli.terminal import pick, say
from leaflet.profiles import NUMBERS, PROFILES, Profile
from leaflet.units import PT_PER_MM, Insets

_HELP = """Show the print profiles: every number a leaflet is set by, and the source it comes from.

\b
Examples:
  leaflet profiles
  leaflet profiles large acb
"""
_LABELS = {
    "body": ("text", "{:g} pt or more"),
    "title_size": ("medicine's name", "{:g} pt"),
    "purpose": ("what it is for", "{:g} pt"),
    "signal": ("signal word", "{:g} pt"),
    "hazard": ("what is dangerous", "{:g} pt"),
    "action": ("what to do", "{:g} pt"),
    "section_rule": ("rule above a section", "{:g} pt"),
    "least_white": ("white, at least", "{:g} × its own"),
    "most_white": ("white, at most", "{:g} × its own"),
    "least_in_panels": ("white in warnings", "{:g} × its own or more"),
    "heading": ("headings", "{:g} pt"),
    "subheading": ("subheadings", "{:g} pt"),
    "leading": ("leading", "{:g} × size"),
    "paragraph_gap": ("between paragraphs", "{:g} line"),
    "heading_gap": ("above a heading", "{:g} line"),
    "below_heading": ("below a heading", "{:g} line"),
    "max_characters": ("characters a line", "{} at most"),
    "min_characters": ("characters a line", "{} at least"),
    "x_height": ("x-height", "{:g} pt or more"),
    "emphasis": ("emphasis", "{}"),
    "page_label": ("page number", "{}"),
}

_SWITCHES = {"page_label_bold": "page number bold", "reversed_bars": "white on black"}


@click.command("profiles", help=_HELP, short_help="Show the print profiles.")
@click.argument("names", nargs=-1, metavar="[NAME ...]")
def command(names: tuple[str, ...]) -> int:
    """Print the profiles named, or all."""
    chosen = pick("profile", names, PROFILES) or tuple(PROFILES)
    say("\n\n".join(_described(PROFILES[name]) for name in chosen))
    return 0


def _described(profile: Profile) -> str:
    lines = [f"{profile.name}: {profile.title}", f"  after {profile.standard}"]
    for field in NUMBERS:
        label, value = _number(field, getattr(profile, field))
        start = f"  {label:19} {value:22} "
        lines += textwrap.wrap(
            profile.cites[field], 100, initial_indent=start, subsequent_indent=" " * len(start)
        )
    return "\n".join(lines)


def _number(field: str, value: object) -> tuple[str, str]:
    """Return the label and the value of a number, with its unit."""
    if isinstance(value, Insets):
        sides = (value.top, value.right, value.bottom, value.left)
        return "margins", "{:.4g} {:.4g} {:.4g} {:.4g} mm".format(*(side / PT_PER_MM for side in sides))
    if field == "heading_column" and isinstance(value, int | float):
        return "headings beside", f"in {value / PT_PER_MM:.4g} mm" if value else "no, above the text"
    if isinstance(value, bool):
        return _SWITCHES[field], "yes" if value else "no"
    label, pattern = _LABELS.get(field, (field.replace("_", " "), "{}"))
    if field == "x_height" and not value:
        return label, "no minimum"
    return label, pattern.format(value) + ("s" if pattern.endswith(" line") and value != 1 else "")
