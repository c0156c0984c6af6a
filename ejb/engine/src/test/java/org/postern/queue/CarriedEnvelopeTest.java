package org.postern.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.event.Answer;
import org.postern.event.OutcomeWish;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.QueueId;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.smtp.wire.EnvelopeText;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an application wants to hear travels beside the envelope, and is seen by nobody else. */
class CarriedEnvelopeTest {
    private static final Envelope ENVELOPE = new Envelope(ReversePath.NULL,
            Parameters.of(Map.of("BODY", "8BITMIME", "RET", "HDRS")),
            List.of(Recipient.of(new Mailbox("x", new Domain("b.example")))));

    @Test
    void theLongestWishIsReadAsItWasKept() {
        OutcomeWish wish = new OutcomeWish("queue:" + "a".repeat(250), Optional.of("Ö".repeat(OutcomeWish.LONGEST)),
                OutcomeWish.USUAL);
        CarriedEnvelope carried = new CarriedEnvelope(ENVELOPE, Optional.of(wish), Optional.empty());
        String text = EnvelopeText.write(carried.kept());
        assertThat(text).startsWith("MAIL FROM:<> BODY=8BITMIME RET=HDRS X-");
        assertThat(CarriedEnvelope.of(EnvelopeText.parse(text).toOptional().orElseThrow())).isEqualTo(carried);
    }

    @Test
    void anAnswerIsReadAsItWasKeptWithAWishOrWithout() {
        Answer answer = new Answer(Answer.Kind.AUTOMATIC, new QueueId("0123456789ABCDEF"),
                Optional.of("Ö".repeat(OutcomeWish.LONGEST)));
        OutcomeWish wish = new OutcomeWish("queue:a", Optional.empty(), OutcomeWish.USUAL);
        for (Optional<OutcomeWish> wished : List.of(Optional.<OutcomeWish>empty(), Optional.of(wish))) {
            CarriedEnvelope carried = new CarriedEnvelope(ENVELOPE, wished, Optional.of(answer));
            String text = EnvelopeText.write(carried.kept());
            assertThat(CarriedEnvelope.of(EnvelopeText.parse(text).toOptional().orElseThrow())).isEqualTo(carried);
        }
    }

    @Test
    void withoutAWishNothingIsAdded() {
        CarriedEnvelope carried = new CarriedEnvelope(ENVELOPE, Optional.empty(), Optional.empty());
        assertThat(carried.kept()).isSameAs(ENVELOPE);
        assertThat(CarriedEnvelope.of(ENVELOPE).envelope()).isSameAs(ENVELOPE);
    }

    @Test
    void aWishThatNobodyCanReadKeepsNoMail() {
        Envelope odd = new Envelope(ENVELOPE.reversePath(), ENVELOPE.parameters().with("X-POSTERN-WISH", "?"),
                ENVELOPE.recipients());
        assertThat(CarriedEnvelope.of(odd))
                .isEqualTo(new CarriedEnvelope(ENVELOPE, Optional.empty(), Optional.empty()));
    }
}
