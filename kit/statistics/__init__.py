"""What answers tell about questions: for trainers, from any set of attempts."""
