"""What is authored: councils, wards, plans, consultations and the words people read."""
