package org.postern.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Optional;

/** The envelope of a message of Jakarta Mail. */
class EnvelopeOfMailTest {
    private static MimeMessage from(String address) throws MessagingException {
        MimeMessage mail = new MimeMessage((Session) null);
        mail.setFrom(address);
        return mail;
    }

    private static Address[] to(String... addresses) {
        return Arrays.stream(addresses).map(EnvelopeOfMailTest::address).toArray(Address[]::new);
    }

    private static Address address(String text) {
        InternetAddress address = new InternetAddress();
        address.setAddress(text);
        return address;
    }

    @Test
    void reportsGoToTheFirstInFrom() throws MessagingException {
        assertThat(EnvelopeOfMail
                .begun(from("Shop <shop@app.example>"), Optional.empty(), to("a@b.example", "c@d.example"))
                .content("")
                .build()
                .envelope())
                .hasToString("MAIL FROM:<shop@app.example>\r\nRCPT TO:<a@b.example>\r\nRCPT TO:<c@d.example>\r\n");
    }

    @Test
    void whatIsNoAddressIsNamedAndNothingIsSent() {
        assertThatExceptionOfType(SendFailedException.class)
                .isThrownBy(() -> EnvelopeOfMail.begun(from("shop@app.example"), Optional.empty(),
                        to("a@b.example", "a@b.example>\r\nRCPT TO:<x@y.example")))
                .satisfies(failed -> assertThat(failed.getInvalidAddresses()).hasSize(1))
                .satisfies(failed -> assertThat(failed.getValidUnsentAddresses()).hasSize(1));
        assertThatExceptionOfType(SendFailedException.class)
                .isThrownBy(() -> EnvelopeOfMail.begun(from("shop@app.example"), Optional.empty()));
    }

    @Test
    void withoutASenderNothingIsSent() {
        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(
                        () -> EnvelopeOfMail.begun(new MimeMessage((Session) null), Optional.empty(),
                                to("a@b.example")))
                .withMessageContaining("no sender");
    }
}
