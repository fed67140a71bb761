"""Rules: what they take, when they are tried, and what stays as it is."""

from __future__ import annotations

from geo.release.phrases.rewriting import LETTERS, Here, Rule, kinds_of, rewritten, together
from geo.release.phrases.rules import PASSES
from geo.release.phrases.tokens import Token
from geo.release.words.kinds import Kind

WORD, AND, PLACE = {Kind.WORD}, {Kind.AND}, {Kind.PLACE}


def tokens(*kinds: Kind) -> list[Token]:
    return [Token(kind, kind.lower(), at, at + 1) for at, kind in enumerate(kinds)]


def first(run):
    return run[0]


def joined(run):
    return run[0]._replace(text="".join(t.text for t in run), end=run[-1].end)


def after(given, rules):
    return rewritten(given, rules, kinds_of(given))


def test_what_a_rule_made_is_tried_again():
    found = after(tokens(*[Kind.WORD] * 3), together(Rule((WORD, WORD), joined)))
    assert [token.text for token in found] == ["wordwordword"]


def test_where_no_rule_holds_the_tokens_are_the_same():
    given = tokens(Kind.WORD, Kind.PLACE)
    assert after(given, together(Rule((WORD, WORD), joined))) is given


def test_a_rule_is_tried_wherever_its_kinds_are_and_nowhere_else():
    seen = []
    looks = Rule((WORD, WORD, AND), first, when=lambda here: bool(seen.append(here.at)))
    after(tokens(*[Kind.WORD] * 3, Kind.AND, Kind.WORD, Kind.WORD), together(looks))
    assert seen == [1]


def test_what_has_to_follow_is_not_taken():
    rule = Rule((AND, PLACE), first, follow=1)
    given = tokens(Kind.AND, Kind.PLACE)
    assert rule.takes(Here(given, 0, [])) == 1
    assert rule.takes(Here(given[:1], 0, [])) == 0


def test_of_two_rules_the_first_that_holds_is_taken():
    never = Rule((WORD,), lambda run: run[0]._replace(kind=Kind.MOD), when=lambda _: False)
    makes_do = Rule((WORD,), lambda run: run[0]._replace(kind=Kind.DO))
    makes_act = Rule((WORD,), lambda run: run[0]._replace(kind=Kind.ACT))
    rules = together(never, makes_do, makes_act)
    assert [token.kind for token in after(tokens(Kind.WORD), rules)] == [Kind.DO]


def test_a_rule_sees_what_is_before_it_as_this_pass_left_it():
    makes_do = Rule((WORD,), lambda run: run[0]._replace(kind=Kind.DO))
    seen = []
    looks = Rule((AND,), first, when=lambda here: bool(seen.append([t.kind for t in here.kept])))
    after(tokens(Kind.WORD, Kind.AND), together(makes_do, looks))
    assert seen == [[Kind.DO]]


def test_a_pass_is_tried_on_lines_with_the_last_kinds_of_a_rule():
    pair, alone = Rule((WORD, AND, PLACE), first), Rule(({Kind.UNIT},), first)
    both = LETTERS[Kind.AND] + LETTERS[Kind.PLACE]
    assert together(pair, alone).signs == {both, LETTERS[Kind.UNIT]}
    assert together(pair, alone, ends=WORD).signs == {LETTERS[Kind.WORD]}


def test_no_rule_leaves_what_it_began_with():
    """A rule of one token, the others only following, that kept its kind would hold for ever."""
    endless = []
    for number, rules in enumerate(PASSES):
        for rule in (rule for of_kind in rules.rules.values() for rule in of_kind):
            if rule.reach or len(rule.kinds) - rule.follow != 1:
                continue
            for kind in rule.kinds[0]:
                made = rule.becomes([Token(kind, "字", 0, 1)])
                endless += [(number, kind)] * (made.kind in rule.kinds[0] and made.kind is kind)
    assert not endless
