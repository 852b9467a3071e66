"""A walk through the real app by its own widgets: pictures, a certificate, a report."""
