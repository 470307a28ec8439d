"""Imprint, data protection, accessibility, contact: what is stated is shown, what is missing has a place.

All names and addresses are invented: sample data.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from lagebild.assessed import Assessed
from lagebild.model import Report, Site
from lagebild.pages import contact, legal
from lagebild.pages._publisher_facts import stated

EMPTY = Site(title="Musterstadt", main_territory="musterstadt")
COMPLETE = {
    "impressum": (legal.IMPRINT, "imprint"),
    "datenschutz": (legal.PRIVACY, "privacy"),
    "barrierefreiheit": (legal.ACCESSIBILITY, "accessibility"),
}


def shown(report: Report, site: Site) -> dict[str, str]:
    """Path → HTML of the legal pages and the contact page with another site description."""
    assessed = Assessed(report=replace(report, site=site), indicators={}, states={}, boards={})
    return {page.path: page.html for kind in (legal, contact) for page in kind.pages(assessed)}


@pytest.mark.parametrize("name", COMPLETE)
def test_each_missing_detail_is_named_with_its_key(sample: Report, name: str) -> None:
    wanted, _ = COMPLETE[name]
    keys = re.findall(rf"<code>{name}: ([\w-]+)</code>", shown(sample, EMPTY)[f"ueber/{name}/"])
    assert keys == [one.key for one in wanted if not one.optional]


@pytest.mark.parametrize("name", COMPLETE)
def test_a_complete_page_has_no_gap_and_shows_every_detail(sample: Report, name: str) -> None:
    wanted, attribute = COMPLETE[name]
    facts = tuple((one.key, f"Angabe zu {one.key}") for one in wanted)
    html = shown(sample, replace(EMPTY, **{attribute: facts}))[f"ueber/{name}/"]
    assert "lb-leer" not in html
    assert all(f"Angabe zu {one.key}" in html for one in wanted)


def test_the_publisher_is_named_once_and_serves_as_the_name_of_the_imprint(sample: Report) -> None:
    html = shown(sample, replace(EMPTY, publisher=(("text", "Verein Musterlicht"),)))["ueber/impressum/"]
    assert "Verein Musterlicht" in html
    assert "impressum: name" not in html


def test_a_plain_text_is_shown_as_it_is_and_not_searched_for_gaps() -> None:
    known = stated("impressum", (("text", "Alles Nötige"),), legal.IMPRINT)
    assert (known.text, known.facts, known.gaps) == ("Alles Nötige", (), ())


def test_blank_details_count_as_missing() -> None:
    known = stated("impressum", (("name", "  "),), legal.IMPRINT[:1])
    assert [gap.key for gap in known.gaps] == ["impressum: name"]


def test_details_under_other_keys_are_shown_as_well() -> None:
    known = stated("kontakt", (("fax_nummer", "0123"), ("e-mail", "a@stadt.example")), contact.WANTED)
    assert [(f.name, f.url) for f in known.facts] == [
        ("E-Mail", "mailto:a@stadt.example"),
        ("Fax nummer", None),
    ]


def test_without_an_address_the_contact_page_says_who_enters_it(sample: Report) -> None:
    html = shown(sample, EMPTY)["ueber/kontakt/"]
    assert "Noch keine Adresse eingetragen." in html
    assert "mailto:" not in html


def test_a_repository_is_a_way_to_propose_a_change(sample: Report) -> None:
    site = replace(EMPTY, repository="https://forge.example/musterstadt")
    assert 'href="https://forge.example/musterstadt"' in shown(sample, site)["ueber/kontakt/"]


@pytest.mark.parametrize("anchor", ["fehler", "beleg", "barriere"])
def test_links_of_other_pages_find_their_section(sample: Report, anchor: str) -> None:
    assert f'id="{anchor}"' in shown(sample, EMPTY)["ueber/kontakt/"]


def test_texts_of_the_publisher_carry_no_scripts(sample: Report) -> None:
    site = replace(EMPTY, imprint=(("text", "<script>alert(1)</script>Name"),))
    assert "<script" not in shown(sample, site)["ueber/impressum/"]


def test_no_gap_of_the_law_is_called_an_act_that_has_been_replaced() -> None:
    assert not any("TMG" in one.why for one in legal.IMPRINT)
