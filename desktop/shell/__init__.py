"""The window around every screen: header, overlay, toasts, crash report."""
