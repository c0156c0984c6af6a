package org.postern.smtp.server;

import org.postern.receiver.AtCommand;
import org.postern.receiver.MailReceiver;
import org.postern.receiver.ProtocolRole;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.Extension;
import org.postern.smtp.Replies;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How a session begins: the greeting, EHLO, LHLO and HELO, and what the client is offered (RFC 5321, 3.1 and 3.2). */
final class SessionGreeting {
    private final SessionSettings settings;
    private final SessionProgress progress;
    private final MailReceiver receiver;
    private Offer offer = Offer.NOTHING;

    SessionGreeting(SessionSettings settings, SessionProgress progress, MailReceiver receiver) {
        this.settings = settings;
        this.progress = progress;
        this.receiver = receiver;
    }

    /** {@return what the server says first, after the pause that the receiver wishes for} */
    Answer greet(Greeting how) throws IOException {
        AtCommand verdict = receiver.connect(progress.facts());
        if (verdict instanceof AtCommand.Accept && how.isSpokenBefore(receiver.pause(progress.facts()))) {
            progress.learned(progress.facts().impatient());
            return greeted(receiver.early(progress.facts()));
        }
        return greeted(verdict);
    }

    /** {@return what the server says first, whoever says it again} */
    Answer greet() {
        return greeted(receiver.connect(progress.facts()));
    }

    private Answer greeted(AtCommand verdict) {
        SessionFacts facts = progress.facts();
        return switch (verdict) {
            case AtCommand.Accept _ -> Answer.of(Replies.greeting(facts.greetingName(), facts.role().protocol()));
            case AtCommand.Reject(var reply, var reason) -> new Answer(reply, Answer.Then.CLOSE, reason);
            case AtCommand.Defer(var reply, var reason) -> new Answer(reply, Answer.Then.CLOSE, reason);
        };
    }

    /** EHLO belongs to SMTP, LHLO to LMTP (RFC 2033, 4.1). */
    Answer ehlo(String name, boolean lmtp) {
        if (lmtp != (progress.facts().role() == ProtocolRole.LMTP)) {
            return Answer.of(lmtp ? Replies.NOT_LMTP : Replies.SAY_LHLO);
        }
        SessionFacts greeted = progress.facts().greeted(name, true);
        List<String> mechanisms = greeted.tls().isPresent() ? receiver.mechanisms(greeted) : List.of();
        Offer offered = Offer.of(settings, greeted, mechanisms);
        return Answer.to(receiver.helo(greeted), Replies.hello(greeted.greetingName(), offered.lines()),
                () -> begin(greeted, offered));
    }

    Answer helo(String name) {
        if (progress.facts().role() == ProtocolRole.LMTP) {
            return Answer.of(Replies.SAY_LHLO);
        }
        SessionFacts greeted = progress.facts().greeted(name, false);
        return Answer.to(receiver.helo(greeted), Replies.hello(greeted.greetingName()),
                () -> begin(greeted, Offer.NOTHING));
    }

    private void begin(SessionFacts greeted, Offer offered) {
        progress.restarted(greeted);
        offer = offered;
    }

    /** The client has to greet again. */
    void forget() {
        offer = Offer.NOTHING;
    }

    /** {@return the extensions the client may use, by what it was told when it greeted} */
    Set<Extension> offered() {
        if (progress.facts().identity().isEmpty() || !progress.facts().extended()) {
            return offer.keywords();
        }
        // AUTH is not offered again to who has used it, but its parameter stays (RFC 4954, 4 and 5).
        EnumSet<Extension> withAuth = EnumSet.of(Extension.AUTH);
        withAuth.addAll(offer.keywords());
        return withAuth;
    }
}
