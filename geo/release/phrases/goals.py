"""Goals beside what was reached of them: 计划招引项目14个，一季度完成9个 are nine projects."""

from __future__ import annotations

from geo.release.phrases.rewriting import Here, Rule, as_kind, joined, together
from geo.release.phrases.tokens import Token
from geo.release.words.kinds import TIMES, Kind

#: The act of what is wished, and words that make a wish of what follows.
WISHED = "计划"
INTENDED = ("目标", "任务", "力争", "确保")
#: Words of a goal; 计划实施 is none, but what there is in a year.
_GOALS = ("计划", "目标", "任务", "目标任务")
_RECRUITED = ("引进", "引入", "招引", "新引进")
#: How what was reached of them is told.
REACHED = ("完成", "已完成", "实际完成", "累计完成", "目前完成")
_FARTHEST = 8  # tokens back to the word of a goal


def _skip(here: Here, distance: int, kinds: frozenset[Kind]) -> int:
    while (token := here.ahead(distance)) is not None and token.kind in kinds:
        distance += 1
    return distance


def _to_goal(here: Here) -> int:
    """Return how many tokens say that a count is a goal, of which so many were reached."""
    if here.tokens[here.at].text not in _GOALS:
        return 0
    distance = 1
    token = here.ahead(distance)
    if token is not None and token.kind is Kind.DO and token.text in _RECRUITED:
        distance += 1
    counted = _skip(here, distance, frozenset({Kind.PROJECT, Kind.LINK}))
    goal, sign = here.ahead(counted), here.ahead(counted + 1)
    if goal is None or goal.kind is not Kind.COUNT or sign is None or sign.kind is not Kind.COMMA:
        return 0
    verb = _skip(here, counted + 2, TIMES | {Kind.ADVERB})
    done, reached = here.ahead(verb), here.ahead(verb + 1)
    told = done is not None and _reaches(done, here.ahead(verb - 1))
    return distance if told and reached is not None and reached.kind is Kind.COUNT else 0


def _reaches(done: Token, before: Token | None) -> bool:
    """Tell whether a word says what was reached: 完成, 已引进."""
    already = before is not None and before.text.startswith("已")
    return done.text in REACHED or (already and done.text in _RECRUITED)


def _of_goal(here: Here) -> bool:
    last = here.kept[-_FARTHEST:]
    return any(token.kind is Kind.ADVERB and token.text.startswith(_GOALS) for token in last)


def _done(here: Here) -> bool:
    return here.tokens[here.at].text in REACHED and _of_goal(here)


#: A pass of rules, as those of `contrasts`. The word of a goal is an adverb: it says nothing more.
GOALS = together(
    Rule(({Kind.DO},), joined(Kind.ADVERB), reach=_to_goal),
    Rule(({Kind.COUNT}, {Kind.COMMA}), as_kind(Kind.THRESHOLD), _of_goal, follow=1),
    Rule(({Kind.WORD}, {Kind.COUNT}), as_kind(Kind.DO), _done, follow=1),
    needs="成已",
)
