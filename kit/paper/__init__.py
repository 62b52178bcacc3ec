"""The home on paper: workbooks, tests with their key, cards and other sheets as PDF."""
