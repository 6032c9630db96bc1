"""Tables in a finished file: each cell names the heads that a screen reader says before it."""

from functools import cache
from io import BytesIO
from pathlib import Path

import page
import pikepdf
import pytest

import leaflet
from leaflet.document.tree import Node, Role

MEDICINES = Path(__file__).parents[1] / "medicines"
WITH_TABLES = ("clotaban", "contrapil", "vaxitol")


@cache
def made(name: str, profile: str = "standard") -> leaflet.Leaflet:
    return leaflet.make(leaflet.load(MEDICINES / f"{name}.yaml"), profile=profile)


def cells(leaf: leaflet.Leaflet, role: Role) -> list[Node]:
    return [node for node, _ in leaf.document.leaves if node.tag.role is role]


@pytest.mark.parametrize("name", WITH_TABLES)
def test_each_cell_with_a_head_over_it_names_that_head(name: str) -> None:
    leaf = made(name)
    heads = set(cells(leaf, Role.HEAD_CELL))
    named = [cell for cell in cells(leaf, Role.CELL) if cell.tag.headers]
    assert named
    assert all(heads.issuperset(cell.tag.headers) for cell in named)
    for cell in named:
        scopes = [head.tag.scope for head in cell.tag.headers]
        assert scopes in (["Column"], ["Row"], ["Column", "Row"])


@pytest.mark.parametrize("name", WITH_TABLES)
@pytest.mark.parametrize("profile", ["standard", "giant"])
def test_every_id_that_a_cell_names_leads_to_its_head(name: str, profile: str) -> None:
    leaf = made(name, profile)
    with pikepdf.open(BytesIO(leaf.pdf)) as file:
        names = file.Root.StructTreeRoot.IDTree.Names
        by_id = {bytes(names[at]): names[at + 1] for at in range(0, len(names), 2)}
        assert list(by_id) == sorted(by_id)
        assert len(by_id) == len(cells(leaf, Role.HEAD_CELL))
        elements = [each for each in file.objects if isinstance(each, pikepdf.Dictionary) and "/S" in each]
        told = [cell.A.Headers for cell in elements if cell.S == "/TD" and "/A" in cell]
        assert len(told) == sum(bool(cell.tag.headers) for cell in cells(leaf, Role.CELL))
        for ids in told:
            assert all(by_id[bytes(each)].S == "/TH" for each in ids)


@pytest.mark.parametrize("kind", [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A])
def test_a_checker_accepts_the_tables(kind: page.ValidationProfile) -> None:
    for name in WITH_TABLES:
        report = page.validate_pdf_bytes(made(name).pdf, profile=kind)
        assert report.is_compliant, report.failures
