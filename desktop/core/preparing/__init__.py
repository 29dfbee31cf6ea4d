"""Preparing a meeting: the steps of the wizard, the plan of questions, the brief, and the write-up afterwards."""
