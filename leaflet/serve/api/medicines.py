"""The medicines for programs: listed, searched, by code, one alone; and the tables to choose from."""

from collections.abc import Iterable
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from leaflet.languages import LANGUAGES
from leaflet.paper import PAPERS
from leaflet.profiles import PROFILES
from leaflet.regions import REGIONS
from leaflet.serve.api.bodies import tagged
from leaflet.serve.counter import Counter
from leaflet.serve.medicine import Medicine
from leaflet.serve.refusals import Refusal
from leaflet.serve.search import by_code, search
from leaflet.serve.work import Bench
from leaflet.size_sheet import sizes

_MOST_FOUND = 50


class Catalogue:
    """Answers what there is."""

    def __init__(self, counter: Counter, bench: Bench) -> None:
        self._counter = counter
        self._bench = bench

    def routes(self) -> list[Route]:
        """Return the routes of the catalogue; each also answers HEAD."""
        return [
            Route("/api/v1/monographs", self.listed, methods=["GET"]),
            Route("/api/v1/monographs/{id}", self.one, methods=["GET"]),
            Route("/api/v1/search", self.searched, methods=["GET"]),
            Route("/api/v1/codes/{code}", self.coded, methods=["GET"]),
            Route("/api/v1/profiles", self.profiles, methods=["GET"]),
            Route("/api/v1/papers", self.papers, methods=["GET"]),
            Route("/api/v1/regions", self.regions, methods=["GET"]),
        ]

    async def listed(self, request: Request) -> Response:
        """Answer with every medicine."""
        return tagged(request, await self._bench.look(lambda: {"monographs": self._entries(self._all())}))

    async def one(self, request: Request) -> Response:
        """Answer with one medicine, in the language asked for."""
        name, language = request.path_params["id"], request.query_params.get("language", "")
        self._refresh()
        return tagged(
            request, await self._bench.look(lambda: self._entry(self._counter.medicine(name, language)))
        )

    async def searched(self, request: Request) -> Response:
        """Answer with what a search finds, what is called so apart from what only begins or looks so."""
        typed = request.query_params.get("q", "")

        def _found() -> dict[str, object]:
            found = search(self._all(), typed)
            parts = {"exact": found.exact, "begun": found.begun, "similar": found.similar}
            return {name: self._entries(part[:_MOST_FOUND]) for name, part in parts.items()}

        return tagged(request, await self._bench.look(_found))

    async def coded(self, request: Request) -> Response:
        """Answer with the one medicine that has a code; refuse where none has, or more than one."""
        code = request.path_params["code"]

        def _found() -> dict[str, object]:
            found = by_code(self._all(), code)
            if not found:
                raise Refusal(
                    HTTPStatus.NOT_FOUND, "There is no medicine with this code.", kind="unknown-medicine"
                )
            if len(found) > 1:
                names = ", ".join(f"{each.id} ({each.monograph.language})" for each in found)
                detail = f"More than one medicine has this code: {names}."
                raise Refusal(HTTPStatus.CONFLICT, detail, kind="several-medicines")
            return self._entry(found[0])

        return tagged(request, await self._bench.look(_found))

    async def profiles(self, request: Request) -> Response:
        """Answer with the print sizes."""
        printed = await self._bench.look(sizes)
        return tagged(
            request,
            {
                "profiles": [
                    {
                        "name": each.name,
                        "title": each.title,
                        "standard": each.standard,
                        "size": printed[each.name],
                    }
                    for each in PROFILES.values()
                ]
            },
        )

    async def papers(self, request: Request) -> Response:
        """Answer with the papers."""
        return tagged(
            request, {"papers": [{"name": each.name, "title": each.title} for each in PAPERS.values()]}
        )

    async def regions(self, request: Request) -> Response:
        """Answer with the countries, and whom one calls there."""
        title = LANGUAGES["en"].region_name
        listed = [
            {
                "name": each.name,
                "title": title(each.name),
                "emergency": list(each.emergency),
                "advice": each.advice,
                "source": each.source,
            }
            for each in REGIONS.values()
        ]
        return tagged(request, {"regions": listed})

    def _refresh(self) -> None:
        self._counter.shelf.refresh()

    def _all(self) -> tuple[Medicine, ...]:
        """Return every medicine; refuse where some are still to be read, so that none is missing."""
        self._refresh()
        shelf = self._counter.shelf
        if not shelf.is_ready:
            detail = (
                f"The counter is reading its content: {shelf.left:,} files are left. Ask again in a moment."
            )
            wait = {"Retry-After": "2"}
            raise Refusal(HTTPStatus.SERVICE_UNAVAILABLE, detail, kind="reading", headers=wait)
        return shelf.medicines

    def _entries(self, medicines: Iterable[Medicine]) -> list[dict[str, object]]:
        return [self._entry(medicine) for medicine in medicines]

    def _entry(self, medicine: Medicine) -> dict[str, object]:
        monograph = medicine.monograph
        review, codes = monograph.review, monograph.codes
        return {
            "id": monograph.id,
            "name": monograph.name,
            "other_names": list(monograph.other_names),
            "purpose": monograph.purpose.plain,
            "language": monograph.language,
            "version": monograph.version,
            "date": monograph.dated,
            "standing": medicine.standing(self._counter.today()),
            "standing_reason": self._counter.standing_sentence(medicine),
            "review_due": review.due.isoformat() if review.due else None,
            "codes": {
                "gtin": list(codes.gtin),
                "snomed": list(codes.snomed),
                "dmd": list(codes.dmd),
                "ndc": list(codes.ndc),
                "pl": list(codes.pl),
            },
            "sha256": monograph.sha256,
        }
