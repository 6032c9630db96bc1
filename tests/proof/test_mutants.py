"""Every planted defect is caught by the rule meant for it; and break each rule on purpose: that is noticed.

Every comparison, `and`, `or` and `not` in a rule's own function is changed once; the rule so broken is
then asked about the good leaflet and the defects that are meant for it. A mutant that answers all as
the true rule does has survived.
"""

import ast
import inspect
import sys
import textwrap
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pytest

from leaflet.proof.catalogue import all_rules
from leaflet.proof.registry import FileRule
from leaflet.proof.subject import Subject, read_subject
from tests.proof.defects import FORGED, PLANTED
from tests.proof.surgery import good, leaflet_of, operate

MOST_SURVIVORS = 0.1  # of all mutants
# How many mutants of a rule no file tells from it; of every other rule none.
SURVIVORS = {
    "V101": 1, "V104": 3, "V111": 1, "V116": 1, "V117": 1, "V202": 1, "V205": 1, "V211": 1, "V216": 1,
    "V302": 1, "V403": 1, "V501": 1, "V503": 1, "V505": 4, "V508": 1, "V606": 1, "V607": 2, "V616": 1,
    "V623": 1, "V635": 1,
}  # fmt: skip
# Judged by tests of their own: veraPDF, damage, age, the x-height of another profile, names of files.
ELSEWHERE = {"V603", "V628", "V801", "V213", "V641"}
RULES = [rule for rule in all_rules() if rule.code not in ELSEWHERE]

_FLIPPED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.GtE,
    ast.GtE: ast.Lt,
    ast.Gt: ast.LtE,
    ast.LtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}


class Asked(NamedTuple):
    """A rule, and what it is asked about: the good leaflet, and each defect that is meant for it."""

    rule: FileRule
    good: Subject
    bad: Mapping[str, Subject]


def answer(rule: FileRule, subject: Subject) -> object:
    """Return a rule's judgement of a subject; what a mutant raises counts as an answer."""
    try:
        return rule.result(subject).judgement
    except Exception as error:  # noqa: BLE001 - a mutant may raise anything
        return type(error).__name__


def mutants(rule: FileRule) -> Iterator[tuple[str, FileRule]]:
    """Yield a rule with one thing in its function changed, and what was changed."""
    module = sys.modules[rule.judge.__module__]
    source = textwrap.dedent(inspect.getsource(rule.judge))
    count = sum(1 for _ in _places(ast.parse(source)))
    for index in range(count):
        tree = ast.parse(source)
        node = list(_places(tree))[index]
        told = f"line {node.lineno}: {ast.unparse(node)}"
        _break(node)
        function = tree.body[0]
        assert isinstance(function, ast.FunctionDef)
        function.decorator_list = []
        names = dict(vars(module))
        code = compile(ast.fix_missing_locations(tree), "mutant", "exec")
        exec(code, names)  # noqa: S102 - our own source, changed
        yield told, FileRule(explanation=rule.explanation, need=rule.need, judge=names[function.name])


def _places(tree: ast.AST) -> Iterator[ast.Compare | ast.BoolOp | ast.UnaryOp]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare | ast.BoolOp) or (
            isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
        ):
            yield node


def _break(node: ast.Compare | ast.BoolOp | ast.UnaryOp) -> None:
    if isinstance(node, ast.Compare):
        node.ops[0] = _FLIPPED[type(node.ops[0])]()
    elif isinstance(node, ast.BoolOp):
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    else:
        node.op = ast.UAdd()
        node.operand = ast.Call(ast.Name("bool", ast.Load()), [node.operand], [])


@pytest.fixture(scope="module")
def asked(request: pytest.FixtureRequest) -> Asked:
    """Return a rule with the files that it is asked about, which are read once for all that is held of it."""
    rule: FileRule = request.param
    made, pdf = leaflet_of()
    bad = {
        **{name: operate(defect) for name, (defect, code) in PLANTED.items() if code == rule.code},
        **{name: change(pdf) for name, (change, code) in FORGED.items() if code == rule.code},
    }
    read = {name: read_subject("bad.pdf", data, lambda _: made) for name, data in bad.items()}
    return Asked(rule, good(), read)


@pytest.mark.parametrize("asked", RULES, ids=lambda rule: rule.code, indirect=True)
def test_a_rule_passes_the_good_leaflet_and_fails_each_defect_that_is_planted_for_it(asked: Asked) -> None:
    assert asked.rule.result(asked.good).verdict == "pass"
    assert asked.bad
    assert {name: asked.rule.result(each).verdict for name, each in asked.bad.items()} == dict.fromkeys(
        asked.bad, "fail"
    )


@pytest.mark.parametrize("asked", RULES, ids=lambda rule: rule.code, indirect=True)
def test_every_mutant_of_a_rule_is_noticed_but_for_those_that_are_known(asked: Asked) -> None:
    subjects = (asked.good, *asked.bad.values())
    true = [answer(asked.rule, each) for each in subjects]
    survivors = [
        told
        for told, mutant in mutants(asked.rule)
        if all(answer(mutant, each) == said for each, said in zip(subjects, true, strict=True))
    ]
    assert len(survivors) == SURVIVORS.get(asked.rule.code, 0), survivors


def test_few_mutants_are_known_to_survive() -> None:
    total = sum(sum(1 for _ in mutants(rule)) for rule in RULES)
    assert total > 100
    assert sum(SURVIVORS.values()) <= MOST_SURVIVORS * total
