"""What a clause that was not understood does to the scope: its bond is looser, or broken."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from geo.release.parsing.clauses import Clause
from geo.release.parsing.leads import announced, only_act, publishes
from geo.release.parsing.statements import Subject
from geo.release.phrases.run import Run
from geo.release.phrases.tokens import Token
from geo.release.scoping.examples import in_list
from geo.release.scoping.occasions import elsewhere, passes
from geo.release.scoping.occasions import held as held_in_place
from geo.release.scoping.scopes import Scope
from geo.release.scoping.sentence_scope import LOOSE, Bond, broken
from geo.release.scoping.subjects import perhaps_unit
from geo.release.scoping.sums import with_bracketed
from geo.release.scoping.topics import below_whole, topic_of
from geo.release.words.kinds import FIGURES, Kind, WordList
from geo.release.words.lexicon import is_case, listed

#: 镇 of 某某镇 and 市 of 云州市, but not 全区, 区域, 城市 or 市场.
_UNIT_LIKE = re.compile(
    r"(?<![全城都本])[区县旗镇乡](?![域位里长委])|(?<![全城都本])市(?![场民委长])|街道"
)
#: Another unit, by a name nobody knows, that one goes to see: 安丘市观摩云岭区，开工27个.
_VISITED = re.compile(
    "(?:观摩|考察|调研|走进|来到|前往|走访)了?[\u4e00-\u9fff]{2,6}(?:区|县|旗|镇|乡|街道)$"
)
#: Of no unit in particular: 各县区, 县政府, the second word of 第一类县（市、区）.
_EVERY_UNIT = "各(?:[县市区旗州盟省]{1,4}(?:[（(][县市区旗州、]+[）)]、?[县市区旗州]{0,2})?|地)"
_ALL_UNITS = re.compile(_EVERY_UNIT + "|^[省市县区]政府|^类[县市区（）()、]+")
_LEFT_OUT = re.compile("除外|(?:未|不)(?:计|列|纳|算|含|在|包)")
#: 接下多个文旅大单: what is counted next are these alone.
_ORDERS = re.compile(
    "(?:[多数]个|一批|一系列|若干|不少|众多).{2,10}(?:[大订]单|合作|协议|(?<![重]大)(?<![重]点)项目)$"
)
_OPENED = ("活动举行", "仪式举行", "大会举行")
_MAIN_VENUE = ("主会场在", "主会场设", "主会场位于")
_MAINLY = ("主要", "大多", "多数", "绝大多数", "重点")
_HEADED = ("区", "县", "市", "旗", "州", "盟")
_OVERVIEW_ENDS = listed(WordList.OVERVIEW_END)
#: How a clause goes on that only tells what a unit is: 奎文区作为潍坊市的主城区.
_TELLING = ("作为", "是", "地处", "位于", "属于", "隶属")
#: What else than projects figures may be about.
_OTHER_TOPIC = re.compile(
    "(?!.*(?:域|地|分布|[县区市州]|业|招商|引资|投资|建设|开工|签约)方面).+方面"
)
_SLOGANS = listed(WordList.SLOGAN)
_SHOULD = listed(WordList.SHOULD)
_VIEWED = ("看", "划分")
_OF_EACH = ("分别", "各自")
_DIVIDED = re.compile("按.{1,8}分")
#: Words of what a unit does where its figures come in the next sentence.
_ACTORS = listed(WordList.ACTOR)
#: How else a clause ends that announces figures: 分别为：, 264个项目中，
_ANNOUNCING = frozenset({Kind.MEASURE, Kind.EACH, Kind.AMID, Kind.RANK, Kind.PROJECT})
_OF_PROJECTS = frozenset({Kind.ACT, Kind.MOD, Kind.WHOLE, Kind.MARK, Kind.PROJECT})
#: Kinds of a clause that names nobody, no time and no figure.
_PLAIN = frozenset({Kind.WORD, Kind.DO, Kind.MOD, Kind.DE, Kind.CHANGE, Kind.CLASS, Kind.BATCH})
#: What a clause is made of that says which cases are counted next, and how it may end.
_CASES_IN = frozenset({Kind.PART, Kind.WORD, Kind.AMID, Kind.DO, Kind.COUNT})
_SPREAD = re.compile("(?:具体|主要)?(?:分布)(?:在|于|情况)?(?:如下|为)?$")
#: What an unknown clause may be about instead: a firm, another unit, its own numbers.
_ELSE = FIGURES | {Kind.FIRM, Kind.PLACE}
_OTHERS = _ELSE | {Kind.PROJECT}


def not_understood(scope: Scope, clause: Clause) -> Scope:
    """Return the scope after a clause that says nothing: its bond is looser, or broken."""
    tokens = clause.tokens
    kinds = tokens.kinds
    if (clause.joined and kinds == {Kind.QUANTITY}) or _of_other_things(scope, tokens, kinds):
        return scope  # 8个、42万平方米、11.6亿元
    if kinds <= _PLAIN and Kind.WORD in kinds:
        return _of_words(scope, clause, kinds)
    scope = _of_some(scope, clause, kinds)
    announces = _ends_overview(tokens[-1]) or tokens[-1].kind in _ANNOUNCING
    announces = announces or _heads_list(clause) or _measures(tokens)
    counted = {Kind.COUNT, Kind.PROJECT} <= kinds
    if (announces or counted) and (column := announced(below_whole(tokens, scope))):
        scope = scope.led(column).of_projects() if counted else scope.led(column)
        act = only_act(clause) if clause.first and not counted else ""
        scope = scope.of_act(act) if act else scope  # 近一周新开工项目数量从高到低，
    elif Kind.WORD in kinds and not announces and not _mainly(tokens):
        scope = scope.off_topic()
    if clause.first and _of_act(tokens, kinds) and (act := only_act(clause)):
        scope = scope.of_act(act)  # 新开工项目方面，
    if clause.heads and kinds.isdisjoint(_ELSE):
        scope = scope.headed(only_act(clause))  # 二、开工情况。
    wholes = [token.text for token in tokens if token.kind is Kind.WHOLE]
    if any(perhaps_unit(scope, whole) for whole in wholes):
        return scope.about(Subject("part"), clause.line)
    subject = with_bracketed(scope, clause, topic_of(tokens, kinds, scope))
    example = in_list(clause)
    if subject and not example:
        return _at_a_distance(scope, clause, subject)
    if not kinds & FIGURES and Kind.WORD in kinds:
        scope = scope.hanging()
    scope = scope.told(_cases(tokens, kinds))
    if mentioned := [token.place for token in tokens if token.place]:
        scope = scope.naming(mentioned[-1])
        opens = scope.sentence.subject is None and mentioned[0].name not in scope.levels.wholes
        if opens and kinds & FIGURES and not example:
            scope = scope.about(Subject("part"), clause.line)  # 其中 after it is no part of all
    if _divides(clause) and kinds.isdisjoint(_ELSE):
        return scope.of_all_acts()
    told = kinds & (_OTHERS | {Kind.WORD})
    return scope.bound(_bond(scope, clause, kinds)) if told else scope


def _of_other_things(scope: Scope, tokens: Sequence[Token], kinds: Set[Kind]) -> bool:
    """Tell whether other things of whom is spoken of are counted: 200余间房屋损坏."""
    if (
        scope.sentence.statement is None
        or tokens[0].kind is not Kind.QUANTITY
        or not kinds <= {Kind.QUANTITY, Kind.WORD}
    ):
        return False
    words = [token.text for token in tokens if token.kind is Kind.WORD]
    return len(tokens) == 2 and len(words) == 1 and not _UNIT_LIKE.search(words[0])


def _ends_overview(last: Token) -> bool:
    """Tell whether a clause ends as one that announces figures: 分布情况; not 医院床位方面."""
    return last.text.endswith(_OVERVIEW_ENDS) and not _OTHER_TOPIC.fullmatch(last.text)


def _divides(clause: Clause) -> bool:
    """Tell whether a clause says how figures are divided, and nothing else: 从项目落户地看."""
    said = clause.tokens[-1].text
    return bool(_DIVIDED.fullmatch(said)) or (clause.first and said.endswith(_VIEWED))


def _of_words(scope: Scope, clause: Clause, kinds: Set[Kind]) -> Scope:
    """Return the scope after a clause of mere words, as most of an article are."""
    if not _ends_overview(clause.tokens[-1]):
        scope = scope.off_topic()
    if clause.heads:
        scope = scope.headed("")
    scope = scope.hanging().told(_cases(clause.tokens, kinds))
    if _divides(clause):
        return scope.of_all_acts()
    return scope.bound(_bond(scope, clause, kinds))


def _mainly(tokens: Run) -> bool:
    """Tell whether a clause only says where most are: 主要集中在石家庄、唐山、沧州三市."""
    words = [token.text for token in tokens if token.kind is Kind.WORD]
    # 甲区、乙区和丙区的项目少一些，分别是13个、11个和15个
    of_projects = Kind.PROJECT in tokens.kinds and tokens[0].place
    return any(token.place for token in tokens) and (
        bool(of_projects) or all(word in _MAINLY for word in words)
    )


def _measures(tokens: Run) -> bool:
    """Tell whether a measure of the user's is spoken of: GDP超500亿元的有2个，其中奎文区."""
    if Kind.MEASURE not in tokens.kinds:
        return False
    own = [token for token in tokens if token.kind is Kind.MEASURE and ":" in token.value]
    return len(own) == 1 and not any(token.place for token in tokens)


