"""Decode pictures in a process of its own: ten seconds and 600 MB a picture, whatever is in it.

The process is started for the first picture, kept for the next ones, and ends with this one. A picture that
makes it spin, swell or crash costs that process and is refused with a sentence; the next one has a new one.
"""

import atexit
import os
import struct
import subprocess
import sys
from contextlib import suppress
from threading import Lock, Timer
from typing import IO, Literal

from msgspec import MsgspecError, msgpack

from leaflet.handout import Logo
from leaflet.images.decoding import LogoError
from leaflet.values import Value

SECONDS = 10.0
MOST_MEMORY = 600_000_000
"""Bytes that the process may hold: four layers of the largest picture, and the program."""

Kind = Literal["logo", "figure"]
_START_SECONDS = 60.0  # on a busy machine
_MOST_ANSWER = 20_000_000
_LENGTH = struct.Struct(">I")
_TOO_MUCH = "The picture needs more time or memory than one may take. Save it smaller."


class Asked(Value):
    """A picture to decode, and what it is to be."""

    kind: Kind
    data: bytes


class Answer(Value):
    """The picture as plain pixels; or a sentence on why it cannot be printed."""

    logo: Logo | None = None
    refused: str = ""


def develop(kind: Kind, data: bytes) -> Logo:
    """Return the picture in a file; raise `LogoError` for what is none, or takes too much."""
    with _LOCK:
        answer = _ROOM.ask(Asked(kind, data))
    if answer.logo is None:
        raise LogoError(answer.refused)
    return answer.logo


def send(pipe: IO[bytes], message: bytes) -> None:
    """Write a message to the other process."""
    pipe.write(_LENGTH.pack(len(message)) + message)
    pipe.flush()


def receive(pipe: IO[bytes], most: int) -> bytes:
    """Return the next message of the other process; raise `EOFError` where it has ended, or says too much."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size or _LENGTH.unpack(head)[0] > most:
        raise EOFError
    size: int = _LENGTH.unpack(head)[0]
    message = pipe.read(size)
    if len(message) < size:
        raise EOFError
    return message


class _Darkroom:
    """The process, as long as it lives."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0  # the process that started it: a fork of that one has to start its own

    def ask(self, asked: Asked) -> Answer:
        """Return the answer of the process; one that gives none is ended."""
        process = self._process if self._owner == os.getpid() else None
        process = process or self._start()
        clock = Timer(SECONDS, process.kill)
        clock.daemon = True
        clock.start()
        try:
            return self._exchange(process, asked)
        except (EOFError, OSError, MsgspecError):
            self._stop(process)
            return Answer(refused=_TOO_MUCH)
        finally:
            clock.cancel()

    def _exchange(self, process: "subprocess.Popen[bytes]", asked: Asked) -> Answer:
        if process.stdin is None or process.stdout is None:
            raise EOFError
        send(process.stdin, msgpack.encode(asked))
        return msgpack.decode(receive(process.stdout, _MOST_ANSWER), type=Answer)

    def _start(self) -> "subprocess.Popen[bytes]":
        # -P: a folder of the name `leaflet` where the user stands is not ours, and is not run.
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "leaflet.images.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        clock = Timer(_START_SECONDS, process.kill)
        clock.daemon = True
        clock.start()
        try:
            if process.stdout is not None:
                receive(process.stdout, _LENGTH.size)
        except (EOFError, OSError):
            self._stop(process)  # asked all the same: the answer then says that there is none
        else:
            self._process, self._owner = process, os.getpid()
        finally:
            clock.cancel()
        return process

    def close(self) -> None:
        """End the process; the next picture starts another."""
        if self._process is not None and self._owner == os.getpid():
            self._stop(self._process)

    def _stop(self, process: "subprocess.Popen[bytes]") -> None:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what could not be written any more
                    pipe.close()
        self._process = None


_ROOM = _Darkroom()
_LOCK = Lock()
atexit.register(_ROOM.close)
