"""Streamlit parts: the frame, controls, cards and the timeline component."""
