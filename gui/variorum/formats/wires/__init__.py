"""What agencies send: NewsML, NITF, ninjs, IPTC 7901, ANPA 1312, Reuters-21578."""
