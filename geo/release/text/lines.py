"""From a plain text to its lines as they were meant: wrapped lines joined, tables recognised."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from geo.base.text import simplified
from geo.release.text.separated import tabulated
from geo.release.text.stacked import Piece, in_rows, without_bars, without_gaps
from geo.release.words.footnotes import FOOTNOTE, NO_MARK
from geo.release.words.kinds import WordList
from geo.release.words.lexicon import listed

#: Full-width letters, digits and signs to half-width, one for one, so that positions stay.
#: Punctuation that separates clauses is left alone: there full-width is the norm.
_FOLD = {chr(0xFF01 + i): chr(0x21 + i) for i in range(94) if chr(0x21 + i) not in "!(),:;?|"}
_FOLD |= {"\u3000": " ", "\u00a0": " ", "\uff5c": "|", "\u2502": "|", "\u2212": "-", "陜": "陕"}
_WIDE_THOUSANDS = re.compile(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")

#: A programme that its money is of (“十大工程”完成投资), one of a province (省“千项万亿”项目),
#: or one that says how many things are in it (“四个一百”). Others choose projects: “两高”项目.
_QUOTED = re.compile(
    r"(?=[“\"])(?:(?P<of>(?<=[省部])|(?=.[一二三四五六七八九十百千两]{1,2}[个大项批张]))|)"
    r"[“\"][\u4e00-\u9fff]{1,8}(?<![区县市旗州盟])[”\"]"
    r"(?=(?:第[\d一二三四五六七八九十]{1,3}[期批次轮])?类?(?:省级|市级|重大|重点|建设){0,2}"
    r"(?(of)(?:项目|工程|完成|投资)|(?:项目|工程)?(?:完成|投资)))"
)
#: 分县（市、区）看
_SORTS = re.compile(
    r"(?<=[分按从各][县市区旗州盟])[（(](?:(?:[县市区旗州盟]|开发区|功能区|园区|管委会)[、,，/和]?){1,4}[）)]"
    r"(?=看|来看|分|排|情况|中|，|,|：|:)"
)
#: “签约一批”项目: the act is in the quotation.
_BATCHES = re.compile(r"[“\"](?![一二三四五六七八九十]个)([\u4e00-\u9fff]{2}一批)[”\"]")
#: What the projects are about tells nothing of whose they are: 涵盖制造业、民生等多个领域, 主要是
#: 基础民生工程, 包括新开工、续建两类.
_FIELDS = re.compile(
    r"(?:主要)?(?:涵盖|涉及|覆盖|包括|包含|聚焦|集中在|分布在)[^，,。；;：:\d\n（()）]{2,50}?"
    r"(?:领域|行业|方面|产业|板块|业态)(?=[，,。；;])"
    r"|(?:涵盖|涉及)[^，,。；;：:\d\n（()）区县市州旗]{2,50}?等(?=[，,。；;])"
    r"|(?:包括|分为)[^，,。；;：:\d\n（()]{2,40}?[两二三四五六七八九十]个?大?类(?=[，,])"
    r"|(?<=[，,])(?:主要|大多|多数)(?:是|为)[^，,。；;：:\d\n（()）区县市州旗]{2,50}(?=[，,])"
)
#: Characters of the vocabulary that only Traditional text has.
_TRADITIONAL = re.compile(
    r"[個單億萬總資項區縣業類開簽為達臺國與計數額產別無確診輸報雲遼寧蘇廣東慶龍貴灣漢陽漲畝頃糧戶]"
)
#: A place's government is the place: 云州市委、市政府计划实施43个.
_GOVERNMENT = re.compile(
    r"(?<=[\u4e00-\u9fff]{2}[省市县区州盟旗])(?:委、[省市县区州盟旗]政府|委[省市县区州盟旗]政府|(?:人民)?政府)"
    r"(?=(?:今年|将|拟|共|计划|安排|确定|实施|推进|组织|谋划|集中|举行|举办))"
)
#: 据云州省民政厅报告，甲、乙等6市19个县8.6万人受灾: what the province has, wherever that was.
_REPORTED = re.compile(
    r"据(?=[\u4e00-\u9fff]{2,7}[省市区州盟县](?:民政|应急管理|应急|农业农村|农业|水利)[厅局]报告)"
    r"|(?<=[省市区州盟县])(?:民政|应急管理|应急|农业农村|农业|水利)[厅局]报告[，,]"
    r"[\u4e00-\u9fff、]{2,60}(?=\d{1,3}个?[市州盟县区旗])"
)
_MARK = re.compile(
    r"[ \t]*(?:[-*•·●○◆◇■□▪▶►➢➤√※—]+(?!\d)|\(?\d{1,2}(?:[.)、](?!\d)|）)"
    r"|\d{1,2}(?=[\u4e00-\u9fff]{2,8}[省市区县州旗]\d)"
    r"|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]"
    r"|[A-Za-z](?:[.、)]|）)(?=[\u4e00-\u9fff])"
    r"|[①-⑳]|[一二三四五六七八九十]{1,3}、)[ \t]*"
)
_ENDS = "。！？!?；;：:…"
_COMPLETE = listed(WordList.LINE_END)
_NARROWEST = 32  # columns of a text that is wrapped; shorter lines are those of a list
_FEW_WORDS = 16  # characters of a line that has few words to tell by
_LONGEST_ITEM = 40  # characters of an indented line that is no paragraph
_CELL = re.compile(r"\t|\|| {2,}")
#: A Latin full stop behind a Chinese word; not that of 一. or of a name (买买提.艾力).
_FULL_STOP = re.compile(r"(?m)(?<=[\u4e00-\u9fff%）])(?<![一二三四五六七八九十])\.(?=[ \t]|$)")
_IN_DATE = re.compile(r"(?<=\d) (?=[年月日])|(?<=[年月]) (?=\d{1,2} ?[月日])")
_BLANKS = re.compile(r" {2,}")
_PARTING = ("\t", "|")
_FEWEST_APART = 3  # lines with blank ones between them: a head and two rows


class Line(NamedTuple):
    """A line as it was meant.

    Attributes
    ----------
    text : str
        Folded; wrapped lines are joined.
    starts : tuple of (int, int)
        Where a piece begins in `text`, and where that is in the whole plain text.
    gap : int
        How much parts it from the line before: 3 a new paragraph or sentence, 2 a mere line end.
    cells : tuple of (int, int)
        Spans of a table line's cells in `text`; empty for prose.
    mark : int
        Length of the bullet or number at the start.
    """

    text: str
    starts: tuple[tuple[int, int], ...]
    gap: int
    cells: tuple[tuple[int, int], ...] = ()
    mark: int = 0

    def plain(self, index: int) -> int:
        """Return where character `index` of the line is in the plain text."""
        if len(self.starts) == 1:
            return self.starts[0][1] + index
        piece = bisect_right(self.starts, (index, 1 << 62)) - 1
        start, origin = self.starts[max(piece, 0)]
        return origin + index - start

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the plain text of a span (not empty) in the line."""
        if len(self.starts) == 1:
            origin = self.starts[0][1]
            return origin + start, origin + end
        return self.plain(start), self.plain(end - 1) + 1


