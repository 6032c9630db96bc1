"""Good leaflets are not called bad: every profile and paper of baclofen, and fifty varied monographs."""

from pathlib import Path
from random import Random

import pytest

from leaflet.api import make
from leaflet.layout.scale import LayoutError
from leaflet.model import Monograph
from leaflet.profiles import PROFILES
from leaflet.proof.answers import Depth
from leaflet.proof.prove_file import rules_of, verify_bytes
from leaflet.proof.results import Report
from leaflet.proof.rules import rank
from leaflet.proof.subject import read_subject
from leaflet.regions import REGIONS
from tests.builders import monograph, paragraph, section
from tests.medicines import MEDICINES, loaded
from tests.proof.savers import SAVERS

QUICK = Depth(copies=False, verapdf=False)
WHOLE = Depth(remake=True, copies=False, verapdf=False)
SETTINGS = [(profile, paper) for profile in PROFILES for paper in ("a4", "letter")]
_WORDS = (
    "test tests help doctor water morning evening tablet take with food before after sleep walk drive read",
    "ask tell pharmacist slowly often never always 5 mg 10 mg 3 times a day (feeling sleepy) side effects,",
    "and or if when you it can may not well-known 999 12.5 micrograms 2 hours naïve £4 don’t",
)
_TOPICS = ("uses", "how_to_take", "storage", "driving", "children", "alcohol", "pregnancy", "missed_dose")


def wrong(report: Report) -> list[tuple[str, object]]:
    assert report.unreadable == ""
    return [(result.code, result.judgement) for result in report.failures]


@pytest.mark.parametrize(("profile", "paper"), [*SETTINGS, ("standard", "a5"), ("clear", "a5")])
def test_every_profile_and_paper_of_baclofen_passes(profile: str, paper: str, baclofen: Monograph) -> None:
    # The photocopies are judged once a profile, on the paper that most print.
    depth = Depth(copies=paper == "a4", verapdf=False)
    pdf = make(baclofen, profile=profile, paper=paper, region="uk", colour=paper == "letter").pdf
    assert wrong(verify_bytes(pdf, baclofen, depth)) == []


@pytest.mark.parametrize("region", [None, *REGIONS])
def test_every_region_passes(region: str | None, baclofen: Monograph) -> None:
    pdf = make(baclofen, region=region, colour=True).pdf
    assert wrong(verify_bytes(pdf, baclofen, QUICK)) == []


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("path", MEDICINES, ids=lambda path: path.stem)
def test_every_kind_of_medicine_passes_in_every_profile(path: Path, profile: str) -> None:
    # Of what is held on a photocopy the ranks of its warnings: in every profile, and on either paper.
    made, paper = loaded(path), ("a4", "letter")[(list(PROFILES).index(profile) + len(path.stem)) % 2]
    subject = read_subject("", make(made, profile=profile, paper=paper, region="uk").pdf, lambda _: made)
    results = [rule.result(subject) for rule in (*rules_of(QUICK), rank.mass, rank.told_apart)]
    assert [(each.code, each.judgement) for each in results if each.verdict == "fail"] == []


def varied(seed: int) -> Monograph:
    """Return a monograph of sections, lists, steps, definitions, panels and lines, by a seed."""
    random = Random(seed)  # noqa: S311 - a seed, no secret

    def text(most: int = 30) -> str:
        words = random.choices(" ".join(_WORDS).split(), k=random.randint(1, most))
        return "Say " + " ".join(words) + "."

    def block() -> dict[str, object]:
        some = [text(14) for _ in range(random.randint(2, 6))]
        return random.choice(
            [
                paragraph(text()),
                paragraph(f"{text()} **{text(5)}** {text()}"),
                {"bullets": some},
                {"steps": some},
                {"bullets": [{"item": text(9), "bullets": some}, text(9)]},
                {"definitions": [{"term": "a test", "meaning": text()}]},
                {"write_in": "My test", "lines": str(random.randint(1, 3))},
                {"panel": "To remember", "blocks": [paragraph(text())]},
            ]
        )

    topics = random.sample(_TOPICS, random.randint(1, 4))
    parts = [section(*(block() for _ in range(random.randint(1, 3))), topic=topic) for topic in topics]
    return monograph(*parts, review={"status": "draft"})


@pytest.mark.parametrize("seed", range(50))
def test_fifty_varied_leaflets_pass(seed: int) -> None:
    made = varied(seed)
    profile = ("standard", "standard", "clear", "large", "acb", "aph")[seed % 6]
    try:
        pdf = make(made, profile=profile).pdf
    except LayoutError as refused:
        pytest.fail(f"seed {seed}: {refused}")
    assert wrong(verify_bytes(pdf, made, QUICK)) == []


@pytest.mark.parametrize("save", [name for name in SAVERS if "qpdf" not in name])
def test_good_files_that_other_programs_save_pass(save: str, tmp_path: Path) -> None:
    # What qpdf saves breaks ISO 19005-2, 6.1.7.1, as veraPDF says as well.
    for profile, path in zip(("large", "clear", "aph"), MEDICINES, strict=False):
        made = loaded(path)
        saved = SAVERS[save](make(made, profile=profile, region="uk", colour=True).pdf, tmp_path)
        assert (path.stem, wrong(verify_bytes(saved, made, WHOLE))) == (path.stem, [])
