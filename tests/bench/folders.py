"""A folder of monographs for soak tests: sound, of many lengths, each with words of its own, from a seed."""

import random
from pathlib import Path
from typing import Any

import yaml

from leaflet.places import content_folder
from tests.bench.corpus import new_word

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


def write_monographs(folder: Path, count: int, seed: int = 1) -> None:
    """Write `count` monographs to the folder: baclofen's with sections left out and sentences added."""
    folder.mkdir(parents=True, exist_ok=True)
    pattern = (content_folder() / "baclofen.yaml").read_text(encoding="utf-8")
    rng = random.Random(seed)  # noqa: S311 - a repeatable corpus, no secret
    for number in range(count):
        name = new_word(rng)[:9]
        whole = yaml.load(pattern, Loader=yaml.BaseLoader)  # noqa: S506 - builds strings, lists and mappings
        whole = _renamed(whole, name)
        whole["id"] = f"{name}-{number}"
        whole["sections"] = [
            _varied(section, rng)
            for section in whole["sections"]
            if section["topic"] in _KEPT or rng.random() < 0.8
        ]
        text = yaml.safe_dump(whole, allow_unicode=True, sort_keys=False, width=110)
        (folder / f"{name}-{number}.yaml").write_text(text, encoding="utf-8")


def _renamed(value: Any, name: str) -> Any:
    """Return the monograph about another medicine."""
    if isinstance(value, str):
        return value.replace("baclofen", name).replace("Baclofen", name.capitalize())
    if isinstance(value, list):
        return [_renamed(each, name) for each in value]
    return {key: _renamed(each, name) for key, each in value.items()}


def _varied(value: Any, rng: random.Random) -> Any:
    """Return a part of a section with a sentence more in its texts, and items more in its lists."""
    if isinstance(value, list):
        return [_varied(each, rng) for each in value]
    if not isinstance(value, dict):
        return value
    varied = {key: _varied(each, rng) for key, each in value.items()}
    for key in _TEXTS:
        if isinstance(varied.get(key), str) and not varied[key].endswith(":"):
            varied[key] += f" Ask about {new_word(rng)} {new_word(rng)}."
    for key in _LISTS:
        if key in varied:
            more = [f"{new_word(rng)} or {new_word(rng)}" for _ in range(rng.randint(0, 3))]
            varied[key] = [*varied[key], *more]
    return varied


if __name__ == "__main__":
    import sys

    write_monographs(Path(sys.argv[1]), int(sys.argv[2]))
