"""Fill the templates: each screen and fragment from values, escaped."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from http import HTTPStatus
from types import MappingProxyType
from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from leaflet.forms import FORMS
from leaflet.paper import PAPERS
from leaflet.serve.counter import Counter
from leaflet.serve.medicine import Medicine
from leaflet.serve.order import Order
from leaflet.serve.refusals import Objection, Refusal, problem
from leaflet.serve.search import search
from leaflet.serve.sent_forms import Fields, make_order
from leaflet.serve.settings import Settings
from leaflet.serve.views import Choice, card, environment, tables

FRAGMENT = "x-leaflet-fragment"
"""The header by which the page's own script asks for a piece of a screen."""
_CHOICES = ("profile", "paper", "region", "colour", "copies", "sides")
_BESIDE = ("patient", "dose", "note", "copies")  # fields with a place of their own for what is wrong
_MOST_CARDS = 40  # at once: nobody reads on, and a search is a word away
_LABELS = {
    "name": "Name",
    "address": "Address",
    "phone": "Phone",
    "hours": "Opening hours",
    "online": "Pages for screens",
    "logo": "Logo",
    "paper": "Usual paper",
    "region": "Country",
    "printer": "Printer",
}
_FILLS = {"name": "organization", "address": "street-address", "phone": "tel", "hours": "off"}


class Screens:
    """Every screen of the counter."""

    def __init__(self, counter: Counter, *, watching: bool) -> None:
        self._counter = counter
        self._watching = watching

    def home(self, typed: str) -> str:
        """Return the list of medicines with its search."""
        return self._fill(
            "home.html",
            "medicines",
            typed=typed,
            is_new=self._counter.settings.is_new,
            lost=self._counter.settings.read().trouble,
            unread=self._counter.shelf.unread,
            **self._found(typed),
        )

    def results(self, typed: str) -> str:
        """Return only what a search found."""
        return self._fill("results.html", "", **self._found(typed))

    def medicine(self, medicine: Medicine, asked: dict[str, str], *, drawn: bool) -> str:
        """Return the screen of one medicine; `asked` are the choices of its address, and no other words.

        It is `drawn` with its pages, or without them where the page's script asks for these itself.
        """
        order = self._order(medicine, asked)
        slots = self.slots(order) if drawn else {}
        return self._fill(
            "medicine.html",
            "medicines",
            card=card(self._counter, medicine),
            order=order,
            blocking=medicine.reasons,
            lost=self._counter.settings.read().trouble,
            forms=[(name, form.label) for name, form in FORMS.items() if form.label],
            **_findings(medicine),
            **{name: slots.get(name, Markup()) for name in ("sum", "pages", "trouble")},
        )

    def slots(self, order: Order) -> dict[str, Markup]:
        """Return the pieces of a medicine's screen that change with its choices."""
        judged: Sequence[Objection] = ()
        try:
            judged = self._counter.judged(order)
            shown = self._counter.show(order, judged)
        except Refusal as refusal:
            return trouble_slots(refusal, judged)
        words = Markup(shown.words)  # noqa: S704 - escaped where they were made
        pages = _piece("pages.html", pictures=shown.pictures, words=words, language=shown.language)
        return {"sum": Markup.escape(_sum(order, shown.pages)), "pages": pages, **_beside(judged)}

    def refused_slots(self, refusal: Refusal, fields: Fields, monograph_id: str) -> dict[str, Markup]:
        """Return a refusal of an order as pieces of a screen, with what is wrong with its other words."""
        slips = {each.field for each in refusal.objections}
        try:
            rest = make_order({name: fields[name] for name in fields if name not in slips}, monograph_id)
            judged = self._counter.judged(rest)
        except Refusal:
            judged = ()
        return trouble_slots(refusal, judged)

    def findings(self, medicine: Medicine) -> str:
        """Return what `leaflet check` says of a medicine's file."""
        return self._fill("findings.html", "", **_findings(medicine))

    def source(self, medicine: Medicine) -> str:
        """Return a medicine's file, line by line, with its findings."""
        text = medicine.path.read_text(encoding="utf-8", errors="replace")
        by_line = defaultdict(list)
        for finding in medicine.findings:
            by_line[finding.span.line if finding.span else 1].append(finding)
        lines = text.splitlines()
        return self._fill(
            "source.html", "medicines", id=medicine.id, name=medicine.path.name, lines=lines, by_line=by_line
        )

    def reading(self) -> str:
        """Return the reading test."""
        return self._fill(
            "reading.html",
            "reading",
            papers=[Choice(name=name, title=PAPERS[name].title) for name in ("a4", "letter")],
            usual=self._counter.settings.read().paper,
        )

    def settings(
        self,
        settings: Settings,
        *,
        saved: bool = False,
        typed: Mapping[str, str] = MappingProxyType({}),
        slips: Mapping[str, str] = MappingProxyType({}),
    ) -> str:
        """Return the pharmacy's settings; with what was just typed, and wrong with it, beside its fields."""
        return self._fill(
            "settings.html",
            "settings",
            settings=settings,
            path=self._counter.settings.path,
            saved=saved,
            typed=typed,
            slips=slips,
            labels=_LABELS,
            fills=_FILLS,
        )

    def refused(self, request: Request, refusal: Refusal) -> Response:
        """Answer with a refusal in the form that the one who asked can use."""
        if request.url.path.startswith("/api/"):
            return problem(refusal)
        if FRAGMENT in request.headers and request.method == "POST":
            trouble = _piece("trouble.html", detail=refusal.detail, objections=refusal.objections, asks=False)
            return HTMLResponse(trouble, refusal.status, dict(refusal.headers))
        title = "Not found" if refusal.status == HTTPStatus.NOT_FOUND else "This was not done"
        filled = self._fill(
            "refused.html", "", title=title, detail=refusal.detail, objections=refusal.objections, asks=False
        )
        return HTMLResponse(filled, refusal.status, dict(refusal.headers))

    def _fill(self, template: str, screen: str, **values: Any) -> str:
        start = {
            "tables": tables(),
            "watching": self._watching,
            "screen": screen,
            "printer": self._counter.settings.read().printer,
        }
        return environment().get_template(template).render({**start, **values})

    def _found(self, typed: str) -> dict[str, Any]:
        medicines = self._counter.shelf.medicines
        found = search(medicines, typed)
        count = len(found.listed)
        shown = (*found.listed, *found.similar)[:_MOST_CARDS]
        said = f"{count:,} {'medicine' if count == 1 else 'medicines'}"
        if count > _MOST_CARDS:
            said += f", the first {_MOST_CARDS} shown. Type more of the name."
        if not medicines:
            said = self._nothing()
        elif not count:
            said = f"No medicine is called “{typed.strip()}”."
            said += " Similar names:" if found.similar else " Try its beginning, or what it is for."
        left = self._counter.shelf.left
        if left:
            said += (
                f" {left:,} {'file is' if left == 1 else 'files are'} still being read: search again soon."
            )
        return {
            "cards": [card(self._counter, medicine) for medicine in shown],
            "opens": found.exact[0].id if len(found.exact) == 1 else "",
            "said": said,
        }

    def _nothing(self) -> str:
        """Say why there is no medicine at all."""
        if self._counter.shelf.left:
            return "The medicines are being read."
        if self._counter.shelf.unread:
            return "No file can be used as it is."
        return f"There is no monograph (*.yaml) in {self._counter.shelf.content} yet."

    def _order(self, medicine: Medicine, asked: dict[str, str]) -> Order:
        """Return the order that a screen starts with: the usual choices, and those of its address."""
        usual = self._counter.settings.read()
        start = {"language": medicine.monograph.language, "paper": usual.paper, "region": usual.region}
        chosen = {name: asked[name] for name in _CHOICES if name in asked}
        try:
            return make_order({name: [value] for name, value in {**start, **chosen}.items()}, medicine.id)
        except Refusal:
            return make_order({name: [value] for name, value in start.items()}, medicine.id)


