package org.postern.delivery.host;

import org.postern.smtp.Reply;

import java.util.List;

/** What is known about the servers of a destination (RFC 5321, 5.1). */
public sealed interface TargetHosts {
    /**
     * There are servers.
     *
     * @param servers at least one, in the order in which they are to be tried
     */
    record Found(List<NextServer> servers) implements TargetHosts {
        public Found {
            servers = List.copyOf(servers);
        }
    }

    /**
     * It is a fact that there are none.
     *
     * @param why a 5xx
     */
    record Undeliverable(Obstacle why) implements TargetHosts {
        public Reply reply() {
            return why.reply();
        }
    }

    /**
     * Nobody knows now.
     *
     * @param why a 4xx
     * @param ofHosts whether it is the hosts of which nothing is known, which other domains may share; not, which hosts they are
     */
    record Unknown(Obstacle why, boolean ofHosts) implements TargetHosts {
        public Reply reply() {
            return why.reply();
        }
    }
}