@lru_cache(maxsize=1)  # names are looked for in it before lines are read from it
def fold(text: str) -> str:
    """Return `text` half-width, Simplified, no mark behind a number; every character stays put."""
    text = _WIDE_THOUSANDS.sub(",", text)
    for wide in _FOLD.keys() & set(text):
        text = text.replace(wide, _FOLD[wide])
    text = _FULL_STOP.sub("。", text)
    text = _BATCHES.sub(rf"{NO_MARK}\1{NO_MARK}", text)
    text = _QUOTED.sub(_no_marks, text)
    text = FOOTNOTE.sub(_no_marks, text)
    text = text.replace("**", NO_MARK * 2)  # bold in Markdown
    if not _TRADITIONAL.search(text):
        return text
    # Conversion is slow, and a quoted name may be all that is Traditional: line by line. Rows of a
    # table and short lines have few words to tell by, and go with the others.
    return "\n".join(_in_simplified(line) for line in text.split("\n"))


def _in_simplified(line: str) -> str:
    """Return a line in Simplified; as it is where a phrase would come out longer or shorter."""
    short = len(line) <= _FEW_WORDS or _CELL.search(line)
    plain = simplified(line) if short or _TRADITIONAL.search(line) else line
    return plain if len(plain) == len(line) else line


def read_lines(text: str) -> list[Line]:
    """Return the lines of a plain text, in order; blank ones are left out.

    A line end is a mere wrap, and is taken away, where the line is about as long as its
    neighbours and ends in the middle of a phrase. That is how PDF text and mail come.
    """
    lines: list[Line] = []
    gap = 3
    for block in without_gaps(_closed_up(_blocks(without_bars(fold(text))))):
        limit = max(_width(line) for _, line in block)
        pieces: list[tuple[int, str]] = []
        rows = in_rows(block)
        for row, following in zip(rows, [*rows[1:], None], strict=True):
            pieces += row
            line = row[-1][1]
            alone = len(row) == 1 and following is not None and len(following) == 1
            if alone and following and _wraps(line, following[0][1], limit):
                continue
            if made := _line(pieces, gap):
                lines.append(made)
                gap = 3 if line.rstrip().endswith(tuple("。！？!?")) else 2
            pieces = []
        gap = 3
    return lines


