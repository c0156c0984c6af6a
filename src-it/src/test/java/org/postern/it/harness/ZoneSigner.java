package org.postern.it.harness;

import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DNSSEC.DNSSECException;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSECRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes a root of one's own of a name server: it signs each answer when it is given, and proves of what is not there that it is not
 * (RFC 4470). What is delegated without signatures, or signed by nobody's key, is told by name.
 */
final class ZoneSigner {
    private static final long TTL = 1;
    private static final int ZONE_KEY = DNSKEYRecord.Flags.ZONE_KEY | DNSKEYRecord.Flags.SEP_KEY;

    private final KeyPair pair = pair();
    private final KeyPair strange = pair();
    private final DNSKEYRecord key = key(pair);
    private final Set<Name> unsigned = ConcurrentHashMap.newKeySet();
    private final Set<Name> bogus = ConcurrentHashMap.newKeySet();
    private final Instant from = Instant.now().minus(Duration.ofDays(1));

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DNSKEYRecord key(KeyPair pair) {
        try {
            return new DNSKEYRecord(Name.root, DClass.IN, TTL, ZONE_KEY, DNSKEYRecord.Protocol.DNSSEC,
                    DNSSEC.Algorithm.ECDSAP256SHA256, pair.getPublic());
        } catch (DNSSECException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the file that lets a validator trust this root} */
    String anchors() {
        return new DSRecord(Name.root, DClass.IN, TTL, DNSSEC.Digest.SHA256, key) + "\n";
    }

    /** Nobody signs this name and those below it. */
    void delegates(Name name) {
        unsigned.add(name);
    }

    /** What is said about this name is signed by a key that is not the zone's. */
    void signsWrongly(Name name) {
        bogus.add(name);
    }

    /** What is said about this name is signed by the zone's key, as all else. */
    void signsRightly(Name name) {
        bogus.remove(name);
    }

    /** Signs the answer if the question wants that. */
    void sign(Message query, Message answer) {
        if (query.getOPT() == null || (query.getOPT().getFlags() & ExtendedFlags.DO) == 0) {
            return;
        }
        Record question = query.getQuestion();
        Name name = question.getName();
        boolean cut = unsigned.contains(name) && question.getType() == Type.DS;
        Optional<Name> delegated = unsigned.stream().filter(name::subdomain).findFirst();
        if (delegated.isPresent() && !cut) {
            delegated.ifPresent(apex -> denyUnsigned(answer, apex));
            return;
        }
        if (name.equals(Name.root) && question.getType() == Type.DNSKEY) {
            answer.getHeader().setRcode(Rcode.NOERROR);
            answer.addRecord(key, Section.ANSWER);
        }
        if (answer.getSection(Section.ANSWER).isEmpty() && answer.getRcode() != Rcode.SERVFAIL) {
            deny(answer, name, cut);
        }
        signAll(answer, Section.ANSWER);
        signAll(answer, Section.AUTHORITY);
    }

    private static void denyUnsigned(Message answer, Name apex) {
        if (answer.getSection(Section.ANSWER).isEmpty()) {
            answer.removeAllRecords(Section.AUTHORITY);
            answer.addRecord(new SOARecord(apex, DClass.IN, TTL, apex, apex, 1, 1, 1, 1, TTL), Section.AUTHORITY);
        }
    }

    private static void deny(Message answer, Name name, boolean cut) {
        answer.getHeader().setRcode(Rcode.NOERROR);
        answer.removeAllRecords(Section.AUTHORITY);
        answer.addRecord(new SOARecord(Name.root, DClass.IN, TTL, Name.root, Name.root, 1, 1, 1, 1, TTL),
                Section.AUTHORITY);
        try {
            Name next = Name.concatenate(new Name("\\000"), name);
            int[] types = cut ? new int[]{Type.NS, Type.RRSIG, Type.NSEC} : new int[]{Type.RRSIG, Type.NSEC};
            answer.addRecord(new NSECRecord(name, DClass.IN, TTL, next, types), Section.AUTHORITY);
        } catch (NameTooLongException | TextParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private void signAll(Message answer, int section) {
        for (RRset set : answer.getSectionRRsets(section)) {
            if (section == Section.ANSWER && unsigned.stream().anyMatch(set.getName()::subdomain)) {
                continue;
            }
            KeyPair by = bogus.contains(set.getName()) ? strange : pair;
            try {
                answer.addRecord(DNSSEC.sign(set, key, by.getPrivate(), from, from.plus(Duration.ofDays(10))), section);
            } catch (DNSSECException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
