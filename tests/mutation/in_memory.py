"""Mutants in functions and modules: each in a child of a process that has collected all tests.

In a function its code object is exchanged. On a module's own level the changed module is run anew in
its own namespace, where its functions look up constants; whoever imported a constant by name gets
the changed one, functions their changed defaults.
"""

from __future__ import annotations

import ast
import functools
import gc
import os
import sys
import time
import types
from collections import defaultdict
from collections.abc import Callable, Iterator
from copy import deepcopy
from itertools import accumulate, pairwise
from pathlib import Path

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import Phase, settings

from tests.mutation.forks import Run, allow, are_killed
from tests.mutation.mutants import Mutant

LEAST_SECONDS, A_MOMENT = 2, 0.01
Unit = tuple[str, str]  # file and qualified name of a function


def few_examples() -> None:
    """Hypothesis looks for no smaller example: one that fails is enough."""
    settings.register_profile(
        "mutation", derandomize=True, deadline=None, max_examples=50, database=None,
        phases=(Phase.explicit, Phase.generate),
    )  # fmt: skip
    os.environ["HYPOTHESIS_PROFILE"] = "mutation"


def judged(
    chosen: list[tuple[Path, Mutant]],
    trees: dict[Path, ast.Module],
    tests: list[Path],
    most_seconds: float,
    *,
    newest_first: bool,
) -> list[bool]:
    """Whether each mutant was killed by tests that together take at most `most_seconds`.

    The quickest come first; of those that take more than a moment, the newest where that is asked.
    """
    few_examples()
    judge = _Judge(chosen, trees, most_seconds, newest_first)
    options = ["-q", "--assert=plain", "-p", "no:cacheprovider", "--no-header"]
    # In a child, so that the next part starts with none of this one's modules.
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        pytest.main([*options, *map(str, tests)], plugins=[judge])
        os.write(writing, bytes(judge.killed if judge.is_done else []))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        answers = pipe.read()
    os.waitpid(child, 0)
    assert len(answers) == len(chosen), "the tests fail without a mutant"
    return [bool(answer) for answer in answers]


class _Judge:
    """A plugin that runs the tests of each mutant in place of all tests once."""

    def __init__(
        self,
        chosen: list[tuple[Path, Mutant]],
        trees: dict[Path, ast.Module],
        most_seconds: float,
        newest_first: bool,
    ) -> None:
        self.chosen, self.trees = chosen, trees
        self.most_seconds, self.newest_first = most_seconds, newest_first
        self.files = {str(file) for file in trees}
        self.killed: list[bool] = []
        self.is_done = False

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        calls, seconds = self._observed(session)
        if session.testsfailed:
            return True
        self._leave_out(calls, seconds)
        self.killed = [False] * len(self.chosen)
        for number, is_killed in are_killed(self._runs(calls, seconds)):
            self.killed[number] = is_killed
            file, mutant = self.chosen[number]
            told = f"{number}: {file.name}:{mutant.line}: {mutant.unit}: {mutant.what}"
            if not is_killed or number % 50 == 0:
                print(
                    f"{'killed' if is_killed else 'lives'} {told}", file=sys.__stderr__, flush=True
                )
        self.is_done = True
        return True

    def _runs(self, calls: dict[Unit, list], seconds: dict) -> Iterator[Run]:
        """What to run for each mutant: the tests that call its function, quickest first."""
        functions, caches = _functions(self.files), _caches()
        gc.freeze()  # a child need not look through what it was given
        for file, mutant in self.chosen:
            unit = (str(file), mutant.unit)
            items = self._tests(unit, calls, seconds)
            with mutant.in_place():
                code = _code(self.trees[file], unit)
            put_in = functools.partial(_into_functions, functions[unit], code)
            assert functions[unit] or not mutant.unit, f"no function {unit}"
            if not mutant.unit:
                put_in = functools.partial(_into_module, unit[0], code)
            limits = [(item, LEAST_SECONDS + 10 * seconds[item]) for item in items]
            run = functools.partial(_run, limits, put_in, caches)
            yield run, sum(limit for _, limit in limits)

    def _tests(self, unit: Unit, calls: dict[Unit, list], seconds: dict) -> list:
        """Tests that call the function, or any of the file's for what is outside, then others."""
        of_file = {item for (name, _), items in calls.items() if name == unit[0] for item in items}

        def order(item: pytest.Item) -> tuple:
            age = -item.path.stat().st_mtime if self.newest_first else 0
            return item not in of_file, seconds[item] > A_MOMENT, age, seconds[item]

        found = sorted(calls[unit] if unit[1] else seconds, key=order)
        so_far = accumulate(seconds[item] for item in found)
        return [item for item, sum_ in zip(found, so_far, strict=True) if sum_ < self.most_seconds]

    def _observed(self, session: pytest.Session) -> tuple[dict[Unit, list], dict]:
        """Which tests call which function, and how long each takes, seen in one run of all."""
        calls, seconds = defaultdict(list), {}
        called: set[Unit] = set()
        undo = self._mark(called)
        for item in session.items:
            called.clear()
            start = time.process_time()
            # Without a next item every fixture is made anew, and its calls belong to each test.
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
            seconds[item] = time.process_time() - start
            for unit in called:
                calls[unit].append(item)
        for function, code in undo:
            function.__code__ = code
        return calls, seconds

    def _leave_out(self, calls: dict[Unit, list], seconds: dict) -> None:
        """Leave out tests that fail in a child without any fault: they would kill every mutant."""
        items, caches = list(seconds), _caches()
        runs = (
            (functools.partial(_run, [(item, 60)], lambda: None, caches), 60.0) for item in items
        )
        for number, fails in are_killed(runs):
            if fails:
                print(f"left out: {items[number].nodeid}", file=sys.__stderr__, flush=True)
                del seconds[items[number]]
        for unit, found in calls.items():
            calls[unit] = [item for item in found if item in seconds]

    def _mark(self, called: set[Unit]) -> list[tuple[types.FunctionType, types.CodeType]]:
        """Make every function note that it is called; returns what takes that back."""
        functions = _functions(self.files)
        marked = {
            str(file): compile(_marked(tree, str(file)), str(file), "exec")
            for file, tree in self.trees.items()
        }
        undo = [(one, one.__code__) for group in functions.values() for one in group]
        for unit, group in functions.items():
            if "<" not in unit[1]:  # a function of the module or of a class
                for function in group:
                    function.__globals__["__called__"] = called.add
                _into_functions(group, _code_in(marked[unit[0]], unit))
        return undo


