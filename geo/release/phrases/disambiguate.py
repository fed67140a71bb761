"""What a word means beside its neighbours: 约 before a number, 在 before a place.

Single characters are words only in some company; everywhere else they are part of a longer word
that the vocabulary does not know. What neighbours mean together is a table of rules, in passes.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from operator import add

from geo.release.phrases.deeds import acts_first
from geo.release.phrases.listings import counted_in_brackets
from geo.release.phrases.overviews import going_on_completed
from geo.release.phrases.rewriting import LETTERS, kinds_of, rewritten
from geo.release.phrases.rules import PASSES
from geo.release.phrases.tokens import Token
from geo.release.words.kinds import FIGURES, SEPARATORS, Kind

_AMOUNTS = FIGURES | {Kind.RANGE, Kind.PERCENT, Kind.FOREIGN, Kind.PRICE, Kind.HEDGE}
_DEEDS = frozenset({Kind.ACT, Kind.DO, Kind.PROJECT, Kind.MOD})
_STATED = (
    _AMOUNTS
    | _DEEDS
    | {Kind.MEASURE, Kind.SUM, Kind.EACH, Kind.LINK, Kind.BATCH, Kind.CLASS, Kind.FIRM}
)
#: 58个项目落户，: nor does it there, of which the unit was named before.
_STOPS = SEPARATORS - {Kind.AND}
#: A word of this kind counts only before one of those kinds; elsewhere it is a mere WORD.
_BEFORE: dict[Kind, frozenset[Kind]] = {
    Kind.LINK: _AMOUNTS
    | {Kind.PLACE, Kind.LINK, Kind.EACH, Kind.SUM, Kind.MARK, Kind.COMMA, Kind.CLASS, Kind.BATCH},
    Kind.ADVERB: _STATED | {Kind.PLACE, Kind.WHOLE, Kind.IN, Kind.ADVERB, Kind.UNITS},
    Kind.HEDGE: _AMOUNTS | {Kind.UNIT},
    Kind.IN: frozenset({Kind.PLACE}),
    Kind.AMID: SEPARATORS,
    Kind.SUM: _STATED | {Kind.ADVERB, Kind.COMMA, Kind.WHOLE},
    Kind.EACH: _STATED | {Kind.ADVERB, Kind.PLACE, Kind.COMMA},
    Kind.AND: _STATED | {Kind.PLACE, Kind.WHOLE},
    Kind.CHANGE: _AMOUNTS
    | {Kind.PLACE, Kind.MARK, Kind.WHOLE, Kind.CHANGE, Kind.COMMA, Kind.END, Kind.SUM, Kind.LINK}
    | {Kind.WORD},
    Kind.MOD: _DEEDS | {Kind.ADVERB, Kind.DE, Kind.WORD, Kind.CLASS},
}
_SORTS = frozenset({Kind.ACT, Kind.CLASS, Kind.BATCH, Kind.MOD})
#: What says that a unit has what follows: 共有项目16个.
_HAVING = frozenset({"有", "共有", "已有", "现有", "实现", "达", "达到"})
_SILENT = frozenset({Kind.LINK, Kind.ADVERB})
_MEASURE, _COUNT, _ACT = (LETTERS[kind] for kind in (Kind.MEASURE, Kind.COUNT, Kind.ACT))
_NUMBER_BEHIND = LETTERS[Kind.COMMA] + LETTERS[Kind.NUMBER]
#: The passes that a sign calls for, a bit each: asking every pass took as long as the rules did.
_PASSES_OF: dict[str, int] = {}
for _bit, _pass in enumerate(PASSES):
    for _sign in _pass.signs:
        _PASSES_OF[_sign] = _PASSES_OF.get(_sign, 0) | 1 << _bit


def settle(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens as the grammar wants them: mere verbs gone, neighbours' meaning applied."""
    found = _in_company(tokens)
    ends = [at for at, token in enumerate(found, 1) if token.kind is Kind.END]
    if not ends or ends[-1] != len(found):
        ends.append(len(found))
    # No rule looks beyond its sentence, and in a short one few of them can hold.
    sentences = [_rewritten(found[start:end]) for start, end in pairwise([0, *ends])]
    return [token for sentence in going_on_completed(sentences) for token in sentence]


def _rewritten(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens of a sentence after all passes."""
    if len(tokens) == 1 and tokens[0].kind in FIGURES:  # most cells of a table
        return list(tokens)
    found, kinds = tokens, kinds_of(tokens)
    if _MEASURE in kinds and _NUMBER_BEHIND in kinds:
        found = counted_in_brackets(found)
        kinds = kinds_of(found)
    text = frozenset[str]()
    left = _passes_for(kinds)
    while left:
        first = left & -left
        rules = PASSES[first.bit_length() - 1]
        left -= first
        if rules.needs:
            text = text or frozenset("".join([token.text for token in tokens]))
            if text.isdisjoint(rules.needs):
                continue
        after = rewritten(found, rules, kinds)
        if after is not found:
            found, kinds = after, kinds_of(after)
            left = _passes_for(kinds) & -(first << 1)
    spoken = [token for token in found if token.kind not in _SILENT]
    return acts_first(spoken) if kinds.count(_COUNT) > 1 and _ACT in kinds else spoken


def _passes_for(kinds: str) -> int:
    """Return a bit for each pass that has a kind, or a pair of neighbouring kinds, of a line."""
    found = 0
    for sign in {*kinds, *map(add, kinds, kinds[1:])}:
        found |= _PASSES_OF.get(sign, 0)
    return found


def _in_company(tokens: Sequence[Token]) -> list[Token]:
    """Make words in the wrong company mere WORDs, from right to left: each depends on the next."""
    found = list(tokens)
    for at in range(len(found) - 2, -1, -1):
        token = found[at]
        if token.kind in _BEFORE and _alone(token, found[at + 1]):
            # 落户项目16个 tells no place: it is a verb like others.
            verb = token.text in ("落户", "落地") and found[at + 1].kind in _STATED | _STOPS
            found[at] = token._replace(kind=Kind.DO if verb else Kind.WORD)
            if token.text in ("为", "是") and at > 0 and _sorted(found, at):
                found[at] = token._replace(kind=Kind.ADVERB)
            if token.text == "落地" and found[at + 1].kind is Kind.PROJECT:  # 落地项目16个
                found[at] = token._replace(kind=Kind.ACT, value=token.text)
    return found


def _sorted(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether what is counted is of a sort: 75个为开工项目; not 3个为续建."""
    sort = tokens[at + 1].kind in _SORTS and at + 2 < len(tokens)
    return sort and tokens[at - 1].kind is Kind.COUNT and tokens[at + 2].kind is Kind.PROJECT


def _alone(token: Token, after: Token) -> bool:
    wanted = _BEFORE[token.kind]
    if token.kind is Kind.LINK and token.text in _HAVING and after.kind in _STATED:
        return False
    if token.kind is Kind.AMID and after.kind in (Kind.ACT, Kind.LINK):
        # 18个项目中已开工14个; 18个项目中有14个已开工
        return not (after.text.startswith("已") or after.text == "有")
    if token.text == "以" and after.kind in _DEEDS:
        return False  # 以开工31个项目位居第一
    if token.kind is Kind.MOD and len(token.text) == 1 and after.kind in (Kind.WORD, Kind.CLASS):
        return True  # 新型, 大数据
    if after.kind not in wanted and token.value != "after" and token.text != "、":
        return True
    # 多 before an unknown word is the beginning of a longer one: 多式联运.
    return token.kind is Kind.CHANGE and len(token.text) == 1 and after.kind is Kind.WORD
