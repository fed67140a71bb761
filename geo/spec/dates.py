"""The date of an edition, as files are named by it."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

_FORM = re.compile(r"(\d{4})(?:Q[1-4]|-(\d\d)(?:-(\d\d)(?:-[1-9]\d?)?)?)?", re.ASCII)


def _as_text(value: object) -> object:
    # TOML has dates and years of its own, without quotation marks; a time of day names no file.
    return str(value) if type(value) in {date, int} else value


def _checked(text: str) -> str:
    if not text:
        return text
    if found := _FORM.fullmatch(text):
        year, month, day = (int(part or 1) for part in found.groups())
        try:
            date(year, month, day)
        except ValueError:
            pass
        else:
            return text
    known = "2024, 2024Q1, 2024-02, 2024-02-26 or 2024-02-26-2"
    raise ValueError(f"{text!r} is no date. Write it as {known}")


#: Empty, or a year, a quarter, a month, a day, a numbered edition of a day.
Edition = Annotated[str, BeforeValidator(_as_text), AfterValidator(_checked)]
