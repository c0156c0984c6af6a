package org.postern.routing;

import org.postern.config.ReceiverSettings;
import org.postern.config.rule.RecipientPattern;
import org.postern.config.rule.SenderPattern;
import org.postern.sentence.Sentence;

import java.util.Optional;

/**
 * Which mail a route is for: all of what is said here must hold.
 *
 * @param recipients to whom
 * @param sender from whom; empty for whomever
 * @param listener the name of the listener that took it, one of {@link ReceiverSettings#LISTENERS}; empty for any, and for mail that no listener took
 */
public record RoutePattern(RecipientPattern recipients, Optional<SenderPattern> sender, Optional<String> listener) {
    private static final Sentence.Form NO_LISTENER = Sentence.form("noListenerBut",
            "there is no listener {0} but {1}");

    public RoutePattern {
        listener.filter(name -> !ReceiverSettings.LISTENERS.contains(name)).ifPresent(name -> {
            throw NO_LISTENER.refused(name, String.join(", ", ReceiverSettings.LISTENERS));
        });
    }

    /** All mail to these. */
    public RoutePattern(RecipientPattern recipients) {
        this(recipients, Optional.empty(), Optional.empty());
    }

    /** {@return the same text for those that ask for the same, so that of two the second never counts} */
    public String key() {
        return AddressKeys.of(recipients) + " " + senderKey().orElse("") + " " + listener.orElse("");
    }

    /** {@return what all senders have in common that it is for; empty for whomever} */
    Optional<String> senderKey() {
        return sender.map(from -> switch (from) {
            case SenderPattern.NoSender none -> AddressKeys.NO_SENDER;
            case SenderPattern.Sender of -> AddressKeys.of(of.pattern());
        });
    }

    /** {@return what holds, in words such as {@code to a.example from <> by mx}} */
    @Override
    public String toString() {
        return "to " + RecipientPattern.text(recipients) + sender.map(s -> " from " + s).orElse("")
                + listener.map(l -> " by " + l).orElse("");
    }
}
