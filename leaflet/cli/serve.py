"""`leaflet serve`: the page at the counter."""

import ipaddress
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leaflet.cli.options import A_PATH, Whole
from leaflet.cli.terminal import Trouble, say, say_aside
from leaflet.places import content_folder

if TYPE_CHECKING:
    import socket

    from leaflet.serve.door import Door

PASSWORD = "LEAFLET_SERVE_PASSWORD"  # noqa: S105 - the name of the variable, not a password
_SHORTEST = 12
_MAKERS = 2  # processes that make leaflets: one more than one person can wait for
_MOST_NAMED = 8  # files with mistakes

_HELP = f"""Open the counter: a page on this machine, at which leaflets are picked, sized and printed.

CONTENT is a monograph, or a folder of them. Without it, ./content is served, or the monographs that
come with Leaflet where there is no such folder. Stop it with Ctrl+C.

What is typed about a patient is stored nowhere. The page answers this machine only. To serve a network,
name an address with --host, say that you know it with --i-know-this-serves-the-network, and put a
password of {_SHORTEST} characters or more into the environment variable {PASSWORD}. What is typed
then travels unencrypted: put a server that speaks HTTPS before it, which hands the Host header on, and
name it with --public-origin; that needs the password, too.

\b
Examples:
  leaflet serve
  leaflet serve content --watch
  leaflet serve --port 9000 --no-open
"""


@click.command("serve", help=_HELP, short_help="Open the page for the counter.")
@click.argument("content", required=False, type=A_PATH)
@click.option("--port", type=Whole(0, 65535), default=8765, show_default=True, help="0 for any free one.")
@click.option("--open/--no-open", "opens", default=True, help="Open the page in a browser.  [default: open]")
@click.option("--watch", is_flag=True, help="For authors: refresh the preview as content changes.")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Where to listen.")
@click.option(
    "--public-origin", metavar="ORIGIN", help="Under which a proxy shows it, such as https://counter.example."
)
@click.option("--i-know-this-serves-the-network", "knows", is_flag=True, help="Allow another --host.")
def command(
    content: Path | None,
    port: int,
    opens: bool,
    watch: bool,
    host: str,
    public_origin: str | None,
    knows: bool,
) -> int:
    """Serve until stopped."""
    folder, local, origin = _content(content), _is_loopback(host), _origin(public_origin)
    password = _password(origin, local=local, knows=knows)

    import platformdirs

    from leaflet.serve.app import Setup, open_counter
    from leaflet.serve.server import run

    opened, bound = _listen(host, port)
    setup = Setup(
        content=folder,
        settings=platformdirs.user_config_path("leaflet"),
        door=_door(host, bound, password, origin, local=local),
        watch=watch,
        tell=_say_of_blocked,
        makers=min(_MAKERS, os.cpu_count() or 1),
    )
    address = f"http://{f'[{host}]' if ':' in host else host}:{bound}/"

    def _ready() -> None:
        say(f"The counter is open at {address} (Ctrl+C closes it)")
        _say_what_lacks(folder, setup.settings)
        if opens and local:
            click.launch(address)

    try:
        run(open_counter(setup), opened, _ready)
    except KeyboardInterrupt:
        say("The counter is closed.")
    return 0


def _say_what_lacks(content: Path, settings: Path) -> None:
    """Say at once what is missing where the counter looks for it."""
    _say_of_content(content)
    _say_of_settings(settings)


def _say_of_content(content: Path) -> None:
    """Say at once that there is nothing to show: the folder may be another than the one that was meant."""
    from leaflet.serve.folder import files_in

    if not files_in(content):
        say_aside(f"There is no monograph (*.yaml) in {content} yet. What is put there shows at once.")


def _say_of_blocked(paths: tuple[Path, ...]) -> None:
    """Say in the log, too, which files have mistakes: the page says it only to who looks for the medicine."""
    names = [str(path) for path in paths[:_MOST_NAMED]]
    more = f" and {len(paths) - _MOST_NAMED} more" if len(paths) > _MOST_NAMED else ""
    say_aside(f"Nothing is printed of {', '.join(names)}{more}: see 'leaflet check' for the mistakes.")


def _say_of_settings(folder: Path) -> None:
    """Say at once what is wrong with the pharmacy's settings: no order is printed without a word of it."""
    from leaflet.serve.settings import SettingsFile

    trouble = SettingsFile(folder).read().trouble
    if trouble:
        say_aside(f"The pharmacy's settings were not taken whole. {trouble}")


def _content(named: Path | None) -> Path:
    here = Path("content")
    folder = named or (here if here.is_dir() else content_folder())
    if not folder.exists():
        raise Trouble(f"there is no {folder}", "name a monograph, or a folder of them")
    return folder


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError as error:
        raise Trouble(
            f"{host!r} is no address", "use an address of this machine, such as 127.0.0.1"
        ) from error


def _password(origin: str, *, local: bool, knows: bool) -> str:
    """Return the password that the counter asks for, "" where it asks for none; raise where it needs one."""
    if local and not origin:
        return ""
    if not (local or knows):
        raise Trouble(
            "this address can be reached from the network, and the page shows what is typed about patients",
            "leave --host out, or add --i-know-this-serves-the-network",
        )
    password = os.environ.get(PASSWORD, "")
    if len(password) < _SHORTEST:
        raise Trouble(
            f"serving a network needs a password of {_SHORTEST} characters or more",
            f"put one into the environment variable {PASSWORD}",
        )
    return password


def _origin(named: str | None) -> str:
    """Return an origin as browsers send it; raise where it is none."""
    if named is None:
        return ""
    origin = named.lower().removesuffix("/")
    if not re.fullmatch(r"https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[1-9][0-9]{0,4})?", origin):
        raise Trouble(
            f"{named!r} is no origin", "give scheme and name alone, such as https://counter.example"
        )
    return origin


def _listen(host: str, port: int) -> "tuple[socket.socket, int]":
    """Return a listening socket and its port, any free one for 0; raise `Trouble` where it is taken."""
    from leaflet.serve.server import listen

    try:
        opened = listen(host, port)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Trouble(
            f"cannot listen on {host}, port {port}: {reason}", "name another with --port"
        ) from error
    return opened, opened.getsockname()[1]


def _door(host: str, port: int, password: str, origin: str, *, local: bool) -> "Door":
    import socket

    from leaflet.serve.door import Door

    names = {"127.0.0.1", "localhost", "[::1]"} if local else {socket.gethostname().lower()}
    names.add(f"[{host}]" if ":" in host else host)
    return Door(
        names=frozenset(names), port=port, password=password, any_address=not local, public_origin=origin
    )
