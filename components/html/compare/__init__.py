"""The page that puts two collections beside each other."""