def _marked(tree: ast.Module, file: str) -> ast.Module:
    """The tree with a first statement in every function that says of it that it was called."""
    copy = deepcopy(tree)
    todo = [("", copy)]
    while todo:
        outer, node = todo.pop()
        for child in ast.iter_child_nodes(node):
            name = f"{outer}.{getattr(child, 'name', '')}".strip(".")
            if isinstance(child, ast.FunctionDef):
                child.body.insert(0, ast.parse(f"__called__({(file, name)!r})").body[0])
            elif isinstance(child, ast.ClassDef | ast.If):
                todo.append((name, child))
    return ast.fix_missing_locations(copy)


def _functions(files: set[str]) -> dict[Unit, list[types.FunctionType]]:
    """Every function of the files, by the unit that it is."""
    found = defaultdict(list)
    for one in gc.get_objects():
        if isinstance(one, types.FunctionType) and one.__code__.co_filename in files:
            found[one.__code__.co_filename, one.__code__.co_qualname].append(one)
    return found


def _caches() -> list:
    return [one for one in gc.get_objects() if isinstance(one, functools._lru_cache_wrapper)]


def _code(tree: ast.Module, unit: Unit) -> types.CodeType:
    """The compiled code of a function of the tree as it is now."""
    return _code_in(compile(ast.fix_missing_locations(tree), unit[0], "exec"), unit)


def _code_in(module: types.CodeType, unit: Unit) -> types.CodeType:
    todo = [module]
    if not unit[1]:
        return todo[0]
    while todo:
        for inner in todo.pop().co_consts:
            if isinstance(inner, types.CodeType):
                if inner.co_qualname == unit[1]:
                    return inner
                todo.append(inner)
    raise LookupError(unit)


def _into_functions(functions: list[types.FunctionType], code: types.CodeType) -> None:
    for function in functions:
        if len(function.__code__.co_freevars) == len(code.co_freevars):
            function.__code__ = code


def _into_module(file: str, code: types.CodeType) -> None:
    """Run the module anew; its functions and classes stay the old ones, with new defaults."""
    module = next(one for one in sys.modules.values() if getattr(one, "__file__", "") == file)
    old, new = dict(vars(module)), dict(vars(module))
    exec(code, new)
    for name, value in new.items():
        before = old.get(name)
        if isinstance(value, types.FunctionType) and isinstance(before, types.FunctionType):
            before.__defaults__, before.__kwdefaults__ = value.__defaults__, value.__kwdefaults__
        elif not callable(value) and value is not before and not name.startswith("__"):
            for other in _ours():
                if vars(other).get(name) is before:
                    setattr(other, name, value)


def _ours() -> list[types.ModuleType]:
    return [one for name, one in sys.modules.items() if name.startswith(("components", "tests"))]


def _run(items: list[tuple[pytest.Item, float]], put_in: Callable[[], None], caches: list) -> int:
    """1 when a test fails; a test that takes more processor time than it may ends the process."""
    put_in()
    for cache in caches:
        cache.cache_clear()
    for (item, limit), (following, _) in pairwise([*items, (None, 0)]):
        allow(limit)
        reports = runtestprotocol(item, nextitem=following, log=False)
        if any(report.failed for report in reports):
            return 1
    return 0
