package org.postern.admin.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.broker.DeadLetter;
import org.postern.broker.DeadLetterMoves.Fate;
import org.postern.mail.Content;
import org.postern.sentence.RefusedException;
import org.postern.smtp.wire.EnvelopeText;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
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

    private static DeadLetter letter(String from, String envelope) {
        return new DeadLetter("postern.dead", "ID:1", given(from), "why", Instant.EPOCH, Optional.empty(),
                EnvelopeText.parse(envelope).toOptional(), 0, Content.of(new byte[0]), "bytes");
    }

    private static Fate mended(DeadLetter letter, String to, Optional<String> sender, String... recipients) {
        return DeadAct.Mend.of(given(to), sender, List.of(recipients))
                .fate(letter, "gone"::equals, "postern.dead"::equals, "alice");
    }

    private static String envelope(Fate fate) {
        return EnvelopeText.write(((Fate.SentTo) fate).mended().orElseThrow()).replace("\r\n", " ").strip();
    }

    @Test
    void whatIsNotMendedOfAnEnvelopeStaysWithItsParameters() {
        DeadLetter letter = letter("postern.submit",
                "MAIL FROM:<a@b.example> ENVID=7\r\nRCPT TO:<c@d.example> NOTIFY=NEVER\r\nRCPT TO:<e@d.example>\r\n");
        assertThat(envelope(mended(letter, "-", Optional.empty(), "f@d.example", "c@d.example", "f@d.example")))
                .isEqualTo("MAIL FROM:<a@b.example> ENVID=7 RCPT TO:<f@d.example> RCPT TO:<c@d.example> NOTIFY=NEVER");
        assertThat(envelope(mended(letter, "-", Optional.of("<>")))).isEqualTo(
                "MAIL FROM:<> ENVID=7 RCPT TO:<c@d.example> NOTIFY=NEVER RCPT TO:<e@d.example>");
        assertThat(mended(letter, "-", Optional.of("x@b.example"))).isInstanceOfSatisfying(Fate.SentTo.class,
                sent -> assertThat(sent.queue()).isEqualTo("postern.submit"));
    }

    @Test
    void anEnvelopeThatCannotBeReadIsWrittenAsAWholeOrNotAtAll() {
        DeadLetter letter = letter("postern.submit", "nothing");
        assertThat(envelope(mended(letter, "-", Optional.of("a@b.example"), "c@d.example")))
                .isEqualTo("MAIL FROM:<a@b.example> RCPT TO:<c@d.example>");
        assertThat(mended(letter, "-", Optional.of("a@b.example"))).isEqualTo(new Fate.Kept(DeadAct.UNREADABLE));
        assertThat(mended(letter, "-", Optional.empty(), "c@d.example")).isEqualTo(new Fate.Kept(DeadAct.UNREADABLE));
    }

    @ParameterizedTest
    @CsvSource({"postern.outgoing, -, postern.incoming", "postern.outgoing.bulk, -, postern.incoming",
            "postern.incoming, -, postern.incoming", "postern.outgoing, orders, orders", "orders, -, orders"})
    void mailOnItsWayIsRoutedAnewForOtherRecipients(String from, String to, String there) {
        String envelope = "MAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\n";
        assertThat(mended(letter(from, envelope), to, Optional.empty(), "x@y.example"))
                .isInstanceOfSatisfying(Fate.SentTo.class, sent -> assertThat(sent.queue()).isEqualTo(there));
    }

    @Test
    void mailOnItsWayGoesOnToTheSameRecipientsAndNotToOthers() {
        DeadLetter letter = letter("postern.outgoing", "MAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\n");
        assertThat(mended(letter, "-", Optional.of(""), "c@d.example")).isInstanceOfSatisfying(Fate.SentTo.class,
                sent -> assertThat(sent.queue()).isEqualTo("postern.outgoing"));
        assertThat(mended(letter, "postern.outgoing", Optional.empty(), "x@y.example"))
                .isInstanceOfSatisfying(Fate.Kept.class,
                        kept -> assertThat(kept.reason().toString()).contains("go by postern.incoming"));
        assertThat(mended(letter, "postern.dead", Optional.of("x@y.example"))).isInstanceOf(Fate.Kept.class);
    }

    @Test
    void whatIsNoEnvelopeIsRefusedInWords() {
        assertThatThrownBy(() -> DeadAct.Mend.of(Optional.empty(), Optional.of("nobody"), List.of()))
                .isInstanceOf(RefusedException.class)
                .hasMessage("not an address: nobody");
        assertThatThrownBy(
                () -> DeadAct.Mend.of(Optional.empty(), Optional.empty(), List.of("a@b.example,c@d.example")))
                .hasMessageStartingWith("not an address");
        assertThatThrownBy(
                () -> DeadAct.Mend.of(Optional.empty(), Optional.empty(), List.of("a".repeat(65) + "@b.example")))
                .hasMessageStartingWith("not an address");
        assertThatThrownBy(() -> DeadAct.Mend.of(Optional.empty(), Optional.empty(), List.of()))
                .hasMessageContaining("what is to be mended");
        assertThatThrownBy(() -> DeadAct.Mend.of(Optional.empty(), Optional.empty(),
                Collections.nCopies(1001, "a@b.example"))).hasMessage("at most 1,000 recipients");
    }

    @Test
    void whatIsMendedIsSaidInAFewWords() {
        assertThat(DeadAct.Mend.of(Optional.of("bills"), Optional.of(""), List.of("c@d.example")).said())
                .hasToString("replay to bills, sender now <>, recipients now c@d.example");
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
