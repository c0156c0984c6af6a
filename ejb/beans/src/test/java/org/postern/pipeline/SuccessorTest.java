package org.postern.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.postern.mail.Domain;
import org.postern.mail.ForwardPath;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;
import java.util.Map;

class SuccessorTest {
    private static final Mailbox OLD = new Mailbox("a+b", new Domain("old.example"));
    private static final Mailbox NEW = new Mailbox("c", new Domain("new.example"));

    @Test
    void keepsTheWishesOfTheSender() {
        Recipient before = new Recipient(new ForwardPath(OLD), Parameters.of(Map.of("NOTIFY", "NEVER")));
        Recipient after = Successor.of(List.of(before), NEW);
        assertThat(after.mailbox()).isEqualTo(NEW);
        assertThat(after.parameters().get("NOTIFY")).contains("NEVER");
    }

    @Test
    void isReportedOnAsTheAddressThatTheSenderHasWritten() {
        assertThat(Successor.of(List.of(Recipient.of(OLD)), NEW).parameters().get("ORCPT"))
                .contains("rfc822;a+2Bb@old.example");
        Recipient forwarded = new Recipient(new ForwardPath(OLD), Parameters.of(Map.of("ORCPT", "rfc822;z@z.example")));
        assertThat(Successor.of(List.of(forwarded), NEW).parameters().get("ORCPT")).contains("rfc822;z@z.example");
    }

    @Test
    void namesThoseWhoLostIt() {
        assertThat(Successor.names(List.of(Recipient.of(OLD), Recipient.of(NEW))))
                .isEqualTo("a+b@old.example, c@new.example");
        assertThat(Successor.names(Collections.nCopies(12, Recipient.of(NEW)))).endsWith(" and 2 more");
    }
}
