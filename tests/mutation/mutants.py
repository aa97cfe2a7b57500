"""Small faults put into Python code, one at a time: what a good test suite notices.

A mutant changes one place of a module's syntax tree: a comparison, an operator, a condition, a
constant, a returned value, or a statement that is left out. Names, annotations, docstrings and
decorators stay as they are.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

COMPARISONS = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
OPERATORS = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult, ast.Mod: ast.FloorDiv, ast.Pow: ast.Mult, ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd, ast.LShift: ast.RShift, ast.RShift: ast.LShift,
}  # fmt: skip
NOT_MUTATED = ("annotation", "returns", "decorator_list", "type_params")


@dataclass(frozen=True)
class Mutant:
    """One fault.

    unit: qualified name of the function it is in; "" on the module's own level, and the name of
        the class with a full stop at its end on a class's
    """

    line: int
    unit: str
    what: str
    put: Callable[[], Callable[[], None]]  # puts the fault in and returns what takes it out again

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """The tree has the fault while this lasts."""
        undo = self.put()
        try:
            yield
        finally:
            undo()


def mutants(tree: ast.Module) -> list[Mutant]:
    """Every mutant of a module, in the order of its lines."""
    return sorted(_inside(tree, "", False), key=lambda mutant: mutant.line)


def _inside(node: ast.AST, name: str, is_unit: bool) -> Iterator[Mutant]:
    """Mutants of all that is under a node. name: of the class or function that it is in."""
    for field, value in ast.iter_fields(node):
        if field in NOT_MUTATED or _is_for_tools(node):
            continue
        # Defaults are made when the module is imported, not when the function is called.
        inside = is_unit and not (isinstance(node, ast.arguments) and "defaults" in field)
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST) or _is_docstring(node, child) or _is_for_tools(child):
                continue
            unit = name if inside or not name else f"{name}."
            yield from _of(child, unit, node)
            if isinstance(child, ast.FunctionDef) and not inside:
                yield from _inside(child.args, name, False)
                yield from _body(child, f"{name}.{child.name}".strip("."))
            elif isinstance(child, ast.ClassDef) and not inside:
                yield from _inside(child, f"{name}.{child.name}".strip("."), False)
            else:
                yield from _inside(child, name, inside)


def _body(function: ast.FunctionDef, name: str) -> Iterator[Mutant]:
    body = ast.Module(function.body, [])
    yield from _inside(body, name, True)


def _is_for_tools(node: ast.AST) -> bool:
    """Whether it is there for type checkers and star imports only."""
    if isinstance(node, ast.Assign):
        return ast.unparse(node.targets[0]) == "__all__"
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def _is_docstring(parent: ast.AST, child: ast.AST) -> bool:
    return isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)


def _of(node: ast.AST, unit: str, parent: ast.AST) -> Iterator[Mutant]:
    """The mutants of one node itself."""

    def mutant(what: str, owner: ast.AST, field: str, new: object) -> Mutant:
        def put() -> Callable[[], None]:
            old = getattr(owner, field)
            setattr(owner, field, new)
            return lambda: setattr(owner, field, old)

        return Mutant(getattr(node, "lineno", getattr(parent, "lineno", 0)), unit, what, put)

    match node:
        case ast.Compare():
            for place, old in enumerate(node.ops):
                ops = [*node.ops[:place], COMPARISONS[type(old)](), *node.ops[place + 1 :]]
                yield mutant(f"{ast.unparse(node)}: other comparison", node, "ops", ops)
        case ast.BoolOp():
            new = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield mutant(f"{ast.unparse(node)}: and ↔ or", node, "op", new)
        case ast.BinOp() | ast.AugAssign() if type(node.op) in OPERATORS:
            new = OPERATORS[type(node.op)]()
            yield mutant(f"{ast.unparse(node)}: {type(new).__name__}", node, "op", new)
        case ast.If() | ast.While() | ast.IfExp():
            yield mutant(f"{ast.unparse(node.test)}: negated", node, "test", _negated(node.test))
        case ast.comprehension(ifs=[_, *_]):
            for place, test in enumerate(node.ifs):
                ifs = [*node.ifs[:place], _negated(test), *node.ifs[place + 1 :]]
                yield mutant(f"{ast.unparse(test)}: negated", node, "ifs", ifs)
        case ast.Constant() if not isinstance(parent, ast.FormattedValue | ast.MatchSingleton):
            if (new := _other(node.value)) is not None:
                yield mutant(f"{node.value!r} → {new!r}", node, "value", new)
        case ast.Return(value=ast.expr() as value) if ast.unparse(value) != "None":
            none = ast.copy_location(ast.Constant(None), value)
            yield mutant(f"{ast.unparse(node)} → None", node, "value", none)
        case ast.Expr(value=ast.Call() as call):
            none = ast.copy_location(ast.Constant(None), call)
            yield mutant(f"without {ast.unparse(node)}", node, "value", none)


def _negated(test: ast.expr) -> ast.expr:
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return test.operand
    return ast.copy_location(ast.UnaryOp(ast.Not(), test), test)


def _other(value: object) -> object:
    """Another constant of the same type; None where there is none."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + 1
    return value + "XX" if isinstance(value, str) else None
