"""What several pages state alike."""
