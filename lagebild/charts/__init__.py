"""Charts: from findings to pictures.

A chart is one file that says what one kind of picture shows. It offers the sizes it is drawn at (`SIZES`, a
wide and a narrow one, of which the page shows one), a function that takes what it needs from a report and
its findings, and `spec(…, size)`, which gives a Vega-Lite specification: plain data, the same for the same
input. Layers are declared once with Altair; places are computed here, so nothing depends on what a renderer
measures.

`style` holds the theme, `render` turns a specification into SVG and PNG and remembers them. Charts know
nothing of pages: titles, descriptions and tables beside them come from those who show them. Marks differ in
form before they differ in colour; colours are named as tokens, never as values.

- `time_series`: the main chart of an indicator
- `key_chart`: the small chart beside a key sentence
- `sparkline`: the course of a series in a row of the catalogue
- `small_multiples`: a breakdown as panels
- `stacked`: a breakdown whose parts add up
- `ranking`: territories in the order of their figures
- `choropleth`: territories on the map of one day
- `availability`: which years have figures
- `status_timeline`: a measure's plan, reports and responsibilities in time
- `milestones`: planned against actual
- `network`: who works on what
- `interactive`: the main chart to explore on demand
"""

from lagebild.charts import (
    availability,
    choropleth,
    interactive,
    key_chart,
    milestones,
    network,
    ranking,
    render,
    small_multiples,
    sparkline,
    stacked,
    status_timeline,
    style,
    time_series,
)

CHARTS = (
    time_series, key_chart, sparkline, small_multiples, stacked, ranking, choropleth, availability,
    status_timeline, milestones, network, interactive,
)  # fmt: skip
"""Every kind of chart; a file of this folder that is missing here fails the tests."""

__all__ = [
    "CHARTS", "availability", "choropleth", "interactive", "key_chart", "milestones", "network", "ranking",
    "render", "small_multiples", "sparkline", "stacked", "status_timeline", "style", "time_series",
]  # fmt: skip
