"""The engines that Leaflet is compared with: what each is installed as, given, and called by."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version

from leaflet.compose import compose
from leaflet.document.tree import Document
from leaflet.languages import language_of
from leaflet.model import Monograph
from tests.bench.html import fullbleed_engine, fullbleed_source, html_source, weasyprint_engine
from tests.bench.peers import typst_engine, typst_source
from tests.bench.platypus import platypus_engine, platypus_source


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """An engine: from a leaflet's document to its source, and from source to PDF."""

    name: str
    package: str
    source: Callable[[Document, str, str], bytes]  # document, profile, paper
    engine: Callable[[], Callable[[bytes], bytes]]
    tags: str  # what its files are

    @property
    def version(self) -> str:
        """The version that is installed; "" where none is."""
        try:
            import_module(self.package)
            return version(self.package)
        except (ImportError, PackageNotFoundError, OSError):  # a library of the system may be missing
            return ""


RIVALS: dict[str, Rival] = {
    rival.name: rival
    for rival in (
        Rival(
            name="Typst",
            package="typst",
            source=typst_source,
            engine=typst_engine,
            tags="PDF/UA-1 and PDF/A-2a",
        ),
        Rival(
            name="WeasyPrint",
            package="weasyprint",
            source=html_source,
            engine=weasyprint_engine,
            tags="PDF/UA-1",
        ),
        Rival(
            name="fullbleed",
            package="fullbleed",
            source=fullbleed_source,
            engine=fullbleed_engine,
            tags="tagged PDF/A-2a",
        ),
        Rival(
            name="Platypus",
            package="reportlab",
            source=platypus_source,
            engine=platypus_engine,
            tags="untagged",
        ),
    )
}


def document_of(monograph: Monograph) -> Document:
    """Return a leaflet's words, composed and not laid out."""
    language = language_of(monograph.language)
    assert language is not None
    return compose(monograph, language, None)
