"""What makes every city's site look right: templates, colours, type, components, fonts and scripts.

The folder `overrides/` is the theme's `custom_dir` for Material for MkDocs. It holds no city: titles, banner
and footer come from `extra.lagebild` (documented at the top of `overrides/main.html`), a city's own sign
from `theme.logo`. Colours are written once, in `overrides/assets/theme/tokens.css`; everything else refers
to them.
"""

from __future__ import annotations
