"""The files to judge: baclofen and the twelve test medicines, in every form that somebody else can judge."""

from collections.abc import Sequence
from pathlib import Path

from leaflet.api import composed
from leaflet.forms import FORMS
from leaflet.read import load
from tests.medicines import MEDICINES

CONTENT = Path(__file__).parents[2] / "content"


def make_files(folder: Path, forms: Sequence[str]) -> None:
    """Write each leaflet in each form into a folder."""
    for path in (CONTENT / "baclofen.yaml", *MEDICINES):
        monograph = load(path)
        document = composed(monograph, "uk")
        for form in forms:
            data = FORMS[form].write(document, monograph).data
            (folder / f"{path.stem}-en{FORMS[form].ending}").write_bytes(data)
