package org.postern.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.apache.activemq.artemis.api.core.ActiveMQAddressFullException;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.postern.limit.Pace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The part of the broker that marks what comes from outside to be handed in: with the account that has logged in, whatever its sender says of himself; and, where
 * the account hands in more than it may, with the time when it is its turn. What is sent within the server it leaves as it is.
 */
@Singleton
public class SubmissionMark implements ActiveMQServerMessagePlugin {
    /** That for mail to many begins with it. */
    static final String SUBMIT = "jms.queue.postern.submit";
    private static final Duration FURTHEST = Duration.ofHours(1);

    private final LiveAccounts accounts;
    private final InstantSource clock;
    private final Pace pace;
    private final Pace telling;

    @Inject
    SubmissionMark(LiveAccounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
        this.pace = new Pace(clock, ApplicationAccounts.MOST);
        this.telling = new Pace(clock, ApplicationAccounts.MOST);
    }

    @Override
    public void beforeSend(ServerSession session, Transaction transaction, Message message, boolean direct,
            boolean noAutoCreateQueue) throws ActiveMQException {
        if (message.getAddress().startsWith(SUBMIT) && BrokerSessions.isFromOutside(session)) {
            if (!(message instanceof ICoreMessage)) {
                throw BrokerSessions.refused(transaction, new ActiveMQException(
                        "mail is handed in by JMS with the broker's own client library"));
            }
            mark(message, transaction, Optional.ofNullable(session.getUsername()));
        }
    }

    private void mark(Message message, Transaction transaction, Optional<String> account) throws ActiveMQException {
        if (account.isEmpty()) {
            message.removeProperty(Message.HDR_VALIDATED_USER);
            return;
        }
        message.setValidatedUserID(account.get());
        int perMinute = accounts.of(account.get()).map(ApplicationAccount::perMinute).orElse(0);
        if (perMinute > 0) {
            Optional<Instant> turn = pace.next(ApplicationAccount.key(account.get()), perMinute, FURTHEST);
            if (turn.isEmpty()) {
                tell(account.get(), perMinute);
                throw BrokerSessions.refused(transaction,
                        new ActiveMQAddressFullException("the account " + account.get()
                                + " may hand in " + perMinute
                                + " messages a minute, and an hour's worth waits already"));
            }
            postpone(message, turn.get());
        }
    }

    /** Whoever hands in too much does so a thousand times. */
    private void tell(String account, int perMinute) {
        if (telling.next(ApplicationAccount.key(account), 1, Duration.ZERO).isPresent()) {
            AccountLog.LOG.tooMuch(account, perMinute);
        }
    }

    /** Not before its sender wants it. What may go at once is no message for later, which the broker would treat otherwise. */
    private void postpone(Message message, Instant turn) {
        long wanted = Optional.ofNullable(message.getScheduledDeliveryTime()).orElse(0L);
        if (turn.isAfter(clock.instant()) && turn.toEpochMilli() > wanted) {
            message.setScheduledDeliveryTime(turn.toEpochMilli());
        }
    }
}
