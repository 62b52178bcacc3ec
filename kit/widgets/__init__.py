"""Widgets: state of a lesson and its look in the browser."""
