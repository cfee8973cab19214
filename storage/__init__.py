"""Storage: tables, each with its queries in the same file. The only code that uses SQL."""
