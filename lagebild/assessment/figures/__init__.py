"""What an indicator's figures say: one question per file, each a pure function of a Report.

- `series`: which figures belong together, where a line ends and why
- `trend`: rising, falling, not provable, not computable
- `comparison`: higher or lower than another territory
- `progress`: how far on the way to a target
- `place`: rank among comparable territories
- `freshness`: how old the figures are

They say in German why something cannot be said; what can be said is a value.
"""

from lagebild.assessment.figures import comparison, freshness, place, progress, series, trend

__all__ = ["comparison", "freshness", "place", "progress", "series", "trend"]
