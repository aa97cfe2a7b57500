"""Mutants in the body of a class: each in a child that imports the changed module."""

from __future__ import annotations

import ast
import importlib.abc
import importlib.util
import os
import sys
from pathlib import Path

import pytest

from tests.mutation.forks import Run, are_killed
from tests.mutation.mutants import Mutant

LEAST_SECONDS = 60
LIBRARIES = ("hypothesis", "hypothesis.strategies", "pandas", "pydantic", "yaml")


def judged(
    chosen: list[tuple[Path, Mutant]],
    trees: dict[Path, ast.Module],
    tests: list[Path],
    _most_seconds: float,
    *,
    newest_first: bool,
) -> list[bool]:
    """Whether each mutant was killed."""
    assert not [name for name in sys.modules if name.startswith("components")]
    for library in LIBRARIES:  # once for all children
        importlib.import_module(library)
    if newest_first:
        tests = sorted(tests, key=lambda path: -path.stat().st_mtime)
    before = os.times().children_user
    ((_, fails),) = are_killed([(lambda: _tests(tests), 600)])
    assert not fails, "the tests fail without a mutant"
    limit = max(LEAST_SECONDS, 10 * (os.times().children_user - before))

    def run(file: Path, mutant: Mutant) -> Run:
        with mutant.in_place():
            code = compile(ast.unparse(ast.fix_missing_locations(trees[file])), str(file), "exec")
        return lambda: _changed(file, code) or _tests(tests), limit

    outcome = dict(are_killed(run(file, mutant) for file, mutant in chosen))
    return [outcome[number] for number in range(len(chosen))]


def _tests(tests: list[Path]) -> int:
    from tests.mutation.in_memory import few_examples

    few_examples()
    return pytest.main(["-x", "-q", "--assert=plain", "-p", "no:cacheprovider", *map(str, tests)])


def _changed(file: Path, code: object) -> None:
    """From now on `file` is imported as `code`."""

    class Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
        def find_spec(self, name, path, target=None):
            parts = name.split(".")
            if file.parts[-len(parts) :] == (*parts[:-1], f"{parts[-1]}.py"):
                return importlib.util.spec_from_file_location(name, file, loader=self)
            return None

        def exec_module(self, module):
            exec(code, module.__dict__)

    sys.meta_path.insert(0, Changed())
