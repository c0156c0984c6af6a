package org.postern.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.policy.PolicyReplies;
import org.postern.receiver.AtCommand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

class UnreadFilterTest {
    private static final AtCommand FULL = new AtCommand.Defer(PolicyReplies.MAILBOX_FULL);
    private static final AtCommand TOO_LARGE = new AtCommand.Reject(PolicyReplies.TOO_LARGE_FOR_MAILBOX);

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private long waiting;
    private final UnreadFilter filter = new UnreadFilter(
            (mailbox, passage) -> mailbox.localName().equalsIgnoreCase("postmaster"), mailbox -> waiting, () -> now);

    private AtCommand rcpt(Envelope accepted, String recipient) {
        return filter.rcpt(Dialogue.session(Dialogue.STRANGER), accepted, Dialogue.to(recipient));
    }

    private AtCommand content(int octets, String... recipients) {
        List<Recipient> all = Arrays.stream(recipients).map(Dialogue::to).toList();
        Content content = Content.of(new byte[octets]);
        try {
            return filter.content(Dialogue.session(Dialogue.STRANGER),
                    new Envelope(ReversePath.NULL, Parameters.NONE, all), content, HeaderSection.of(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void takesMailUntilTooMuchOfItWaits() {
        assertThat(rcpt(Dialogue.EMPTY, "postmaster@gw.example")).isEqualTo(AtCommand.ACCEPT);
        waiting = UnreadFilter.MOST;
        now = now.plusSeconds(10);
        assertThat(rcpt(Dialogue.EMPTY, "Postmaster@gw.example")).isEqualTo(FULL);
        assertThat(rcpt(Dialogue.EMPTY, "alice@gw.example")).isEqualTo(AtCommand.ACCEPT);
    }

    @Test
    void countsWhatItTakesBetweenTwoLooksIntoTheStoreAndNotWhatIsOnlyAnnounced() {
        waiting = UnreadFilter.MOST - 1;
        assertThat(rcpt(Dialogue.EMPTY, "postmaster@gw.example")).isEqualTo(AtCommand.ACCEPT);
        assertThat(rcpt(Dialogue.EMPTY, "postmaster@gw.example")).isEqualTo(AtCommand.ACCEPT);
        assertThat(content(10, "postmaster@gw.example")).isEqualTo(AtCommand.ACCEPT);
        assertThat(rcpt(Dialogue.EMPTY, "postmaster@gw.example")).isEqualTo(FULL);
        assertThat(rcpt(Dialogue.EMPTY, "postmaster@other.example")).isEqualTo(AtCommand.ACCEPT);
    }

    @Test
    void boundsWhatWaitsForAllDomainsTogether() {
        waiting = UnreadFilter.MOST - 1;
        for (int i = 0; i < 5; i++) {
            assertThat(rcpt(Dialogue.EMPTY, "postmaster@d" + i + ".example")).isEqualTo(AtCommand.ACCEPT);
        }
        assertThat(rcpt(Dialogue.EMPTY, "postmaster@d6.example")).isEqualTo(FULL);
    }

    @Test
    void refusesWhatIsTooLargeWhenItIsAnnouncedOrHasCome() {
        Envelope large = new Envelope(ReversePath.NULL,
                Parameters.NONE.with("SIZE", String.valueOf(UnreadFilter.LARGEST + 1)), List.of());
        assertThat(rcpt(large, "postmaster@gw.example")).isEqualTo(TOO_LARGE);
        assertThat(rcpt(large, "alice@gw.example")).isEqualTo(AtCommand.ACCEPT);
        assertThat(content((int) UnreadFilter.LARGEST + 1, "postmaster@gw.example")).isEqualTo(TOO_LARGE);
        assertThat(content((int) UnreadFilter.LARGEST, "postmaster@gw.example")).isEqualTo(AtCommand.ACCEPT);
    }

    @Test
    void takesLargeMailThatSomebodyElseIsToHave() {
        assertThat(content((int) UnreadFilter.LARGEST + 1, "postmaster@gw.example", "alice@gw.example"))
                .isEqualTo(AtCommand.ACCEPT);
    }
}
