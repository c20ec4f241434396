"""What templates of ours may say beside Django's own words."""
