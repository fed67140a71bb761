"""A spec that is no TOML: what to write instead, for those who never read of TOML."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.spec.written import GOOD, HEAD, MEASURE, message


@pytest.mark.parametrize("key", ["measures", "plates", "points"])
@pytest.mark.parametrize("times", [1, 2])
def test_a_list_of_tables_in_single_brackets(tmp_path: Path, key: str, times: int):
    head = HEAD if key == "measures" else GOOD
    assert message(tmp_path, head + f'[{key}]\nlabel = "a"\n' * times) == (
        f"x.toml, {key}: is written as a single table. "
        f"Write [[{key}]] in double brackets, once for each."
    )


@pytest.mark.parametrize("first", ["[{}]", "[[{}]]"])
def test_single_and_double_brackets_mixed(tmp_path: Path, first: str):
    second = "[{}]" if first == "[[{}]]" else "[[{}]]"
    text = HEAD + f"{first}\n{MEASURE}{second} # the other\n{MEASURE}".replace("{}", "measures")
    assert message(tmp_path, text) == (
        "x.toml, measures: is written as a single table. "
        "Write [[measures]] in double brackets, once for each."
    )


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("成都", 'Put text in straight quotes: "成都".'),
        ("“成都”  # 标题", 'Put text in straight quotes: "成都".'),
        ("‘成都’", 'Put text in straight quotes: "成都".'),
        ("「成都」", 'Put text in straight quotes: "成都".'),
        ("Paris", 'Put text in straight quotes: "Paris".'),
        ("True", "Write true or false in small letters."),
        ("?", "See https://toml.io."),
    ],
)
def test_text_without_straight_quotes(tmp_path: Path, written: str, remedy: str):
    assert message(tmp_path, f"title = {written}\n") == (
        f"x.toml: is not valid TOML: Invalid value (at line 1, column 9). {remedy}"
    )


@pytest.mark.parametrize(
    ("text", "found", "remedy"),
    [
        ('title = "abc\n', "Illegal character '\\n' (at line 1, column 13)",
         'Close the text with a quotation mark: "…".'),
        ("title = 'abc", 'Expected "\'" (at end of document)',
         "Close the text with the quotation marks that it begins with."),
        ('title = """abc', "Unterminated string (at end of document)",
         "Close the text with the quotation marks that it begins with."),
        ('title： "x"', "Expected '=' after a key in a key/value pair (at line 1, column 6)",
         "Write = instead of ：."),
        ('title: "x"', "Expected '=' after a key in a key/value pair (at line 1, column 6)",
         "Write = instead of :."),
        ('title ＝ "x"', "Expected '=' after a key in a key/value pair (at line 1, column 7)",
         "Write = instead of ＝."),
        ('notes = ["a"，"b"]', "Unclosed array (at line 1, column 13)", "Write , instead of ，."),
        ("[table］", "Expected ']' at the end of a table declaration (at line 1, column 7)",
         "Write ] instead of ］."),
        ("[colors\nx = 1", "Expected ']' at the end of a table declaration (at line 1, column 8)",
         "Close the brackets: [colors]."),
        ('file = "C:\\Users\\x.csv"', "Invalid hex value (at line 1, column 13)",
         'Write paths with /, as in "data/table.csv".'),
        ('file = "data\\projects.csv"', "Unescaped '\\' in a string (at line 1, column 15)",
         'Write paths with /, as in "data/table.csv".'),
    ],
)  # fmt: skip
def test_a_slip_of_the_keyboard_is_answered_with_what_to_write(tmp_path, text, found, remedy):
    assert message(tmp_path, text) == f"x.toml: is not valid TOML: {found}. {remedy}"


@pytest.mark.parametrize(
    ("text", "found", "remedy"),
    [
        ('title = "a"\ntitle = "b"\n', "Cannot overwrite a value (at line 2, column 12)",
         "title is given above already: keep one of the two."),
        ('[table]\nkey = "a"\n[table] # again\n',
         "Cannot declare ('table',) twice (at line 3, column 7)",
         "[table] stands above already: put the keys of both under one."),
    ],
)  # fmt: skip
def test_what_is_written_twice_is_named(tmp_path: Path, text: str, found: str, remedy: str):
    assert message(tmp_path, text) == f"x.toml: is not valid TOML: {found}. {remedy}"
