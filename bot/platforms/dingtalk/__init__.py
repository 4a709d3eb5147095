"""The only folder that knows DingTalk: its socket, signatures, tokens, limits and errors."""
