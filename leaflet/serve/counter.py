"""Turn an order into a leaflet, or refuse it with reasons."""

from collections.abc import Callable
from datetime import date
from http import HTTPStatus

from leaflet.api import Leaflet, make
from leaflet.handout import Pharmacy
from leaflet.languages import language_of
from leaflet.layout.scale import LayoutError
from leaflet.serve.dictation import judge
from leaflet.serve.medicine import Medicine
from leaflet.serve.order import Order
from leaflet.serve.refusals import Objection, Refusal, objections
from leaflet.serve.settings import SettingsFile
from leaflet.serve.shelf import Shelf
from leaflet.values import Value


class Counter(Value, kw_only=True):
    """All that an order is filled from."""

    shelf: Shelf
    settings: SettingsFile
    today: Callable[[], date]

    def medicine(self, monograph_id: str, language: str = "") -> Medicine:
        """Return a medicine by its id and language; refuse where there is none, or more than one."""
        found = self.shelf.find(monograph_id, language)
        if not found:
            raise Refusal(HTTPStatus.NOT_FOUND, "There is no medicine with this id.", kind="unknown-medicine")
        if len(found) > 1:
            tags = ", ".join(sorted(each.monograph.language for each in found))
            detail = f"This medicine has leaflets in several languages. Name one of them: {tags}."
            raise Refusal(HTTPStatus.CONFLICT, detail, kind="several-languages")
        return found[0]

    def show(self, order: Order) -> tuple[Leaflet, tuple[Objection, ...]]:
        """Return the leaflet to look at, and what stands in the way of printing it."""
        medicine = self.medicine(order.id, order.language)
        leaflet = _made(medicine, order, self.settings.read().pharmacy)
        return leaflet, judge(medicine.monograph, order.personal, order.confirmed, self.today())

    def fill(self, order: Order) -> Leaflet:
        """Return the leaflet to print, of the files as they are now; refuse what must not leave."""
        self.shelf.refresh()
        self._refuse_lost_settings(order)
        medicine = self.medicine(order.id, order.language)
        self._refuse_unsafe(medicine, order)
        return _made(medicine, order, self.settings.read().pharmacy)

    def standing_sentence(self, medicine: Medicine) -> str:
        """Say in a sentence or two where a medicine's words stand, and why."""
        review = medicine.monograph.review
        say = language_of(medicine.monograph.language)
        match medicine.standing(self.today()):
            case "blocked":
                return "Its file has mistakes that could mislead a patient, so nothing of it can be printed."
            case "draft":
                return "This is a draft: a pharmacist has not approved these words yet."
            case "lapsed":
                due = say.date(review.due) if say and review.due else "an earlier day"
                return f"These words were due to be checked again by {due}, and nobody has recorded it."
            case "approved":
                return f"Approved by {review.by}." if review.by else "Approved."

    def _refuse_lost_settings(self, order: Order) -> None:
        """Refuse to print without the pharmacy's own lines where its settings cannot be read."""
        trouble = self.settings.read().trouble
        if trouble and not order.accept_lost_settings:
            detail = f"The pharmacy's settings were not taken whole, so its lines may be missing. {trouble}"
            raise Refusal(HTTPStatus.CONFLICT, detail, kind="settings")

    def _refuse_unsafe(self, medicine: Medicine, order: Order) -> None:
        standing = medicine.standing(self.today())
        if standing == "blocked":
            reasons = tuple(finding for finding in medicine.findings if finding.is_error)
            raise Refusal(
                HTTPStatus.CONFLICT,
                self.standing_sentence(medicine),
                objections(reasons),
                kind="unsafe-content",
            )
        if standing != "approved" and not order.accept_unapproved:
            detail = f"{self.standing_sentence(medicine)} Printing it takes a deliberate step."
            raise Refusal(HTTPStatus.CONFLICT, detail, kind="not-approved")
        judged = judge(medicine.monograph, order.personal, order.confirmed, self.today())
        asked = tuple(each for each in judged if not each.is_confirmed)
        if asked:
            detail = "What is said to the patient can be misread, or needs a pharmacist to confirm it."
            raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, detail, asked, kind="unsafe-words")


def _made(medicine: Medicine, order: Order, pharmacy: Pharmacy | None) -> Leaflet:
    try:
        return make(
            medicine.monograph,
            profile=order.profile,
            paper=order.paper,
            region=order.region or None,
            colour=order.colour,
            pharmacy=pharmacy,
            personal=order.personal,
            wish=order.wish,
        )
    except LayoutError as slip:
        detail = "This leaflet cannot be set as asked."
        raise Refusal(
            HTTPStatus.UNPROCESSABLE_ENTITY, detail, objections(slip.findings), kind="layout"
        ) from None
