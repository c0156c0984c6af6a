package org.postern.net.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xbill.DNS.Credibility;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

import java.util.Collections;

class AnswerCacheTest {
    private final AnswerCache cache = new AnswerCache();

    private static Message answer(Name name, int strings) {
        Message answer = new Message();
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(Record.newRecord(name, Type.TXT, DClass.IN), Section.QUESTION);
        answer.addRecord(new TXTRecord(name, DClass.IN, 300, Collections.nCopies(strings, "x".repeat(250))),
                Section.ANSWER);
        return answer;
    }

    private static Name name(int number) throws TextParseException {
        return Name.fromString("n" + number + ".example.");
    }

    private boolean knows(int number) throws TextParseException {
        return cache.lookupRecords(name(number), Type.TXT, Credibility.NORMAL).isSuccessful();
    }

    @Test
    void keepsWhatIsShort() throws TextParseException {
        cache.addMessage(answer(name(1), 4));
        assertThat(knows(1)).isTrue();
    }

    @Test
    void keepsNothingThatIsLong() throws TextParseException {
        assertThat(cache.addMessage(answer(name(1), 100)).isSuccessful()).isFalse();
        assertThat(knows(1)).isFalse();
    }

    @Test
    void holdsSoManyOctetsAndNoMore() throws TextParseException {
        int strings = 50;
        int each = strings * 250;
        int most = AnswerCache.MOST_OCTETS / each;
        int largest = 0;
        for (int i = 0; i < 2 * most; i++) {
            cache.addMessage(answer(name(i), strings));
            largest = Math.max(largest, cache.getSize());
            assertThat(knows(i)).isTrue();
        }
        assertThat(largest * each).isBetween(AnswerCache.MOST_OCTETS / 2, AnswerCache.MOST_OCTETS);
    }
}
