package org.postern.web;

import jakarta.servlet.http.HttpServletRequest;
import org.postern.admin.ParkedAct;
import org.postern.admin.Selection;
import org.postern.event.Sought;
import org.postern.mail.Mailbox;
import org.postern.queue.DeferralKind;
import org.postern.queue.ParkedFilter;
import org.postern.queue.ParkedMessage.Reason;
import org.postern.routing.Destination;
import org.postern.smtp.Reply;
import org.postern.smtp.wire.MailboxParser;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what a request asks for about parked mail. Throws {@link IllegalArgumentException} saying what is wrong with it. */
final class ParkedWords {
    private static final int BOUNCE = 550;

    private ParkedWords() {}

    /** {@return the messages that are named one by one, or else those that match what is asked for} */
    static Selection selection(HttpServletRequest request, Instant now) {
        String[] keys = Optional.ofNullable(request.getParameterValues("key")).orElse(new String[0]);
        return keys.length > 0 ? new Selection.These(List.of(keys)) : new Selection.Matching(filter(request, now));
    }

    static ParkedFilter filter(HttpServletRequest request, Instant now) {
        ParkedFilter filter = ParkedFilter.everything().by(Sought.parse(LocalCaller.parameter(request, "text")));
        filter = given(request, "reason").map(text -> Reason.valueOf(upper(text)))
                .map(filter::waitingFor)
                .orElse(filter);
        filter = given(request, "destination").map(filter::headedFor).orElse(filter);
        filter = given(request, "domain").map(filter::toDomain).orElse(filter);
        filter = Optional.ofNullable(request.getParameter("sender")).map(filter::from).orElse(filter);
        filter = given(request, "kind").map(text -> DeferralKind.valueOf(upper(text))).map(filter::of).orElse(filter);
        filter = given(request, "older").map(text -> now.minus(Duration.parse("PT" + text)))
                .map(filter::arrivedBefore)
                .orElse(filter);
        return given(request, "attempts").map(Integer::parseInt).map(filter::triedAtLeast).orElse(filter);
    }

    static ParkedAct act(HttpServletRequest request) {
        String action = LocalCaller.parameter(request, "action");
        return switch (action) {
            case "retry", "release" -> new ParkedAct.RetryNow();
            case "hold" -> new ParkedAct.Hold();
            case "drop" -> new ParkedAct.Drop();
            case "expire" -> new ParkedAct.Expire();
            case "bounce" -> new ParkedAct.Bounce(Reply.of(BOUNCE,
                    given(request, "status").orElse("5.7.1"),
                    given(request, "reply").orElse("returned to its sender")));
            case "redirect" -> redirect(LocalCaller.parameter(request, "to"));
            default -> throw new IllegalArgumentException("There is no such action: " + action);
        };
    }

    private static ParkedAct redirect(String to) {
        if (to.indexOf('@') > 0) {
            Mailbox mailbox = MailboxParser.parse(to)
                    .toOptional()
                    .orElseThrow(() -> new IllegalArgumentException("not an address: " + to));
            return new ParkedAct.ReplaceRecipient(mailbox);
        }
        return new ParkedAct.RedirectTo(Destination.parse(to));
    }

    private static Optional<String> given(HttpServletRequest request, String name) {
        return Optional.of(LocalCaller.parameter(request, name)).filter(text -> !text.isEmpty());
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
