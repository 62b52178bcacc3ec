"""What the learner did, kept safely, and where the learner stands."""
