"""Explorers: a few controls, a figure, and the same finding in words."""
