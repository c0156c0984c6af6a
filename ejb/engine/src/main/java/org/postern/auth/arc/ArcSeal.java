package org.postern.auth.arc;

import org.postern.auth.dkim.Algorithm;
import org.postern.auth.dkim.AskedKeys;
import org.postern.auth.dkim.KeyName;
import org.postern.auth.dkim.SignatureProof;
import org.postern.auth.dkim.SignatureTags;
import org.postern.auth.dkim.TagList;
import org.postern.auth.dkim.Unacceptable;
import org.postern.mail.Domain;

/** An ARC-Seal (RFC 8617, 4.1.3), read. */
final class ArcSeal {
    private final Algorithm algorithm;
    private final Domain domain;
    private final KeyName key;
    private final byte[] signature;
    private final String before;

    ArcSeal(TagList list) throws Unacceptable {
        if (list.value("h").isPresent()) {
            throw Unacceptable.broken("h= in a seal");
        }
        SignatureTags tags = new SignatureTags(list);
        algorithm = tags.algorithm();
        domain = tags.domain();
        key = KeyName.of(tags.selector(), domain);
        signature = tags.octets("b");
        tags.number("t");
        before = list.needed("cv");
    }

    Domain domain() {
        return domain;
    }

    KeyName key() {
        return key;
    }

    /** {@return what the sealer says that the chain was before it: {@code cv=}} */
    String before() {
        return before;
    }

    void check(AskedKeys keys, byte[] octets) throws Unacceptable {
        SignatureProof.of(keys.of(key), algorithm, false).prove(octets, signature);
    }
}
