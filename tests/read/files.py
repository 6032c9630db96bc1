"""Monographs as they are typed: a sound one, and the same with some of its keys typed anew."""

import re
from dataclasses import dataclass
from pathlib import Path

from leaflet.diagnostics import Finding
from leaflet.read import read_monograph

SOUND = {
    "id": "id: baclofen\n",
    "name": "name: Baclofen\n",
    "language": "language: en\n",
    "version": "version: 1.0\n",
    "date": "date: 2026-11-23\n",
    "classes": "classes: [muscle_relaxant]\n",
    "legal": "legal: prescription\n",
    "route": "route: [swallow]\n",
    "purpose": "purpose: For muscle spasms\n",
    "sources": "sources:\n  monograph:\n    title: Baclofen monograph\n",
    "review": "review:\n  status: draft\n",
    "sections": """\
sections:
  - topic: uses
    source: monograph
    blocks:
      - paragraph: It relaxes muscles.
""",
}


def monograph_with(typed: str) -> str:
    """Return the sound monograph with the keys in `typed` in place of its own, `typed` first."""
    typed_keys = set(re.findall(r"^(\w+):", typed, re.MULTILINE))
    rest = "".join(text for key, text in SOUND.items() if key not in typed_keys)
    return typed.removesuffix("\n") + "\n" + rest


def findings_of(text: str | bytes) -> tuple[Finding, ...]:
    """Return what is found wrong with a file of this text."""
    data = text if isinstance(text, bytes) else text.encode()
    return read_monograph(data, "file")[1]


def traces(findings: tuple[Finding, ...]) -> list[str]:
    """Return findings as `code line:column message`."""
    return [
        f"{finding.code} {finding.span.line}:{finding.span.column} {finding.message}"
        for finding in findings
        if finding.span
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Something typed with the findings that it gives, and the hint of the first where that is told."""

    typed: str
    traces: list[str]
    hint: str


def cases_in(path: Path) -> list[Case]:
    """Return the cases of a file like `mistakes.txt`, whose first lines tell its form."""
    _, *cases = re.split(r"^=+\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [_case(text.splitlines()) for text in cases]


def _case(lines: list[str]) -> Case:
    return Case(
        typed="\n".join(line for line in lines if not line.startswith(("#! ", "#? "))),
        traces=[line[3:] for line in lines if line.startswith("#! ")],
        hint="".join(line[3:] for line in lines if line.startswith("#? ")),
    )