def _heads_list(clause: Clause) -> bool:
    """Tell whether a clause says of what figures follow its colon: 各县项目数稳步上升：."""
    behind = clause.line.text[clause.tokens[-1].end :][:1]
    of_what = any(t.value == "number" or t.kind is Kind.MEASURE for t in clause.tokens)
    return behind in ("：", ":") and of_what


def _bond(scope: Scope, clause: Clause, kinds: Set[Kind]) -> Bond:
    """Return how surely what follows a clause of words is of whom was spoken of before."""
    tokens = clause.tokens
    held = kinds.isdisjoint(FIGURES | {Kind.FIRM}) and held_in_place(tokens)
    held = held or (len(tokens) == 1 and tokens[0].text.startswith(_MAIN_VENUE))
    if held or (kinds.isdisjoint(_ELSE) and publishes(tokens)):
        return LOOSE
    unit = any(
        token.kind is Kind.WORD
        and len(token.text) > 1  # 市 of 市重点项目办
        and _UNIT_LIKE.search(token.text)
        and _UNIT_LIKE.search(_ALL_UNITS.sub("", token.text))
        for token in tokens
    )
    # （二）城区。新开工9个: a heading, whoever that is
    unit = unit or (clause.begins_line and tokens[-1].text.endswith(_HEADED))
    if kinds.isdisjoint(_ELSE) and _of_nobody(scope, clause, unit=unit):
        return LOOSE
    if kinds & _OTHERS and not passes(tokens, scope.levels):
        return broken("unclear", vague=not unit and kinds.isdisjoint(_ELSE))
    if unit or (clause.first and scope.sentence.subject):
        return broken("unclear")  # perhaps another unit, by a name nobody knows
    return LOOSE


