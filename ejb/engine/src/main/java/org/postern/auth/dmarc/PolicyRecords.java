package org.postern.auth.dmarc;

import org.postern.dns.NoData;
import org.postern.dns.NoSuchDomain;
import org.postern.dns.Temporary;
import org.postern.dns.TextAnswer;
import org.postern.dns.TextDns;
import org.postern.sentence.Sentence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The records that are looked at for one message: each name is asked once. Not for several threads. */
final class PolicyRecords {
    private static final String PREFIX = "_dmarc.";

    private final TextDns dns;
    private final Map<String, Published> known = new HashMap<>();

    PolicyRecords(TextDns dns) {
        this.dns = dns;
    }

    Published at(String domain) {
        return known.computeIfAbsent(domain, name -> ask(PREFIX + name));
    }

    private Published ask(String name) {
        return switch (dns.texts(name)) {
            case TextAnswer.Found found -> only(found.texts());
            case Temporary unknown -> new Published.Unknown(
                    Sentence.joined(": ", List.of(Sentence.asItIs(name), unknown.reason())));
            case NoSuchDomain none -> new Published.Nothing();
            case NoData none -> new Published.Nothing();
        };
    }

    private static Published only(List<String> texts) {
        List<PolicyRecord> records = texts.stream()
                .map(PolicyRecord::parse)
                .flatMap(Optional::stream)
                .limit(2)
                .toList();
        return records.size() == 1 ? new Published.One(records.getFirst()) : new Published.Nothing();
    }

    /** {@return whether a domain exists (RFC 9989, 3.2.13); empty if the DNS does not say, now} */
    Optional<Boolean> exists(String domain) {
        return switch (dns.texts(domain)) {
            case TextAnswer.Found found -> Optional.of(true);
            case NoData none -> Optional.of(true);
            case NoSuchDomain none -> Optional.of(false);
            case Temporary unknown -> Optional.empty();
        };
    }
}
