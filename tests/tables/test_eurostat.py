"""Eurostat's tab-separated files."""

from __future__ import annotations

from geo.tables.eurostat import expanded
from geo.tables.reader import read_table

TEXT = (
    "freq,unit,geo\\TIME_PERIOD\t2021 \t2022 \n"
    "A,PC,AT\t10.4 \t11.2 b\n"
    "A,PC,BE\t: \t-3 bp\n"
    "A,PC,BG\t: c\t0.0 \n"
)


def test_dimensions_are_columns_and_a_colon_is_no_figure(tmp_path):
    path = tmp_path / "tps00203.tsv"
    path.write_text(TEXT, encoding="utf-8")
    table = read_table(path, key="geo", columns={"2021": "%", "2022": "%"}, allow_negative={"2022"})
    assert table.keys == ("AT", "BE", "BG")
    assert [float(n) if n is not None else None for n in table.columns["2021"].numbers] == [
        10.4, None, None,
    ]  # fmt: skip
    assert [float(n or 0) for n in table.columns["2022"].numbers] == [11.2, -3.0, 0.0]
    assert [str(note) for note in table.notes] == [
        f"{path}: figures have flags of Eurostat: b, c, p. "
        "See whether the map needs a note on them."
    ]


def test_what_is_no_flag_stays_for_the_reader_to_refuse():
    rows, _ = expanded([(1, ("geo\\TIME", "2021")), (2, ("AT", "1O.4"))], "t.tsv")
    assert rows[1] == (2, ("AT", "1O.4"))


def test_other_tables_are_left_as_they_are():
    rows = [(1, ("geo", "2021 ")), (2, ("AT", "1 b"))]
    assert expanded(rows, "t.csv") == (rows, ())
