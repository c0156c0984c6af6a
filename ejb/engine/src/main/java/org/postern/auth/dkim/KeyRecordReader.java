package org.postern.auth.dkim;

import org.postern.sentence.Sentence;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.Optional;

/** Reads key records (RFC 6376, 3.6.1; RFC 8463, 4). Never throws: what cannot be read is a value, too. */
final class KeyRecordReader {
    /** The longest record that is looked at: four times that of the largest key which counts. */
    static final int LONGEST = 8 * 1024;

    private static final Sentence TOO_LONG = Sentence.form("keyRecordTooLong", "the key record is too long").with();
    private static final Sentence.Form BROKEN = Sentence.form("keyRecordIsBroken", "the key record is broken: {0}");
    private static final Sentence REVOKED = Sentence.form("keyWasRevoked", "the key was revoked").with();

    private KeyRecordReader() {}

    static KeyRecord read(String text) {
        if (text.length() > LONGEST) {
            return new KeyRecord.Unusable(TOO_LONG);
        }
        try {
            return read(TagList.of(text));
        } catch (Unacceptable e) {
            return new KeyRecord.Unusable(BROKEN.with(String.valueOf(e.getMessage())));
        }
    }

    private static KeyRecord read(TagList tags) throws Unacceptable {
        Optional<String> version = tags.value("v");
        if (version.isPresent() && !(version.get().equals("DKIM1") && tags.first().equals("v"))) {
            throw Unacceptable.broken("v= is not DKIM1, or not in front");
        }
        Optional<Algorithm> algorithm = Algorithm.ofKeyType(tags.value("k").orElse(Algorithm.RSA_SHA256.keyType()));
        if (algorithm.isEmpty()) {
            throw Unacceptable.broken("no known type in k=");
        }
        String data = tags.value("p").orElseThrow(() -> Unacceptable.broken("no p="));
        if (data.isEmpty()) {
            return new KeyRecord.Unusable(REVOKED);
        }
        PublicKey key = PublicKeys.read(algorithm.get(), Base64Text.decode(data, "p"));
        return new KeyRecord.Usable(algorithm.get(), key, PublicKeys.bits(key), lists(tags, "h", "sha256"),
                lists(tags, "s", "email") || lists(tags, "s", "*"), has(tags, "t", "y"), has(tags, "t", "s"));
    }

    /** {@return whether the tag is not there, and so allows everything, or has this value in its list} */
    private static boolean lists(TagList tags, String name, String wanted) {
        return tags.value(name).isEmpty() || has(tags, name, wanted);
    }

    private static boolean has(TagList tags, String name, String wanted) {
        return tags.value(name)
                .map(list -> Arrays.stream(list.split(":", -1)))
                .stream()
                .flatMap(all -> all)
                .anyMatch(one -> TagList.trim(one, 0, one.length()).equals(wanted));
    }
}
