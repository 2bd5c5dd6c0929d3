"""Pages of moderation on the site: reporting, one's own decisions, the figures."""
