package org.postern.policy;

import org.postern.config.Setting;
import org.postern.config.SettingsCatalogue;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;
import org.postern.smtp.wire.Violation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What stands behind a refusal, for the trace: the setting, or the section of the RFC. The client is not told the setting. */
public final class Grounds {
    private static final Map<Reply, String> SETTINGS = settings();
    private static final Map<Reply, String> VIOLATIONS = violations();

    private Grounds() {}

    private static Map<Reply, String> settings() {
        Map<Reply, String> settings = new HashMap<>();
        settings.put(Replies.TOO_BIG, SettingsCatalogue.MESSAGE_SIZE_LIMIT.key());
        settings.put(Replies.TOO_MANY_RECIPIENTS, SettingsCatalogue.RECIPIENT_LIMIT.key());
        settings.put(Replies.HEADER_TOO_BIG, "smtp.header-size-limit");
        settings.put(Violation.TEXT_LINE_TOO_LONG.reply(), "smtp.text-line-limit");
        settings.put(Violation.COMMAND_TOO_LONG.reply(), "smtp.command-line-limit");
        settings.put(Violation.COMMAND_FAR_TOO_LONG.reply(), "smtp.command-line-limit");
        settings.put(PolicyReplies.TOO_MANY_CONNECTIONS, SettingsCatalogue.CONNECTION_RATE.key());
        settings.put(PolicyReplies.TOO_MANY_COMMANDS, SettingsCatalogue.COMMAND_RATE.key());
        settings.put(PolicyReplies.NO_CLIENT_NAME, SettingsCatalogue.REVERSE_LOOKUP.key());
        settings.put(PolicyReplies.NO_SUCH_HELO_NAME, SettingsCatalogue.HELO_NAME.key());
        settings.put(PolicyReplies.NOT_YOUR_ADDRESS, SettingsCatalogue.CHECK_USER_SENDER.key());
        settings.put(PolicyReplies.NOT_YOUR_FROM, SettingsCatalogue.CHECK_USER_SENDER.key());
        settings.put(PolicyReplies.LOOP, SettingsCatalogue.RECEIVED_LIMIT.key());
        return Map.copyOf(settings);
    }

    private static Map<Reply, String> violations() {
        return Arrays.stream(Violation.values())
                .collect(Collectors.toUnmodifiableMap(Violation::reply, Violation::section, (first, next) -> first));
    }

    /** {@return what stands behind this reply, in words; empty where the reply says it all} */
    public static Optional<String> of(SessionFacts session, Reply reply) {
        return setting(session, reply).map(key -> "by the setting " + key)
                .or(() -> Optional.ofNullable(VIOLATIONS.get(reply)).map(section -> "by " + section));
    }

    private static Optional<String> setting(SessionFacts session, Reply reply) {
        boolean user = session.identity().isPresent();
        if (reply.equals(PolicyReplies.TOO_MANY_MESSAGES)) {
            return either(user, SettingsCatalogue.USER_MESSAGE_RATE, SettingsCatalogue.MESSAGE_RATE);
        }
        if (reply.equals(PolicyReplies.TOO_MANY_RECIPIENTS)) {
            return either(user, SettingsCatalogue.USER_RECIPIENT_RATE, SettingsCatalogue.RECIPIENT_RATE);
        }
        return Optional.ofNullable(SETTINGS.get(reply));
    }

    private static Optional<String> either(boolean user, Setting<?> ofUsers, Setting<?> ofNetworks) {
        return Optional.of((user ? ofUsers : ofNetworks).key());
    }
}
