"""What a word means beside its neighbours: 约 before a number, 在 before a place.

Single characters are words only in some company; everywhere else they are part of a longer
word that the vocabulary does not know. Each rule looks a bounded number of tokens ahead or back.
"""

from __future__ import annotations

import re

from geo.release.tokens import FIGURES, Token

_AMOUNTS = FIGURES | {"RANGE", "PERCENT", "FOREIGN", "PRICE", "HEDGE"}
_DEEDS = frozenset({"ACT", "DO", "PROJECT", "MOD"})
_STATED = _AMOUNTS | _DEEDS | {"MEASURE", "SUM", "EACH", "LINK", "BATCH", "KIND", "FIRM"}
_SEPARATORS = frozenset({"COMMA", "BREAK", "END", "AND"})
#: A word of this kind counts only before one of those kinds; elsewhere it is a mere WORD.
_BEFORE: dict[str, frozenset[str]] = {
    "LINK": _AMOUNTS | {"PLACE", "LINK", "EACH", "SUM", "MARK", "COMMA", "KIND", "BATCH"},
    "ADVERB": _STATED | {"PLACE", "IN", "ADVERB"},
    "HEDGE": _AMOUNTS | {"UNIT"},
    "IN": frozenset({"PLACE"}),
    "AMID": _SEPARATORS,
    "SUM": _STATED | {"ADVERB", "COMMA"},
    "EACH": _STATED | {"ADVERB", "PLACE", "COMMA"},
    "AND": _STATED | {"PLACE", "WHOLE"},
    "CHANGE": _AMOUNTS
    | {"PLACE", "MARK", "WHOLE", "CHANGE", "COMMA", "END", "SUM", "LINK", "WORD"},
    "MOD": _DEEDS | {"ADVERB", "DE", "WORD", "KIND"},
}
#: 各类 and 此类 are no kind of project.
_NOT_CLASSES = re.compile(r"^(?:各|此|这|同|种|分|[一二三四五]|人|每|哪|另|该)?类$|^[各此这同种]")


def settle(tokens: list[Token]) -> list[Token]:
    """Return the tokens as the grammar wants them: mere verbs gone, neighbours' meaning applied."""
    kept = _merged(_company(tokens))
    kinds = {token.kind for token in kept}
    for wanted, rule in _RULES:
        if not kinds.isdisjoint(wanted):
            kept = rule(kept)
    return [token for token in kept if token.kind not in ("LINK", "ADVERB")]


def _company(tokens: list[Token]) -> list[Token]:
    """Turn words that stand in the wrong company into WORDs, from right to left."""
    for at in range(len(tokens) - 2, -1, -1):
        token, after = tokens[at], tokens[at + 1]
        wanted = _BEFORE.get(token.kind)
        if (
            wanted
            and after.kind not in wanted
            and not (token.value == "after" or token.text == "、")
        ) or (token.kind == "CHANGE" and len(token.text) == 1 and after.kind == "WORD"):
            token.kind = "WORD"
    return tokens


def _merged(tokens: list[Token]) -> list[Token]:
    kept: list[Token] = []
    for token in tokens:
        last = kept[-1] if kept else None
        if token.kind == "WORD" and last and last.kind == "WORD" and last.end == token.start:
            kept[-1] = Token("WORD", last.text + token.text, last.start, token.end)
        else:
            kept.append(token)
    return kept


def _hedged(tokens: list[Token]) -> list[Token]:
    """Give an amount the 约 before it and the 左右 after it."""
    kept: list[Token] = []
    for token in tokens:
        last = kept[-1] if kept else None
        if last and last.kind == "HEDGE" and last.value != "after" and token.kind in FIGURES:
            token.hedge, token.start = last.text, last.start
            token.text = last.text + token.text
            kept[-1] = token
        elif last and token.value == "after" and token.kind == "HEDGE" and last.kind in FIGURES:
            last.hedge, last.end, last.text = token.text, token.end, last.text + token.text
        else:
            kept.append(token)
    return kept


def _annual(tokens: list[Token]) -> list[Token]:
    """今年 and 计划投资 together are the year's investment."""
    kept: list[Token] = []
    for token in tokens:
        last = kept[-1] if kept else None
        yearly = (
            last
            and last.kind == "MARK"
            and (last.value.isdigit() or last.value in ("this", "year"))
            and token.kind == "MEASURE"
            and last.end == token.start
        )
        planned = yearly and len(kept) > 1 and kept[-2].text == "计划"
        if last and yearly and (token.value == "plan" or (planned and token.value == "completed")):
            if planned:  # 计划今年完成投资
                kept.pop()
                last.text, last.start = f"计划{last.text}", last.start - 2
            text = last.text + token.text
            kept[-1] = Token("MEASURE", text, last.start, token.end, "planned")
        else:
            kept.append(token)
    return kept


def _noted_unit(tokens: list[Token]) -> list[Token]:
    """Read 总投资（亿元） as a measure with a unit; a unit anywhere else is a mere word."""
    kept: list[Token] = []
    for token in tokens:
        inner = len(kept) >= 3 and kept[-1].kind == "UNIT" and kept[-2].text in "(（"
        if inner and token.text in (")", "）") and kept[-3].kind in ("MEASURE", "PROJECT"):
            kept[-3].unit = kept[-1].text
            del kept[-2:]
        else:
            kept.append(token)
    return kept


