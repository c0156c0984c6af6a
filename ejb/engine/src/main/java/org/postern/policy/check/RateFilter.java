package org.postern.policy.check;

import org.postern.config.Setting;
import org.postern.limit.Counters;
import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.network.ClientNetwork;
import org.postern.network.Networks;
import org.postern.policy.AtConnect;
import org.postern.policy.AtContent;
import org.postern.policy.AtHelo;
import org.postern.policy.AtMail;
import org.postern.policy.AtRcpt;
import org.postern.policy.PolicyReplies;
import org.postern.receiver.AtCommand;
import org.postern.receiver.Identity;
import org.postern.receiver.Reason;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.Reply;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Has clients slow down that ask for more than is usual. A user is counted wherever they are, and nobody else for them: many may share
 * one network. Trusted networks are not counted, users there are. Only what is let pass counts: who asks too often is slowed down to
 * the rate, not shut out for as long as they ask.
 */
public final class RateFilter implements AtConnect, AtHelo, AtMail, AtRcpt, AtContent {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private static final AtCommand CONNECTIONS = tooMany(PolicyReplies.TOO_MANY_CONNECTIONS,
            RateSettings.CONNECTIONS);
    private static final AtCommand COMMANDS = tooMany(PolicyReplies.TOO_MANY_COMMANDS, RateSettings.COMMANDS);
    private static final AtCommand MESSAGES = tooMany(PolicyReplies.TOO_MANY_MESSAGES, RateSettings.MESSAGES);
    private static final AtCommand USER_MESSAGES = tooMany(PolicyReplies.TOO_MANY_MESSAGES,
            RateSettings.USER_MESSAGES);
    private static final AtCommand RECIPIENTS = tooMany(PolicyReplies.TOO_MANY_RECIPIENTS,
            RateSettings.RECIPIENTS);
    private static final AtCommand USER_RECIPIENTS = tooMany(PolicyReplies.TOO_MANY_RECIPIENTS,
            RateSettings.USER_RECIPIENTS);

    private final Supplier<Rates> rates;
    private final Networks trusted;
    private final Counters counters;

    /** Counts against what these say each time. */
    public RateFilter(Supplier<Rates> rates, Networks trusted, Counters counters) {
        this.rates = rates;
        this.trusted = trusted;
        this.counters = counters;
    }

    private static AtCommand tooMany(Reply reply, Setting<?> limit) {
        return new AtCommand.Defer(reply, Reason.setting(limit.key()));
    }

    @Override
    public AtCommand connect(SessionFacts session) {
        return ofNetwork(session, "connections", rates.get().connections(), MINUTE, CONNECTIONS);
    }

    @Override
    public AtCommand helo(SessionFacts session) {
        return command(session);
    }

    @Override
    public AtCommand mail(SessionFacts session, ReversePath reversePath, Parameters parameters) {
        AtCommand command = command(session);
        if (!(command instanceof AtCommand.Accept)) {
            return command;
        }
        return session.identity()
                .map(user -> ofUser(user, "messages", rates.get().userMessages(), MINUTE, USER_MESSAGES))
                .orElseGet(() -> ofNetwork(session, "messages", rates.get().networkMessages(), MINUTE, MESSAGES));
    }

    @Override
    public AtCommand rcpt(SessionFacts session, Envelope accepted, Recipient recipient) {
        AtCommand command = command(session);
        if (!(command instanceof AtCommand.Accept)) {
            return command;
        }
        return session.identity()
                .map(user -> ofUser(user, "recipients", rates.get().userRecipients(), HOUR, USER_RECIPIENTS))
                .orElseGet(() -> ofNetwork(session, "recipients", rates.get().networkRecipients(), HOUR, RECIPIENTS));
    }

    @Override
    public AtCommand content(SessionFacts session, Envelope envelope, Content content, HeaderSection header) {
        return command(session);
    }

    private AtCommand command(SessionFacts session) {
        return ofNetwork(session, "commands", rates.get().commands(), MINUTE, COMMANDS);
    }

    private AtCommand ofNetwork(SessionFacts session, String what, int limit, Duration window, AtCommand tooMany) {
        boolean isCounted = limit > 0 && !trusted.contains(session.client().getAddress());
        return isCounted
                ? within(what + "/network/" + ClientNetwork.of(session.client().getAddress()), limit, window, tooMany)
                : AtCommand.ACCEPT;
    }

    private AtCommand ofUser(Identity user, String what, int limit, Duration window, AtCommand tooMany) {
        return limit > 0
                ? within(what + "/user/" + user.name().toLowerCase(Locale.ROOT), limit, window, tooMany)
                : AtCommand.ACCEPT;
    }

    private AtCommand within(String key, int limit, Duration window, AtCommand tooMany) {
        boolean isFull = counters.count(key, window) >= limit || counters.add(key, 1, window) > limit;
        return isFull ? tooMany : AtCommand.ACCEPT;
    }
}
