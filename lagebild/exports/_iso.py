"""Days as machines read them."""

from __future__ import annotations

from datetime import date


def iso(day: date | None) -> str | None:
    """`2026-11-22`; null where no day is known."""
    return day.isoformat() if day else None
