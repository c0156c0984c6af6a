package org.postern.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.event.Answer;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.HeaderSection;
import org.postern.mail.Mailbox;
import org.postern.mail.ReversePath;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

class AnswerSignsTest {
    private static final ReversePath SOMEBODY = ReversePath.of(new Mailbox("ann", new Domain("home.example")));

    private static Answer.Kind kind(ReversePath sender, String fields) throws IOException {
        String text = fields.replace("|", "\r\n") + "\r\n\r\nhello\r\n";
        return AnswerSigns.kind(sender, HeaderSection.of(Content.of(text.getBytes(StandardCharsets.UTF_8))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Subject: Re: order 7", "Auto-Submitted: no", "auto-submitted: No (by hand)",
            "Precedence: first-class", "X-Auto-Response-Suppress: All", "From: postmaster@home.example",
            "Content-Type: multipart/alternative; boundary=b; x=\"report-type=delivery-status\""})
    void whatSomebodyWritesIsAReply(String fields) throws IOException {
        assertThat(kind(SOMEBODY, fields)).isEqualTo(Answer.Kind.REPLY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: auto-replied", "Auto-Submitted: auto-generated; type=x",
            "AUTO-SUBMITTED: Auto-Notified(again)", "Auto-Submitted: (?) auto-replied", "Auto-Submitted:",
            "Precedence: bulk", "precedence: Auto_Reply", "Precedence: junk", "List-Id: <list.example>",
            "X-Autoreply: yes", "Content-Type: multipart/report; report-type=disposition-notification",
            "Content-Type: multipart/report; report-type=delivery-status"})
    void whatAProgramWritesIsAutomatic(String fields) throws IOException {
        assertThat(kind(SOMEBODY, fields)).isEqualTo(Answer.Kind.AUTOMATIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Subject: away", "Auto-Submitted: no",
            "Auto-Submitted: auto-replied|From: Postmaster@x.example",
            "Content-Type: multipart/report; report-type=disposition-notification"})
    void fromNobodyItIsAutomaticWhateverItSays(String fields) throws IOException {
        assertThat(kind(ReversePath.NULL, fields)).isEqualTo(Answer.Kind.AUTOMATIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"",
            "Content-Type: Multipart/Report; boundary=b;|\tReport-Type = \"Delivery-Status\"",
            "From: MAILER-DAEMON@mx.example", "From: Mail Delivery System <MAILER-DAEMON>",
            "From: <postmaster@mx.example>|Auto-Submitted: auto-generated"})
    void whatAServerReportsIsABounce(String fields) throws IOException {
        assertThat(kind(ReversePath.NULL, fields)).isEqualTo(Answer.Kind.BOUNCE);
    }

    @ParameterizedTest
    @CsvSource({"Auto-Submitted, 2000000", "Content-Type, 2000000", "From, 2000000", "Precedence, 2000000"})
    void nothingIsTooLongToBeLookedAt(String field, int octets) throws IOException {
        assertThat(kind(ReversePath.NULL, field + ": " + "(;=\" ".repeat(octets / 5)))
                .isEqualTo(Answer.Kind.AUTOMATIC);
    }
}
