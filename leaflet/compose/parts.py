"""Compose a monograph into a document: its parts in reading order, each text owned by an element."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from leaflet import inline, model
from leaflet.compose.end import dose_line, for_medicine, help_of, online_of, personal_of, pharmacy_of
from leaflet.compose.lowering import bulleted, bullets_of, cases_of, effects_of, figure_of, lower, spelled
from leaflet.compose.pieces import (
    heading_of,
    lead_of,
    panel_of,
    paragraph_of,
    section_of,
    span_of,
    styled,
    typed,
    typed_line,
    typed_strong,
)
from leaflet.compose.worded_facts import EXCEPTIONS, facts_of
from leaflet.coverage import gaps, silenced
from leaflet.document.styles import STYLES
from leaflet.document.tree import Document, Furniture, Node, Role, Run, Tag, Text
from leaflet.document.warnings import ON_SIGNS, WARNINGS
from leaflet.handout import NO_HANDOUT, Handout
from leaflet.languages import Language, begun
from leaflet.regions import Region
from leaflet.values import altered

_DOSE = "how_to_take"  # the topic at whose end a patient writes the dose
_NAME = "\0"  # stands for the name while a phrase is filled in, so that it can be set strong
_RANK = {level: rank for rank, level in enumerate(WARNINGS)}


def compose(
    monograph: model.Monograph, language: Language, region: Region | None, handout: Handout = NO_HANDOUT
) -> Document:
    """Return the leaflet's words and structure, complete and in reading order."""
    composer, handout = _Composer(monograph, language, region), for_medicine(monograph, handout)
    parts = (
        composer.masthead(),
        *(composer.warning(warning) for warning in sorted(monograph.warnings, key=_urgency)),
        *personal_of(language, handout),
        *composer.sections(handout),
        *help_of(language, region, handout),
        *pharmacy_of(language, handout),
        *composer.gaps(handout),
        composer.about_leaflet(handout),
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
        self._wording = language.wording(monograph.called, monograph.route)

    def furniture(self) -> Furniture:
        """Return what stands on every page (UKAAF; CCLVI: sheets get separated)."""
        monograph, language = self._monograph, self._language
        identity = language.say(
            "identity" if monograph.is_approved else "identity_draft",
            name=_NAME,
            version=monograph.version,
            date=self._date(),
        )
        before, _, after = identity.partition(_NAME)
        called = monograph.called if before else begun(monograph.called)
        return Furniture(
            identity=Text((Run(before), Run(called, strong=True), Run(after))),
            page_label=language.phrases["page"],
            turn_over=language.say("turn_over"),
            more_warnings=language.phrases["more_warnings_on"],
            more_in_short=language.phrases["more_on"],
            contents=language.say("in_this_leaflet"),
            questions=language.say("questions"),
            scale_bar=language.say("scale_bar"),
            continued=language.say("continued"),
        )

    def masthead(self) -> Node:
        """Compose the name and its status and, for a name that can be mixed up, the purpose (USP <17>)."""
        monograph, say = self._monograph, self._language.say
        name = heading_of(typed_line(monograph, "name", monograph.name), 1)
        version = say("version", version=monograph.version, date=self._date())
        status = [Text.of(version)]
        if not monograph.is_approved:
            status.insert(0, Text.of(say("draft"), strong=True))
        box = Node(Tag(Role.SECTION), STYLES["status"], tuple([styled(text, "body") for text in status]))
        said = [Text.of(say("say_as", words=monograph.say_as))] if monograph.say_as else []
        product = [*([monograph.form] if monograph.form else []), *monograph.strengths]
        if not all(_says(monograph.name, words) for words in product):
            said.append(Text.of(", ".join(product), "monograph"))
        others = [styled(text, "body") for text in said]
        purpose = styled(typed(monograph.purpose, ""), "purpose")
        return Node(Tag(Role.SECTION), STYLES["masthead"], (name, box, *others, purpose))

    def _date(self) -> str:
        """Return the date of the words, as the language writes it; of an open one, that it is open."""
        date = self._monograph.date
        return self._language.date(date) if date else model.OPEN_WORDS

    def warning(self, warning: model.SafetyWarning) -> Node:
        """Compose a panel: sign, signal, hazard, action, signs, consequence (ISMP; ANSI Z535).

        What to do comes right after the hazard: it is read first, and stands on page 1 in every print.
        """
        row, source = WARNINGS[warning.level], warning.source
        parts = []
        if isinstance(warning.action, inline.Text):
            action = styled(typed(warning.action, source), "action")
            leads = warning.signs is not None and self._language.points(warning.action.plain)
            parts.append(altered(action, style=ON_SIGNS) if leads else action)
        else:
            parts.append(cases_of(warning.action, source))
        if row.calls_for_help:
            parts.append(styled(self._emergency(), "call"))
        if isinstance(warning.signs, inline.Text):
            parts.append(paragraph_of(typed(warning.signs, source)))
        elif warning.signs is not None:
            signs = bulleted([typed(sign, source) for sign in warning.signs])
            parts += [lead_of(Text.of(self._language.say("signs"))), signs]
        if warning.consequence is not None:
            parts.append(paragraph_of(typed(warning.consequence, source)))
        sign = Node(Tag(Role.FIGURE, alt=self._language.say(row.alt)), row.sign)
        signal = span_of(Text.of(self._language.say(f"signal_{warning.level}")), "signal")
        hazard = span_of(typed(warning.hazard, source), "hazard")
        heading = Node(Tag(Role.HEADING_2), STYLES["group"], (signal, hazard))
        return panel_of([sign, heading, *parts], row.style)

    def _emergency(self) -> Text:
        """Return whom to call: the region's words, since the monograph gives no number."""
        if self._region is None:
            return Text.of(self._language.say("emergency"), strong=True)
        numbers = self._language.say("or").join(self._region.emergency)
        title = self._language.region_name(self._region.name)
        phrase = self._language.say("emergency_here", region=title, numbers=numbers)
        call, bracket, whose = phrase.partition(" (")
        return Text((Run(call, strong=True), Run(bracket + whose)), "region")

    def sections(self, handout: Handout) -> Iterator[Node]:
        """Compose the sections; the line for the dose stands at the end of how to take it, or at the end."""
        monograph = self._monograph
        dose, sections = dose_line(monograph, self._language, handout), monograph.sections
        with_dose = next((each for each in sections if _DOSE in each.topics), None)
        facts = facts_of(monograph, self._language, handout)
        covered = {topic for section in sections for topic in section.topics}
        alone = [self._alone(topic, nodes) for topic, nodes in facts.items() if topic not in covered]
        for section in sections:
            told = {topic: facts[topic] for topic in section.topics if topic in facts}
            yield self._section(section, told, dose if section is with_dose else ())
            if section is with_dose:
                yield from alone
        if with_dose is None:
            yield from alone
        if with_dose is None and dose:
            yield section_of([heading_of(Text.of(self._language.say("your_dose_heading")), 2), *dose])

    def _alone(self, topic: model.Topic, nodes: Sequence[Node]) -> Node:
        """Compose facts whose topic has no section of its own."""
        return section_of([heading_of(Text.of(self._own_heading(topic)), 2), *nodes])

    def _section(
        self, section: model.Section, facts: Mapping[model.Topic, Sequence[Node]], end: Sequence[Node]
    ) -> Node:
        """Compose a section under its heading: facts before the author's words, exceptions after them."""
        first = [node for topic in facts if topic not in EXCEPTIONS for node in facts[topic]]
        then = [node for topic in facts if topic in EXCEPTIONS for node in facts[topic]]
        blocks, instruction = section.blocks, section.what_to_do
        headings = [index for index, block in enumerate(blocks) if isinstance(block, model.Heading)]
        own = headings[0] if then and headings else len(blocks)  # those under the section's own heading
        if own:
            first += self._blocks(section, blocks[:own], instruction)
            instruction = None
        after = self._blocks(section, blocks[own:], instruction)
        return section_of([heading_of(self._heading(section), 2), *first, *then, *after, *end])

    def _blocks(
        self, section: model.Section, blocks: Sequence[model.Block], instruction: inline.Text | None
    ) -> list[Node]:
        """Compose blocks of a section, side effects under the instruction that they share."""
        source, kids = section.source, list[Node]()
        effects: list[model.EffectsBlock] = []  # those that follow each other stand in one frame
        for block in blocks:
            if isinstance(block, model.EffectsBlock):
                effects.append(block)
                continue
            if effects:
                kids += self._side_effects(instruction, effects, source)
                instruction, effects = None, []
            elif instruction is not None:
                kids.append(lead_of(typed_strong(instruction, source)))
                instruction = None
            kids.append(self._lowered(block, source))
        if effects:
            kids += self._side_effects(instruction, effects, source)
        return kids

    def _side_effects(
        self, instruction: inline.Text | None, blocks: Sequence[model.EffectsBlock], source: str
    ) -> Iterator[Node]:
        """Compose side effects: those that say themselves what to do at once, before what others share."""
        urgent = [block for block in blocks if self._calls_for_help(block.side_effects)]
        others = [block for block in blocks if block not in urgent]
        if instruction is None or not urgent or not others:
            yield effects_of(instruction, blocks, source)
            return
        yield effects_of(None, urgent, source)
        yield effects_of(instruction, others, source)

    def _calls_for_help(self, effects: model.Effects) -> bool:
        """Tell whether a group of an emergency says what to do, maybe in the words of such a warning."""
        if effects.seriousness != "emergency" or effects.what_to_do is not None:
            return effects.seriousness == "emergency"
        graver = [each for each in self._monograph.warnings if WARNINGS[each.level].calls_for_help]
        said = {spelled(words) for each in graver for words in each.action_text.split(". ")}
        return spelled(effects.heading) in said

    def _lowered(self, block: model.Block, source: str) -> Node:
        if isinstance(block, model.Figure):
            return figure_of(block, source, self._monograph.pictures)
        return lower(block, source, self._language)

    def _heading(self, section: model.Section) -> Text:
        if section.heading:
            return typed_line(section, "heading", section.heading, section.source)
        return Text.of(self._own_heading(section.topic))

    def _own_heading(self, topic: model.Topic) -> str:
        return self._language.heading(topic, self._wording)

    def gaps(self, handout: Handout) -> Iterable[Node]:
        """Compose the list of what the monograph leaves open; nothing fills a gap, and none is hidden."""
        say, monograph = self._language.say, self._monograph
        open_topics = self._language.gap_lines(gaps(monograph, self._language, handout.personal))
        left_out = silenced(monograph, self._language)
        kids = [bullets_of(open_topics), paragraph_of(Text.of(say("gaps_ask")))] if open_topics else []
        if left_out:
            kids += [lead_of(Text.of(say("gaps_silenced"))), bullets_of(left_out)]
        if kids:
            yield section_of([heading_of(Text.of(say("gaps")), 2), *kids])

    def about_leaflet(self, handout: Handout) -> Node:
        """Compose the last lines: what the leaflet rests on and who stands behind it."""
        say = self._language.say
        titles = [_source_title(source) for source in self._monograph.sources.values()]
        text = Text.of(" ".join([say("sources", sources="; ".join(titles)), *self._status()]))
        kids = [heading_of(Text.of(say("about_words")), 2), paragraph_of(text)]
        return section_of([*kids, *online_of(self._monograph, self._language, handout)])

    def _status(self) -> Iterable[str]:
        review, language = self._monograph.review, self._language
        if not self._monograph.is_approved or review.on is None:
            yield language.say("draft_status")
            return
        # MHRA: no names of staff on a leaflet; the register stands for who can be asked.
        body = (review.register or "").rstrip("0123456789/- :").strip()
        phrase = "approved_in" if body else "approved_status"
        yield language.say(phrase, register=body, date=language.date(review.on))
        if review.due is not None:
            yield language.say("review_due", date=language.date(review.due))


def _says(name: str, words: str) -> bool:
    """Tell whether a name says some words already, as "Moodal 20 mg tablets" its form and its strength."""
    plain, wanted = (" ".join(each.replace(",", " ").casefold().split()) for each in (name, words))
    return f" {wanted} " in f" {plain} "


def _source_title(source: model.Source) -> str:
    return ", ".join(part for part in (source.title, source.publisher) if part)
