"""Pieces of pages as HTML text, whatever shows them: the app, or a site of files. No Streamlit."""
