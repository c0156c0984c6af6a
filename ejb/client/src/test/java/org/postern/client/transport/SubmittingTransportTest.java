package org.postern.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.postern.client.BrokerInMemory;
import org.postern.client.BrokerInMemory.Sent;
import org.postern.client.PropertyNames;
import org.postern.client.Submission;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** A session of Jakarta Mail that nobody but the application has made. */
class SubmittingTransportTest {
    private final BrokerInMemory broker = new BrokerInMemory();

    private Properties properties(Map<String, String> more) {
        Properties properties = new Properties();
        properties.put("mail.transport.protocol.rfc822", SubmittingTransport.PROTOCOL);
        properties.put(SessionPropertyNames.FACTORY, broker.factory());
        properties.putAll(more);
        return properties;
    }

    private static MimeMessage mail(Session session) throws MessagingException {
        MimeMessage mail = new MimeMessage(session);
        mail.setFrom("shop@app.example");
        mail.setRecipients(RecipientType.TO, "a@b.example");
        mail.setRecipients(RecipientType.BCC, "c@d.example");
        mail.setSubject("two chairs");
        mail.setText("They are on their way.\n");
        return mail;
    }

    private MimeMessage send(Map<String, String> more) throws MessagingException {
        MimeMessage mail = mail(Session.getInstance(properties(more)));
        Transport.send(mail);
        return mail;
    }

    private Sent sent() {
        assertThat(broker.sent).hasSize(1);
        assertThat(broker.open).as("connections that stay open").isZero();
        return broker.sent.getFirst();
    }

    private String envelope() {
        return (String) sent().message().properties.get(PropertyNames.ENVELOPE);
    }

    @Test
    void jakartaMailFindsTheTransportAndTheMailIsHandedInByJms() throws MessagingException {
        send(Map.of());
        assertThat(sent().queue()).isEqualTo(Submission.QUEUE);
        assertThat(envelope())
                .isEqualTo("MAIL FROM:<shop@app.example>\r\nRCPT TO:<a@b.example>\r\nRCPT TO:<c@d.example>\r\n");
        assertThat(new String(sent().message().body(), StandardCharsets.US_ASCII))
                .contains("To: a@b.example\r\n", "Subject: two chairs\r\n")
                .doesNotContain("c@d.example")
                .endsWith("\r\n\r\nThey are on their way.\r\n");
    }

    @Test
    void reportsGoWhereTheSessionSays() throws MessagingException {
        send(Map.of(SessionPropertyNames.FROM, "bounces@app.example"));
        assertThat(envelope()).startsWith("MAIL FROM:<bounces@app.example>\r\n");
    }

    @Test
    void reportsGoNowhereWhereTheSessionSaysSo() throws MessagingException {
        send(Map.of(SessionPropertyNames.FROM, "<>"));
        assertThat(envelope()).startsWith("MAIL FROM:<>\r\n");
    }

    @Test
    void whereReportsCannotGoNothingIsSent() {
        for (String none : new String[]{"nobody", "", "a@b>\r\nRCPT TO:<x@y"}) {
            assertThatExceptionOfType(MessagingException.class)
                    .isThrownBy(() -> send(Map.of(SessionPropertyNames.FROM, none)))
                    .withMessageContaining("not an address");
        }
        assertThat(broker.sent).isEmpty();
    }

    @Test
    void eventsAreAskedForAndCallTheMailByItsMessageId() throws MessagingException, JMSException {
        MimeMessage mail = send(Map.of(SessionPropertyNames.REPLY_TO, "answers", SessionPropertyNames.EVENTS, "final"));
        assertThat(((Queue) sent().message().head().get("JMSReplyTo")).getQueueName()).isEqualTo("answers");
        assertThat(sent().message().properties).containsEntry(PropertyNames.EVENTS, "final");
        assertThat(sent().message().head()).containsEntry("JMSCorrelationID", mail.getMessageID());
    }

    @Test
    void withoutAPasswordTheFactoryKnowsWhoComes() throws MessagingException {
        send(Map.of());
        assertThat(broker.logins).containsExactly("nobody");
    }

    @Test
    void aPasswordIsThatOfTheCallOrOfTheAuthenticator() throws MessagingException {
        Transport.send(mail(Session.getInstance(properties(Map.of()))), "orders-app", "secret");
        Transport.send(mail(
                Session.getInstance(properties(Map.of("mail.postern.user", "orders-app")), new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        return new PasswordAuthentication(getDefaultUserName(), "another");
                    }
                })));
        assertThat(broker.logins).containsExactly("orders-app:secret", "orders-app:another");
    }

    @Test
    void whoAsksForTheTransportByNameConnectsOnceAndSendsMuch() throws MessagingException {
        Session session = Session.getInstance(properties(Map.of()));
        try (Transport transport = session.getTransport(SubmittingTransport.PROTOCOL)) {
            transport.connect("", -1, "orders-app", "secret");
            transport.sendMessage(mail(session), to("a@b.example"));
            transport.sendMessage(mail(session), to("e@f.example"));
        }
        assertThat(broker.sent).hasSize(2);
        assertThat(broker.logins).containsExactly("orders-app:secret", "orders-app:secret");
    }

    private static Address[] to(String address) throws MessagingException {
        return InternetAddress.parse(address);
    }

    @Test
    void thePageHasEachPropertyOfASession() throws IOException, IllegalAccessException {
        String page = Files.readString(Path.of("../../docs/applications/jakarta-mail.md"));
        for (Field field : SessionPropertyNames.class.getFields()) {
            assertThat(page).contains("\n| `" + field.get(null) + "` |");
        }
    }

    @Test
    void whoIsNotLetInIsToldSo() {
        assertThatExceptionOfType(AuthenticationFailedException.class).isThrownBy(() -> Transport
                .send(mail(Session.getInstance(properties(Map.of()))), "orders-app", BrokerInMemory.WRONG));
    }

    @Test
    void aSessionWithoutAFactoryIsToldWhatIsMissing() {
        Properties properties = properties(Map.of());
        properties.remove(SessionPropertyNames.FACTORY);
        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(() -> Transport.send(mail(Session.getInstance(properties))))
                .withMessageContaining(SessionPropertyNames.FACTORY);
    }

    @Test
    void whereServicesAreNotSeenTheFileSaysTheSame() throws IOException {
        try (InputStream file = SubmittingProvider.class.getResourceAsStream("/META-INF/javamail.providers")) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.US_ASCII)).contains(
                    "protocol=" + SubmittingTransport.PROTOCOL + ";",
                    "class=" + SubmittingTransport.class.getName() + ";");
        }
    }
}
