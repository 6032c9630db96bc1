"""Compose a monograph into a document: its parts in reading order, each text owned by an element."""

from collections.abc import Iterable

from leaflet import model
from leaflet.blocks import OWN, REGION, Document, Furniture, Origin, Panel, Words
from leaflet.compose.blocks import bullets_of, compose_block
from leaflet.compose.end import compose_end
from leaflet.compose.pieces import (
    Composed,
    alone,
    gathered,
    heading_of,
    paragraph_of,
    strong_of,
    what_to_do_of,
    words_of,
)
from leaflet.coverage import gaps
from leaflet.handout import NO_HANDOUT, Handout
from leaflet.languages import Language
from leaflet.regions import Region
from leaflet.structure import Element, Role


def compose(
    monograph: model.Monograph, language: Language, region: Region | None, handout: Handout = NO_HANDOUT
) -> Document:
    """Return the leaflet's words and structure, complete and in reading order."""
    composer = _Composer(monograph, language, region)
    parts = [
        composer.title(),
        *(composer.warning(warning) for warning in sorted(monograph.warnings, key=_urgency)),
        *(composer.section(section) for section in monograph.sections),
        *compose_end(language, handout),
        *composer.gaps(),
        composer.about_leaflet(),
    ]
    blocks = [block for part in parts for block in part[0]]
    title, *rest = (part[1] for part in parts)
    return Document(
        title=monograph.name,
        language=monograph.language,
        root=Element(Role.DOCUMENT, (*title.kids, *rest)),
        blocks=tuple(blocks),
        furniture=composer.furniture(),
        unbroken=tuple(name for name in (monograph.name, *monograph.other_names) if " " in name),
    )


def _urgency(warning: model.SafetyWarning) -> int:
    """Return a warning's place on page 1: the emergency first."""
    return ("overdose", "withdrawal", "caution").index(warning.kind)


class _Composer:
    """Turns each part of a monograph into blocks and their element."""

    def __init__(self, monograph: model.Monograph, language: Language, region: Region | None) -> None:
        self._monograph = monograph
        self._language = language
        self._region = region

    def furniture(self) -> Furniture:
        """Return what stands on every page (UKAAF; CCLVI: sheets get separated)."""
        monograph, language = self._monograph, self._language
        return Furniture(
            identity=language.say(
                "identity",
                name=monograph.name,
                version=monograph.version,
                date=language.date(monograph.date),
            ),
            draft="" if monograph.is_approved else language.say("draft"),
            page_label=language.phrases["page"],
        )

    def title(self) -> Composed:
        """Compose the name and, beside a name that can be mixed up, the purpose (USP <17>)."""
        name = heading_of(Words(((self._monograph.name, False),), Origin("monograph")), 1)
        purpose = paragraph_of(words_of(self._monograph.purpose, ""))
        return (name, purpose), Element(Role.SECTION, (name.owner, purpose.owner))

    def warning(self, warning: model.SafetyWarning) -> Composed:
        """Compose a panel: signal, hazard, signs, action, consequence (ISMP; ANSI Z535)."""
        source = warning.source
        heading = heading_of(Words(((warning.signal, False),), Origin("monograph", source=source)), 2)
        parts = [strong_of(warning.hazard, source)]
        if warning.signs is not None:
            parts.append(words_of(warning.signs, source))
        parts.append(strong_of(warning.action, source))
        if warning.kind == "overdose":
            parts.append(self._emergency())
        parts.append(words_of(warning.consequence, source))
        paragraphs = tuple(paragraph_of(words) for words in parts)
        symbol = Element(Role.FIGURE, alt=self._language.say(f"symbol_{warning.kind}"))
        panel = Panel(warning.kind, heading, paragraphs, symbol)
        kids = (symbol, heading.owner, *(paragraph.owner for paragraph in paragraphs))
        return (panel,), Element(Role.SECTION, kids)

    def _emergency(self) -> Words:
        """Return whom to call: the region's words, since the monograph gives no number."""
        if self._region is None:
            return Words(((self._language.say("emergency"), True),), OWN)
        numbers = self._language.say("or").join(self._region.emergency)
        phrase = self._language.say("emergency_here", region=self._region.adjective, numbers=numbers)
        return Words(((phrase, True),), REGION)

    def section(self, section: model.Section) -> Composed:
        """Compose a section under its heading."""
        typed = section.heading
        title = typed or self._language.heading(section.topic, self._monograph.name)
        origin = Origin("monograph", source=section.source) if typed else OWN
        heading = heading_of(Words(((title, False),), origin), 2)
        parts: list[Composed] = [((heading,), heading.owner)]
        if section.what_to_do is not None:
            parts.append(what_to_do_of(section.what_to_do, section.source))
        parts += [compose_block(block, section.source) for block in section.blocks]
        return gathered(parts)

    def gaps(self) -> Iterable[Composed]:
        """Compose the panel that names what the monograph leaves open; nothing fills a gap."""
        open_topics = self._language.gap_lines(gaps(self._monograph, self._language))
        if not open_topics:
            return
        say = self._language.say
        heading = heading_of(Words(((say("gaps"), False),)), 2)
        (topics,), owner = bullets_of(open_topics)
        ask = paragraph_of(Words(((say("gaps_ask"), False),)))
        panel = Panel("plain", heading, (topics, ask))
        yield (panel,), Element(Role.SECTION, (heading.owner, owner, ask.owner))

    def about_leaflet(self) -> Composed:
        """Compose the last lines: what the leaflet rests on and who stands behind it."""
        say, region = self._language.say, self._region
        titles = [_source_title(source) for source in self._monograph.sources.values()]
        phrases = [say("sources", sources="; ".join(titles)), *self._status()]
        words = [Words(((" ".join(phrases), False),))]
        if region is not None and region.advice:
            advice = say("advice_here", region=region.title, name=region.advice_name, number=region.advice)
            words.append(Words(((advice, False),), REGION))
        return gathered([alone(paragraph_of(each)) for each in words])

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
