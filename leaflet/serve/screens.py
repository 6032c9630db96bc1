"""Fill the templates: each screen and fragment from values, escaped."""

from collections import defaultdict
from http import HTTPStatus
from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from leaflet.api import Leaflet
from leaflet.diagnostics import Finding
from leaflet.languages import LANGUAGES
from leaflet.paper import PAPERS
from leaflet.serve.counter import Counter
from leaflet.serve.forms import make_order
from leaflet.serve.medicine import Medicine
from leaflet.serve.order import Order
from leaflet.serve.preview import draw_pages
from leaflet.serve.refusals import Refusal, problem
from leaflet.serve.search import search
from leaflet.serve.settings import Settings
from leaflet.serve.views import Choice, card, environment, tables

FRAGMENT = "x-leaflet-fragment"
"""The header by which the page's own script asks for a piece of a screen."""
_CHOICES = ("profile", "paper", "region", "colour", "copies", "sides")
_LABELS = {
    "name": "Name",
    "address": "Address",
    "phone": "Phone",
    "hours": "Opening hours",
    "logo": "Logo",
    "paper": "Usual paper",
    "region": "Country",
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
            "home.html", "medicines", typed=typed, unread=self._counter.shelf.unread, **self._found(typed)
        )

    def results(self, typed: str) -> str:
        """Return only what a search found."""
        return self._fill("results.html", "", **self._found(typed))

    def medicine(self, medicine: Medicine, asked: dict[str, str]) -> str:
        """Return the screen of one medicine; `asked` are the choices of its address, and no other words."""
        order = self._order(medicine, asked)
        try:
            slots = self._slots(order)
        except Refusal as refusal:
            slots = {"sum": Markup(), "pages": Markup(), "trouble": _trouble(refusal)}
        return self._fill(
            "medicine.html",
            "medicines",
            card=card(self._counter, medicine),
            order=order,
            sentence=LANGUAGES["en"].say("reading_sentence"),
            blocking=medicine.reasons,
            **_findings(medicine),
            **{"trouble": Markup(), **slots},
        )

    def preview(self, order: Order) -> str:
        """Return the pieces of a medicine's screen that change with its choices."""
        return self._fill("preview.html", "", **self._slots(order))

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
            sentence=LANGUAGES["en"].say("reading_sentence"),
            papers=[Choice(name=name, title=PAPERS[name].title) for name in ("a4", "letter")],
            usual=self._counter.settings.read().paper,
        )

    def settings(
        self, settings: Settings, *, saved: bool = False, slips: dict[str, str] | None = None
    ) -> str:
        """Return the pharmacy's settings, with what was wrong with those just sent."""
        return self._fill(
            "settings.html",
            "settings",
            settings=settings,
            path=self._counter.settings.path,
            saved=saved,
            slips=slips or {},
            labels=_LABELS,
            fills=_FILLS,
        )

    def refused(self, request: Request, refusal: Refusal) -> Response:
        """Answer with a refusal in the form that the one who asked can use."""
        if request.url.path.startswith("/api/"):
            return problem(refusal)
        if FRAGMENT in request.headers:
            return HTMLResponse(_trouble(refusal), refusal.status, dict(refusal.headers))
        title = "Not found" if refusal.status == HTTPStatus.NOT_FOUND else "This was not done"
        filled = self._fill(
            "refused.html", "", title=title, detail=refusal.detail, objections=refusal.objections
        )
        return HTMLResponse(filled, refusal.status, dict(refusal.headers))

    def _fill(self, template: str, screen: str, **values: Any) -> str:
        values = {"tables": tables(), "watching": self._watching, "screen": screen, **values}
        return environment().get_template(template).render(values)

    def _found(self, typed: str) -> dict[str, Any]:
        medicines = self._counter.shelf.medicines
        found = search(medicines, typed)
        count = len(found.listed)
        said = f"{count} {'medicine' if count == 1 else 'medicines'}"
        if not medicines:
            said = "There is no medicine in the content folder yet."
        elif not count:
            said = f"No medicine is called “{typed.strip()}”."
            said += " Similar names:" if found.similar else " Try its beginning, or what it is for."
        return {
            "cards": [card(self._counter, medicine) for medicine in (*found.listed, *found.similar)],
            "opens": found.exact[0].id if len(found.exact) == 1 else "",
            "said": said,
        }

    def _order(self, medicine: Medicine, asked: dict[str, str]) -> Order:
        """Return the order that a screen starts with: the usual choices, and those of its address."""
        usual = self._counter.settings.read()
        tag = medicine.monograph.language
        start = {"language": tag, "paper": usual.paper, "region": usual.region}
        chosen = {name: asked[name] for name in _CHOICES if name in asked}
        try:
            return make_order({name: [value] for name, value in {**start, **chosen}.items()}, medicine.id)
        except Refusal:
            return make_order({name: [value] for name, value in start.items()}, medicine.id)

    def _slots(self, order: Order) -> dict[str, Markup]:
        leaflet, misread = self._counter.show(order)
        pictures = draw_pages(leaflet.pdf, colour=order.colour)
        words = environment().get_template("said.html").render(objections=misread)
        pages = (
            environment()
            .get_template("pages.html")
            .render(pictures=pictures, lines=leaflet.document.text.split("\n"))
        )
        return {"sum": Markup.escape(_sum(order, leaflet)), "words": Markup(words), "pages": Markup(pages)}  # noqa: S704 - both escaped by their templates


def _sum(order: Order, leaflet: Leaflet) -> str:
    sheets = order.wish.sheets(leaflet.pages)
    pages = f"{leaflet.pages} {'page' if leaflet.pages == 1 else 'pages'}"
    copies = f" × {order.copies} copies" if order.copies > 1 else ""
    return f"{pages}{copies}, {sheets} {'sheet' if sheets == 1 else 'sheets'} of {PAPERS[order.paper].title}"


def _findings(medicine: Medicine) -> dict[str, Any]:
    findings: tuple[Finding, ...] = medicine.findings
    return {"id": medicine.id, "findings": findings, "is_current": medicine.is_current}


def _trouble(refusal: Refusal) -> Markup:
    template = environment().get_template("trouble.html")
    return Markup(template.render(detail=refusal.detail, objections=refusal.objections))  # noqa: S704 - escaped by its template
