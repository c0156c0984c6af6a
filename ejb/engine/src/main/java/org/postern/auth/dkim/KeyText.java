package org.postern.auth.dkim;

import org.postern.sentence.Sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The record that publishes a key (RFC 6376, 3.6.1).
 *
 * @param text all of it, in ASCII
 */
public record KeyText(String text) {
    private static final int LONGEST_STRING = 255;
    private static final Sentence.Form KEY = Sentence.form("keyOfXBits", "{0} key of {1} bits");
    private static final Sentence NOT_FOR_MAIL = Sentence.form("keyNotForMail", "not for mail").with();
    private static final Sentence NOT_FOR_SHA256 = Sentence.form("keyNotForSha256", "not for sha256").with();
    private static final Sentence TESTING = Sentence.form("domainIsOnlyTesting", "its domain is only testing").with();

    /** {@return the text in the strings of a TXT record, of at most 255 octets each (RFC 1035, 3.3)} */
    public List<String> strings() {
        List<String> strings = new ArrayList<>();
        for (int at = 0; at < text.length(); at += LONGEST_STRING) {
            strings.add(text.substring(at, Math.min(at + LONGEST_STRING, text.length())));
        }
        return strings;
    }

    /** {@return the strings as a zone file has them: in quotes, one behind the other} */
    public String zoneText() {
        return strings().stream().map(one -> '"' + one + '"').collect(Collectors.joining(" "));
    }

    /** {@return whether it is the record of a key that mail may be signed with} */
    public boolean isUsable() {
        return KeyRecordReader.read(text) instanceof KeyRecord.Usable key && key.mail() && key.sha256();
    }

    /** {@return what it says, in words for a person: the kind of key and its size, or why it is of no use} */
    public Sentence words() {
        return switch (KeyRecordReader.read(text)) {
            case KeyRecord.Unusable(Sentence reason) -> reason;
            case KeyRecord.Usable key -> Sentence.joined(", ", facts(key));
        };
    }

    private static List<Sentence> facts(KeyRecord.Usable key) {
        List<Sentence> facts = new ArrayList<>();
        facts.add(KEY.with(key.algorithm().keyType(), String.valueOf(key.bits())));
        if (!key.mail()) {
            facts.add(NOT_FOR_MAIL);
        }
        if (!key.sha256()) {
            facts.add(NOT_FOR_SHA256);
        }
        if (key.testing()) {
            facts.add(TESTING);
        }
        return facts;
    }

    /** {@return whether others find the same key in what the DNS says, and may use it for mail, whatever else stands there} */
    public boolean isSaidBy(String found) {
        return KeyRecordReader.read(text) instanceof KeyRecord.Usable ours
                && KeyRecordReader.read(found) instanceof KeyRecord.Usable theirs
                && theirs.algorithm() == ours.algorithm() && theirs.key().equals(ours.key())
                && theirs.sha256() && theirs.mail();
    }
}
