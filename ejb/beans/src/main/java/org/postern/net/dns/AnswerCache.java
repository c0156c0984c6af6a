package org.postern.net.dns;

import org.xbill.DNS.Cache;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SetResponse;
import org.xbill.DNS.TXTRecord;

/**
 * Answers for as long as they may be kept, an hour at most. Strangers choose the names that are asked for, and what their zones answer: so not
 * the number of answers alone is bounded, but also their octets. An answer over 16 KB is not kept; when all is full, all is
 * forgotten, which costs questions and nothing else.
 */
final class AnswerCache extends Cache {
    /** The longest answer that is kept, in octets. */
    static final int LONGEST = 16 * 1024;
    /** Octets of all answers together. */
    static final int MOST_OCTETS = 32 * 1024 * 1024;
    private static final int MOST_ENTRIES = 50_000;
    private static final int MAX_SECONDS = 3600;
    private static final int MAX_NEGATIVE_SECONDS = 60;
    /** More than a record takes whose data are a name or less. */
    private static final int RECORD = 256;

    private int octets;

    AnswerCache() {
        super(DClass.IN);
        setMaxEntries(MOST_ENTRIES);
        setMaxCache(MAX_SECONDS);
        setMaxNCache(MAX_NEGATIVE_SECONDS);
    }

    @Override
    public SetResponse addMessage(Message answer) {
        int size = size(answer);
        if (size > LONGEST) {
            return lookupRecords(answer.getQuestion().getName(), answer.getQuestion().getType(), 0);
        }
        makeRoom(size);
        return super.addMessage(answer);
    }

    private synchronized void makeRoom(int size) {
        octets += size;
        if (octets > MOST_OCTETS) {
            clearCache();
            octets = size;
        }
    }

    /** {@return about as many octets as the answer takes, or more} */
    private static int size(Message answer) {
        int size = RECORD;
        for (int section = Section.ANSWER; section <= Section.ADDITIONAL; section++) {
            for (Record record : answer.getSection(section)) {
                size += RECORD;
                if (record instanceof TXTRecord text) {
                    for (byte[] string : text.getStringsAsByteArrays()) {
                        size += string.length;
                    }
                }
            }
        }
        return size;
    }
}
