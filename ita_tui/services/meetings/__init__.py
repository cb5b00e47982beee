"""Meetings of the committee: beginning, editing, merging, closing them."""
