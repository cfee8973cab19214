"""What is remembered: tables with their queries beside them. The only code that speaks SQL."""
