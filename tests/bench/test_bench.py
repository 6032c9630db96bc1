"""The comparison is fair: leaflets new to both engines, the same words, the same standards."""

import io
import json
import os
import re
import sys
from collections import Counter
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from html import unescape
from itertools import islice, pairwise
from pathlib import Path

import page
import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from leaflet.api import make
from leaflet.compose import compose
from leaflet.document.tree import Document
from leaflet.languages import language_of
from leaflet.model import Figure, Monograph, Table
from leaflet.places import content_folder
from leaflet.read import load, read_monograph
from leaflet.rules import refusals
from tests.bench.first import first_builds
from tests.bench.folders import write_monographs
from tests.bench.measure import OURS
from tests.bench.processes import Used, shared, used
from tests.bench.rich import PICTURES, TABLES, bench, blocks_of, rich_monograph
from tests.bench.rivals import RIVALS
from tests.bench.varied import monographs

pytest.importorskip("typst", reason="the peer is installed by the extra 'bench'")


def _composed(monograph: Monograph) -> Document:
    language = language_of(monograph.language)
    assert language is not None
    return compose(monograph, language, None)


def _typed(monograph: Monograph) -> list[str]:
    """Return the texts that come from the monograph, in order."""
    leaves = [leaf for leaf, _ in _composed(monograph).leaves if not leaf.style.heads and not leaf.lines]
    return [leaf.words for leaf in leaves if leaf.text is not None and leaf.text.typed is not None]


@pytest.mark.parametrize("new_words", [False, True])
def test_each_leaflet_differs_from_the_one_before_in_every_text(*, new_words: bool) -> None:
    for one, other in pairwise(islice(monographs(7, new_words=new_words), 5)):
        texts = list(zip(_typed(one), _typed(other), strict=True))
        assert len(texts) > 30
        assert all(before != after for before, after in texts)


def test_the_same_seed_gives_the_same_leaflets() -> None:
    first, again, other = (next(monographs(seed)) for seed in (3, 3, 4))
    assert first == again
    assert first != other


def test_words_are_made_up_only_where_that_is_asked_for() -> None:
    def vocabulary(monograph: Monograph) -> set[str]:
        return {word for text in _typed(monograph) for word in text.split()}

    known = vocabulary(load(content_folder() / "baclofen.yaml"))
    assert vocabulary(next(monographs(5))) <= known
    assert len(vocabulary(next(monographs(5, new_words=True))) - known) > 30


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
    wanted = Counter(word for word in document.shared_text.split() if word not in labels)
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
    said = "".join(word for word in document.shared_text.split() if word not in labels)
    assert "".join(unescape(html).split()) == said


def test_the_figures_are_printed_and_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.bench.__main__ import bench

    monkeypatch.setattr("tests.bench.__main__._one_core", nullcontext)  # the suite has others to run
    path = tmp_path / "bench.json"
    chosen = ["--part", "warm", "--rival", "Typst", "--rival", "Platypus"]
    arguments = [*chosen, "--leaflets", "2", "--profile", "clear", "--json", str(path)]
    done = CliRunner().invoke(bench, arguments)
    assert done.exit_code == 0, done.output
    compared, with_new_words = json.loads(path.read_text())["warm"]
    assert (compared["new_words"], with_new_words["new_words"]) == (False, True)
    assert (compared["profile"], compared["points"], compared["leaflets"]) == ("clear", 14, 2)
    engines = compared["engines"]
    assert list(engines) == ["Leaflet", "Typst", "Platypus"]
    for each in engines.values():
        ratio = each["median_ms"] / engines["Leaflet"]["median_ms"]
        assert each["ratio"] == pytest.approx(ratio, rel=0.01)
        assert f"{each['median_ms']:.3f}" in done.output
    held = [
        "--part",
        "warm",
        "--rival",
        "Typst",
        "--leaflets",
        "1",
        "--profile",
        "clear",
        "--at-least",
        "1e9",
    ]
    assert CliRunner().invoke(bench, held).exit_code == 1


def test_a_rival_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.bench.__main__ import bench

    monkeypatch.setattr("tests.bench.__main__._one_core", nullcontext)
    monkeypatch.setitem(RIVALS, "WeasyPrint", replace(RIVALS["WeasyPrint"], package="not_there"))
    chosen = ["--part", "warm", "--rival", "WeasyPrint", "--leaflets", "1", "--profile", "clear"]
    done = CliRunner().invoke(bench, chosen)
    assert done.exit_code == 0, done.output
    assert "WeasyPrint not installed: it takes no part" in done.output
    held = CliRunner().invoke(bench, [*chosen, "--at-least", "1"])
    assert held.exit_code == 1
    assert "there is no ratio to Typst" in held.output


