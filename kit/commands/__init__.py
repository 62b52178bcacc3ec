"""The commands behind the front door, one module each."""
