"""`leaflet sign` and `verify --signature`: a build that somebody answers for."""

import shutil
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from leaflet.cli import run
from leaflet.signature import KeyFileError, is_signed, new_key, sign

pytest.importorskip("cryptography", reason="signing needs leaflet[sign]")

pytestmark = pytest.mark.usefixtures("proves_here")
CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a signed build of one leaflet, `dist`, and the keys beside it."""
    folder = tmp_path_factory.mktemp("signed")
    assert run(["build", str(CONTENT), "-o", str(folder / "dist")]) == 0
    assert run(["sign", "--new-key", str(folder / "clinic.pem")]) == 0
    assert run(["sign", str(folder / "dist"), "--key", str(folder / "clinic.pem")]) == 0
    return folder


@pytest.fixture
def dist(signed: Path, tmp_path: Path) -> Path:
    """Return a copy of the signed build to change; the keys stand beside it."""
    shutil.copytree(signed, tmp_path, dirs_exist_ok=True)
    return tmp_path / "dist"


def verify(dist: Path, key: str = "clinic.public.pem") -> int:
    options = ["--no-rules", "--jobs", "1", "--monograph", str(CONTENT)]
    return run(["verify", str(dist), *options, "--signature", str(dist.parent / key)])


def leaflet_in(dist: Path) -> Path:
    return next(dist.glob("*.pdf"))


def a_file_put_in(dist: Path) -> None:
    shutil.copy(leaflet_in(dist), dist / "other.pdf")


def other_bytes(dist: Path) -> None:
    path = leaflet_in(dist)
    path.write_bytes(path.read_bytes() + b"\n")


def another_manifest(dist: Path) -> None:
    path = dist / "manifest.json"
    path.write_bytes(path.read_bytes().replace(b"standard", b"stand-in"))


def no_signature(dist: Path) -> None:
    (dist / "manifest.json.sig").unlink()


def no_manifest(dist: Path) -> None:
    (dist / "manifest.json").unlink()


def another_key(dist: Path) -> None:
    assert run(["sign", "--new-key", str(dist.parent / "other.pem")]) == 0
    assert run(["sign", str(dist), "--key", str(dist.parent / "other.pem")]) == 0


def test_a_signed_build_is_proved(dist: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(dist) == 0
    assert "passes" in capsys.readouterr().out


@pytest.mark.parametrize(
    "change", [a_file_put_in, other_bytes, another_manifest, no_signature, no_manifest, another_key]
)
def test_what_the_key_does_not_sign_fails(
    change: Callable[[Path], None], dist: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(dist)
    assert verify(dist) == 1
    assert "V902" in capsys.readouterr().out


def test_openssl_checks_the_signature_too(dist: Path) -> None:
    if shutil.which("openssl") is None:
        pytest.skip("there is no OpenSSL on the PATH")
    key, manifest = dist.parent / "clinic.public.pem", dist / "manifest.json"
    files = ["-inkey", str(key), "-in", str(manifest), "-sigfile", str(dist / "manifest.json.sig")]
    command = ["openssl", "pkeyutl", "-verify", "-pubin", "-rawin", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "Verified Successfully" in done.stdout


def test_a_secret_key_is_for_its_owner_alone_and_never_written_over(dist: Path) -> None:
    key = dist.parent / "clinic.pem"
    before = key.read_bytes()
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert run(["sign", "--new-key", str(key)]) == 2
    assert key.read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["sign"],
        ["sign", "nowhere", "--key", "none.pem"],
        ["sign", "--key", "none.pem"],
        ["verify", "dist", "--signature", "none.pem"],
    ],
)
def test_what_is_missing_is_a_sentence(
    arguments: list[str], dist: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(dist.parent)
    assert run(arguments) == 2
    assert capsys.readouterr().err.startswith(("error: ", "Usage"))


def test_the_same_bytes_and_key_give_the_same_signature() -> None:
    secret, public = new_key()
    assert sign(b"a", secret) == sign(b"a", secret)
    assert is_signed(b"a", sign(b"a", secret), public)
    assert not is_signed(b"b", sign(b"a", secret), public)
    assert not is_signed(b"a", b"", public)


@pytest.mark.parametrize("key", [b"", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"])
def test_what_is_no_key_is_said(key: bytes) -> None:
    with pytest.raises(KeyFileError):
        sign(b"a", key)
    with pytest.raises(KeyFileError):
        is_signed(b"a", b"", key)
