"""Clients generated from the description work: one is generated here, and asks a counter for leaflets."""

import importlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import pytest

from tests.serve.conftest import medicine
from tests.serve.counters import Running, running
from tests.waiting import PATIENCE

if shutil.which("openapi-python-client", path=str(Path(sys.executable).parent)) is None:
    pytest.skip(
        "openapi-python-client is not there: pip install openapi-python-client", allow_module_level=True
    )


# The generator knows no PDF and no book by itself: they are bytes.
_BYTES = ("application/pdf", "application/epub+zip", "application/x-brf", "application/ssml+xml")
_CONFIG = {"content_type_overrides": dict.fromkeys(_BYTES, "application/octet-stream"), "post_hooks": []}


@pytest.fixture(scope="module")
def counter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Open a counter of an approved medicine and a draft."""
    folder = tmp_path_factory.mktemp("clients")
    (folder / "content").mkdir()
    (folder / "content" / "a.yaml").write_text(medicine("Approvol", approved=True), encoding="utf-8")
    (folder / "content" / "b.yaml").write_text(medicine("Baclofen"), encoding="utf-8")
    with running(folder / "content", folder / "home") as opened:
        yield opened


@pytest.fixture(scope="module")
def generated(counter: Running, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Generate a client from the description that a running counter gives; yield its package's name."""
    folder = tmp_path_factory.mktemp("generated")
    tool = Path(sys.executable).parent / "openapi-python-client"
    described = folder / "openapi.json"
    described.write_bytes(httpx2.get(f"{counter.address}api/v1/openapi.json", timeout=PATIENCE).content)
    config = folder / "config.json"
    config.write_text(json.dumps(_CONFIG), encoding="utf-8")
    out = folder / "counter_client"
    command = f"{tool} generate --path {described} --output-path {out} --config {config} --meta none".split()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, "WARNING" in done.stdout + done.stderr) == (0, False), done.stdout
    sys.path.insert(0, str(folder))
    yield "counter_client"
    sys.path.remove(str(folder))


def _module(package: str, name: str) -> ModuleType:
    return importlib.import_module(f"{package}.{name}")


@pytest.fixture(scope="module")
def client(generated: str, counter: Running) -> Iterator[Any]:
    """Yield the generated client of the running counter."""
    with _module(generated, "client").Client(base_url=counter.address.rstrip("/"), timeout=None) as made:
        yield made


def test_a_generated_client_lists_and_finds_medicines(generated: str, client: Any) -> None:
    listed = _module(generated, "api.default.list_monographs").sync(client=client)
    assert [each.id for each in listed.monographs] == ["approvol", "baclofen"]
    one = _module(generated, "api.default.get_monograph").sync("approvol", client=client)
    assert (one.name, one.standing.value, one.codes.gtin) == ("Approvol", "approved", [])
    found = _module(generated, "api.default.search_monographs").sync(client=client, q="aprovol")
    assert [each.id for each in found.similar] == ["approvol"]


def test_a_generated_client_makes_leaflets(generated: str, client: Any) -> None:
    models = _module(generated, "models")
    order = models.Order(id="approvol", profile=models.OrderProfile.LARGE, dose="Take 10 mg at night.")
    made = _module(generated, "api.default.make_leaflet").sync(client=client, body=order)
    assert made.payload.read().startswith(b"%PDF")
    pack = models.Pack(leaflets=[order, models.Order(id="baclofen", accept_unapproved=True)])
    run = _module(generated, "api.default.make_pack").sync(client=client, body=pack)
    assert run.payload.read().startswith(b"%PDF")


def test_a_generated_client_sends_only_what_it_is_told(generated: str) -> None:
    # Whatever else it sent would overrule the pharmacy's settings.
    assert _module(generated, "models").Order(id="approvol").to_dict() == {"id": "approvol"}


def test_a_generated_client_reads_a_refusal(generated: str, client: Any) -> None:
    models = _module(generated, "models")
    order = models.Order(id="approvol", note="Stop taking it after Friday.")
    make = _module(generated, "api.default.make_leaflet")
    refused = make.sync(client=client, body=order)
    assert refused.status == 422
    (finding,) = refused.findings
    assert finding.pointer == "/note"
    order.confirmed = [finding.confirmation]
    assert make.sync(client=client, body=order).payload.read().startswith(b"%PDF")
