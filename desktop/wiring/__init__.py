"""Where desks, presenters and views are put together; nothing here decides anything."""
