package org.postern.routing;

import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.smtp.wire.Xtext;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a sender's wishes to be told (RFC 3461) are for those whom a recipient stands for. One heir inherits all of them (5.2.7.2). Of
 * several the sender does not hear of success: that they were told of is the report on the alias (5.2.7.3). Members of a list inherit
 * nothing: they are the list's recipients, not the sender's (5.2.7.1).
 */
final class HeirParameters {
    private static final String NOTIFY = "NOTIFY";
    private static final String ORCPT = "ORCPT";
    private static final String SUCCESS = "SUCCESS";

    private HeirParameters() {}

    /** {@return the parameters of a member of {@code alias}, for which {@code recipient} was given} */
    static Parameters of(Recipient recipient, Alias alias) {
        if (alias.isList()) {
            return Parameters.NONE;
        }
        Map<String, String> values = new HashMap<>(recipient.parameters().values());
        if (alias.members().size() > 1) {
            wish(recipient).ifPresent(wish -> values.put(NOTIFY, withoutSuccess(wish)));
        }
        origin(recipient.mailbox()).ifPresent(origin -> values.putIfAbsent(ORCPT, origin));
        return Parameters.of(values);
    }

    private static Optional<String> wish(Recipient recipient) {
        return recipient.parameters().get(NOTIFY);
    }

    private static String withoutSuccess(String wish) {
        List<String> others = Arrays.stream(wish.split(",", -1)).filter(one -> !one.equalsIgnoreCase(SUCCESS)).toList();
        return others.isEmpty() ? "NEVER" : String.join(",", others);
    }

    /** RFC 3461, 4.2: what was given may be added by whoever changes it. */
    private static Optional<String> origin(Mailbox mailbox) {
        return mailbox.isAscii() ? Optional.of("rfc822;" + Xtext.encode(mailbox.toString())) : Optional.empty();
    }

    /** {@return whether the sender wants to be told that the message reached this recipient} */
    static boolean wantsSuccess(Recipient recipient) {
        return wish(recipient)
                .filter(wish -> Arrays.asList(wish.toUpperCase(Locale.ROOT).split(",", -1)).contains(SUCCESS))
                .isPresent();
    }
}
