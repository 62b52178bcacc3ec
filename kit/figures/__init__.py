"""Figures: values in, a matplotlib Figure out, and the same finding in words."""
