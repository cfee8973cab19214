"""Rules for consultations: when they are open, who may answer, which question comes next."""
