package org.postern.delivery.tls;

import org.postern.delivery.host.NextServer;
import org.postern.delivery.host.Obstacle;
import org.postern.delivery.host.Turns;
import org.postern.routing.Destination;
import org.postern.smtp.Reply;

/** Says what the sessions with a server have to be protected by. Safe for many threads; may block for a look-up. */
public interface TlsPolicies {
    /** {@return what is demanded of this server, when mail to this destination goes there} */
    Decision decide(Destination destination, NextServer server);

    /** {@return whether all is known that the destination itself publishes elsewhere than in the DNS} Asks nobody. */
    default boolean isLearned(Destination destination) {
        return true;
    }

    /**
     * Learns it, from whoever publishes it. Blocks.
     *
     * @param turns whether one may talk with them now
     * @return whether it is known now
     */
    default boolean learn(Destination destination, Turns turns) {
        return true;
    }

    /** What was found out. */
    sealed interface Decision {}

    /** A session that meets this will do. */
    record Demanded(TlsDemand demand) implements Decision {}

    /**
     * No session with this server will do now, so it is not asked.
     *
     * @param why a 4xx
     * @param policy that stands against it
     * @param fault why
     */
    record Unusable(Obstacle why, PublishedPolicy policy, TlsFault fault) implements Decision {
        public Reply reply() {
            return why.reply();
        }
    }
}
