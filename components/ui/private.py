"""Nothing is sent to any other host, by the server either, whatever settings are found.

`.streamlit/config.toml` says the same; but it is easily left behind when the app is copied, and
flags and environment variables come before it. Streamlit (1.67) would tell its makers what is
used, ask another host for this machine's address (at the start, and whenever a web socket comes
with a foreign origin), and take messages from its own cloud's pages around a frame.
"""

from __future__ import annotations

from streamlit import config, net_util

SETTINGS = {
    "browser.gatherUsageStats": False,
    "client.allowedOrigins": [],  # no page around ours may send it commands
    # Its own download of a table writes what a spreadsheet would run; ours stands below.
    "client.disableDataExport": True,
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "server.maxUploadSize": 5,  # megabytes
}


def keep_private() -> None:
    """Set what privacy rests on, now and whenever Streamlit reads its settings anew."""
    net_util.get_external_ip = net_util.get_internal_ip = _unknown
    config.on_config_parsed(_set, force_connect=True)
    _set()


def _set() -> None:
    for name, value in SETTINGS.items():
        config.set_option(name, value)


def _unknown() -> None:
    """This machine's address in the outer world: nobody needs it."""
