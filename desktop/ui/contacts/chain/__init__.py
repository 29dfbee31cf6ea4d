"""The referral chain, as a drawing and as a tree."""
