package org.postern.admin.applications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.broker.DeadLetter;
import org.postern.broker.DeadLetterMoves.Fate;
import org.postern.mail.Content;

import java.time.Instant;
import java.util.Optional;

/** Where a message may go from among the dead letters. */
class DeadActTest {
    private static Fate fate(String from, String to) {
        DeadLetter letter = new DeadLetter("postern.dead", "ID:1", given(from), "why", Instant.EPOCH, Optional.empty(),
                Optional.empty(), 0, Content.of(new byte[0]), "bytes");
        return new DeadAct.Replay(given(to)).fate(letter, "gone"::equals, "postern.dead"::equals, "alice");
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(one -> !one.equals("-"));
    }

    @ParameterizedTest
    @CsvSource({"orders, -, orders", "orders, bills, bills", "-, bills, bills", "postern.submit, -, postern.submit",
            "postern.outgoing, -, postern.outgoing", "postern.outgoing, postern.incoming, postern.incoming",
            "postern.incoming, orders, orders", "postern.archive, -, postern.archive"})
    void itGoesBackOrToAnotherQueue(String from, String to, String there) {
        assertThat(fate(from, to)).isEqualTo(new Fate.SentTo(there, "alice"));
    }

    @ParameterizedTest
    @CsvSource({"-, -, nobody knows", "orders, gone, no queue gone", "gone, -, no queue gone",
            "orders, postern.dead, nothing is sent", "orders, postern.events, nothing is sent",
            "postern.outgoing, postern.archive, nothing is sent",
            "orders, postern.outgoing, where it is checked", "postern.submit, postern.incoming, where it is checked",
            "-, postern.outgoing, where it is checked"})
    void itStaysWhereThereIsNoWay(String from, String to, String why) {
        assertThat(fate(from, to)).isInstanceOfSatisfying(Fate.Kept.class,
                kept -> assertThat(kept.reason().toString()).contains(why));
    }

    @Test
    void whatLiesWhereOthersWriteDoesNotGoPastTheChecksWhateverItSays() {
        DeadLetter letter = new DeadLetter("orders.dead", "ID:1", Optional.of("postern.outgoing"), "why", Instant.EPOCH,
                Optional.empty(), Optional.empty(), 0, Content.of(new byte[0]), "bytes");
        assertThat(new DeadAct.Replay(Optional.empty()).fate(letter, "gone"::equals, "orders.dead"::equals, "alice"))
                .isInstanceOf(Fate.Kept.class);
    }

    @Test
    void aKeyIsReadAsItIsWritten() {
        DeadLetterKey key = new DeadLetterKey("a/b", "ID:0b7c-1");
        assertThat(DeadLetterKey.parse(key.toString())).contains(key);
        assertThat(DeadLetterKey.parse(DeadLetterKey.SCHEME + key)).contains(key);
        assertThat(DeadLetterKey.parse("postern.dead/ID:1' OR '1'='1 ")).isEmpty();
        assertThat(DeadLetterKey.parse("/ID:1")).isEmpty();
        assertThat(DeadLetterKey.parse("postern.dead")).isEmpty();
    }
}
