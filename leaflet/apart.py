"""A process apart: where what a stranger wrote meets a library in C, with bounds on time, memory and files.

The process is started for the first question, kept for the next ones, and ends with this one. A question that
makes it spin, swell or crash costs that process alone; the next one has a new one.
"""

import atexit
import os
import struct
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Lock, Timer
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

_START_SECONDS = 60.0  # on a busy machine
_MOST_ASKED, _MOST_ANSWER = 10_000_000, 20_000_000  # bytes
_LENGTH = struct.Struct(">I")


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


def answer_all(answer: Callable[[bytes], bytes], most: int = _MOST_ASKED) -> None:
    """In the process apart: say that it is ready, and answer until the pipe closes."""
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    send(answers, b"")
    with suppress(EOFError):
        while True:
            send(answers, answer(receive(questions, most)))


class Apart:
    """A module that runs in a process of its own: it says b"" when it is ready, and then answers."""

    def __init__(
        self, module: str, *, most_asked: int = _MOST_ASKED, most_answer: int = _MOST_ANSWER
    ) -> None:
        self._module = module
        self._most_asked, self._most_answer = most_asked, most_answer
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0  # the process that started it: a fork of that one has to start its own
        self._lock = Lock()
        atexit.register(self.close)

    def ask(self, message: bytes, seconds: float) -> bytes:
        """Return the answer; raise `EOFError` where there is none in time, and end that process."""
        with self._lock:
            process = self._running() or self._start()
            clock = Timer(seconds, process.kill)
            clock.daemon = True
            clock.start()
            try:
                return self._exchange(process, message)
            except (EOFError, OSError) as error:
                self._stop(process)
                raise EOFError from error
            finally:
                clock.cancel()

    def _running(self) -> "subprocess.Popen[bytes] | None":
        """Return the process that was started last, unless it was ended while nobody asked anything."""
        process = self._process if self._owner == os.getpid() else None
        if process is not None and process.poll() is not None:
            self._stop(process)
            return None
        return process

    def _exchange(self, process: "subprocess.Popen[bytes]", message: bytes) -> bytes:
        if process.stdin is None or process.stdout is None:
            raise EOFError
        if len(message) > self._most_asked:
            raise EOFError  # it would not read it
        send(process.stdin, message)
        return receive(process.stdout, self._most_answer)

    def _start(self) -> "subprocess.Popen[bytes]":
        import subprocess  # most leaflets ask no other process

        # -P: a folder of the name `leaflet` where the user stands is not ours, and is not run.
        process = subprocess.Popen(  # noqa: S603 - this program, and a module of its own
            [sys.executable, "-P", "-m", self._module],
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
        """End the process; the next question starts another."""
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
