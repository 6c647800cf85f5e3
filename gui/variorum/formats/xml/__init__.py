"""What readers of XML share, and stories in XML of no known standard."""
