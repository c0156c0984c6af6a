package org.postern.routing;

import org.postern.config.ReceiverSettings;
import org.postern.config.rule.RecipientPattern;
import org.postern.config.rule.SenderPattern;
import org.postern.sentence.Sentence;

import java.util.Optional;
import java.util.stream.Stream;

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

    private static final Sentence.Form TO = Sentence.form("mailToX", "to {0}");
    private static final Sentence.Form FROM = Sentence.form("mailFromX", "from {0}");
    private static final Sentence.Form BY = Sentence.form("mailByX", "by {0}");

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
    public Sentence said() {
        return TO.with(forWhom());
    }

    /** {@return the same without the first word} */
    public Sentence forWhom() {
        return forWhom(RecipientPattern.text(recipients), sender.map(SenderPattern::toString), listener);
    }

    /** {@return what holds of these, in words such as {@code a.example from <> by mx}; they need not be valid} */
    public static Sentence forWhom(String recipients, Optional<String> sender, Optional<String> listener) {
        return Sentence.joined(" ", Stream
                .of(Optional.of(Sentence.asItIs(recipients)), sender.map(one -> FROM.with(one)),
                        listener.map(one -> BY.with(one)))
                .flatMap(Optional::stream)
                .toList());
    }

    @Override
    public String toString() {
        return said().toString();
    }
}
