"""The language room: one chat message in, one understanding out; it knows no database and no network."""
