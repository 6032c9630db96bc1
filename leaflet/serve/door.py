"""Whom the counter answers: by which names it goes, who may ask from where, and who knows its password."""

import base64
import hmac
import ipaddress
import math
import time
from collections.abc import Callable
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.types import Scope

from leaflet.serve.refusals import Refusal
from leaflet.values import Value

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_LONGEST_WAIT = 60.0  # seconds
_MOST_ADDRESSES = 1000  # that are remembered for a wrong password


class Door(Value, kw_only=True):
    """The names that the counter is called by, its port, and a password where it needs one."""

    names: frozenset[str]
    port: int
    password: str = ""
    any_address: bool = False  # on a network: whatever address of this machine was typed
    public_origin: str = ""  # under which a proxy shows it, such as https://counter.example

    def opens_to(self, host: str) -> bool:
        """Tell whether a Host header names this counter; a rebound name of another site does not."""
        if self.public_origin and host.lower() == self.public_origin.partition("://")[2]:
            return True
        name, _, port = host.rpartition(":") if not host.endswith("]") else (host, "", "80")
        if not name or not port.isdecimal():
            name, port = host, "80"
        if int(port[:6] or 0) != self.port:
            return False
        return name.lower() in self.names or (self.any_address and _is_address(name))

    def is_own(self, origin: str, host: str) -> bool:
        """Tell whether an Origin header is that of the counter's own pages."""
        return origin == f"http://{host}" or bool(self.public_origin and origin == self.public_origin)

    def admit(self, scope: Scope, tries: "Tries") -> None:
        """Refuse who asks by another name, from another site, or without the password."""
        headers = Headers(scope=scope)
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not self.opens_to(hosts[0]):
            raise Refusal(HTTPStatus.MISDIRECTED_REQUEST, "This counter does not go by that name.")
        origin, site = headers.get("origin"), headers.get("sec-fetch-site", "none")
        strange = origin is not None and not self.is_own(origin, hosts[0])
        if scope["method"] not in SAFE and (strange or site not in {"same-origin", "none"}):
            raise Refusal(HTTPStatus.FORBIDDEN, "Another site asked for this, so it was not done.")
        if site in {"cross-site", "same-site"} and headers.get("sec-fetch-mode") != "navigate":
            raise Refusal(HTTPStatus.FORBIDDEN, "Another site asked for this, so it was not done.")
        if self.password:
            address = (scope.get("client") or ("", 0))[0]
            self._ask_password(headers.get("authorization", ""), address, tries)

    def _ask_password(self, authorization: str, address: str, tries: "Tries") -> None:
        if not authorization:  # a browser asks once without, to be told that there is a password
            raise _unknown()
        wait = tries.wait(address)
        if wait > 0:
            detail = "The password was wrong. Wait a little before the next try."
            after = {"Retry-After": str(math.ceil(wait))}
            raise Refusal(HTTPStatus.TOO_MANY_REQUESTS, detail, headers=after)
        if not _knows(authorization, self.password):
            tries.failed(address)
            raise _unknown()
        tries.passed(address)


class Tries:
    """How long an address waits after a wrong password: a second, and twice as long each time."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failed: dict[str, tuple[int, float]] = {}  # how often, and when the next try is heard

    def wait(self, address: str) -> float:
        """Return the seconds until a try of this address is heard; 0 where it may try."""
        return max(0.0, self._failed.get(address, (0, 0.0))[1] - self._clock())

    def failed(self, address: str) -> None:
        """Note a wrong password."""
        times = self._failed.pop(address, (0, 0.0))[0] + 1
        while len(self._failed) >= _MOST_ADDRESSES:
            del self._failed[next(iter(self._failed))]
        self._failed[address] = times, self._clock() + min(2.0 ** (times - 1), _LONGEST_WAIT)

    def passed(self, address: str) -> None:
        """Forget what an address did wrong, once it is right."""
        self._failed.pop(address, None)


def _unknown() -> Refusal:
    return Refusal(
        HTTPStatus.UNAUTHORIZED,
        "This counter asks for its password.",
        headers={"WWW-Authenticate": 'Basic realm="Leaflet", charset="UTF-8"'},
    )


def _knows(authorization: str, password: str) -> bool:
    """Tell whether a Basic authorization has the password; any name will do (RFC 7617)."""
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "basic":
        return False
    try:
        said = base64.b64decode(token, validate=True).decode().partition(":")[2]
    except ValueError:
        return False
    return hmac.compare_digest(said.encode(), password.encode())


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True
