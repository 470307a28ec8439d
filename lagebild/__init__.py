"""Lagebild: a municipality's poverty-prevention work, from data in git to a public site.

The way of the data: files → `load` → one `Report` of frozen values → `rules` say what is wrong with it,
`assessment` says what it means → `charts`, `pages` and `exports` say it to people and machines → `site`
gathers every file of the finished site.
"""

import os
import sys


def _refuse_unreadable_day() -> None:
    """End the program in one sentence where SOURCE_DATE_EPOCH is no number.

    numpy reads the variable too, while it is imported, and would end the program with a traceback before
    any command could say what is wrong.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "0")
    try:
        int(epoch)
    except ValueError:
        print(
            f"SOURCE_DATE_EPOCH ist „{epoch}“; erwartet werden Sekunden seit 1970 als ganze Zahl.",
            file=sys.stderr,
        )
        raise SystemExit(2) from None


_refuse_unreadable_day()
