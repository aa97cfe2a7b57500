"""The invented catalogue as a site, made once: in memory, as a folder, as one file."""

from __future__ import annotations

from pathlib import Path

import pytest

from components.site.folder import write_folder
from components.site.made import Site, site_of
from components.site.single import single_file

URL = "https://history.example/ys"


@pytest.fixture(scope="session")
def site(ys) -> Site:
    return site_of(ys)


@pytest.fixture(scope="session")
def folder(site, tmp_path_factory) -> Path:
    """The site as a folder that will stand at `URL`."""
    folder = tmp_path_factory.mktemp("site")
    write_folder(site, folder, URL)
    return folder


@pytest.fixture(scope="session")
def single(site) -> str:
    return single_file(site)
