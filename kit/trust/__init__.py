"""Who may do what to whom in certification and accreditation, and who is known to have done it."""
