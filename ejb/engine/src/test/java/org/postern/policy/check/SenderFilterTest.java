package org.postern.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.mail.Parameters;
import org.postern.mail.ReversePath;
import org.postern.policy.PolicyReplies;
import org.postern.receiver.AtCommand;
import org.postern.receiver.Identity;
import org.postern.receiver.Reason;
import org.postern.receiver.SessionFacts;

import java.util.List;

class SenderFilterTest {
    private static final Reason CHECKED = Reason.setting("policy.check-user-sender");
    private static final AtCommand NOT_YOURS = new AtCommand.Reject(PolicyReplies.NOT_YOUR_ADDRESS, CHECKED);
    private static final AtCommand NO_FROM = new AtCommand.Reject(PolicyReplies.NO_FROM);
    private static final AtCommand NOT_YOUR_FROM = new AtCommand.Reject(PolicyReplies.NOT_YOUR_FROM, CHECKED);
    private final SenderFilter filter = new SenderFilter();

    private static SessionFacts user(String name, String... senders) {
        return Dialogue.session(Dialogue.STRANGER).authenticated(new Identity(name, "PLAIN", List.of(senders)));
    }

    private AtCommand mail(SessionFacts session, String sender) {
        return filter.mail(session, ReversePath.of(Dialogue.to(sender).mailbox()), Parameters.NONE);
    }

    private AtCommand from(SessionFacts session, String header) {
        return filter.content(session, Dialogue.EMPTY, Dialogue.content(""), Dialogue.header(header));
    }

    @Test
    void aUserWhoseNameIsAnAddressSendsAsThat() {
        SessionFacts alice = user("alice@a.example");
        assertThat(mail(alice, "Alice@A.example")).isEqualTo(AtCommand.ACCEPT);
        assertThat(mail(alice, "\"alice\"@a.example")).isEqualTo(AtCommand.ACCEPT);
        assertThat(mail(alice, "bob@a.example")).isEqualTo(NOT_YOURS);
        assertThat(mail(alice, "alice@b.example")).isEqualTo(NOT_YOURS);
    }

    @Test
    void aUserSendsAsWhatIsSaidOfThem() {
        SessionFacts robot = user("robot", "robot@a.example", "b.example", ".c.example");
        assertThat(mail(robot, "robot@a.example")).isEqualTo(AtCommand.ACCEPT);
        assertThat(mail(robot, "x@b.example")).isEqualTo(AtCommand.ACCEPT);
        assertThat(mail(robot, "x@sub.c.example")).isEqualTo(AtCommand.ACCEPT);
        assertThat(mail(robot, "x@c.example")).isEqualTo(NOT_YOURS);
        assertThat(mail(robot, "x@xb.example")).isEqualTo(NOT_YOURS);
        assertThat(mail(robot, "x@a.example")).isEqualTo(NOT_YOURS);
    }

    @Test
    void aUserOfWhomNothingIsSaidSendsAsNobody() {
        assertThat(mail(user("alice"), "alice@a.example")).isEqualTo(NOT_YOURS);
        assertThat(mail(user("alice", "what is this?"), "alice@a.example")).isEqualTo(NOT_YOURS);
    }

    @Test
    void aUserMaySendAsAnybody() {
        assertThat(mail(user("relay", "*"), "x@anywhere.example")).isEqualTo(AtCommand.ACCEPT);
    }

    @Test
    void theNullReversePathIsForReceipts() {
        assertThat(filter.mail(user("alice@a.example"), ReversePath.NULL, Parameters.NONE)).isEqualTo(AtCommand.ACCEPT);
    }

    @Test
    void fromIsLookedAtToo() {
        SessionFacts alice = user("alice@a.example");
        assertThat(from(alice, "From: Alice <alice@a.example>\n")).isEqualTo(AtCommand.ACCEPT);
        assertThat(from(alice, "From: Boss <boss@a.example>\n")).isEqualTo(NOT_YOUR_FROM);
        assertThat(from(alice, "From: alice@a.example, boss@a.example\n")).isEqualTo(NOT_YOUR_FROM);
        assertThat(from(alice, "From: \"alice@a.example\" <boss@a.example\n")).isEqualTo(NOT_YOUR_FROM);
        assertThat(from(alice, "From: boss@a.example <alice@a.example>\n")).isEqualTo(NOT_YOUR_FROM);
    }

    @Test
    void aUserSendsAsAnAddressBeyondAscii() {
        SessionFacts user = user("J\u00fcrgen@b\u00fccher.example", "verlag@b\u00fccher.example", ".\u00f6.example");
        assertThat(mail(user, "j\u00fcrgen@xn--bcher-kva.example")).isEqualTo(AtCommand.ACCEPT);
        assertThat(mail(user, "verlag@b\u00fccher.example")).isEqualTo(AtCommand.ACCEPT);
        assertThat(mail(user, "x@sub.\u00f6.example")).isEqualTo(AtCommand.ACCEPT);
        assertThat(mail(user, "jurgen@b\u00fccher.example")).isEqualTo(NOT_YOURS);
    }

    @Test
    void lettersThatFallTogetherBeyondAsciiAreNotTheSame() {
        assertThat(mail(user("kim@a.example"), "\u212Aim@a.example")).isEqualTo(NOT_YOURS);
    }

    @Test
    void thereIsOneFromWhoeverReads() {
        SessionFacts alice = user("alice@a.example");
        assertThat(from(alice, "Subject: no From at all\n")).isEqualTo(NO_FROM);
        assertThat(from(alice, "From: alice@a.example\nFrom: alice@a.example\n")).isEqualTo(NO_FROM);
        assertThat(from(alice, "From: alice@a.example\njunk\nFrom: boss@a.example\n")).isEqualTo(NO_FROM);
        assertThat(from(alice, "Subject: x\njunk\nFrom: boss@a.example\n")).isEqualTo(NO_FROM);
        assertThat(from(alice, " From: boss@a.example\nFrom: alice@a.example\n")).isEqualTo(NO_FROM);
    }

    @Test
    void nobodyIsJudgedWhoHasNotLoggedIn() {
        assertThat(mail(Dialogue.session(Dialogue.STRANGER), "x@a.example")).isEqualTo(AtCommand.ACCEPT);
        assertThat(from(Dialogue.session(Dialogue.STRANGER), "From: nonsense\n")).isEqualTo(AtCommand.ACCEPT);
    }
}
