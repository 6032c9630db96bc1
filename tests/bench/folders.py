"""A folder of sound monographs, from a seed: short and long, with few and many lists and warnings.

python -m tests.bench.folders FOLDER COUNT [SEED]
"""

import random
from pathlib import Path
from typing import Any

import yaml

from leaflet.places import content_folder
from tests.bench.varied import new_word

# Only these hold one plain text that may say more; warnings and what to do stay as they are.
_TEXTS = ("paragraph", "item", "meaning")
_LISTS = ("bullets", "steps")
# What a leaflet must not go without, so that every monograph is sound.
_KEPT = {
    "uses",
    "before_you_take",
    "how_to_take",
    "interactions",
    "overdose",
    "side_effects",
    "withdrawal",
    "whom_to_ask",
}
_DATE = "2026-01-31"  # behind every day on which a trial may run, in every time zone
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def write_monographs(folder: Path, count: int, seed: int = 1) -> None:
    """Write `count` monographs to the folder: baclofen's, each cut or grown to a length of its own.

    Sections are left out, sentences and items of lists added, and a warning to every other one. The first
    hundred of a thousand are the same as the hundred of one hundred.
    """
    folder.mkdir(parents=True, exist_ok=True)
    pattern = (content_folder() / "baclofen.yaml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    rng = random.Random(seed)  # noqa: S311 - a repeatable corpus, no secret
    for number in range(count):
        name = _word(rng)[:9]
        whole = _renamed(yaml.load(pattern, Loader=loader), name)  # noqa: S506 - builds strings, lists, mappings
        whole["id"], whole["date"] = f"{name}-{number}", _DATE
        size = rng.choice((0.2, 0.6, 1.0, 2.0, 4.0))  # how much a text or a list grows
        kept = rng.uniform(0.1, 1.0)  # how many of the other sections stay
        whole["sections"] = [
            _varied(section, rng, size)
            for section in whole["sections"]
            if section["topic"] in _KEPT or rng.random() < kept
        ]
        if rng.random() < 0.5:
            # Three panels stand on page 1 where each is short.
            whole["warnings"] = [_shortened(each) for each in whole["warnings"]] + [_caution(rng)]
        text = yaml.dump(whole, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=110)
        (folder / f"{name}-{number}.yaml").write_text(text, encoding="utf-8")


def _word(rng: random.Random) -> str:
    """Return a word that no language has; a short one might be "safe", which no leaflet may say."""
    word = ""
    while len(word) < 6:
        word = new_word(rng)
    return word


def _renamed(value: Any, name: str) -> Any:
    """Return the monograph about another medicine."""
    if isinstance(value, str):
        return value.replace("baclofen", name).replace("Baclofen", name.capitalize())
    if isinstance(value, list):
        return [_renamed(each, name) for each in value]
    return {key: _renamed(each, name) for key, each in value.items()}


def _varied(value: Any, rng: random.Random, size: float) -> Any:
    """Return a part of a section with sentences more in its texts, and items more in its lists."""
    if isinstance(value, list):
        return [_varied(each, rng, size) for each in value]
    if not isinstance(value, dict):
        return value
    varied = {key: _varied(each, rng, size) for key, each in value.items()}
    for key in _TEXTS:
        if isinstance(varied.get(key), str) and not varied[key].endswith(":"):
            more = (
                f" Ask your doctor or pharmacist if you have questions about {_word(rng)} and {_word(rng)}."
                for _ in range(_some(rng, size))
            )
            varied[key] += "".join(more)
    for key in _LISTS:
        if key in varied:
            items = [f"{_word(rng)} or {_word(rng)}" for _ in range(_some(rng, 2 * size))]
            varied[key] = [*varied[key], *items]
    return varied


def _some(rng: random.Random, mean: float) -> int:
    return round(rng.uniform(0, 2 * mean))


def _shortened(warning: dict[str, str]) -> dict[str, str]:
    action = (
        "Do not stop suddenly. Ask your doctor." if warning["kind"] == "withdrawal" else warning["action"]
    )
    return {**warning, "signs": "Signs: seizures.", "action": action, "consequence": "It can be serious."}


def _caution(rng: random.Random) -> dict[str, str]:
    """Return a warning more; its words are of no language, so that it says nothing of any medicine."""
    return {
        "kind": "other",
        "level": "caution",
        "hazard": _word(rng).capitalize(),
        "signs": f"Signs may include {_word(rng)}.",
        "action": "Ask your pharmacist.",
        "consequence": "It can be serious.",
        "source": "monograph",
    }


if __name__ == "__main__":
    import sys

    write_monographs(Path(sys.argv[1]), int(sys.argv[2]), *map(int, sys.argv[3:4]))
