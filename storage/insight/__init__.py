"""What results and exports read: counts and pages of responses."""
