"""What planners write must not leave the place that the theme gives it."""

from __future__ import annotations

from types import SimpleNamespace

from hooks import site


def test_quotes_and_tags_in_a_description_stay_inside_its_attribute() -> None:
    said = 'Programm "Gute Schule" <b>Sample</b>'
    page = SimpleNamespace(meta={"description": said}, file=SimpleNamespace(src_uri="sample.md"))
    site.on_page_context({}, page, None, None)  # type: ignore[arg-type,typeddict-item]
    assert page.meta["description"] == "Programm &quot;Gute Schule&quot; &lt;b&gt;Sample&lt;/b&gt;"
