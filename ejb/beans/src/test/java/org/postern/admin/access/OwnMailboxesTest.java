package org.postern.admin.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.mail.DomainSet;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class OwnMailboxesTest {
    private static final Caller LIMITED = new Caller("ann", Role.AUDITOR, DomainSet.ofText("one.example"));
    private static final List<String> ALL = List.of("a@one.example", "Info@one.example", "bob@two.example",
            "info@two.example");

    private static String read(String text) throws Exception {
        return LIMITED.does(() -> OwnMailboxes.ofCaller(Optional.of("S@out.example"), ALL).in(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob@two.example", "<bob@two.example>", "BOB@TWO.EXAMPLE.", "\"bob b\"@two.example",
            "mailto:bob@two.example", "bob+x=y@two.example", "bob%two.example@relay.example", "bob@[192.0.2.1]",
            "b\u00f6b@b\u00fccher.example", "mailbox=bob@two.example;", "bob", "Bob.", "bob@one.example@two.example",
            "a@one.example=bob@two.example"})
    void whatIsOthersIsNoLongerThere(String text) throws Exception {
        assertThat(read("550 5.1.1 " + text + " unknown")).contains(OwnMailboxes.INSTEAD)
                .doesNotContainIgnoringCase("bob")
                .doesNotContainIgnoringCase("two.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@one.example", "<A@ONE.EXAMPLE>.", "s@out.example", "new@one.example", "info", "bobby",
            "@two.example", "two.example", "mx.two.example[192.0.2.1]:25", ""})
    void whatIsTheirsOrNoMailboxStays(String text) throws Exception {
        assertThat(read("250 " + text + " ok")).isEqualTo("250 " + text + " ok");
    }

    @Test
    void whoIsNotLimitedReadsAll() {
        assertThat(OwnMailboxes.ofCaller(Optional.empty(), ALL).in("550 bob@two.example")).contains("bob");
    }

    @Test
    void noTextTakesLong() {
        for (String text : List.of("a".repeat(1 << 20), "\"".repeat(65_536), "a@".repeat(32_768),
                "a.".repeat(32_768) + "@")) {
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> read(text));
        }
    }
}
