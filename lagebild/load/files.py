"""Reading bytes: a data package as a mapping of path to content, from a folder or from a git commit.

Both give the same thing, so that "this proposal", "the last release" and "today" are loaded alike. Only
`data/` and `datapackage.json` are read, never anything outside the package.
"""

from __future__ import annotations

import os
import stat
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lagebild.model import Place
from lagebild.problems import Problem, error

_FOLDER = "data"
_SINGLE = "datapackage.json"
# Ten times the largest table known; above that a file is not something a person keeps by hand.
_MAX_BYTES = 20_000_000
_FILE_ENDINGS = (".csv", ".geojson", ".json", ".yaml")
# What editors, spreadsheets and operating systems leave beside a file that is open.
_LEFTOVERS = ("~$", ".~lock.", ".")
_LEFTOVER_ENDINGS = ("~", ".tmp", ".bak", ".swp", ".orig")
_LEFTOVER_NAMES = frozenset({"Thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a data package and what was wrong with reading them."""

    content: Mapping[str, bytes]
    """Path below the package root with forward slashes → bytes, sorted by path."""
    problems: tuple[Problem, ...] = ()


class CannotReadError(Exception):
    """The folder or commit itself cannot be read; the message is one German sentence."""


def read_folder(root: Path) -> Files:
    """Every file of the package below `root`; links are reported, never followed."""
    if not root.is_dir():
        raise CannotReadError(f"Den Ordner „{root}“ gibt es nicht.")
    content: dict[str, bytes] = {}
    problems: list[Problem] = []

    def closed(fault: OSError) -> None:
        problems.append(_unreadable(Path(fault.filename).relative_to(root).as_posix()))

    for path, entry in _walk(root, closed):
        if fault := _fault_of_name(path) or _fault_of_entry(path, entry):
            problems.append(fault)
            continue
        try:
            content[path] = entry.read_bytes()
        except OSError:
            problems.append(_unreadable(path))
    return Files(dict(sorted(content.items())), (*problems, *_case_clashes(content)))


def _walk(root: Path, closed: Callable[[OSError], None]) -> Iterator[tuple[str, Path]]:
    """Every entry of the package that is not a folder; `closed` is told of folders that cannot be opened."""
    if (single := root / _SINGLE).exists() or single.is_symlink():
        yield _SINGLE, single
    if (root / _FOLDER).is_symlink():
        yield _FOLDER, root / _FOLDER
        return
    if not (root / _FOLDER).exists():
        return
    for folder, folders, names in os.walk(root / _FOLDER, followlinks=False, onerror=closed):
        folders.sort()
        strange = [name for name in folders if _is_no_folder(Path(folder) / name)]
        for name in sorted([*names, *strange]):
            if not _is_leftover(name):
                entry = Path(folder) / name
                yield entry.relative_to(root).as_posix(), entry
        folders[:] = [name for name in folders if not name.startswith(".")]


def _is_no_folder(entry: Path) -> bool:
    """Whether a link or a folder stands where a file is meant."""
    return entry.is_symlink() or entry.suffix in _FILE_ENDINGS


def _is_leftover(name: str) -> bool:
    return name in _LEFTOVER_NAMES or name.startswith(_LEFTOVERS) or name.endswith(_LEFTOVER_ENDINGS)


def _fault_of_entry(path: str, entry: Path) -> Problem | None:
    state = entry.lstat()
    if stat.S_ISLNK(state.st_mode):
        return _link(path)
    if stat.S_ISDIR(state.st_mode):
        message = "Hier liegt ein Ordner statt einer Datei."
        return error("pfad", Place(file=path), message, "Benennen Sie den Ordner um, oder löschen Sie ihn.")
    if not stat.S_ISREG(state.st_mode):
        return error(
            "pfad", Place(file=path), "Hier liegt keine gewöhnliche Datei.", "Löschen Sie den Eintrag."
        )
    return _too_large(path) if state.st_size > _MAX_BYTES else None


def _link(path: str) -> Problem:
    return error(
        "pfad",
        Place(file=path),
        "Hier liegt eine Verknüpfung (symbolischer Link) statt einer Datei; sie könnte anderswohin führen.",
        "Legen Sie die Datei selbst an diese Stelle.",
    )


def _unreadable(path: str) -> Problem:
    return error(
        "pfad",
        Place(file=path),
        "Das Betriebssystem lässt diese Stelle nicht lesen.",
        "Geben Sie die Leserechte, oder legen Sie die Datei neu an.",
    )


def _too_large(path: str) -> Problem:
    return error(
        "pfad",
        Place(file=path),
        f"Die Datei ist größer als {_MAX_BYTES // 1_000_000} MB.",
        "Nehmen Sie nur die Werte auf, die gezeigt werden sollen.",
    )


def _fault_of_name(path: str) -> Problem | None:
    if path.isprintable() and "\\" not in path:
        return None
    shown = path.encode("unicode_escape").decode("ascii")
    return error(
        "pfad",
        Place(file=shown),
        "Der Dateiname enthält ein Zeichen, das nicht jedes Betriebssystem versteht.",
        "Benennen Sie die Datei um: Kleinbuchstaben, Ziffern und Bindestriche.",
    )


def _case_clashes(content: Mapping[str, bytes]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for path in sorted(content):
        other = seen.setdefault(path.casefold(), path)
        if other != path:
            yield error(
                "pfad",
                Place(file=path),
                f"Der Name unterscheidet sich von „{other}“ nur durch Groß- und Kleinschreibung.",
                "Benennen Sie eine der beiden Dateien um; unter Windows wären sie dieselbe.",
            )


def read_commit(repository: Path, revision: str) -> Files:
    """Every file of the package as it stood in a commit, by two calls of git."""
    if revision.startswith("-"):
        raise CannotReadError(f"„{revision}“ ist keine Version.")
    listing = _git(repository, revision, "ls-tree", "-r", "-z", "--long", revision, "--", _FOLDER, _SINGLE)
    wanted: list[tuple[str, str]] = []
    problems: list[Problem] = []
    for line in listing.decode("utf-8", "surrogateescape").split("\0")[:-1]:
        facts, path = line.split("\t", 1)
        mode, _kind, name, size = facts.split()
        if _is_leftover(path.rsplit("/", 1)[-1]):
            continue
        if fault := _fault_of_name(path) or _fault_of_blob(path, mode, size):
            problems.append(fault)
        else:
            wanted.append((path, name))
    content = _blobs(repository, revision, wanted)
    return Files(dict(sorted(content.items())), (*problems, *_case_clashes(content)))


def _fault_of_blob(path: str, mode: str, size: str) -> Problem | None:
    # 100644 and 100755 are files; 120000 is a link, 160000 another repository.
    if not mode.startswith("100"):
        return _link(path)
    return _too_large(path) if int(size) > _MAX_BYTES else None


def _blobs(repository: Path, revision: str, wanted: list[tuple[str, str]]) -> dict[str, bytes]:
    names = "".join(f"{name}\n" for _, name in wanted).encode("ascii")
    stream = _git(repository, revision, "cat-file", "--batch", given=names)
    content: dict[str, bytes] = {}
    position = 0
    for path, _ in wanted:
        end = stream.index(b"\n", position)
        size = int(stream[position:end].split()[-1])
        content[path] = stream[end + 1 : end + 1 + size]
        position = end + 1 + size + 1
    return content


def _git(repository: Path, revision: str, *command: str, given: bytes = b"") -> bytes:
    try:
        done = subprocess.run(
            ["git", "-C", str(repository), *command], input=given, capture_output=True, check=True
        )
    except FileNotFoundError:
        raise CannotReadError("Das Programm git ist nicht installiert.") from None
    except subprocess.CalledProcessError:
        raise CannotReadError(f"Die Version „{revision}“ lässt sich in „{repository}“ nicht lesen.") from None
    return done.stdout
