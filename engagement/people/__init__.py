"""Who somebody is and where they live, as rules: personal data taken out, wards found on a map."""
