"""The plotly.js that lies here is the one that the installed plotly writes for."""

from __future__ import annotations

import hashlib
from pathlib import Path

import plotly

from components.charts.script import PLOTLY_JS, SHA256, VERSION


def test_it_is_of_the_version_that_the_installed_plotly_writes_for():
    whole = Path(plotly.__file__).with_name("package_data") / "plotly.min.js"
    with whole.open(encoding="utf-8") as file:
        assert f"plotly.js v{VERSION}\n" in file.read(200)
    with PLOTLY_JS.open(encoding="utf-8") as file:
        assert f"plotly.js (basic - minified) v{VERSION}\n" in file.read(200)


def test_nobody_changed_it():
    assert hashlib.sha256(PLOTLY_JS.read_bytes()).hexdigest() == SHA256


def test_its_licence_lies_beside_it():
    assert "MIT License" in PLOTLY_JS.with_name("LICENSE").read_text("utf-8")
