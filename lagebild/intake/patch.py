"""Changes to files as one unified diff that `git apply` accepts, whatever bytes they hold."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from lagebild.intake.tidied import Tidied

_NO_NEWLINE = b"\n\\ No newline at end of file\n"


def as_patch(tidied: Iterable[Tidied]) -> bytes:
    """The patch; empty when nothing changes. Files are named below the package root."""
    return b"".join(_file_patch(t) for t in tidied if t.is_changed)


def _file_patch(tidied: Tidied) -> bytes:
    name = tidied.file.encode()
    # Only \n ends a line for git; a file with \r\n or \r has those inside its lines.
    before, after = _lines(tidied.before), _lines(tidied.after)
    diff = list(
        difflib.diff_bytes(difflib.unified_diff, before, after, b"a/" + name, b"b/" + name, lineterm=b"\n")
    )
    head = b"diff --git a/%s b/%s\n" % (name, name)
    return head + b"".join(line if line.endswith(b"\n") else line + _NO_NEWLINE for line in diff)


def _lines(content: bytes) -> list[bytes]:
    lines = content.split(b"\n")
    return [line + b"\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
