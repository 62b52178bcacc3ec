# coding: utf-8
"""Set up the kit the first time, start it every time: `python start.py [test | COMMAND] …`.

Needs nothing but Python. Even Python 2 can read it far enough to say which Python is needed,
hence no annotations and no f-strings in this file.
"""

from __future__ import unicode_literals

import sys

TOO_OLD = """\
Python 3.11 or later is needed; this is Python {found}.
Get it from https://www.python.org/downloads/ and run start.py with it.

Необходим е Python 3.11 или по-нов; този е Python {found}.
Изтеглете го от https://www.python.org/downloads/ и стартирайте start.py с него.
"""


def show(text):
    """Write to the error stream in UTF-8, whatever the code page of the console."""
    stream = getattr(sys.stderr, "buffer", sys.stderr)
    stream.write((text + "\n").encode("utf-8"))
    stream.flush()


if sys.version_info < (3, 11):
    show(TOO_OLD.format(found=".".join(map(str, sys.version_info[:3]))))
    sys.exit(1)

import argparse
import hashlib
import importlib.util
import os
import re
import subprocess
import sysconfig
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "kit-is-ready"
LOCK = ROOT / "requirements.lock"
TEST_LOCK = ROOT / "requirements-dev.lock"
WHEELS = ROOT / "wheels"  # packages brought along, for a computer without internet
# The tests of one file share a JupyterLab, so they stay together; more than four would stand in
# each other's way.
SPREAD = ["--numprocesses", "logical", "--maxprocesses", "4", "--dist", "loadfile"]
INTERRUPTED = 130


class SetUpError(Exception):
    """Raised when setting up cannot go on; `key` names the words that say what to do.

    `said` is what the failed program printed last, `names` fill the gaps in the words.
    """

    def __init__(self, key, said="", **names):
        self.key, self.said, self.names = key, said, names
        super().__init__(key)


def say(key, **names):
    """Show words of the section `[start]`, in the language asked for or else in each."""
    words = tomllib.loads((ROOT / "data/interface.toml").read_text(encoding="utf-8"))["start"][key]
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--language", nargs="?", default=os.environ.get("KIT_LANGUAGE"))
    asked = parser.parse_known_args()[0].language
    for language in [asked] if asked in words else words:
        show(words[language].format(**names))


def fingerprint(*paths):
    """Return a digest of the files, or of all files in the folders, that `paths` name."""
    digest = hashlib.sha256()
    for path in paths:
        inside = filter(Path.is_file, sorted(path.rglob("*")))
        for file in inside if path.is_dir() else [path]:
            digest.update(file.name.encode("utf-8") + file.read_bytes())
    return digest.hexdigest()


def wanted_stamp(is_test):
    """Return what the stamp says, line by line, when nothing is left to install."""
    place = "{} {} {}.{}".format(ROOT, sys.base_prefix, *sys.version_info[:2])
    installed = fingerprint(LOCK, ROOT / "pyproject.toml", ROOT / "kit/lab/extension")
    return [place, installed] + ([fingerprint(TEST_LOCK)] if is_test else [])


def read_stamp():
    """Return the lines of the stamp; none if setting up never came to its end."""
    return STAMP.read_text(encoding="utf-8").splitlines() if STAMP.is_file() else []


def prepare(is_test):
    """Make sure that `.venv` holds what the locks pin; return at once if it does."""
    wanted, found = wanted_stamp(is_test), read_stamp()
    if found[: len(wanted)] == wanted:
        return
    STAMP.unlink(missing_ok=True)
    if found[:1] == wanted[:1]:
        say("renewing")
    else:
        say("starting-afresh" if VENV.exists() else "first-time")
        make_environment()
    install(TEST_LOCK if is_test else LOCK)
    STAMP.write_text("\n".join(wanted), encoding="utf-8")


def make_environment():
    """Make an empty `.venv` with pip in it, in place of whatever is there."""
    if os.pathsep in str(ROOT):
        raise SetUpError("bad-folder", folder=ROOT, sign=os.pathsep)
    if not all(map(importlib.util.find_spec, ("venv", "ensurepip"))):
        raise SetUpError("no-venv")
    if VENV.is_symlink():
        VENV.unlink()
    run("no-venv", sys.executable, "-m", "venv", "--clear", VENV)


def install(lock):
    """Install uv, then what the lock pins, then the kit, each with the one before."""
    say("installer")
    only_uv = VENV / "uv.lock"
    pinned = re.search(r"^uv==.*(\n .*)*", lock.read_text(encoding="utf-8"), re.MULTILINE)
    only_uv.write_text(pinned.group(), encoding="utf-8")
    offline = ["--no-index", "--find-links", WHEELS] if WHEELS.is_dir() else []
    hashed = ["--quiet", "--require-hashes"] + offline
    run("not-installed", PYTHON, "-m", "pip", "install", *hashed + ["-r", only_uv])
    say("packages")
    uv = [PYTHON, "-m", "uv", "pip", "install", "--python", PYTHON, "--compile-bytecode"]
    run("not-installed", *uv + hashed + ["-r", lock])
    say("finishing")
    run("not-installed", *uv + ["--no-deps", "--no-build-isolation", "--editable", ROOT])
    make_path_relative()
    # Without this the first figure of a lesson waits until matplotlib has read every font.
    run("not-installed", PYTHON, "-m", "matplotlib.font_manager")


def run(key, *command):
    """Run a command, silent unless it fails; then `key` names what to say."""
    parts = [str(part) for part in command]
    done = subprocess.run(
        parts, check=False, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True
    )
    if done.returncode:
        printed = (done.stdout + done.stderr).decode("utf-8", "replace")
        raise SetUpError(key, said="\n".join(printed.strip().splitlines()[-4:]))


def make_path_relative():
    """Name the project in the path file by a relative path, which is plain ASCII.

    Before 3.13 Python reads path files in the code page of Windows, and a folder with
    Cyrillic letters in its name would keep every Python of `.venv` from starting.
    """
    packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(VENV)}))
    for file in packages.glob("_iso9001_kit*.pth"):
        file.write_text(os.path.relpath(ROOT, packages), encoding="ascii")


def hand_over(*arguments):
    """Become the Python of `.venv`; on Windows, which cannot, wait for its exit code."""
    sys.stdout.flush()
    command = [str(PYTHON)] + list(arguments)
    environment = dict(os.environ, PYTHONUTF8="1")
    if os.name == "posix":
        os.execve(command[0], command, environment)
    child = subprocess.Popen(command, env=environment)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:  # the child has had it too, and ends in its own time
            continue


def main(arguments):
    """Prepare, then run the tests or the kit; return an exit code."""
    is_test = arguments[:1] == ["test"]
    try:
        prepare(is_test)
    except KeyboardInterrupt:
        return INTERRUPTED
    except SetUpError as stop:
        say(stop.key, **stop.names)
        show(stop.said)
        return 1
    except OSError as error:
        say("not-written", error=error, folder=ROOT)
        return 1
    if is_test:
        os.chdir(ROOT)
        return hand_over("-m", "pytest", *(SPREAD + arguments[1:]))
    return hand_over("-P", "-m", "kit", *arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
