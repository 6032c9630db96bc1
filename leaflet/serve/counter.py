"""Turn an order into a leaflet, or refuse it with reasons."""

from collections.abc import Callable, Sequence
from datetime import date
from http import HTTPStatus
from typing import NamedTuple, TypeVar

from leaflet.languages import language_of
from leaflet.layout.scale import LayoutError
from leaflet.print_run import PackError, Part, pack
from leaflet.serve.dictation import judge
from leaflet.serve.for_one import not_set, one_patient
from leaflet.serve.jobs import Choices, Counted, Job, Printed, Result, Shown, Written
from leaflet.serve.makers import Maker
from leaflet.serve.medicine import Medicine
from leaflet.serve.order import Order
from leaflet.serve.refusals import Objection, Refusal, objections
from leaflet.serve.settings import SettingsFile
from leaflet.serve.shelf import Shelf
from leaflet.values import Value

_MARK = "Not printable"  # over a preview of what no order would print: a picture can be printed, too

_Wanted = TypeVar("_Wanted", bound=Result)


class PrintRun(NamedTuple):
    """Leaflets to print in one go: one file."""

    pdf: bytes
    pages: int
    sheets: int


class Counter(Value, kw_only=True):
    """All that an order is filled from."""

    shelf: Shelf
    settings: SettingsFile
    today: Callable[[], date]
    maker: Maker

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

    def judged(self, order: Order) -> tuple[Objection, ...]:
        """Return what in the pharmacist's words stands in the way of printing them, confirmed or not."""
        medicine = self.medicine(order.id, order.language)
        return judge(medicine.monograph, order.personal, order.confirmed, self.today())

    def show(self, order: Order, judged: Sequence[Objection]) -> Shown:
        """Return the leaflet to look at, marked where it may not be printed as it is."""
        medicine = self.medicine(order.id, order.language)
        printable = medicine.standing(self.today()) != "blocked" and all(each.is_confirmed for each in judged)
        return self._done(Shown, self._job(medicine, order, mark="" if printable else _MARK))

    def sheets(self, order: Order) -> dict[str, int]:
        """Return the sheets that one copy takes at each print size that fits the paper."""
        medicine = self.medicine(order.id, order.language)
        return self._done(Counted, self._job(medicine, order)).sheets

    def fill(self, order: Order) -> Printed:
        """Return the leaflet to print, sealed, of the files as they are now; refuse what must not leave."""
        self.shelf.refresh()
        job = self._job(self._allowed(order), order, key=self.settings.key())
        return self._done(Printed, job)

    def fill_all(self, orders: Sequence[Order]) -> PrintRun:
        """Return several leaflets as one file for one print; a refusal says which of them it is about."""
        one_patient(orders)
        leaflets = []
        for number, order in enumerate(orders):
            try:
                leaflets.append(self.fill(order))
            except Refusal as refusal:
                raise _about(number, order, refusal, of=len(orders)) from None
        if len(leaflets) == 1:
            pages = leaflets[0].pages
            return PrintRun(leaflets[0].pdf, pages, orders[0].wish.sheets(pages))
        copied = [
            Part(f"leaflet {number}", leaflet.pdf)
            for number, (order, leaflet) in enumerate(zip(orders, leaflets, strict=True), start=1)
            for _ in range(order.copies)
        ]
        try:
            pdf = pack(copied, "Leaflets", self.settings.key())
        except PackError as slip:
            detail = f"These leaflets cannot be printed in one go: {slip}."
            raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, detail, kind="pack") from None
        pairs = list(zip(orders, leaflets, strict=True))
        return PrintRun(
            pdf,
            pages=sum(order.copies * leaflet.pages for order, leaflet in pairs),
            sheets=sum(order.wish.sheets(leaflet.pages) for order, leaflet in pairs),
        )

    def write(self, order: Order, form: str) -> bytes:
        """Return the leaflet in another form than PDF; refuse what must not leave."""
        self.shelf.refresh()
        medicine = self._allowed(order)
        return self._done(Written, self._job(medicine, order, form=form)).data

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

    def _allowed(self, order: Order) -> Medicine:
        """Return the medicine of an order that may be printed; refuse any other."""
        self._refuse_lost_settings(order)
        medicine = self.medicine(order.id, order.language)
        standing = medicine.standing(self.today())
        if standing == "blocked":
            reasons = objections(finding for finding in medicine.findings if finding.is_error)
            raise Refusal(
                HTTPStatus.CONFLICT, self.standing_sentence(medicine), reasons, kind="unsafe-content"
            )
        if standing != "approved" and not order.accept_unapproved:
            detail = f"{self.standing_sentence(medicine)} Printing it takes a deliberate step."
            raise Refusal(HTTPStatus.CONFLICT, detail, kind="not-approved")
        asked = tuple(each for each in self.judged(order) if not each.is_confirmed)
        if asked:
            detail = "What is said to the patient can be misread, or needs a pharmacist to confirm it."
            raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, detail, asked, kind="unsafe-words")
        return medicine

    def _refuse_lost_settings(self, order: Order) -> None:
        """Refuse to print without the pharmacy's own lines where its settings cannot be read."""
        trouble = self.settings.read().trouble
        if trouble and not order.accept_lost_settings:
            detail = f"The pharmacy's settings were not taken whole, so its lines may be missing. {trouble}"
            raise Refusal(HTTPStatus.CONFLICT, detail, kind="settings")

    def _job(
        self, medicine: Medicine, order: Order, *, key: bytes = b"", form: str = "", mark: str = ""
    ) -> Job:
        choices = Choices(
            profile=order.profile,
            paper=order.paper,
            region=order.region,
            colour=order.colour,
            personal=order.personal,
            wish=order.wish,
            key=key,
            form=form,
            mark=mark,
        )
        return Job(monograph=medicine.monograph, pharmacy=self.settings.read().pharmacy, choices=choices)

    def _done(self, kind: type[_Wanted], job: Job) -> _Wanted:
        try:
            return self.maker.do(job, kind)
        except LayoutError as slip:
            raise not_set(slip.findings, job.choices.personal) from None


def _about(number: int, order: Order, refusal: Refusal, *, of: int) -> Refusal:
    """Return a refusal of one leaflet of several, with the pointers that it has in the whole."""
    within = f"/leaflets/{number}"
    moved = tuple(
        Objection(finding=each.finding, pointer=f"{within}{each.pointer}", is_confirmed=each.is_confirmed)
        for each in refusal.objections
    )
    detail = f"Leaflet {number + 1}, {order.id}: {refusal.detail}" if of > 1 else refusal.detail
    return Refusal(refusal.status, detail, moved, kind=refusal.kind, headers=refusal.headers)
