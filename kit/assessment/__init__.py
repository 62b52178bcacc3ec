"""The final assessment: a form drawn by blueprint, taken, marked, and recorded."""
