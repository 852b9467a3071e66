"""What headquarters has sent: files taken in, and what stands here now."""