@pytest.mark.parametrize(("at_most", "held"), [("16", True), ("13", False)])
def test_a_start_is_held_to_times_of_python_alone(
    at_most: str, held: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.bench.__main__ import bench

    took = {"Python alone": Used(cpu=0.01, peak=1), OURS: Used(cpu=0.14, peak=1)}
    monkeypatch.setattr("tests.bench.__main__.cold", lambda *_: took)
    done = CliRunner().invoke(bench, ["--part", "cold", "--rival", "Typst", "--cold-at-most", at_most])
    assert "14.0 times Python alone" in done.output
    assert (done.exit_code == 0) is held, done.output


def test_platypus_prints_the_same_words() -> None:
    from tests.bench.platypus import platypus_engine, platypus_source

    document = _composed(next(monographs(5)))
    pdf = platypus_engine()(platypus_source(document, "standard", "a4"))
    labels = {"•", "–"}
    wanted = Counter(word for word in document.shared_text.split() if word not in labels)
    printed = Counter("\n".join(each.extract_text() for each in PdfReader(io.BytesIO(pdf)).pages).split())
    assert wanted - printed == Counter()


_measured = pytest.mark.skipif(not hasattr(os, "wait4"), reason="what a process took is asked of the system")


@_measured
def test_a_process_is_measured_whole() -> None:
    idle, busy, large = (
        used([sys.executable, "-c", code])
        for code in ("", "sum(range(20_000_000))", "x = bytearray(200 * 2**20)")
    )
    assert 0 < idle.cpu < busy.cpu
    assert idle.peak < 50 * 2**20, "the memory of this process is not counted as its own"
    assert large.peak > 200 * 2**20
    with pytest.raises(RuntimeError, match="ended with 3"):
        used([sys.executable, "-c", "raise SystemExit(3)"])


@_measured
def test_two_processes_share_the_leaflets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.bench.processes._TIMES", {OURS: 4, "Typst": 1})
    found = shared(2, 1, ["Typst"])
    assert {name: each.leaflets for name, each in found.items()} == {"Leaflet": 8, "Typst": 2}
    assert all(each.one > 0 and each.two > 0 and each.peak > 2**20 for each in found.values())


@_measured
def test_a_first_build_makes_every_monograph_in_every_profile() -> None:
    found = first_builds(1, 1)
    assert [(each.engine, each.profiles) for each in found] == [
        ("Leaflet", 1),
        ("Typst", 1),
        ("Leaflet", 4),
        ("Typst", 4),
    ]
    assert all(each.cpu > 0 and each.each * each.profiles == pytest.approx(each.cpu) for each in found)


def test_html_and_its_style_apart_are_the_same_words_for_fullbleed() -> None:
    from tests.bench.html import fullbleed_source, html_source

    document = _composed(next(monographs(5)))
    order = json.loads(fullbleed_source(document, "standard", "a4"))
    whole = html_source(document, "standard", "a4").decode()
    assert re.sub(r"<style>.*?</style>", "", whole, flags=re.S) == order["html"]
    assert order["style"].partition("@page")[2] in whole


def test_the_monographs_of_the_trials_are_sound_and_differ_and_are_the_same_for_a_seed(
    tmp_path: Path,
) -> None:
    for name, count in (("few", 12), ("more", 24), ("other", 12)):
        write_monographs(tmp_path / name, count, 2 if name == "other" else 1)
    few, more, other = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()}
        for name in ("few", "more", "other")
    )
    assert few.items() <= more.items()
    assert not few.items() & other.items()
    assert max(map(len, more.values())) > 1.5 * min(map(len, more.values()))
    found = [read_monograph(data, "a.yaml") for data in few.values()]
    sound = [monograph for monograph, _ in found if monograph is not None]
    assert len(sound) == 12
    assert not any(refusals(monograph, on=date(2026, 2, 1)) for monograph in sound)
    assert {len(monograph.warnings) for monograph in sound} == {2, 3}


def test_the_rich_leaflet_has_three_tables_and_two_pictures() -> None:
    blocks = list(blocks_of(rich_monograph()))
    tables = [block for block in blocks if isinstance(block, Table)]
    pictures = [block for block in blocks if isinstance(block, Figure)]
    assert (len(tables), len(pictures)) == (TABLES, PICTURES)
    done = CliRunner().invoke(bench, ["--leaflets", "1", "--profile", "standard"])
    assert done.output.startswith("standard: baclofen ")
