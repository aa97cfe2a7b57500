"""The front door: `streamlit run app.py [-- FOLDER]`.

Streamlit's server imports this file once, to take the routes and headers from it, and runs it
for every reader, to draw the page. It knows nothing but the frame.
"""

import streamlit as st

from components.ui import frame, server

if __name__ == "__main__":
    frame.run()
else:
    app = st.App(
        __file__,
        routes=server.ROUTES,
        middleware=server.middleware(),
        on_script_error=frame.failed,
    )
