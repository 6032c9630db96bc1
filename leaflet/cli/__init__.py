"""The command line. `leaflet --help` imports nothing but click; each command is a module of its own.

A command is a click command named `command` in its module, with a line in `COMMANDS`. It returns
its exit code: 0 clean, 1 findings, 2 usage, input or output. Errors are sentences on stderr.
"""

import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TextIO

import click

from leaflet.cli.terminal import Trouble, say_aside, say_error, send_nowhere, work_at_hand
from leaflet.program import PROGRAM

TRACEBACK = "LEAFLET_TRACEBACK"
"""The environment variable that shows the traceback of a fault in the program."""

COMMANDS: dict[str, tuple[str, str]] = {
    "accept": ("leaflet.cli.accept", "Sign for a sentence that the rules stop at."),
    "approve": ("leaflet.cli.approve", "Record that a pharmacist approved the words."),
    "build": ("leaflet.cli.build", "Print leaflets: make PDF files from monographs."),
    "check": ("leaflet.cli.check", "Check monographs for unsafe and hard words."),
    "explain": ("leaflet.cli.explain", "Say what a code means, why, and how to mend it."),
    "diff": ("leaflet.cli.diff", "Show what changed between two builds, for the reviewer."),
    "export": ("leaflet.cli.export", "Write a monograph as a document of the field."),
    "import": ("leaflet.cli.import_", "Write a draft from a document of the field."),
    "merge-manifests": ("leaflet.cli.merge", "Join the manifests of the parts of a build."),
    "new": ("leaflet.cli.new", "Write a commented monograph to start from."),
    "pack": ("leaflet.cli.pack", "Join leaflets into one PDF for a print run."),
    "profiles": ("leaflet.cli.list_profiles", "Show the print profiles and the source of each number."),
    "regions": ("leaflet.cli.list_regions", "Show the regions and their telephone numbers."),
    "serve": ("leaflet.cli.serve", "Open the page for the counter."),
    "sign": ("leaflet.cli.sign", "Sign a build by its manifest."),
    "trace": ("leaflet.cli.trace", "Show where each printed sentence comes from."),
    "verify": ("leaflet.cli.verify", "Prove finished files against monograph, profile and standards."),
    "schema": ("leaflet.cli.print_schema", "Print the JSON Schema of a monograph, for editors."),
}
"""Name → the module that holds the command, and what it does in one line."""

_HELP = """Turn a structured medicine monograph into a patient leaflet.

Leaflets are tagged, archivable PDF files in ordinary and in large print, with warnings that nobody
can miss.

\b
Begin with:
  leaflet build                     all of content/, 12 point, on A4
  leaflet build --profile large     the same in large print
  leaflet new Paracetamol           a monograph to fill in

\b
Exit codes:
  0  all is well
  1  something was found in the content; nothing unsafe was written
  2  wrong usage, or a file could not be read or written
  3  verify only: nothing is wrong, and not everything could be proved
"""


class _LazyGroup(click.Group):
    """Imports a command's module when the command is called, not to list it."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        if cmd_name not in COMMANDS:
            return None
        from leaflet import precompiled  # the list of commands does without

        precompiled.begin()
        command = import_module(COMMANDS[cmd_name][0]).command
        assert isinstance(command, click.Command)  # noqa: S101 - a slip in COMMANDS
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            import difflib  # only where a name is wrong

            near = difflib.get_close_matches(name, COMMANDS, 1)
            hint = f"did you mean {near[0]!r}?" if near else "see 'leaflet --help' for the commands"
            raise Trouble(f"there is no command {name!r}", hint)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name][1]) for name in self.list_commands(ctx)])


@click.group(
    cls=_LazyGroup,
    help=_HELP,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(message=PROGRAM, version="")
def _leaflet() -> None:
    """Hold the commands together."""


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return the exit code; whatever goes wrong is a sentence on stderr."""
    _open_streams()
    try:
        code = _invoke(arguments)
        _flush()
    except BrokenPipeError:  # who reads what is written to a pipe named as a file is gone
        send_nowhere(sys.stdout)
        return 2
    except OSError as error:
        from leaflet.files import way_out  # as `--help` does without

        reason = (error.strerror or str(error)).lower()
        say_error(f"{_subject() or 'input or output failed: '}{reason}{_place(error)}", way_out(error))
        send_nowhere(sys.stdout)
        return 2
    except (KeyboardInterrupt, click.Abort):
        say_error("stopped; every file that was written is whole")
        return 130
    except Exception as error:  # noqa: BLE001 - a person at a terminal is shown a sentence
        _say_fault(error)
        return 2
    return code


def _open_streams() -> None:
    """See that there is somewhere to print to, and that what a terminal cannot show stops nothing."""
    if sys.stdout is None:  # closed by who called, as by `>&-`
        sys.stdout = _nowhere()
    if sys.stderr is None:
        sys.stderr = _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - `--help` has no paths; open to the end


def _flush() -> None:
    """Write out what was said; a reader that has seen enough, such as `head`, changes no exit code."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        send_nowhere(sys.stdout)


def _invoke(arguments: Sequence[str]) -> int:
    """Run a command line; what click raises becomes an exit code and a sentence."""
    try:
        with _leaflet.make_context("leaflet", list(arguments)) as context:
            return int(_leaflet.invoke(context) or 0)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        say_aside(error.format_message())
    except Trouble as trouble:
        say_error(trouble.message, trouble.hint)
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else " ".join(("leaflet", *_named(arguments)))
        say_error(*_usage(error, f"see '{command} --help'"))
    except click.ClickException as error:
        say_error(_sentence(error))
    return 2


def _named(arguments: Sequence[str]) -> Sequence[str]:
    return arguments[:1] if arguments and arguments[0] in COMMANDS else ()


def _usage(error: click.UsageError, help_hint: str) -> tuple[str, str]:
    """Return what is wrong with how a command was called, and the option that seems to be meant."""
    if isinstance(error, click.NoSuchOption):
        near = [
            f"'{each}'" for each in sorted(error.possibilities or ()) if each[2:3] == error.option_name[2:3]
        ]
        hint = f"did you mean {' or '.join(near)}? {help_hint}" if near else help_hint
        return f"no such option '{error.option_name}'", hint
    return _sentence(error), help_hint


def _sentence(error: click.ClickException) -> str:
    text = error.format_message().rstrip(".")
    return text[:1].lower() + text[1:]


def _say_fault(error: Exception) -> None:
    fault = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    say_error(
        f"{_subject()}a fault in the program ({fault})",
        f"set {TRACEBACK}=1 to see where it is, and report it",
    )
    if os.environ.get(TRACEBACK) == "1":
        import traceback  # only for a fault

        traceback.print_exception(error)


def _subject() -> str:
    return f"{work_at_hand()}: " if work_at_hand() else ""


def _place(error: OSError) -> str:
    return f": {error.filename}" if isinstance(error.filename, str) else ""
