"""What both the window and the command line do, without Qt: a job a file, on the store and plain values."""
