"""The commands of `python -m components`, one file each.

To add a command: a file with `add(commands)`, which declares its words and the function that does
it, and its name in `components/__main__.py`; its test in `tests/test_command_line.py`.
"""
