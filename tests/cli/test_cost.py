"""What a map of very many districts costs is said before it is drawn."""

from __future__ import annotations

from geo.cli.cost import cost, print_cost


def test_from_10_000_districts_on_page_and_embed_are_advised_against():
    assert cost(9_999, ("html", "embed", "png")) == ""
    assert cost(40_000, ("png", "pdf", "data")) == ""
    assert cost(40_000, ("html", "embed", "png")) == (
        "40,000 districts: html and embed will take about 20 MB each and seconds to open. "
        'Leave them out (outputs = ["png", "pdf", "data"]), or map fewer, larger districts.'
    )


def test_it_is_printed_beside_the_progress(capsys):
    print_cost(10_000, ("html",))
    out, err = capsys.readouterr()
    assert (out, err[:22]) == ("", "10,000 districts: html")
