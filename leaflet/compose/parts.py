"""Compose a monograph into a document: its parts in reading order, each text owned by an element."""

from collections.abc import Iterable

from leaflet import inline, model
from leaflet.compose.blocks import bullets_of, lower
from leaflet.compose.end import compose_end
from leaflet.compose.pieces import (
    heading_of,
    lead_of,
    panel_of,
    paragraph_of,
    section_of,
    typed,
    typed_line,
    typed_strong,
)
from leaflet.coverage import gaps
from leaflet.document.styles import STYLES
from leaflet.document.tree import Document, Furniture, Node, Role, Tag, Text
from leaflet.document.warnings import WARNINGS
from leaflet.handout import NO_HANDOUT, Handout
from leaflet.languages import Language
from leaflet.regions import Region

_RANK = {level: rank for rank, level in enumerate(WARNINGS)}


def compose(
    monograph: model.Monograph, language: Language, region: Region | None, handout: Handout = NO_HANDOUT
) -> Document:
    """Return the leaflet's words and structure, complete and in reading order."""
    composer = _Composer(monograph, language, region)
    parts = (
        *composer.title(),
        *(composer.warning(warning) for warning in sorted(monograph.warnings, key=_urgency)),
        *(composer.section(section) for section in monograph.sections),
        *compose_end(language, handout),
        *composer.gaps(),
        composer.about_leaflet(),
    )
    return Document(
        title=monograph.name,
        language=monograph.language,
        root=Node(Tag(Role.DOCUMENT), STYLES["document"], parts),
        furniture=composer.furniture(),
    )


def _urgency(warning: model.SafetyWarning) -> int:
    """Return a warning's rank on page 1: the emergency first."""
    return _RANK[warning.level]


class _Composer:
    """Turns each part of a monograph into a node."""

    def __init__(self, monograph: model.Monograph, language: Language, region: Region | None) -> None:
        self._monograph = monograph
        self._language = language
        self._region = region

    def furniture(self) -> Furniture:
        """Return what stands on every page (UKAAF; CCLVI: sheets get separated)."""
        monograph, language = self._monograph, self._language
        date = language.date(monograph.date) if monograph.date else model.OPEN_WORDS
        identity = language.say("identity", name=monograph.name, version=monograph.version, date=date)
        return Furniture(
            identity=Text.of(identity),
            draft=None if monograph.is_approved else Text.of(language.say("draft"), strong=True),
            page_label=language.phrases["page"],
        )

    def title(self) -> tuple[Node, Node]:
        """Compose the name and, beside a name that can be mixed up, the purpose (USP <17>)."""
        monograph = self._monograph
        name = heading_of(typed_line(monograph, "name", monograph.name), 1)
        return name, paragraph_of(typed(monograph.purpose, ""))

    def warning(self, warning: model.SafetyWarning) -> Node:
        """Compose a panel: sign, signal, hazard, signs, action, consequence (ISMP; ANSI Z535)."""
        row, source = WARNINGS[warning.level], warning.source
        texts = [typed_strong(warning.hazard, source)]
        if isinstance(warning.signs, inline.Text):
            texts.append(typed(warning.signs, source))
        if isinstance(warning.action, inline.Text):
            texts.append(typed_strong(warning.action, source))
        if row.calls_for_help:
            texts.append(self._emergency())
        if warning.consequence is not None:
            texts.append(typed(warning.consequence, source))
        sign = Node(Tag(Role.FIGURE, alt=self._language.say(row.alt)), row.sign)
        heading = heading_of(Text.of(self._language.say(f"signal_{warning.level}")), 2)
        return panel_of([sign, heading, *map(paragraph_of, texts)], row.style)

    def _emergency(self) -> Text:
        """Return whom to call: the region's words, since the monograph gives no number."""
        if self._region is None:
            return Text.of(self._language.say("emergency"), strong=True)
        numbers = self._language.say("or").join(self._region.emergency)
        phrase = self._language.say("emergency_here", region=self._region.adjective, numbers=numbers)
        return Text.of(phrase, "region", strong=True)

    def section(self, section: model.Section) -> Node:
        """Compose a section under its heading."""
        kids = [heading_of(self._heading(section), 2)]
        if section.what_to_do is not None:
            kids.append(lead_of(typed_strong(section.what_to_do, section.source)))
        return section_of([*kids, *[lower(block, section.source) for block in section.blocks]])

    def _heading(self, section: model.Section) -> Text:
        if section.heading:
            return typed_line(section, "heading", section.heading, section.source)
        return Text.of(self._language.heading(section.topic, self._monograph.name))

    def gaps(self) -> Iterable[Node]:
        """Compose the panel that names what the monograph leaves open; nothing fills a gap."""
        open_topics = self._language.gap_lines(gaps(self._monograph, self._language))
        if open_topics:
            say = self._language.say
            ask = paragraph_of(Text.of(say("gaps_ask")))
            yield panel_of([heading_of(Text.of(say("gaps")), 2), bullets_of(open_topics), ask])

    def about_leaflet(self) -> Node:
        """Compose the last lines: what the leaflet rests on and who stands behind it."""
        say, region = self._language.say, self._region
        titles = [_source_title(source) for source in self._monograph.sources.values()]
        texts = [Text.of(" ".join([say("sources", sources="; ".join(titles)), *self._status()]))]
        if region is not None and region.advice:
            advice = say("advice_here", region=region.title, name=region.advice_name, number=region.advice)
            texts.append(Text.of(advice, "region"))
        return section_of([paragraph_of(text) for text in texts])

    def _status(self) -> Iterable[str]:
        review, language = self._monograph.review, self._language
        if not self._monograph.is_approved or review.by is None or review.on is None:
            yield language.say("draft_status")
            return
        yield language.say("approved_status", by=review.by, date=language.date(review.on))
        if review.due is not None:
            yield language.say("review_due", date=language.date(review.due))


def _source_title(source: model.Source) -> str:
    return ", ".join(part for part in (source.title, source.publisher) if part)
