"""The process in which one file of a reader is read; started by `confined.taken` alone."""

from components.catalog.own.confined import answer

answer()
