"""The comparison is fair: leaflets new to both engines, the same words, the same standards."""

import io
import json
import os
import re
import sys
from collections import Counter
from html import unescape
from itertools import islice, pairwise
from pathlib import Path

import page
import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from leaflet.blocks import Document, Words
from leaflet.compose import compose
from leaflet.languages import language_of
from leaflet.making import make
from leaflet.model import Monograph
from tests.bench.corpus import monographs

pytest.importorskip("typst", reason="the peer is installed by the extra 'bench'")


def _composed(monograph: Monograph) -> Document:
    language = language_of(monograph.language)
    assert language is not None
    return compose(monograph, language, None)


def _typed(monograph: Monograph) -> list[str]:
    """Return the texts that come from the monograph, in order."""
    words: list[Words] = list(_composed(monograph).words())
    return [each.plain for each in words if each.origin.text is not None]


def test_each_leaflet_differs_from_the_one_before_in_every_text() -> None:
    for one, other in pairwise(islice(monographs(7), 5)):
        texts = list(zip(_typed(one), _typed(other), strict=True))
        assert len(texts) > 30
        assert all(before != after for before, after in texts)


def test_the_same_seed_gives_the_same_leaflets() -> None:
    first, again, other = (next(monographs(seed)) for seed in (3, 3, 4))
    assert first == again
    assert first != other


def test_a_leaflet_keeps_its_length_and_its_styles() -> None:
    pattern, varied = islice(monographs(1), 2)
    lengths = [[len(text.split()) for text in _typed(each)] for each in (pattern, varied)]
    assert lengths[0] == lengths[1]


@pytest.mark.parametrize("profile", ["standard", "large"])
def test_both_engines_print_the_same_words_to_the_same_standards(profile: str) -> None:
    from tests.bench.peers import typst_engine, typst_source

    monograph = next(monographs(5))
    document = _composed(monograph)
    ours = make(monograph, profile=profile).pdf
    theirs = typst_engine()(typst_source(document, profile, "a4"))
    labels = {"•", "–"}  # the engines draw these in their own ways
    wanted = Counter(word for word in document.text.split() if word not in labels)
    for pdf in (ours, theirs):
        printed = Counter(
            "\n".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(pdf)).pages).split()
        )
        assert wanted - printed == Counter()
        for standard in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
            assert page.is_pdf_compliant_bytes(pdf, profile=standard)


def test_html_prints_the_same_words() -> None:
    pytest.importorskip("weasyprint", reason="the peer is installed by the extra 'bench'")
    from tests.bench.html import html_source

    document = _composed(next(monographs(5)))
    html = re.sub(
        r"<(style|title)>.*?</\1>|<[^>]+>", " ", html_source(document, "standard", "a4").decode(), flags=re.S
    )
    labels = {"•", "–"}
    said = "".join(word for word in document.text.split() if word not in labels)
    assert "".join(unescape(html).split()) == said


def test_the_figures_are_printed_and_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.bench.__main__ import bench

    monkeypatch.setattr("tests.bench.__main__._take_one_core", lambda: None)  # the suite has others to run
    path = tmp_path / "bench.json"
    arguments = ["--leaflets", "2", "--profile", "clear", "--json", str(path)]
    done = CliRunner().invoke(bench, arguments)
    assert done.exit_code == 0, done.output
    (comparison,) = json.loads(path.read_text())["comparisons"]
    assert (comparison["profile"], comparison["points"], comparison["leaflets"]) == ("clear", 14, 2)
    assert comparison["ratio"] == pytest.approx(
        comparison["typst"]["median_ms"] / comparison["leaflet"]["median_ms"], rel=0.01
    )
    assert f"{comparison['leaflet']['median_ms']:.2f}" in done.output
    assert CliRunner().invoke(bench, [*arguments, "--at-least", "1e9"]).exit_code == 1


def test_platypus_prints_the_same_words() -> None:
    from tests.bench.platypus import platypus_engine, platypus_source

    document = _composed(next(monographs(5)))
    pdf = platypus_engine()(platypus_source(document, "standard", "a4"))
    labels = {"•", "–"}
    wanted = Counter(word for word in document.text.split() if word not in labels)
    printed = Counter("\n".join(each.extract_text() for each in PdfReader(io.BytesIO(pdf)).pages).split())
    assert wanted - printed == Counter()


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="what a process took is asked of the system")
def test_a_process_is_measured_whole() -> None:
    from tests.bench.cold import cpu_seconds as measured

    idle, busy = (measured([sys.executable, "-c", f"sum(range({size}))"]) for size in (1, 20_000_000))
    assert 0 < idle < busy
    with pytest.raises(RuntimeError, match="ended with 3"):
        measured([sys.executable, "-c", "raise SystemExit(3)"])
