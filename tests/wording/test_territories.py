"""Names of places in sentences. All places are invented; the forms are those of German names."""

from __future__ import annotations

import pytest

from lagebild.model import Territory
from lagebild.wording import territories


@pytest.mark.parametrize(
    ("name", "kind", "within", "with_it", "for_it"),
    [
        ("Musterstadt", "stadt", "in Musterstadt", "Musterstadt", "Musterstadt"),
        ("Neustadt an der Muster", "stadt", "in Neustadt an der Muster", "Neustadt an der Muster",
         "Neustadt an der Muster"),
        ("Stadt Musterstadt", "stadt", "in der Stadt Musterstadt", "der Stadt Musterstadt",
         "die Stadt Musterstadt"),
        ("Gemeinde Musterdorf", "gemeinde", "in der Gemeinde Musterdorf", "der Gemeinde Musterdorf",
         "die Gemeinde Musterdorf"),
        ("Musterkreis", "kreis", "im Musterkreis", "dem Musterkreis", "den Musterkreis"),
        ("Muster-Kreis", "kreis", "im Muster-Kreis", "dem Muster-Kreis", "den Muster-Kreis"),
        ("Musterkreis (ohne Musterstadt)", "kreis", "im Musterkreis ohne Musterstadt",
         "dem Musterkreis ohne Musterstadt", "den Musterkreis ohne Musterstadt"),
        ("Landkreis Muster", "kreis", "im Landkreis Muster", "dem Landkreis Muster", "den Landkreis Muster"),
        ("Musterhausen", "kreis", "im Kreis Musterhausen", "dem Kreis Musterhausen",
         "den Kreis Musterhausen"),
        ("Musterischer Kreis", "kreis", "im Musterischen Kreis", "dem Musterischen Kreis",
         "den Musterischen Kreis"),
        ("Musterer Land", "kreis", "im Musterer Land", "dem Musterer Land", "das Musterer Land"),
        ("Region Muster", "kreis", "in der Region Muster", "der Region Muster", "die Region Muster"),
        ("Musterland", "land", "in Musterland", "Musterland", "Musterland"),
        ("Saarland", "land", "im Saarland", "dem Saarland", "das Saarland"),
        ("Deutschland", "bund", "in Deutschland", "Deutschland", "Deutschland"),
        ("Muster-Nord", "sozialraum", "in Muster-Nord", "Muster-Nord", "Muster-Nord"),
        ("Musterviertel", "sozialraum", "im Musterviertel", "dem Musterviertel", "das Musterviertel"),
        ("Innenstadt", "sozialraum", "in der Innenstadt", "der Innenstadt", "die Innenstadt"),
        ("Kernstadt Musterstadt", "stadtteil", "in der Kernstadt Musterstadt", "der Kernstadt Musterstadt",
         "die Kernstadt Musterstadt"),
        ("Planungsregion 2", "sozialraum", "in der Planungsregion 2", "der Planungsregion 2",
         "die Planungsregion 2"),
    ],
)  # fmt: skip
def test_names_take_the_article_and_case_that_their_form_demands(
    name: str, kind: str, within: str, with_it: str, for_it: str
) -> None:
    territory = Territory(id="sample", name=name, kind=kind)
    assert territories.within(territory) == within
    assert territories.dative(territory) == with_it
    assert territories.accusative(territory) == for_it


@pytest.mark.parametrize(
    ("name", "kind", "subject"),
    [
        ("Musterstadt", "stadt", "Musterstadt"),
        ("Musterkreis", "kreis", "der Musterkreis"),
        ("Musterischer Kreis", "kreis", "der Musterische Kreis"),
        ("Musterer Land", "kreis", "das Musterer Land"),
        ("Innenstadt", "sozialraum", "die Innenstadt"),
    ],
)
def test_as_a_subject_names_stand_in_the_nominative(name: str, kind: str, subject: str) -> None:
    assert territories.nominative(Territory(id="sample", name=name, kind=kind)) == subject


def test_no_territory_of_the_data_is_left_without_a_form(real: object) -> None:
    forms = [territories.within(t) for t in real.territories.values()]  # type: ignore[attr-defined]
    assert forms
    assert all(form.startswith(("in ", "im ", "in der ")) for form in forms)
