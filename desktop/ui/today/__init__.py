"""The Today tab: next steps, the next meeting, and the three doors of the first start."""