def _closed_up(blocks: Iterable[list[Piece]]) -> list[list[Piece]]:
    """Return the blocks, those of tables with tabs; rows with blank lines between them are one.

    A mail or a page that is copied has a blank line behind every line, and so behind every row.
    """
    found: list[list[Piece]] = []
    for single, run in groupby(blocks, lambda block: len(block) == 1):
        if not single:
            found += [_tabulated(block) for block in run]
            continue
        lines = _tabulated([piece for (piece,) in run])
        for row, rows in groupby(lines, lambda piece: _is_row(piece[1])):
            pieces = list(rows)
            found += [pieces] if row and _is_table(pieces) else [[piece] for piece in pieces]
    return found


def _is_table(rows: Sequence[Piece]) -> bool:
    """Tell whether lines are as wide as each other, but for a sum that has no serial number."""
    widths = [len(_cells(line.strip(" \r"))) for _, line in rows]
    return len(rows) >= _FEWEST_APART and max(widths) - min(widths) <= 1


def _tabulated(block: list[Piece]) -> list[Piece]:
    lines = tabulated([line for _, line in block])
    return [(start, line) for (start, _), line in zip(block, lines, strict=True)]


def _blocks(text: str) -> Iterator[list[tuple[int, str]]]:
    """Yield runs of lines between blank ones, each line with its position."""
    block: list[tuple[int, str]] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            block.append((start, line))
        elif block:
            yield block
            block = []
        start += len(line) + 1
    if block:
        yield block


def _width(line: str) -> int:
    """Return about the columns a line takes: 2 for a Chinese character, 1 for a Latin one."""
    return len(line.rstrip().encode("gb18030", "replace"))


def _wraps(line: str, following: str, limit: int) -> bool:
    line = line.rstrip()
    if line.endswith(tuple(_ENDS)) or following[0] in " \t" or _MARK.match(following):
        return False
    if _is_row(line) or _is_row(following):
        return False
    if line.endswith(tuple("，、,（(")):
        return True
    if line[-1] == "." and following[0].isdigit():
        return True
    # 4 columns: two Chinese characters, by which a line may end early to keep punctuation together.
    return limit >= _NARROWEST and _width(line) >= limit - 4 and not line.endswith(_COMPLETE)


def _is_row(line: str) -> bool:
    """Tell whether a line is a row of a table: cells parted by tabs, bars or two spaces."""
    return bool(_CELL.search(line.strip(" ")))


def _line(pieces: Sequence[tuple[int, str]], gap: int) -> Line | None:
    """Join wrapped pieces, each stripped, into a line."""
    parts, starts, size = [], [], 0
    for origin, raw in pieces:
        part = raw.strip(" \r")  # a tab at the start of a row parts an empty cell
        begin = origin + len(raw) - len(raw.lstrip(" \r"))
        for at, piece in _dates_closed_up(part):
            starts.append((size, begin + at))
            parts.append(piece)
            size += len(piece)
    text = "".join(parts)
    if not text.strip("|-:+ \t"):
        return None
    indent = pieces[0][1].startswith("  ")
    mark = _MARK.match(text)
    stacked = pieces[0][1].endswith("\t")
    cells = _cells(text) if (len(pieces) == 1 or stacked) and _CELL.search(text) else ()
    item = len(text) <= _LONGEST_ITEM and pieces[0][1][0] == " " and gap == 2
    gap = 3 if indent and not mark and not item else gap
    if not cells:
        text = _FIELDS.sub(_no_marks, _SORTS.sub(_no_marks, text))
        text = _GOVERNMENT.sub(_no_marks, text) if "政府" in text else text
        text = _REPORTED.sub(_no_marks, text) if "报告" in text else text
    return Line(text, tuple(starts), gap, cells, mark.end() if mark else 0)


def _dates_closed_up(part: str) -> Iterator[tuple[int, str]]:
    """Yield the pieces of a line without the blanks in 4 月 24 日, each with its position."""
    at = 0
    for blank in _IN_DATE.finditer(part):
        yield at, part[at : blank.start()]
        at = blank.end()
    yield at, part[at:]


def _no_marks(found: re.Match[str]) -> str:
    """Return white space in place of what was found: every character stays put."""
    return NO_MARK * len(found[0])


def _cells(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of a row's cells without white space around; one cell is no row."""
    cells, start = [], 0
    # 县  区 between tabs is one cell.
    sign = next((sign for sign in _PARTING if sign in text), _PARTING[0])
    if sign not in text:
        text = _BLANKS.sub(lambda run: sign + run[0][1:], text)
    for part in text.split(sign):
        inner = start + len(part) - len(part.lstrip())
        cells.append((inner, max(inner, start + len(part.rstrip()))))
        start += len(part) + 1
    if "|" in text:  # the bars at both ends of a Markdown row enclose no cell
        cells = cells[text.startswith("|") : len(cells) - text.endswith("|")]
    return tuple(cells) if len(cells) > 1 else ()
