"""The words of the interface, as every part of the app asks for them."""

from components.html.texts import chart_words, count, group, text

__all__ = ["chart_words", "count", "group", "text"]
