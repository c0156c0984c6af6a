"""Verifies the DKIM signatures of the message on standard input (ISO 8859-1, written as UTF-8) by dkimpy, with the keys that the name
server 127.0.0.1:PORT shows: verify_dkim.py PORT. A line for each signature, from the top: d=, a=, and good or bad."""
import sys

import dkim
import dns.resolver

resolver = dns.resolver.Resolver(configure=False)
resolver.nameservers, resolver.port = ["127.0.0.1"], int(sys.argv[1])


def texts(name, timeout=5):
    answer = resolver.resolve(name.decode(), "TXT")
    return b"".join(next(iter(answer)).strings)


message = sys.stdin.buffer.read().decode("utf-8").encode("latin-1")
signatures = [value for name, value in dkim.DKIM(message).headers if name.lower() == b"dkim-signature"]
for index, signature in enumerate(signatures):
    tags = dkim.util.parse_tag_value(b"".join(signature.split()))
    try:
        good = dkim.DKIM(message).verify(idx=index, dnsfunc=texts)
    except dkim.DKIMException:
        good = False
    print(tags[b"d"].decode(), tags[b"a"].decode(), "good" if good else "bad")
