"""What the program knows: frozen values and pure rules, one file per subject."""
