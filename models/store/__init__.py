"""How the tables reach a disk: connections, engines and guarded migrations. Nothing of the office is known here."""
