"""The page of changes and its feed. Musterstadt is invented: sample data."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest

from lagebild.assessed import Assessed
from lagebild.exports import feed
from lagebild.model import Release, Report, When
from lagebild.pages import changes

ATOM = "{http://www.w3.org/2005/Atom}"


def page(report: Report, *published: Report) -> str:
    """The page's HTML, with the reports of the versions published before."""
    known = tuple((release(number), one) for number, one in enumerate(published, 1))
    assessed = Assessed(report=report, indicators={}, states={}, boards={}, published=known)
    return next(changes.pages(assessed)).html


def release(number: int) -> Release:
    """A published version."""
    return Release(version=f"{number}.0", when=When.parse(f"202{number}-05-02"), title=f"Fassung {number}")


def entries(report: Report) -> list[ElementTree.Element]:
    """The entries of the feed."""
    return ElementTree.fromstring(feed.feed(report)).findall(f"{ATOM}entry")


def later(report: Report) -> Report:
    """The same town with one figure changed."""
    first, *others = report.figures["kinderarmut"]
    changed = (replace(first, value=99.0), *others)
    return replace(report, figures=dict(report.figures) | {"kinderarmut": changed})


def test_reports_stand_newest_first_and_none_is_lost(sample: Report) -> None:
    days = re.findall(r'lb-meldung-datum">([^<]+)', page(sample))
    assert [day.replace("\u00a0", " ") for day in days] == [
        "30. Juni 2022", "2022", "März 2021", "2020", "September 2019", "14. März 2019", "November 2018",
        "2018",
    ]  # fmt: skip


def test_reports_without_a_date_are_counted(sample: Report) -> None:
    assert "Dazu 1\u00a0Meldung ohne Datum." in page(sample)


def test_a_report_without_evidence_says_so(sample: Report) -> None:
    assert "nicht belegt" in page(sample)


def test_a_replaced_figure_names_reason_extent_and_source(sample: Report) -> None:
    html = page(sample)
    assert "Das Landesamt hat den Wert berichtigt." in html
    assert "Zeiträume: 2020; Gebiete: Musterstadt" in html
    assert 'href="../daten/quellen/#' in html


def test_nothing_replaced_is_said_plainly(sample: Report) -> None:
    assert "Bisher wurde keine Zahl ersetzt." in page(replace(sample, revisions=()))


def test_the_first_version_still_to_come_has_its_place(sample: Report) -> None:
    assert "Noch keine Fassung veröffentlicht." in page(replace(sample, releases=()))


def test_two_versions_are_compared_line_by_line(sample: Report) -> None:
    html = page(later(sample), sample, later(sample))
    assert "Fassung 2" in html
    assert "<h4>Zahlen</h4>" in html


def test_what_changed_since_the_last_version_stands_first(sample: Report) -> None:
    html = page(later(sample), sample)
    assert "Seit der Version 1.0" in html
    assert "<h4>Zahlen</h4>" in html


def test_equal_versions_say_that_nothing_changed(sample: Report) -> None:
    assert "Keine Änderung an den Daten." in page(sample, sample)


def test_the_feed_is_newest_first_and_has_what_atom_demands(sample: Report) -> None:
    found = entries(sample)
    days = [e.findtext(f"{ATOM}updated") for e in found]
    assert days == sorted(days, key=str, reverse=True)
    assert all(e.findtext(f"{ATOM}id") and e.findtext(f"{ATOM}title") for e in found)


def test_ids_are_unique_and_stay_when_other_entries_change(sample: Report) -> None:
    before = [e.findtext(f"{ATOM}id") for e in entries(sample)]
    after = [e.findtext(f"{ATOM}id") for e in entries(replace(sample, releases=()))]
    assert len(set(before)) == len(before)
    assert set(after) < set(before)


def test_the_same_data_gives_the_same_bytes(sample: Report) -> None:
    assert feed.feed(sample) == feed.feed(replace(sample))


def test_an_inferred_date_is_called_so_in_the_feed(sample: Report) -> None:
    assert "(Datum erschlossen)" in feed.feed(sample).decode()


def test_what_is_dated_after_the_reports_day_is_not_yet_told(sample: Report) -> None:
    early = replace(sample, day=date(2020, 1, 1))
    assert all(item.day <= early.day for item in feed.items(early))
    assert len(entries(early)) < len(entries(sample))


@pytest.mark.parametrize(
    ("periods", "said"),
    [
        (("2017", "2018", "2019"), "2017 bis 2019"),
        (("2017", "2019"), "2017 und 2019"),
        (("2018/2019",), "2018/2019"),
    ],
)
def test_periods_in_a_row_are_drawn_together(periods: tuple[str, ...], said: str) -> None:
    assert changes._stretch(periods) == said
