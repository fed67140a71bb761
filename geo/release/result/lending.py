"""What a number without a noun or a measure counts: what the statement before it did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geo.release.parsing.statements import Statement
from geo.release.result.rows import Found

_NEAR = 3  # lines within which a statement lends its columns to a shorter one


def columns_lent(
    statements: Sequence[Statement], summed: frozenset[str], found: Found
) -> Iterator[Statement]:
    """Yield statements whose bare numbers have the meaning of those of the statement before.

    ``奎文区16个，总投资81.8亿元；潍城区15个，84.5亿元``: the same number of sums in the same order.
    A statement that neither names its projects nor leans on one that does is no statement of any.
    """
    near, columns = -_NEAR - 1, tuple[str, ...]()
    statements = list(_firms_lent(list(_sorts_lent(statements))))
    sentences = [said.sentence for said in statements]
    named = [said.named or said.measured for said in statements]
    evident = {sentence for sentence, sure in zip(sentences, named, strict=True) if sure}
    label = ""  # of the whole's money by a name of its own: 资金总规模
    told = (-1, -1)  # the sentence that names the columns itself, whatever it begins with
    for said, sentence in zip(statements, sentences, strict=True):
        context = (said.line - near <= _NEAR or said.times.projects) and not said.off_topic
        context = context or bool(said.lead) or sentence == told
        evidence = context or said.named or said.measured
        evidence = evidence or sentence in evident
        explicit = tuple(column for column in said.readings if column in summed)
        lent = _columns(said, columns if context else (), summed, evidence=evidence)
        # 项目736个，资金总规模41.8亿元。其中，西昌市42个项目、2.6亿元
        lent = (label,) if label and context and lent == ("investment",) else lent
        statement = _lent(said, lent, found)
        if not evidence:
            statement = dropped(statement, tuple(statement.readings), found)
        elif not (said.measured or "projects" in said.readings or said.bare):
            statement = dropped(statement, ("investment",), found)
        if said.subject.role != "place":
            label = _own_money(statement, summed) or ("" if explicit else label)
        if statement.readings:
            near, columns = statement.line, explicit or columns
            told = sentence if said.measured else told
        yield statement


def _own_money(said: Statement, summed: frozenset[str]) -> str:
    """Return the column of the only money of a statement, if it is called by no known measure."""
    money = [c for c, r in said.readings.items() if c == "investment" or r[0].unit == "亿元"]
    return money[0] if len(money) == 1 and money[0] not in summed else ""


def _sorts_lent(statements: Sequence[Statement]) -> Iterator[Statement]:
    """Give counts without noun the kind of those of the unit before them in the sentence.

    奎文区10亿元以上项目达8个，潍城区11个: the eleven are of that size, too.
    """
    last, subset = (-1, -1), ""
    for said in statements:
        sentence = said.sentence
        subset = subset if sentence == last else ""
        counted = said.subject.role == "place" and "projects" in said.readings
        if counted and said.named:
            subset = said.subset
        each = len(said.subject.places) > 1 and "projects" not in said.readings
        lends = (counted or each) and subset and not (said.named or said.subset)
        yield said._replace(subset=subset) if lends else said
        last = sentence


def _firms_lent(statements: Sequence[Statement]) -> Iterator[Statement]:
    """Give counts in 家 behind a count of firms that of firms: 新增企业68家。其中，奎文区9家."""
    firms = False
    for said in statements:
        counts = said.readings.get("projects", ())
        if firms and counts and all(reading.printed.endswith("家") for reading in counts):
            rest = {k: v for k, v in said.readings.items() if k != "projects"}
            firms_of = tuple(r._replace(column="companies", unit="家") for r in counts)
            yield said._replace(readings={"companies": firms_of, **rest})
            continue
        firms = "companies" in said.readings or (firms and not counts)
        yield said


def _columns(
    said: Statement, before: tuple[str, ...], summed: frozenset[str], *, evidence: bool
) -> tuple[str, ...]:
    """Return the columns of the sums without measure, as many as there are; none if not certain."""
    if not said.bare or any(column in summed for column in said.readings):
        return ()
    if said.lead in summed and len(said.bare) in (1, len(said.subject.places)):
        return (said.lead,)
    if "projects" not in said.readings:
        # 包头市次之，为388亿元: what the sentence before gives the sums of, and nothing else
        each = len(said.bare) in (1, len(said.subject.places))
        return before if len(before) == 1 and each and said.lead == "" else ()
    if len(before) == len(said.bare):
        return before
    # 济南市114项、344亿元: a count and its sum
    return ("investment",) if said.paired and evidence and len(said.bare) == 1 else ()


def _lent(statement: Statement, columns: tuple[str, ...], found: Found) -> Statement:
    """Give the sums without measure their columns."""
    places = max(len(statement.subject.places), 1)
    if places > 1 and len(statement.bare) == places and len(columns) == 1:
        # 总投资居前三位，分别为2150亿元、1320亿元、1280亿元
        each = tuple(reading._replace(column=columns[0]) for reading in statement.bare)
        return statement._replace(readings={**statement.readings, columns[0]: each})
    if places > 1 or not columns:
        found.reasons |= {reading.start: "bare" for reading in statement.bare}
        return statement
    lent = {
        column: (reading._replace(column=column),)
        for column, reading in zip(columns, statement.bare, strict=True)
    }
    return statement._replace(readings={**statement.readings, **lent})


def dropped(statement: Statement, columns: Sequence[str], found: Found) -> Statement:
    """Return a statement without some of its columns, whose numbers are not certain."""
    lost = (r for column in columns for r in statement.readings.get(column, ()))
    found.reasons |= {reading.start: "unclear" for reading in lost}
    return statement.without(columns)
