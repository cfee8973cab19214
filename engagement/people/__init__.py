"""Rules for people: personal data removed from updates, wards found for shared locations."""
