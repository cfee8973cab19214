"""Rules of consultations: when they are open, who may answer, which question comes next."""
