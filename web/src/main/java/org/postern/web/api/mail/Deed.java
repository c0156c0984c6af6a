package org.postern.web.api.mail;

import org.postern.admin.parked.ParkedAct;
import org.postern.routing.Destination;
import org.postern.smtp.Reply;
import org.postern.smtp.wire.MailboxParser;
import org.postern.web.api.ProblemException;

import java.util.Optional;

/**
 * What is done about waiting mail.
 *
 * @param status of a bounce, 5.7.1 if it is left out
 * @param reply what the sender of a bounce is told
 * @param to where mail is redirected: an address, or a destination as in a route
 */
public record Deed(Act act, Optional<String> status, Optional<String> reply, Optional<String> to) {
    private static final int BOUNCE = 550;

    /** The acts. */
    public enum Act {
        /** What was deferred is tried, what was held is released. */
        RELEASE,
        /** The same. */
        RETRY,
        /** It waits until a person releases it. */
        HOLD,
        /** It ends; nobody is told. */
        DELETE,
        /** It is given up as if its time were over. */
        EXPIRE,
        /** It goes back to its sender. */
        BOUNCE,
        /** It goes somewhere else. */
        REDIRECT,
        /** It is released, and the classifier learns that such mail is honest. */
        RELEASE_AS_HAM,
        /** It ends, and the classifier learns that such mail is spam. */
        DELETE_AS_SPAM,
        /** It is released, and its sender allowed. */
        RELEASE_AND_ALLOW,
        /** It ends, and its sender is blocked. */
        DELETE_AND_BLOCK,
        /** The classifier forgets what it was taught about it. */
        FORGET;

        /** {@return whether it cannot be taken back} */
        boolean isForGood() {
            return switch (this) {
                case DELETE, EXPIRE, BOUNCE, DELETE_AS_SPAM, DELETE_AND_BLOCK -> true;
                default -> false;
            };
        }
    }

    ParkedAct toAct() {
        if (act != Act.BOUNCE) {
            nothing("status", status);
            nothing("reply", reply);
        }
        if (act != Act.REDIRECT) {
            nothing("to", to);
        }
        return switch (act) {
            case RELEASE, RETRY -> new ParkedAct.RetryNow();
            case HOLD -> new ParkedAct.Hold();
            case DELETE -> new ParkedAct.Drop();
            case EXPIRE -> new ParkedAct.Expire();
            case BOUNCE -> bounce();
            case REDIRECT -> redirect(to.orElseThrow(() -> ProblemException.ofField("to", "is missing")));
            case RELEASE_AS_HAM -> new ParkedAct.ReleaseAsHam();
            case DELETE_AS_SPAM -> new ParkedAct.DropAsSpam();
            case RELEASE_AND_ALLOW -> new ParkedAct.ReleaseAndAllow();
            case DELETE_AND_BLOCK -> new ParkedAct.DropAndBlock();
            case FORGET -> new ParkedAct.Forget();
        };
    }

    private void nothing(String field, Optional<String> given) {
        if (given.isPresent()) {
            throw ProblemException.ofField(field, "is nothing for this act");
        }
    }

    private ParkedAct bounce() {
        try {
            return new ParkedAct.Bounce(
                    Reply.of(BOUNCE, status.orElse("5.7.1"), reply.orElse("returned to its sender")));
        } catch (IllegalArgumentException wrong) {
            throw ProblemException.ofField(status.isPresent() ? "status" : "reply", String.valueOf(wrong.getMessage()));
        }
    }

    private static ParkedAct redirect(String to) {
        if (to.indexOf('@') > 0) {
            return new ParkedAct.ReplaceRecipient(MailboxParser.parse(to)
                    .toOptional()
                    .orElseThrow(() -> ProblemException.ofField("to", "is not an address")));
        }
        Destination destination = Places.destination("to", to);
        return new ParkedAct.RedirectTo(destination);
    }
}
