"""Leaflets in other forms under proof: good ones pass, each planted defect fails the rule about it."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from leaflet.api import composed
from leaflet.braille import made_by
from leaflet.cli import run
from leaflet.forms import FORMS
from leaflet.model import Monograph
from leaflet.proof.answers import Depth
from leaflet.proof.forms.alike import compare_forms, words_of
from leaflet.proof.forms.prove import prove_form
from leaflet.proof.prove_file import Asked, prove
from leaflet.values import altered
from tests.forms import EACH_FORM
from tests.medicines import MEDICINES, loaded

CONTENT = Path(__file__).parents[2] / "content"
INHALOX = next(path for path in MEDICINES if path.stem == "inhalox")  # with a figure
DEPTH = Depth(remake=True, verapdf=False)


def made(form: str, monograph: Monograph) -> bytes:
    return FORMS[form].write(composed(monograph, "uk"), monograph).data


def verdicts(form: str, data: bytes, monograph: Monograph | None) -> dict[str, str]:
    name = f"inhalox-en{FORMS[form].ending}"
    report = prove(name, data, Asked(choose=lambda _: monograph, depth=DEPTH)).report
    assert not report.unreadable
    return {result.code: result.verdict for result in report.results}


@pytest.mark.parametrize("form", EACH_FORM)
def test_a_good_file_is_proved_and_without_its_monograph_it_is_not(form: str) -> None:
    monograph = loaded(INHALOX)
    data = made(form, monograph)
    assert verdicts(form, data, monograph) == {"V901": "pass", "V811": "pass", "V812": "pass"}
    assert verdicts(form, data, None) == {"V901": "not proved", "V811": "not proved", "V812": "pass"}


def swapped(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    def spoil(data: bytes) -> bytes:
        assert old in data
        return data.replace(old, new, 1)

    return spoil


def in_book(name: str, old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    def spoil(data: bytes) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as book, zipfile.ZipFile(out, "w") as spoiled:
            for entry in book.infolist():
                content = book.read(entry)
                if entry.filename == name:
                    assert old in content
                    content = content.replace(old, new, 1)
                spoiled.writestr(entry, content)
        return out.getvalue()

    return spoil


PLANTED = {
    "a script": ("html", swapped(b"</main>", b"<script>run()</script></main>"), "V812"),
    "a handler": ("html", swapped(b"<main>", b"<main onclick='run()'>"), "V812"),
    "a picture of somebody's": ("html", swapped(b'src="data:image/png', b'src="http://a.example/'), "V812"),
    "a picture without words": ("html", swapped(b'<img alt="', b'<img alt="" title="'), "V812"),
    "no language": ("html", swapped(b'<html lang="en-GB">', b"<html>"), "V812"),
    "no policy": ("html", swapped(b"script-src 'none'", b"script-src *"), "V812"),
    "a level left out": ("html", swapped(b"<h2", b"<h4"), "V812"),
    "an element not closed": ("html", swapped(b"</section>", b""), "V812"),
    "a hidden comment": ("html", swapped(b"<main>", b"<main><!-- take two -->"), "V812"),
    "another number": ("html", swapped(b"999", b"998"), "V811"),
    "a sentence more": ("html", swapped(b"</main>", b"<p>Take more.</p></main>"), "V811"),
    "a book with a script": ("epub", in_book("EPUB/leaflet.xhtml", b"<main>", b"<main><script/>"), "V812"),
    "a book without hazards": ("epub", in_book("EPUB/package.opf", b"schema:accessibilityH", b"x"), "V812"),
    "contents that lead nowhere": ("epub", in_book("EPUB/nav.xhtml", b"#part-2", b"#part-9"), "V812"),
    "a book with other words": ("epub", in_book("EPUB/leaflet.xhtml", b"Call 999", b"Call 998"), "V811"),
    "a unit in letters": ("text", lambda data: data + b"Take 5 mg.\n", "V812"),
    "a sign nobody says": ("text", swapped(b".\n", ".\u200b.\n".encode()), "V812"),
    "a text with other words": ("text", swapped(b"9 9 9", b"9 9 8"), "V811"),
    "speech with another element": ("ssml", swapped(b"<p>", b'<p><audio src="a.wav"/>'), "V812"),
    "speech with other words": ("ssml", swapped(b"9 9 9", b"9 9 8"), "V811"),
    "a braille page without its number": ("braille", swapped(b"#B\r\n\f", b"#C\r\n\f"), "V812"),
    "braille with other words": ("braille", swapped(b"#III", b"#IIH"), "V811"),
}  # fmt: skip
HERE = [form for form in FORMS if made_by() or not form.startswith("braille")]


@pytest.mark.parametrize("name", [name for name, (form, _, _) in PLANTED.items() if form in HERE])
def test_a_planted_defect_fails_its_rule_and_the_remake(name: str) -> None:
    form, spoil, code = PLANTED[name]
    monograph = loaded(INHALOX)
    found = verdicts(form, spoil(made(form, monograph)), monograph)
    assert (found["V901"], found[code]) == ("fail", "fail")


@pytest.mark.parametrize("form", EACH_FORM)
@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"PK\x03\x04", b"<" * 5000, b"\f" * 50, b"a" * 100_000])
def test_no_bytes_end_the_proof(form: str, data: bytes) -> None:
    assert "fail" in verdicts(form, data, loaded(INHALOX)).values()


@pytest.mark.usefixtures("proves_here")
def test_a_folder_is_proved_whole_and_its_forms_held_against_each_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    forms = [part for form in ("pdf", "html", "epub", "text") for part in ("--format", form)]
    assert run(["build", str(CONTENT / "baclofen.yaml"), *forms, "--region", "uk", "-o", str(tmp_path)]) == 0
    quick = ["--no-photocopy", "--no-verapdf", "--monograph", str(CONTENT), "--all"]
    assert run(["verify", str(tmp_path), *quick]) == 0
    told = capsys.readouterr().out
    assert told.count("passes") == 4
    assert "pass   V703" in told
    page = tmp_path / "baclofen-en.html"
    page.write_bytes(page.read_bytes().replace(b"stop suddenly.", b"stop soon.", 1))
    assert run(["verify", str(tmp_path), *quick]) == 1
    assert "FAIL   V811" in capsys.readouterr().out


def test_one_entry_makes_a_form_that_is_written_proved_and_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monograph = loaded(INHALOX)
    monkeypatch.setitem(FORMS, "toy", altered(FORMS["html"], ending=".toy", standard="toys"))
    document = composed(monograph, None)
    data = FORMS["toy"].write(document, monograph).data
    found = prove_form("inhalox-en.toy", data, lambda _: monograph, remake=True, rules=True)
    assert found.report.verdict == "pass"
    assert [result.verdict for result in found.report.results] == ["pass"] * 3
    page = words_of("inhalox-en.html", "inhalox", "", "html", FORMS["html"].write(document, monograph).data)
    assert page is not None
    assert found.said is not None
    assert [result.verdict for result in compare_forms([page, found.said])] == ["pass"]
