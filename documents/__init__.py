"""Pictures and files: what is drawn and what is read from paper; never the database, only rows handed in."""
