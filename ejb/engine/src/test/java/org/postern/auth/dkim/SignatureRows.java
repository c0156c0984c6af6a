package org.postern.auth.dkim;

import static org.postern.auth.dkim.Row.broken;
import static org.postern.auth.dkim.Row.fail;
import static org.postern.auth.dkim.Row.pass;
import static org.postern.auth.dkim.Row.policy;

import java.util.List;

/** What the tags of a signature say. */
final class SignatureRows {
    private static final long NOW = Draft.NOW;

    private SignatureRows() {}

    static final List<Row> ALGORITHMS = List.of(pass("rsa-sha256 with 2048 bits", s -> s),
            pass("rsa-sha256 with 1024 bits",
                    s -> s.draft(d -> d.with(Keys.RSA_1024)).key("p=" + Keys.RSA_1024.published())),
            pass("ed25519-sha256", Scene::ed25519),
            broken("rsa-sha1, though it would verify", s -> s.draft(Draft::sha1), "rsa-sha1 counts for nothing"),
            policy("rsa-sha256 with 512 bits",
                    s -> s.draft(d -> d.with(Keys.RSA_512)).key("p=" + Keys.RSA_512.published()), "512 bits"),
            broken("an algorithm that nobody knows", s -> s.tag("a", "rsa-sha512"), "not known"),
            broken("an algorithm in capitals", s -> s.tag("a", "RSA-SHA256"), "not known"),
            broken("no algorithm", s -> s.draft(d -> d.without("a")), "no a="),
            fail("another key of the same size", s -> s.draft(d -> d.with(Keys.OTHER)), "not with this key"));

    static final List<Row> GRAMMAR = List.of(broken("no version", s -> s.draft(d -> d.without("v")), "no v="),
            broken("version 2", s -> s.tag("v", "2"), "version"),
            broken("version 1.0", s -> s.tag("v", "1.0"), "version"),
            broken("no domain", s -> s.draft(d -> d.without("d")), "no d="),
            broken("an empty domain", s -> s.tag("d", ""), "nothing in d="),
            broken("a domain of one label", s -> s.tag("d", "com"), "d= is no domain"),
            broken("a domain with an empty label", s -> s.tag("d", "example..com"), "d= is no domain"),
            broken("a domain that ends with a dot", s -> s.tag("d", "example.com."), "d= is no domain"),
            broken("a domain with a space", s -> s.tag("d", "exa mple.com"), "d= is no domain"),
            broken("a domain that is too long", s -> s.tag("d", "a.".repeat(130) + "com"), "d= is too long"),
            broken("no selector", s -> s.draft(d -> d.without("s")), "no s="),
            broken("a selector that is no name", s -> s.tag("s", "a/b"), "s= is no domain"),
            broken("a name of the key that is too long", s -> s.tag("s", "ab.".repeat(80) + "c"),
                    "name of the key is too long"),
            broken("no h=", s -> s.draft(d -> d.without("h")), "no h="),
            broken("no bh=", s -> s.draft(d -> d.without("bh")), "no bh="),
            broken("bh= that is not base64", s -> s.tag("bh", "a_b"), "bh= is not base64"),
            broken("no b=", s -> s.draft(d -> d.without("b")), "no b="),
            broken("an empty b=", s -> s.tag("b", ""), "nothing in b="),
            broken("b= that is not base64", s -> s.tag("b", "not_base_64"), "b= is not base64"),
            fail("b= that is too short", s -> s.tag("b", "AAAA"), "not with this key"),
            broken("a tag twice", s -> s.tag("s; s", "sel"), "a tag without a name"),
            broken("the same tag twice", s -> s.changed("; s=sel;", "; s=sel; s=sel;"), "s= twice"),
            broken("two semicolons", s -> s.changed("; s=sel;", ";; s=sel;"), "a tag without a name"),
            broken("a tag without a value sign", s -> s.changed("; s=sel;", "; s=sel; foo;"), "a tag without a name"),
            broken("a control character", s -> s.tag("z", "a\u0001b"), "control character in z="),
            broken("a null character", s -> s.tag("z", "a\u0000b"), "control character in z="),
            broken("101 tags", s -> s.draft(d -> many(d, 95)), "more than 100 tags"),
            pass("93 tags that nobody knows", s -> s.draft(d -> many(d, 90))),
            broken("a signature of 70,000 characters", s -> s.tag("z", "x".repeat(70_000)), "longer than"),
            fail("a semicolon put behind the signature",
                    s -> s.onTheWay(text -> text.replaceFirst("\r\nFrom", ";\r\nFrom")), "header section"),
            pass("white space and folding around everything",
                    s -> s.tag("h", "from\r\n : to :\tsubject\r\n\t:date")
                            .tag("d", "\r\n example.com ")
                            .tag("i", " @example.com\t")),
            pass("an empty q= of one that names dns/txt among others", s -> s.tag("q", "carrier/pigeon : dns/txt")),
            broken("q= without dns/txt", s -> s.tag("q", "carrier/pigeon"), "dns/txt"),
            broken("an empty c=", s -> s.tag("c", ""), "nothing in c="),
            broken("a canonicalization that nobody knows", s -> s.tag("c", "relaxed/nofws"), "canonicalization"));

