"""What comes next: stages, follow-ups, keeping in touch, and the ranking of the steps that Today shows."""
