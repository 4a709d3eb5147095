"""Messages said in another way that changes no fact: they must be read as before."""
