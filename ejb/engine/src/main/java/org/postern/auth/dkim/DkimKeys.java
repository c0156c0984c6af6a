package org.postern.auth.dkim;

import org.postern.dns.NoData;
import org.postern.dns.NoSuchDomain;
import org.postern.dns.Temporary;
import org.postern.dns.TextAnswer;
import org.postern.dns.TextDns;
import org.postern.limit.Latest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * The keys that domains publish, asked side by side. Keys that were read are remembered by the text of their record, the last
 * {@value #MOST_REMEMBERED} of them, so that the same key is read once however often the DNS is asked. For all threads.
 */
public final class DkimKeys {
    /** How many names are asked for one message at most, each once. */
    public static final int MOST_ASKED = 64;
    /** How many TXT records of a name are looked at (RFC 6376, 3.6.2.2: there should be one). */
    static final int MOST_RECORDS = 4;
    static final int MOST_REMEMBERED = 2000;
    private static final int LONGEST_REMEMBERED = 2048;

    private final TextDns dns;
    private final Executor executor;
    private final Map<String, KeyRecord> read = new Latest<>(MOST_REMEMBERED);

    /** @param executor runs one look-up each, which blocks as long as the DNS takes; it may refuse, then the key is not known */
    public DkimKeys(TextDns dns, Executor executor) {
        this.dns = dns;
        this.executor = executor;
    }

    /** Begins to ask for the first {@value #MOST_ASKED} of these names, and returns at once. */
    public AskedKeys ask(Collection<KeyName> names) {
        List<KeyName> asked = names.stream().distinct().limit(MOST_ASKED).toList();
        return new AskedKeys(asked, this::lookUp, executor);
    }

    private KeyAnswer lookUp(KeyName name) {
        return switch (dns.texts(name.text())) {
            case TextAnswer.Found(List<String> texts) ->
                new KeyAnswer.Published(texts.stream().limit(MOST_RECORDS).map(this::read).toList());
            case NoSuchDomain none -> new KeyAnswer.Missing("no key at " + name.text());
            case NoData none -> new KeyAnswer.Missing("no key at " + name.text());
            case Temporary unknown ->
                new KeyAnswer.Unknown("the key could not be asked for: " + unknown.reason());
        };
    }

    private KeyRecord read(String text) {
        synchronized (read) {
            KeyRecord known = read.get(text);
            if (known != null) {
                return known;
            }
        }
        KeyRecord record = KeyRecordReader.read(text);
        if (text.length() <= LONGEST_REMEMBERED) {
            synchronized (read) {
                read.put(text, record);
            }
        }
        return record;
    }

    int remembered() {
        synchronized (read) {
            return read.size();
        }
    }
}