    static final List<Row> NAMES = List.of(
            broken("From is not signed", s -> s.tag("h", "to:subject"), "From is not signed"),
            broken("h= is empty", s -> s.tag("h", ""), "From is not signed"),
            pass("From in capitals", s -> s.tag("h", "FROM:To")),
            pass("an empty name", s -> s.tag("h", "from::to:")),
            pass("a field that is not there", s -> s.tag("h", "from:x-none:x-none")),
            fail("a field that was not there, and is now",
                    s -> s.tag("h", "from:x-none").onTheWay(text -> "X-None: 1\r\n" + text), "header section"),
            pass("a second From on top, of which the signature says nothing",
                    s -> s.onTheWay(text -> "From: eve@evil.example\r\n" + text)),
            fail("a second From on top, which the signature forbids",
                    s -> s.tag("h", "from:from:to").onTheWay(text -> "From: eve@evil.example\r\n" + text),
                    "header section"),
            pass("From oversigned, and only one there", s -> s.tag("h", "from:from:from")),
            pass("two instances, from the bottom",
                    s -> s.draft(d -> d.top("Received: 1\r\n").top("Received: 2\r\n"))
                            .tag("h", "from:received:received")),
            pass("the lower of two instances, and a new one on top",
                    s -> s.draft(d -> d.top("Received: 1\r\n"))
                            .tag("h", "from:received")
                            .onTheWay(text -> "Received: 3\r\n" + text)),
            fail("two instances that changed places",
                    s -> s.draft(d -> d.top("Received: 1\r\n").top("Received: 2\r\n"))
                            .tag("h", "from:received:received")
                            .changed("Received: 2\r\nReceived: 1", "Received: 1\r\nReceived: 2"),
                    "header section"),
            pass("its own name, of which there is no other", s -> s.tag("h", "from:dkim-signature")),
            fail("its own name, and another signature was added", s -> s.tag("h", "from:dkim-signature")
                    .onTheWay(text -> text.replaceFirst("\r\nFrom", "\r\nDKIM-Signature: x\r\nFrom")),
                    "header section"));

    static final List<Row> TIMES = List.of(pass("made now", s -> s.tag("t", "" + NOW)),
            pass("made long ago", s -> s.tag("t", "1")),
            pass("made in four minutes: clocks differ", s -> s.tag("t", "" + (NOW + 240))),
            policy("made in an hour", s -> s.tag("t", "" + (NOW + 3600)), "future"),
            broken("an empty time", s -> s.tag("t", ""), "nothing in t="),
            broken("a time that is no number", s -> s.tag("t", "soon"), "t= is no number"),
            broken("a negative time", s -> s.tag("t", "-1"), "t= is no number"),
            broken("a time with a space in it", s -> s.tag("t", "17 90"), "t= is no number"),
            pass("ends in an hour", s -> s.tag("x", "" + (NOW + 3600))),
            pass("ended four minutes ago: clocks differ", s -> s.tag("x", "" + (NOW - 240))),
            policy("ended an hour ago", s -> s.tag("x", "" + (NOW - 3600)), "expired"),
            broken("ends before it was made", s -> s.tag("t", "" + NOW).tag("x", "" + (NOW - 1)), "x= is not after t="),
            broken("ends when it was made", s -> s.tag("t", "" + NOW).tag("x", "" + NOW), "x= is not after t="),
            pass("ends after the end of all times", s -> s.tag("x", "9".repeat(60))),
            policy("made after the end of all times", s -> s.tag("t", "9".repeat(60)), "future"));

    static final List<Row> IDENTITIES = List.of(pass("the domain itself", s -> s.tag("i", "@example.com")),
            pass("a person of the domain", s -> s.tag("i", "ann@example.com")),
            pass("a domain below", s -> s.tag("i", "ann@mail.example.com")),
            pass("the domain in capitals", s -> s.tag("i", "ann@EXAMPLE.COM")),
            broken("another domain", s -> s.tag("i", "ann@example.net"), "not in d="),
            broken("a domain above", s -> s.tag("d", "mail.example.com").tag("i", "@example.com"), "not in d="),
            broken("a domain that only ends like it", s -> s.tag("i", "ann@badexample.com"), "not in d="),
            broken("an identity without an @", s -> s.tag("i", "ann"), "i= has no domain"),
            broken("nothing behind the @", s -> s.tag("i", "ann@"), "i= has no domain"),
            broken("an empty identity", s -> s.tag("i", ""), "i= has no domain"),
            pass("an @ in quotes", s -> s.tag("i", "\"a@b\"@example.com")));

    private static void many(Draft draft, int tags) {
        for (int i = 0; i < tags; i++) {
            draft.tag("x" + i, "1");
        }
    }
}
