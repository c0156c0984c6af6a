package org.postern.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.client.MailEvent.Accepted;
import org.postern.client.MailEvent.Deferred;
import org.postern.client.MailEvent.Delivered;
import org.postern.client.MailEvent.Expired;
import org.postern.client.MailEvent.Failed;
import org.postern.client.MailEvent.Later;
import org.postern.client.MailEvent.Quarantined;
import org.postern.client.MailEvent.Refused;
import org.postern.client.MailEvent.Returned;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

class MailEventTest {
    private static final String ALL = """
            {"kind": "%s", "key": "k", "at": "2026-11-30T05:08:01.123Z", "queueId": "0123456789ABCDEF", "correlation": "order-7",
             "account": "shop", "reversePath": "a@b", "recipient": "c@d", "originalRecipient": "all@d", "reason": "no", "class": "network", "status": "4.4.1", "reply": "450 later",
             "host": "mx.d", "next": "2026-11-30T05:18:01Z"%s}""";
    private static final String LEAST = """
            {"kind": "%s", "key": "k", "at": "2026-11-30T05:08:01.123Z", "recipient": "c@d"%s}""";
    private static final Instant AT = Instant.parse("2026-11-30T05:08:01.123Z");
    private static final EventHead HEAD = new EventHead("k", AT, Optional.of("0123456789ABCDEF"),
            Optional.of("order-7"), Optional.of("shop"), Optional.of("a@b"));
    private static final EventHead BARE = new EventHead("k", AT, Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty());
    private static final Outcome LATER = new Outcome(Optional.of("all@d"), Optional.of("no"), Optional.of("network"),
            Optional.of("4.4.1"), Optional.of("450 later"), Optional.of("mx.d"));
    private static final Outcome NONE = outcome(Optional.empty());

    private static Outcome outcome(Optional<String> status) {
        return new Outcome(Optional.empty(), Optional.empty(), Optional.empty(), status, Optional.empty(),
                Optional.empty());
    }

    static List<MailEvent> full() {
        return List.of(new Accepted(HEAD), new Refused(HEAD, "no"),
                new Deferred(HEAD, "c@d", LATER, Optional.of(Instant.parse("2026-11-30T05:18:01Z"))),
                new Delivered(HEAD, "c@d", LATER), new Failed(HEAD, "c@d", LATER), new Expired(HEAD, "c@d", LATER),
                new Quarantined(HEAD, "c@d", LATER), new Returned(HEAD, Optional.of("c@d"), LATER));
    }

    static List<MailEvent> bare() {
        return List.of(new Accepted(BARE), new Refused(BARE, "no"), new Deferred(BARE, "c@d", NONE, Optional.empty()),
                new Delivered(BARE, "c@d", NONE), new Failed(BARE, "c@d", NONE), new Expired(BARE, "c@d", NONE),
                new Quarantined(BARE, "c@d", NONE), new Returned(BARE, Optional.of("c@d"), NONE));
    }

    @ParameterizedTest
    @MethodSource("full")
    void eachKindIsARecord(MailEvent event) throws Exception {
        assertThat(MailEvent.parse(ALL.formatted(event.kind(), ""))).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("bare")
    void whatIsNotSaidIsEmpty(MailEvent event) throws Exception {
        assertThat(
                MailEvent.parse(LEAST.formatted(event.kind(), event instanceof Refused ? ", \"reason\": \"no\"" : "")))
                .isEqualTo(event);
    }

    @Test
    void eachNameOfAKindIsRead() throws Exception {
        List<String> kinds = Arrays.stream(MailEvent.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .filter(name -> !name.equals("Later"))
                .map(name -> name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1))
                .toList();
        assertThat(full()).extracting(MailEvent::kind).containsExactlyElementsOf(kinds);
        List<Object> names = new ArrayList<>();
        for (Field field : EventNames.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                names.add(field.get(null));
            }
        }
        assertThat(names).doesNotHaveDuplicates().containsAll(kinds);
    }

    @ParameterizedTest
    @MethodSource("full")
    void membersThatCameLaterArePassedOver(MailEvent event) throws Exception {
        assertThat(MailEvent.parse(ALL.formatted(event.kind(), ", \"all\": [{\"address\": \"a@b\"}], \"n\": null")))
                .isEqualTo(event);
    }

    @Test
    void aKindThatCameLaterIsAValueWithItsDocument() throws Exception {
        String document = ALL.formatted("read", ", \"by\": 1");
        assertThat(MailEvent.parse(document)).isEqualTo(new Later(HEAD, "read", document));
    }

    @Test
    void aReportMayNameNobody() throws Exception {
        MailEvent event = MailEvent.parse("""
                {"kind": "returned", "key": "k", "at": "2026-11-30T05:08:01.123Z", "reversePath": ""}""");
        assertThat(event).isInstanceOfSatisfying(Returned.class,
                returned -> assertThat(returned.recipient()).isEmpty());
        assertThat(event.head().reversePath()).contains("");
    }

    @Test
    void theClassOfAStatusIsANumber() {
        assertThat(LATER.statusClass()).isEqualTo(4);
        assertThat(NONE.statusClass()).isZero();
        assertThat(outcome(Optional.of("odd")).statusClass()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"refused\"", "{", "{}", "{\"kind\": 1}", "{\"kind\": \"refused\"}",
            "{\"kind\": \"refused\", \"key\": \"k\", \"at\": \"yesterday\", \"reason\": \"r\"}",
            "{\"kind\": \"refused\", \"key\": \"k\", \"at\": \"2026-11-30T05:08:01Z\"}",
            "{\"kind\": \"refused\", \"key\": \"k\", \"at\": \"2026-11-30T05:08:01Z\", \"reason\": null}",
            "{\"kind\": \"failed\", \"key\": \"k\", \"at\": \"2026-11-30T05:08:01Z\", \"status\": \"5.1.1\"}",
            "{\"kind\": \"deferred\", \"key\": \"k\", \"at\": \"2026-11-30T05:08:01Z\", \"recipient\": \"a\", \"next\": \"soon\"}",
            "{\"kind\": \"x\", \"key\": \"k\", \"at\": \"2026-11-30T05:08:01Z\", \"correlation\": {}}"})
    void whatIsNoEventIsTold(String document) {
        assertThatThrownBy(() -> MailEvent.parse(document)).isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void neitherDepthNorLengthIsWithoutBound() {
        assertThatThrownBy(() -> MailEvent.parse("{\"a\":".repeat(100_000)))
                .isInstanceOf(MalformedMessageException.class);
        assertThatThrownBy(() -> MailEvent.parse(" ".repeat(EventReader.LONGEST + 1)))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("at most");
    }

    @Test
    void anEventIsATextMessage() throws Exception {
        assertThatThrownBy(() -> MailEvent.of(new BytesInMemory().message()))
                .isInstanceOf(MalformedMessageException.class);
        assertThatThrownBy(() -> MailEvent.of(text(Optional.empty()))).isInstanceOf(MalformedMessageException.class);
        assertThat(MailEvent.of(text(Optional.of(LEAST.formatted("refused", ", \"reason\": \"no\"")))))
                .isEqualTo(new Refused(BARE, "no"));
    }

    private static Message text(Optional<String> text) {
        return (Message) Proxy.newProxyInstance(MailEventTest.class.getClassLoader(), new Class<?>[]{TextMessage.class},
                (proxy, method, given) -> text.orElse(null));
    }
}
