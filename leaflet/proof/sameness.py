"""Sameness: all variants of one monograph carry the same words."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from leaflet.explanations import Explanation
from leaflet.proof.answers import Variant
from leaflet.proof.differences import difference, differences
from leaflet.proof.results import Fault, Report, Result, judged

if TYPE_CHECKING:  # `leaflet verify` compares files without their readers
    from leaflet.proof.reading.structure_tree import Node
    from leaflet.proof.subject import Leaf, Subject

_SOURCE = "Directive 2001/83/EC, article 56a: accessible versions are not abridged; UKAAF G003"

EXPLANATIONS = {
    "V701": Explanation(
        code="V701",
        title="All variants of one monograph carry the same words",
        reason="Who needs large print must not be told less, or something else.",
        bad="a large print leaflet without the sentence on alcohol",
        good="Build every variant from the same monograph.",
        source=_SOURCE,
    ),
    "V702": Explanation(
        code="V702",
        title="All variants of one monograph are of one version",
        reason="Two versions side by side are handed out side by side.",
        bad="version 1.0 in ordinary print beside version 1.1 in large print",
        good="Build all variants anew after each change, and take the old ones away.",
        source="EU Readability Guideline: date of revision; UKAAF G003",
    ),
    "V704": Explanation(
        code="V704",
        title="All leaflets of one monograph in one folder are for one region",
        reason="A region is in no file name: who takes the large print would get another country's numbers.",
        bad="ordinary print with 911 beside large print with 999, both in dist/",
        good="Build each region into a folder of its own.",
        source="UKAAF G003: large print tells what print tells; house rule: a folder is one build's",
    ),
}


def variant_of(subject: "Subject") -> Variant | None:
    """Return what a file carries, None for one of another maker or one that is abridged on purpose."""
    from leaflet.proof.products import PRODUCTS  # as above

    own = subject.objects.said.own
    product = PRODUCTS.get(own.get("product", ""))
    if not own.get("monograph") or (product is not None and product.abridged):
        return None
    return Variant(
        name=subject.name,
        monograph=own["monograph"],
        region=own.get("region", ""),
        sha256=own.get("monographSHA256", ""),
        version=own.get("version", ""),
        words=tuple(_shared(subject.leaves)),
    )


def _shared(leaves: Sequence["Leaf"]) -> Iterator[str]:
    """Yield the words of a leaflet without a list of contents and its title, which one print has alone."""
    listed = [any(node.standard == "TOC" for node in _above(leaf.node)) for leaf in leaves]
    for leaf, is_listed, is_title in zip(leaves, listed, [*listed, False][1:], strict=True):
        if not (is_listed or is_title):
            yield from leaf.text.split()


def _above(node: "Node | None") -> "Iterator[Node]":
    while node is not None:
        yield node
        node = node.parent


def compare(variants: Sequence[Variant]) -> tuple[Result, ...]:
    """Return a result a rule and monograph; nothing where no monograph has two variants.

    Regions print their own telephone numbers, so words are compared inside a region.
    """
    results: list[Result] = []
    for monograph in dict.fromkeys(variant.monograph for variant in variants):
        mine = [variant for variant in variants if variant.monograph == monograph]
        if len(mine) < 2:
            continue
        firsts = {variant.region: variant for variant in reversed(mine)}
        regions = f"{len(mine)} variants of {monograph} in {len(firsts)} regions"
        results.append(_result("V701", "the same words in each", regions, list(_other_words(mine, firsts))))
        results.append(_result("V702", f"version {mine[0].version}", regions, list(_other_versions(mine))))
    return tuple(results)


def compare_regions(reports: Sequence[Report]) -> tuple[Result, ...]:
    """Return whether the leaflets in a folder are for one region, a result for each monograph with several.

    A form beside PDF does not say its region; it is known of one that was made again and came out the same.
    """
    folders: dict[tuple[str, str], list[Report]] = {}
    for report in reports:
        identity = report.identity
        if identity.monograph and (identity.profile or identity.region or report.verdict == "pass"):
            folders.setdefault((str(Path(report.name).parent), identity.monograph), []).append(report)
    return tuple(_of_one_region(*key, mine) for key, mine in folders.items() if len(mine) > 1)


def _of_one_region(folder: str, monograph: str, reports: Sequence[Report]) -> Result:
    regions = {report.identity.region: report for report in reversed(reports)}
    named = [f"{_region(region)} in {Path(report.name).name}" for region, report in sorted(regions.items())]
    faults = [Fault(f"{folder}: {', '.join(named)}")] if len(regions) > 1 else []
    measured = ", ".join(_region(region) for region in sorted(regions))
    return _result("V704", "one region", f"{len(reports)} leaflets of {monograph}: {measured}", faults)


def _region(name: str) -> str:
    return f"region {name}" if name else "no region"


def _other_words(variants: Sequence[Variant], firsts: dict[str, Variant]) -> Iterator[Fault]:
    for variant in variants:
        first = firsts[variant.region]
        for _, a, b, c, d in differences(first.words, variant.words):
            said = difference(first.words[a:b], variant.words[c:d])
            yield Fault(f"{variant.name}, beside {first.name}: {said}")


def _other_versions(variants: Sequence[Variant]) -> Iterator[Fault]:
    first = variants[0]
    for variant in variants:
        if (variant.version, variant.sha256) != (first.version, first.sha256):
            yield Fault(f"{variant.name} is of version {variant.version}, monograph {variant.sha256[:12]}…")


def _result(code: str, required: str, measured: str, faults: Sequence[Fault]) -> Result:
    explanation = EXPLANATIONS[code]
    return Result(
        code=code,
        title=explanation.title,
        group="Sameness",
        source=explanation.source,
        judgement=judged(required, measured, faults),
    )
