"""Reading what a stranger hands in, in a process of its own: it may take so long, and so much.

Whatever a file does to a parser, the app goes on. What the file says is read as text and never
run; it lies in a folder that only we can open, for as long as it is read. The process is
`python -m components.catalog.own`: on its input come name, kind and folder as a line of JSON and
then the bytes of the file; its output is what `handed` found, pickled.
"""

from __future__ import annotations

import copyreg
import json
import logging
import os
import pickle
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from threading import BoundedSemaphore
from types import MappingProxyType

from components.catalog.imports.incoming import Refused
from components.catalog.own.handed import Handed, handed
from components.catalog.reading.progress import Tell, nobody

try:
    import resource
except ImportError:  # no such limits on Windows; the clock is there
    resource = None

LARGEST_BYTES = 5_000_000
SECONDS, MEMORY_BYTES = 30, 2_000_000_000
_WAIT_SECONDS, _LOOK_SECONDS = 60, 0.2
_TOLD = b"told\t"  # before what the process says of how far it has come
_ROOT = Path(__file__).parents[3]
_at_once = BoundedSemaphore(2)


def taken(name: str, data: bytes, kind: str = "", tell: Tell = nobody) -> Handed:
    """What a file holds, see `handed`.

    tell: hears several times a second how far it has come; what it raises ends the reading. Raises
    Refused, in one sentence, also for what takes too long or too much memory.
    """
    if len(data) > LARGEST_BYTES:
        raise Refused(f"it is larger than {LARGEST_BYTES // 1_000_000} MB")
    if not _at_once.acquire(timeout=_WAIT_SECONDS):
        raise Refused("other files are being read just now: try again in a minute")
    try:
        with tempfile.TemporaryDirectory(prefix="own-") as folder:
            about = json.dumps([name[:200], kind, folder]).encode()
            return _answer(_run(about + b"\n" + data, tell))
    finally:
        _at_once.release()


def _run(sent: bytes, tell: Tell) -> subprocess.CompletedProcess[bytes]:
    keep = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    alone = {"PYTHONDONTWRITEBYTECODE": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONUTF8": "1"}
    alone["EVENTS_CACHE"] = "off"  # What somebody hands in stays nowhere.
    try:
        with tempfile.TemporaryFile() as given:  # A pipe is not filled while one waits in pieces.
            given.write(sent)
            given.seek(0)
            process = subprocess.Popen(
                [sys.executable, "-m", "components.catalog.own"],
                stdin=given,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                cwd=_ROOT,
                env=keep | alone,
            )
    except OSError:
        logging.getLogger(__name__).exception("no process to read a file in")
        raise Refused("it cannot be read just now: try again in a minute") from None
    with process:
        try:
            return _ended(process, tell)
        except subprocess.TimeoutExpired:
            raise Refused(_too_much()) from None
        finally:
            process.kill()


def _ended(process: subprocess.Popen[bytes], tell: Tell) -> subprocess.CompletedProcess[bytes]:
    ends = time.monotonic() + 2 * SECONDS
    while True:
        try:
            out, errors = process.communicate(timeout=_LOOK_SECONDS)
            return subprocess.CompletedProcess(process.args, process.returncode, out, errors)
        except subprocess.TimeoutExpired as waiting:
            if time.monotonic() > ends:
                raise
            tell(*_last_told(waiting.stderr or b""))


def _last_told(errors: bytes) -> tuple[str, int, int]:
    """The last that `_say` wrote."""
    _, told, rest = errors[: errors.rfind(b"\n") + 1].rpartition(_TOLD)
    what, number, total, *_ = rest.split(b"\t") if told else (b"", b"0", b"0")
    return what.decode(), int(number), int(total)


def _answer(done: subprocess.CompletedProcess[bytes]) -> Handed:
    if done.returncode:
        logging.getLogger(__name__).error(
            "a file stopped its reader (%s): %s", done.returncode, done.stderr.decode()[-2000:]
        )
        raise Refused(_too_much())
    answer = pickle.loads(done.stdout)
    if isinstance(answer, Handed):
        return answer
    raise Refused(answer)


def _too_much() -> str:
    return "reading it takes too long or too much memory: hand in a part of it"


# In the process --------------------------------------------------------------------------------


def answer() -> None:
    """Read the one file that comes on the input; see `__main__`."""
    _limit()
    copyreg.pickle(MappingProxyType, lambda one: (_read_only, (dict(one),)))
    name, kind, folder = json.loads(sys.stdin.buffer.readline())
    try:
        found = handed(name, sys.stdin.buffer.read(), Path(folder), kind, _say)
    except Refused as refusal:
        found = str(refusal)
    pickle.dump(found, sys.stdout.buffer)


def _say(what: str, number: int, total: int) -> None:
    """Write how far it has come; of many numbers a few hundred."""
    if total < 200 or number % (total // 200) == 0:
        sys.stderr.buffer.write(_TOLD + f"{what}\t{number}\t{total}\t\n".encode())
        sys.stderr.buffer.flush()


def _read_only(plain: dict) -> MappingProxyType:
    return MappingProxyType(plain)


def _limit() -> None:
    if resource is None:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (4 * LARGEST_BYTES, 4 * LARGEST_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
