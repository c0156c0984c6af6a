package org.postern.account;

import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.transaction.Transaction;

import java.util.Optional;

/** What is common to all that a part of the broker does with the sessions of applications. */
final class BrokerSessions {
    private static final String WITHIN = "invm:";

    private BrokerSessions() {}

    /** {@return whether its application is outside of this server} */
    static boolean isFromOutside(ServerSession session) {
        return !session.getRemotingConnection().getRemoteAddress().startsWith(WITHIN);
    }

    /** {@return why a message is not taken} What is sent in a transaction is answered when that is committed, which has to fail. */
    static ActiveMQException refused(Transaction transaction, ActiveMQException why) {
        Optional.ofNullable(transaction).ifPresent(begun -> begun.markAsRollbackOnly(why));
        return why;
    }
}
