package org.postern.auth.dkim;

import static org.postern.auth.dkim.Row.broken;
import static org.postern.auth.dkim.Row.neutral;
import static org.postern.auth.dkim.Row.pass;
import static org.postern.auth.dkim.Row.policy;
import static org.postern.auth.dkim.Row.temporary;

import org.postern.dns.NoData;
import org.postern.dns.NoSuchDomain;
import org.postern.dns.Temporary;
import org.postern.dns.TextAnswer;

import java.util.List;

/** What the DNS says of keys. */
final class KeyRows {
    private static final String P = "p=" + Keys.RSA_2048.published();

    private KeyRows() {}

    static final List<Row> RECORDS = List.of(pass("nothing but p=", s -> s.key(P)),
            pass("a semicolon at the end", s -> s.key("v=DKIM1; " + P + ";")),
            pass("no white space", s -> s.key("v=DKIM1;k=rsa;" + P)),
            pass("white space all over", s -> s.key(" v = DKIM1 ;\tk = rsa ; p = " + spaced())),
            pass("tags that nobody knows", s -> s.key("v=DKIM1; g=*; n=a note; x=1; " + P)),
            pass("a note beyond ASCII", s -> s.key("v=DKIM1; n=gr\u00c3\u00bc\u00c3\u009f; " + P)),
            pass("an RSAPublicKey of RFC 8017", s -> s.key("k=rsa; p=" + Keys.RSA_2048.publishedBare())),
            pass("an RSAPublicKey of 1024 bits",
                    s -> s.draft(d -> d.with(Keys.RSA_1024)).key("k=rsa; p=" + Keys.RSA_1024.publishedBare())),
            pass("base64 without its padding", s -> s.key(P.replace("=", "").replaceFirst("p", "p="))),
            broken("v= is not in front", s -> s.key("k=rsa; v=DKIM1; " + P), "not in front"),
            broken("v= of another thing", s -> s.key("v=spf1; " + P), "v= is not DKIM1"),
            broken("v= in small letters", s -> s.key("v=dkim1; " + P), "v= is not DKIM1"),
            broken("an SPF record", s -> s.key("v=spf1 -all"), "v= is not DKIM1"),
            broken("an empty record", s -> s.key(""), "no tags"),
            broken("a record of words", s -> s.key("omgwhatsgoingon"), "a tag without a name"),
            broken("semicolons behind backslashes", s -> s.key("v=DKIM1\\; k=rsa\\; " + P), "v= is not DKIM1"),
            broken("no p=", s -> s.key("v=DKIM1; k=rsa"), "no p="),
            broken("a revoked key", s -> s.key("v=DKIM1; p="), "revoked"),
            broken("p= twice", s -> s.key(P + "; " + P), "p= twice"),
            broken("p= that is not base64", s -> s.key("p=***"), "p= is not base64"),
            broken("p= that is no key", s -> s.key("p=AAAA"), "no rsa key"),
            broken("p= that is cut off", s -> s.key("v=DKIM1; p=" + Keys.RSA_2048.published().substring(0, 200)),
                    "no rsa key"),
            broken("a record of 60,000 octets", s -> s.key("n=" + "x".repeat(60_000) + "; " + P), "too long"));

    static final List<Row> RESTRICTIONS = List.of(broken("k= that nobody knows", s -> s.key("k=ecdsa; " + P), "k="),
            broken("an Ed25519 key for an RSA signature", s -> s.key("k=ed25519; p=" + Keys.ED25519.published()),
                    "another type"),
            broken("an RSA key for an Ed25519 signature", s -> s.ed25519().key(P), "another type"),
            broken("an Ed25519 key that says nothing of its type",
                    s -> s.ed25519().key("p=" + Keys.ED25519.published()), "no rsa key"),
            broken("an Ed25519 key of 31 octets", s -> s.ed25519().key("k=ed25519; p=" + "A".repeat(42) + "=="),
                    "32 octets"),
            pass("h=sha256", s -> s.key("h=sha256; " + P)),
            pass("h= of several", s -> s.key("h=sha1 : sha256 : sha3; " + P)),
            broken("h=sha1", s -> s.key("h=sha1; " + P), "not for SHA-256"),
            broken("an empty h=", s -> s.key("h=; " + P), "not for SHA-256"),
            pass("s=email", s -> s.key("s=email; " + P)), pass("s=*", s -> s.key("s=*; " + P)),
            pass("s= of several", s -> s.key("s=other:email; " + P)),
            broken("s=other", s -> s.key("s=tlsrpt; " + P), "not for mail"),
            pass("t=s and the domain itself", s -> s.key("t=s; " + P).tag("i", "ann@example.com")),
            pass("t=s and no i=", s -> s.key("t=s; " + P)),
            broken("t=s and a domain below", s -> s.key("t=s; " + P).tag("i", "ann@mail.example.com"),
                    "its own domain alone"),
            broken("t=y:s and a domain below", s -> s.key("t=y : s; " + P).tag("i", "@mail.example.com"),
                    "its own domain alone"),
            pass("a flag that nobody knows", s -> s.key("t=z; " + P)),
            pass("t=y and a good signature", s -> s.key("t=y; " + P)),
            neutral("t=y and a changed body", s -> s.key("t=y; " + P).changed("lost", "won"), "body"),
            neutral("t=y and a changed header", s -> s.key("t=y; " + P).changed("To: bob", "To: eve"),
                    "header section"),
            policy("a key of 4104 bits", s -> s.key("p=" + OddKeys.rsa(4104, 65_537)), "too large"),
            policy("a public exponent of 40 bits", s -> s.key("p=" + OddKeys.rsa(2048, (1L << 40) + 1)), "too large"));

    static final List<Row> ANSWERS = List.of(
            broken("no such name", s -> s.answer(new NoSuchDomain()), "no key at sel._domainkey.example.com"),
            broken("no TXT record", s -> s.answer(new NoData()), "no key at"),
            temporary("a time-out", s -> s.answer(new Temporary("timed out")), "timed out"),
            temporary("a time-out, and the body is another one",
                    s -> s.answer(new Temporary("SERVFAIL")).changed("lost", "won"), "SERVFAIL"),
            pass("a key behind a CNAME, which the resolver has followed",
                    s -> s.answer(new TextAnswer.Found(List.of("v=DKIM1; k=rsa; " + P)))),
            pass("the right key behind a wrong one", s -> s.key("p=" + Keys.OTHER.published(), P)),
            pass("the right key behind a broken record", s -> s.key("v=spf1 -all", P)),
            pass("the right key behind a revoked one", s -> s.key("v=DKIM1; p=", P)),
            pass("the right key in front of another type", s -> s.key(P, "k=ed25519; p=" + Keys.ED25519.published())),
            broken("the right key behind four others",
                    s -> s.key("v=spf1 a", "v=spf1 b", "v=spf1 c", "v=spf1 d", P), "v= is not DKIM1"),
            broken("two broken records", s -> s.key("p=", "v=spf1"), "revoked"));

    private static String spaced() {
        return Keys.RSA_2048.published().replaceAll("(.{20})", "$1 \t");
    }
}
