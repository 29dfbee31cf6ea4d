"""Letters: composed from templates, checked before they go out, and when and why to write one."""
