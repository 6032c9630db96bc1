"""What changed between two folders of leaflets: which are new, which are gone, and what others now say.

The words come from the finished files, through their structure, so that they are what readers get; a
folder's own claims are not believed where its files are at hand. Version, date and status, which stand
in the margin of every page, are told apart from the words.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from difflib import SequenceMatcher
from pathlib import Path

from leaflet.batch.manifest import MANIFEST, read_manifest
from leaflet.batch.plan import is_leaflet
from leaflet.forms import FORMS, form_of
from leaflet.proof.reading.painted import UnreadableError, page_count, picture
from leaflet.proof.reading.painted_marks import Pixels
from leaflet.proof.subject import Subject, read_subject
from leaflet.values import Value

_SENTENCE_END = re.compile(r"(?<=[.!?:])\s+(?=[^a-z])")
_DPI = 60.0
# What a file says of itself that a reviewer wants to know (leaflet.rendering.metadata).
_FACTS = ("version", "date", "status", "region", "colour")


class Edit(Value, kw_only=True):
    """Sentences that went and those that stand in their place; either may be ()."""

    old: tuple[str, ...]
    new: tuple[str, ...]


class Fact(Value, kw_only=True):
    """What a file said of itself, and what it says now; "" for nothing."""

    name: str
    old: str
    new: str


class Change(Value, kw_only=True):
    """A leaflet that both sides have, with other bytes."""

    file: str
    facts: tuple[Fact, ...] = ()
    edits: tuple[Edit, ...] = ()  # () where the words are the same
    unread: str = ""  # why the words could not be compared


class Changes(Value, kw_only=True):
    """All that differs between two sides, by file name and in order."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[Change, ...]
    compared: int  # leaflets of either side

    @property
    def is_empty(self) -> bool:
        """Tell whether both sides are the same."""
        return not (self.added or self.removed or self.changed)


def changes(old: Path, new: Path) -> Changes:
    """Compare two folders of leaflets, or two manifests.

    Raises `ManifestError` or `OSError` where a side cannot be read.
    """
    before, after = _listed(old), _listed(new)
    both = sorted(before.keys() & after.keys())
    return Changes(
        added=tuple(sorted(after.keys() - before.keys())),
        removed=tuple(sorted(before.keys() - after.keys())),
        changed=tuple(
            _change(name, _home(old) / name, _home(new) / name)
            for name in both
            if before[name] != after[name]
        ),
        compared=len(before.keys() | after.keys()),
    )


def alike(changed: Sequence[Change]) -> tuple[tuple[Change, ...], ...]:
    """Return the changes in groups that say the same, as the variants of a monograph do."""
    groups: dict[tuple[object, ...], list[Change]] = {}
    for change in changed:
        groups.setdefault((change.facts, change.edits, change.unread), []).append(change)
    return tuple(map(tuple, groups.values()))


def page_pairs(change: Change, old: Path, new: Path) -> Iterator[tuple[int, Pixels | None, Pixels | None]]:
    """Yield the number and both pictures of each page that looks different; None where a side lacks it."""
    one, other = (_pictures(_home(side) / change.file) for side in (old, new))
    for index in range(max(len(one), len(other))):
        left = one[index] if index < len(one) else None
        right = other[index] if index < len(other) else None
        if left is None or right is None or left.data != right.data:
            yield index + 1, left, right


def _home(side: Path) -> Path:
    return side if side.is_dir() else side.parent


def _listed(side: Path) -> dict[str, str]:
    """Return the digest of each leaflet of a side: of its files, where these are at hand."""
    listed: dict[str, str] = {}
    if not side.is_dir() or (side / MANIFEST).is_file():
        listed = {entry.file: entry.sha256 for entry in read_manifest(side)}
    if side.is_dir():
        files = {path.name: path for path in side.iterdir() if is_leaflet(path.name)}
        return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()}
    return listed


def _change(name: str, old: Path, new: Path) -> Change:
    form = form_of(name)
    if form is not None:
        return _form_change(name, form, old, new)
    try:
        before, after = (read_subject("", side.read_bytes(), lambda _: None) for side in (old, new))
        return Change(
            file=name,
            facts=tuple(_facts(before.objects.said.own, after.objects.said.own)),
            edits=tuple(edits(_sentences(before), _sentences(after))),
        )
    except OSError:
        return Change(file=name, unread="its file does not stand beside both manifests")
    except UnreadableError as error:
        return Change(file=name, unread=str(error))


def _form_change(name: str, form: str, old: Path, new: Path) -> Change:
    """Return what a leaflet in another form than print said and says, read back from both files."""
    try:
        before, after = (FORMS[form].read(side.read_bytes()) for side in (old, new))
        return Change(file=name, edits=tuple(edits(_parted(before), _parted(after))))
    except OSError:
        return Change(file=name, unread="its file does not stand beside both manifests")
    except ValueError as error:
        return Change(file=name, unread=str(error))


def sentences(pdf: bytes) -> tuple[str, ...]:
    """Return what a file says, sentence by sentence in reading order; raise `UnreadableError`."""
    return _sentences(read_subject("", pdf, lambda _: None))


def _facts(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Fact]:
    for name in _FACTS:
        before, after = old.get(name, ""), new.get(name, "")
        if before != after:
            yield Fact(name=name, old=before, new=after)


def _sentences(subject: Subject) -> tuple[str, ...]:
    return _parted([leaf.words for leaf in subject.leaves])


def _parted(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(part for words in texts for part in _SENTENCE_END.split(words) if part)


def edits(old: Sequence[str], new: Sequence[str]) -> Iterator[Edit]:
    """Yield where two rows of sentences differ."""
    for kind, first, last, start, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Edit(old=tuple(old[first:last]), new=tuple(new[start:stop]))


def _pictures(path: Path) -> list[Pixels]:
    with suppress(OSError, UnreadableError):  # what cannot be read has been told as `unread`
        data = path.read_bytes()
        return [picture(data, number, _DPI) for number in range(1, page_count(data) + 1)]
    return []
