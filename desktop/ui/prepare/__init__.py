"""The Prepare tab: meetings ahead and past, the interview-prep wizard, the brief previewed, printed and saved."""
