"""The page of worked examples: every method with numbers that anyone can compute again."""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.assessed import Assessed
from lagebild.pages._worked_examples import examples
from lagebild.pages.page import Crumb, Page, Templates

PATH = "methodik/beispiele/"
_TEMPLATES = Templates()


def pages(assessed: Assessed) -> Iterator[Page]:
    """The one page; it rests on no data of the municipality."""
    yield Page(
        path=PATH,
        title="Rechenbeispiele",
        html=_TEMPLATES.fill("method_examples.html.jinja", PATH, examples=tuple(examples())),
        section="ueber/",
        description="Jedes Verfahren mit einem Beispiel zum Nachrechnen.",
        keywords=("Wilson", "Byar", "Poisson", "Konfidenzintervall", "Trendtest"),
        crumbs=(Crumb(title="Methodik", path="methodik/"),),
    )
