package org.postern.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;

class DeliveredMailTest {
    private static BytesInMemory mail() {
        return new BytesInMemory().with(PropertyNames.CONTRACT, 1)
                .with(PropertyNames.QUEUE_ID, "0123456789ABCDEF")
                .with(PropertyNames.ENVELOPE, "MAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\n")
                .with(PropertyNames.ARRIVED, 1_000L)
                .with("Subject: gr\u00fc\u00df\r\n\r\nhello\r\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aMimeMessageIsMadeOnDemand() throws Exception {
        DeliveredMail mail = DeliveredMail.of(mail().message());
        assertThat(mail.mimeMessage().getContent()).isEqualTo("hello\r\n");
        assertThat(mail.octets()).hasSize((int) mail.size());
        assertThat(mail.envelope().addresses()).containsExactly("c@d.example");
        assertThat(mail.arrived()).isEqualTo(Instant.ofEpochSecond(1));
    }

    @Test
    void aLaterVersionIsReadAndSaid() throws Exception {
        DeliveredMail mail = DeliveredMail
                .of(mail().with(PropertyNames.CONTRACT, 7).with("postern_new", "x").message());
        assertThat(mail.contract()).isEqualTo(7);
    }

    @Test
    void whatAnswersNothingIsNoAnswerWhateverItsCorrelation() throws Exception {
        assertThat(DeliveredMail.of(mail().withHead("JMSCorrelationID", "order-7").message()).answer()).isEmpty();
    }

    @Test
    void anAnswerOfALaterKindIsReadAndSaid() throws Exception {
        Answer answer = DeliveredMail
                .of(mail().with(PropertyNames.ANSWER, "song")
                        .with(PropertyNames.ANSWERS_TO, "FEDCBA9876543210")
                        .withHead("JMSCorrelationID", "order-7")
                        .message())
                .answer()
                .orElseThrow();
        assertThat(answer.kind()).isEqualTo("song");
        assertThat(answer.isReply() || answer.isAutomatic() || answer.isBounce()).isFalse();
        assertThat(answer.correlation()).contains("order-7");
    }

    @Test
    void anAnswerToNothingIsToldByName() {
        assertThatThrownBy(() -> DeliveredMail.of(mail().with(PropertyNames.ANSWER, "reply").message()))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("the property postern_answersTo is missing");
    }

    @Test
    void whatWasPostedBeforeThereWereVersionsIsTheFirst() throws Exception {
        BytesInMemory message = mail();
        message.properties.remove(PropertyNames.CONTRACT);
        assertThat(DeliveredMail.of(message.message()).contract()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {PropertyNames.QUEUE_ID, PropertyNames.ENVELOPE, PropertyNames.ARRIVED})
    void whatIsMissingIsToldByName(String property) {
        BytesInMemory message = mail();
        message.properties.remove(property);
        assertThatThrownBy(() -> DeliveredMail.of(message.message())).isInstanceOf(MalformedMessageException.class)
                .hasMessage("the property " + property + " is missing");
    }

    @ParameterizedTest
    @CsvSource({"postern_envelope, ''", "postern_envelope, RCPT TO:<a@b>",
            "postern_envelope, nonsense", "postern_arrived, yesterday", "postern_arrived, 99999999999999999999",
            "postern_expires, soon", "postern_score, much", "postern_contract, one"})
    void whatIsMalformedIsToldByName(String property, String value) {
        assertThatThrownBy(() -> DeliveredMail.of(mail().with(property, value).message())).isInstanceOf(
                MalformedMessageException.class).hasMessageContaining("the property " + property);
    }

    @ParameterizedTest
    @ValueSource(strings = {PropertyNames.ARRIVED, PropertyNames.EXPIRES, PropertyNames.SCORE, PropertyNames.CONTRACT})
    void anotherTypeIsToldByName(String property) {
        assertThatThrownBy(() -> DeliveredMail.of(mail().with(property, true).message())).isInstanceOf(
                MalformedMessageException.class).hasMessageContaining("the property " + property);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 1_000_000})
    void octetsAreReadInBlocks(int count) throws Exception {
        byte[] octets = new byte[count];
        new Random(count).nextBytes(octets);
        BytesInMemory message = mail();
        message.clear();
        DeliveredMail mail = DeliveredMail.of(message.with(octets).message());
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        mail.writeTo(kept);
        assertThat(kept.toByteArray()).isEqualTo(octets);
        assertThat(mail.octets()).isEqualTo(octets);
    }

    @Test
    void whatIsStreamedIsThereOnce() throws Exception {
        DeliveredMail mail = DeliveredMail.of(mail().oneWay().message());
        assertThat(mail.octets()).isNotEmpty();
        assertThatThrownBy(mail::octets).isInstanceOf(JMSException.class).hasMessageEndingWith("are there once");
    }

    @Test
    void whatIsNoBytesMessageIsNoMail() {
        Message other = (Message) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{Message.class},
                (proxy, method, given) -> null);
        assertThatThrownBy(() -> DeliveredMail.of(other)).isInstanceOf(MalformedMessageException.class)
                .hasMessage("mail is a BytesMessage");
    }
}