def preview_of(slots: dict[str, Markup]) -> str:
    """Return the pieces of a screen as one answer."""
    return _piece("preview.html", slots=slots)


def trouble_slots(refusal: Refusal, judged: Sequence[Objection]) -> dict[str, Markup]:
    """Return a refusal as pieces of a medicine's screen: what is wrong with a field stands beside it."""
    rest = tuple(each for each in refusal.objections if each.field not in _BESIDE)
    trouble = _piece("trouble.html", detail=refusal.detail, objections=rest, asks=False)
    return {"trouble": trouble, **_beside((*refusal.objections, *judged))}


def _beside(judged: Iterable[Objection]) -> dict[str, Markup]:
    by_field = defaultdict(list)
    for objection in judged:
        by_field[objection.field].append(objection)
    return {
        name: _piece("said.html", objections=by_field[name], asks=True)
        for name in _BESIDE
        if name in by_field
    }


def _piece(template: str, **values: Any) -> Markup:
    return Markup(environment().get_template(template).render(values))  # noqa: S704 - escaped by its template


def _sum(order: Order, number: int) -> str:
    sheets = order.wish.sheets(number)
    pages = f"{number} {'page' if number == 1 else 'pages'}"
    copies = f" × {order.copies} copies" if order.copies > 1 else ""
    return f"{pages}{copies}, {sheets} {'sheet' if sheets == 1 else 'sheets'} of {PAPERS[order.paper].title}"


def _findings(medicine: Medicine) -> dict[str, Any]:
    return {"id": medicine.id, "findings": medicine.findings, "is_current": medicine.is_current}
