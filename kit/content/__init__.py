"""Content: typed records, the library that reads them, the check that finds their faults."""
