"""Break each rule on purpose: some test has to notice.

Every comparison, `and`, `or` and `not` in a rule's own function is changed once; the rule so broken is
then asked about the good leaflet and the defects that are meant for it. A mutant that answers all as
the true rule does has survived.
"""

import ast
import inspect
import sys
import textwrap
from collections.abc import Iterator

from leaflet.proof.catalogue import all_rules
from leaflet.proof.registry import FileRule
from leaflet.proof.results import Judgement
from leaflet.proof.subject import Subject, read_subject
from tests.proof.defects import bad_files
from tests.proof.surgery import good, leaflet_of

LEAST_KILLED = 0.9
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


def subjects(code: str) -> tuple[Subject, ...]:
    """Return the good leaflet and those with the defects of a rule, as their readers see them."""
    made, _ = leaflet_of()
    read = [read_subject("bad.pdf", pdf, lambda _: made) for pdf in bad_files(code)]
    return (good(), *read)


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


def test_nearly_every_mutant_of_the_rules_is_noticed() -> None:
    survivors, total = [], 0
    for rule in RULES:
        asked = subjects(rule.code)
        true = [answer(rule, subject) for subject in asked]
        # A rule that always passes is noticed by a defect, and one that always fails by the good leaflet.
        assert [each.verdict for each in true[:1] if isinstance(each, Judgement)] == ["pass"], rule.code
        assert "fail" in [each.verdict for each in true[1:] if isinstance(each, Judgement)], rule.code
        for told, mutant in mutants(rule):
            total += 1
            if all(answer(mutant, subject) == said for subject, said in zip(asked, true, strict=True)):
                survivors.append(f"{rule.code} {told}")
    assert total > 100
    assert 1 - len(survivors) / total >= LEAST_KILLED, "\n".join(survivors)
