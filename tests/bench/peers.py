"""The engines that are compared, each as a function from a document's words to a PDF's bytes."""

import re
from collections.abc import Callable

from leaflet.document.tree import Document, Node, Role, Text
from leaflet.paper import PAPERS
from leaflet.places import fonts_folder
from leaflet.profiles import PROFILES, Profile

_LINE = 0.72  # em from cap height to baseline, which Typst takes for the height of a line
# Every sign that can mean something in Typst's markup; a backslash before it makes it a plain sign.
_SIGN = re.compile(r"""[\\#*_`$<>@\[\]~\-'"/=+.:{}]""")


def typst_engine() -> Callable[[bytes], bytes]:
    """Return a warm compiler: from Typst source to a PDF that is PDF/UA-1 and PDF/A-2a."""
    import typst  # the words can be had without it

    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in sorted(fonts_folder().iterdir()) if folder.is_dir()],
    )
    compiler = typst.Compiler(font_paths=fonts)

    def compiled(source: bytes) -> bytes:
        pdf = compiler.compile(input=source, format="pdf", pdf_standards=["ua-1", "a-2a"], timestamp=0)
        assert isinstance(pdf, bytes)
        return pdf

    return compiled


def typst_source(document: Document, profile: str, paper: str) -> bytes:
    """Return a leaflet's document as Typst source: the same words, structure, sizes and paper."""
    preamble = "\n".join(
        (_page(document, PROFILES[profile], paper), _text(document, PROFILES[profile]), _DRAWN)
    )
    return (preamble + _node(document.root) + "\n").encode()


_DRAWN = """
#let frame(body) = block(stroke: 2pt, inset: 8pt, width: 100%, breakable: false, body)
#let writing(lines) = for _ in range(lines) { v(1.6em); line(length: 100%, stroke: 1pt) }
#let sign(words) = figure(alt: words, polygon(fill: black, (0pt, 30pt), (34pt, 30pt), (17pt, 0pt)))
"""


def _page(document: Document, profile: Profile, paper: str) -> str:
    """Return the settings of the page, with its furniture."""
    size, margins, furniture = PAPERS[paper].size, profile.margins, document.furniture
    label = _escaped(furniture.page_label).replace(r"\{page\}", "#n").replace(r"\{pages\}", "#of")
    return f"""
#set document(title: "{document.title}")
#set page(
  width: {size.width}pt,
  height: {size.height}pt,
  margin: (
    top: {margins.top + 2 * profile.body}pt,
    right: {margins.right}pt,
    bottom: {margins.bottom + 2 * profile.body}pt,
    left: {margins.left}pt,
  ),
  header: [{_escaped(furniture.identity.plain)} ],
  footer: context {{
    let n = counter(page).display()
    let of = counter(page).final().first()
    [#h(1fr) {label}]
  }},
)"""


def _text(document: Document, profile: Profile) -> str:
    """Return the settings of the text; Typst's leading is the white between lines, not the step."""
    white = profile.leading - _LINE
    return f"""
#set text(font: "Leaflet Sans", size: {profile.body}pt, lang: "{document.language[:2]}")
#set text(hyphenate: false, ligatures: false)
#set par(justify: false, leading: {white:.3f}em, spacing: {white + profile.paragraph_gap:.3f}em)
#set smartquote(enabled: false)
{_sizes(profile)}"""


def _sizes(profile: Profile) -> str:
    sizes = (profile.title_size, profile.heading, profile.subheading)
    return "\n".join(
        f'#show heading.where(level: {level}): set text(size: {size}pt, weight: "bold")'
        for level, size in enumerate(sizes, start=1)
    )


def _node(node: Node) -> str:
    if node.tag.role is Role.LIST:
        return _list(node, "")
    if node.tag.level:
        return f"{'=' * node.tag.level} {' '.join(_words(part.text) for part in node.kids or (node,))}"
    if node.text is not None:
        return _words(node.text) + (f"\n#writing({node.lines})" if node.lines else "")
    if not node.kids:
        return f'#sign("{node.tag.alt}")'
    inner = "\n\n".join(_node(kid) for kid in node.kids)
    return f"#frame[\n{inner}\n]" if node.style.frame is not None else inner


def _list(block: Node, indent: str) -> str:
    lines = []
    for item in block.kids:
        label, body = item.kids
        words, *nested = body.kids or (body,)
        if block.tag.numbering == "None":
            lines.append(f"{indent}/ {_words(label.text)}: {_words(words.text)}")
            continue
        lines.append(f"{indent}{'+' if block.tag.numbering == 'Decimal' else '-'} {_words(words.text)}")
        lines += [_list(each, indent + "  ") for each in nested]
    return "\n".join(lines)


def _words(text: Text | None) -> str:
    runs = text.runs if text is not None else ()
    return "".join(f"#strong[{_escaped(run.text)}]" if run.strong else _escaped(run.text) for run in runs)


def _escaped(text: str) -> str:
    return _SIGN.sub(lambda sign: f"\\{sign[0]}", text)