def _of_nobody(scope: Scope, clause: Clause, *, unit: bool) -> bool:
    """Tell whether a clause speaks of no project in particular.

    全力推动项目落地见效; 开工项目明显增多; 重大项目集中开工活动举行.
    """
    tokens = clause.tokens
    slogan = tokens[0].text.removeprefix("我们").startswith(_SLOGANS)
    if slogan and scope.clause.bond.state != "broken":
        return True
    opened = not unit and tokens[-1].text.endswith(_OPENED)
    return opened or (clause.first and _of_all_projects(tokens))


def _of_act(tokens: Sequence[Token], kinds: Set[Kind]) -> bool:
    """Tell whether the projects of an act are announced: 新开工项目方面; not 开工率方面."""
    rest = [token.text for token in tokens if token.kind is Kind.WORD]
    ends = tokens[-1].text in _OVERVIEW_ENDS and len(rest) == 1
    return ends and Kind.PROJECT in kinds and kinds.isdisjoint(_ELSE)


def _of_all_projects(tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence begins with projects of no kind: 开工项目明显增多."""
    first = next((at for at, t in enumerate(tokens) if t.kind not in _OF_PROJECTS), len(tokens))
    return any(token.kind is Kind.PROJECT for token in tokens[:first])


def _at_a_distance(scope: Scope, clause: Clause, subject: Subject) -> Scope:
    """Return the scope of a subject of what follows: 奎文区聚焦主业."""
    tokens = clause.tokens
    named = sum(token.kind is Kind.PLACE for token in tokens)
    scope = scope.about(subject, clause.line, LOOSE)
    words = "".join([token.text for token in tokens])
    if _LEFT_OUT.search(words):
        return scope.about(Subject("part"), clause.line)  # 奎文区除外，开工43个
    # 奎文区携手潍城区: whose the figures are that follow is not certain
    others = subject.role == "place" and named > len(subject.places) + elsewhere(tokens)
    last = tokens[2 * len(subject.places) - 2].end if others else 0
    others = others or _VISITED.search(words) is not None
    others = others and not clause.line.text.startswith(_TELLING, last)
    # …、大渡口区，涪陵区分别举行开工活动: not one alone, whichever the others are
    others = others or (
        subject.one_unit and any(token.text.startswith(_OF_EACH) for token in tokens)
    )
    if any(actor in token.text for token in tokens for actor in _ACTORS):
        scope = scope.acting()
    if column := announced(tokens, of_units=True):
        scope = scope.led(column)
    if _ORDERS.search(words):
        return scope.bound(broken("subset"))
    # 奎文区要发挥作用: what follows is what it should do
    if any(token.text.startswith(_SHOULD) for token in tokens if token.kind is Kind.WORD):
        return scope.bound(broken("unclear"))
    return scope.bound(broken("joint")) if others else scope


def _of_some(scope: Scope, clause: Clause, kinds: Set[Kind]) -> Scope:
    """Return the scope in which parts follow: 其中城关镇5个, by a name nobody knows; 36个项目中."""
    first = clause.tokens[0]
    if first.text.startswith("各") and _ALL_UNITS.match(first.text):
        # 各县（市、区）稳步推进，其中阳城县16个: of them all, whoever was spoken of before
        scope = scope._replace(sentence=scope.sentence._replace(before=None))
    if first.kind is Kind.PART and not kinds.isdisjoint(FIGURES):
        scope = scope.of_parts(scope.sentence.subject or scope.sentence.before)
    return _amid(scope, clause) if clause.tokens[-1].kind is Kind.AMID else scope


def _amid(scope: Scope, clause: Clause) -> Scope:
    """Return the scope in which some of the projects follow: 投资10亿元以上的36个项目中，."""
    sizes = [t.text for t in clause.tokens if t.kind is Kind.THRESHOLD or t.hedge.endswith("以上")]
    acts = {token.value for token in clause.tokens if token.kind is Kind.ACT}
    scope = scope.of_act(acts.pop()) if len(acts) == 1 and clause.first else scope
    if sizes:
        return scope.of_parts(Subject("type", sizes[0]))
    if not clause.first:
        return scope  # …；在建项目中，
    divided = Kind.WHOLE in clause.tokens.kinds
    return scope.of_parts(Subject("event")) if divided else scope.of_whole()


def _cases(tokens: Sequence[Token], kinds: Set[Kind]) -> str:
    """Return what a clause says is counted next: 确诊病例中，奎文区2例; empty if it does not."""
    if not kinds <= _CASES_IN:
        return ""
    if any(token.kind is Kind.COUNT and ":" not in token.unit for token in tokens):
        return ""
    words = "".join(token.text for token in tokens if token.kind is Kind.WORD)
    words = _SPREAD.sub("", words)
    if is_case(words):
        return words
    # 在31起轻微事故中，奎文区9起
    counted = next((at for at, t in enumerate(tokens) if t.kind is Kind.COUNT), len(tokens))
    behind = tokens[counted + 1 :]
    told = len(behind) == 2 and behind[0].kind is Kind.WORD and behind[1].kind is Kind.AMID
    return behind[0].text if told else ""