def _thresholds(tokens: list[Token]) -> list[Token]:
    """Read 亿元以上项目 and 超10亿元项目: an amount that says which projects, not how much."""
    kept: list[Token] = []
    for at, token in enumerate(tokens):
        last = kept[-1] if kept else None
        if token.kind == "HEDGE" and token.value == "after" and last and last.kind == "UNIT":
            kept[-1] = Token("THRESHOLD", last.text + token.text, last.start, token.end)
        elif (
            token.kind in ("MONEY", "UNIT")
            and _selects(token, last)
            and _projects_follow(tokens, at)
        ):
            token.kind = "THRESHOLD"
            if last and last.kind in ("MEASURE", "HEDGE"):
                kept.pop()
            kept.append(token)
        elif token.kind == "UNIT" and not _is_after(tokens, at + 1):
            kept.append(Token("WORD", token.text, token.start, token.end))
        else:
            kept.append(token)
    return kept


def _is_after(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind == "HEDGE" and tokens[at].value == "after"


def _selects(token: Token, last: Token | None) -> bool:
    if token.kind == "UNIT":
        return bool(last and last.kind == "HEDGE")
    return token.hedge in ("以上", "及以上", "超", "超过", "过", "突破")


def _projects_follow(tokens: list[Token], at: int) -> bool:
    for token in tokens[at + 1 : at + 6]:
        if token.kind == "PROJECT":
            return True
        if token.kind not in ("DE", "MOD", "WORD", "ADVERB", "ACT", "DO", "KIND"):
            return False
    return False


def _batches(tokens: list[Token]) -> list[Token]:
    """Read 纳入全省春季集中开工的(项目) and 省春季集中开工(项目) as one: the name of a batch."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        named = token.kind == "WORD" and token.text.endswith("省") and len(token.text) == 1
        if token.value == "entered" or (
            named and at + 1 < len(tokens) and tokens[at + 1].kind in ("MARK", "ADVERB", "ACT")
        ):
            end = _batch_end(tokens, at)
            if end:
                token = Token("BATCH", "", token.start, tokens[end].start, "省")
                token.text = "".join(t.text for t in tokens[at:end]).removesuffix("的")
                at = end - 1
            elif token.kind == "BATCH":
                token.kind = "WORD"
        kept.append(token)
        at += 1
    return kept


def _batch_end(tokens: list[Token], at: int) -> int:
    for end in range(at + 1, min(at + 14, len(tokens))):
        if tokens[end].kind in ("PROJECT", "COUNT"):
            return end
        if tokens[end].kind in _SEPARATORS or tokens[end].kind in FIGURES:
            return 0
    return 0


def _classes(tokens: list[Token]) -> list[Token]:
    """Read 产业类 and 基础设施类 as kinds of project, where a phrase begins."""
    kept: list[Token] = []
    begin = 0  # where the phrase begins in `kept`
    for at, token in enumerate(tokens):
        if (
            token.kind == "WORD"
            and token.text.endswith("类")
            and token.end - (kept[begin].start if begin < len(kept) else token.start) <= 9
        ):
            pieces = [*kept[begin:], token]
            text = "".join(piece.text for piece in pieces)
            if not _NOT_CLASSES.search(text) and all(
                p.kind in ("WORD", "KIND", "DO", "MOD", "MEASURE", "ACT") for p in pieces
            ):
                kept[begin:] = [Token("KIND", text, pieces[0].start, token.end)]
                continue
        if token.kind == "KIND" and (
            at + 1 == len(tokens)
            or tokens[at + 1].kind not in ("PROJECT", "COUNT", "NUMBER", "WORD")
        ):
            token.kind = "WORD"
        kept.append(token)
        if token.kind in _SEPARATORS or token.kind in (
            "PART",
            "LINK",
            "IN",
            "SUM",
            "PLACE",
            "MARK",
        ):
            begin = len(kept)
    return _merged([_word_if_lone_kind(kept, at) for at in range(len(kept))])


def _word_if_lone_kind(tokens: list[Token], at: int) -> Token:
    token = tokens[at]
    follows = at + 1 < len(tokens) and tokens[at + 1].kind == "WORD"
    if token.kind == "KIND" and not token.text.endswith("类") and follows:
        return Token("WORD", token.text, token.start, token.end)
    return token


def _lists(tokens: list[Token]) -> list[Token]:
    """Tell the 、 of a list of places (JOIN) or of amounts (SEP) from one between clauses."""
    kept: list[Token] = []
    each = False
    for at, token in enumerate(tokens):
        kept.append(token)
        each = (each or token.kind == "EACH") and token.kind != "END"
        if token.kind not in ("AND", "COMMA") or not 0 < at < len(tokens) - 1:
            continue
        before, after = tokens[at - 1], tokens[at + 1]
        if before.kind == after.kind == "PLACE" and token.kind == "AND":
            token.kind = "JOIN"
        elif _same(before, after) and (token.kind == "AND" or (each and token.text in ",，")):
            token.kind = "SEP"
    return kept


def _same(before: Token, after: Token) -> bool:
    """Tell whether two amounts may stand in one list: 16个、15个; 16、15个."""
    if before.kind not in FIGURES or after.kind not in FIGURES:
        return False
    return before.kind in ("NUMBER", after.kind)


#: The rules in their order, each with the kinds of which one has to be there.
_RULES = (
    ({"HEDGE"}, _hedged),
    ({"MARK"}, _annual),
    ({"UNIT"}, _noted_unit),
    ({"HEDGE", "UNIT", "MONEY"}, _thresholds),
    ({"BATCH", "WORD"}, _batches),
    ({"KIND", "WORD"}, _classes),
    ({"AND", "COMMA"}, _lists),
)
