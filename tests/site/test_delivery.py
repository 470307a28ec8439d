"""What finished HTML still gets: what the search reads, a policy, repairs, words people type."""

from __future__ import annotations

import json

import pytest

from lagebild import delivery


@pytest.mark.parametrize(
    ("html", "read"),
    [
        ("<p>Armut</p>", "<p>Armut</p>"),
        ("<p>a</p><svg><title>t</title></svg><p>b</p>", "<p>a</p><p>b</p>"),
        ('<div data-search-exclude=""><div>x</div><table></table></div><p>b</p>', "<p>b</p>"),
        ('<table class="t" data-search-exclude=""><tr><td>1</td></tr></table>c', "c"),
        ('<figure data-search-exclude=""><svg></svg></figure><svg></svg>d', "d"),
        ("<table><tr><td>Vorlage 12</td></tr></table>", "<table><tr><td>Vorlage 12</td></tr></table>"),
    ],
)
def test_the_search_reads_words_but_neither_drawings_nor_tables_of_figures(html: str, read: str) -> None:
    assert delivery.searchable(html) == read


def test_the_policy_allows_the_pages_own_scripts_and_nothing_else() -> None:
    page = delivery.with_policy('<meta charset="utf-8"><script>a()</script><script src="x.js"></script>')

    assert page.startswith('<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="')
    assert page.count("'sha256-") == 1
    assert "unsafe" not in page


@pytest.mark.parametrize(
    ("html", "right"),
    [
        ('<label for="__toc">x</label>', "<label>x</label>"),
        ('<input id="__toc"><label for="__toc">x</label>', '<input id="__toc"><label for="__toc">x</label>'),
        ('<label tabindex="">', '<label tabindex="0">'),
    ],
)
def test_slips_of_the_theme_are_repaired(html: str, right: str) -> None:
    assert delivery.repaired(html) == right


def test_pages_are_found_by_other_spellings_and_by_the_second_part_of_a_word() -> None:
    index = json.dumps(
        {"docs": [{"location": "a/", "title": "Familienförderung", "text": ""}, {"location": "a/#x"}]}
    )

    found = json.loads(delivery.with_search_words(index, {"a/": ("Schüler",)}))["docs"][0]["text"]

    assert "Schueler" in found
    assert "förderung" in found
