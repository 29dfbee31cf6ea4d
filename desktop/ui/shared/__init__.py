"""Parts of the window that more than one tab uses. They may know the store; tabs may import them, never the reverse."""
