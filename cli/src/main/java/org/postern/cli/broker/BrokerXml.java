package org.postern.cli.broker;

import java.util.Optional;

/**
 * The configuration of an Artemis broker that holds the queues of gateways.
 *
 * @param name of the broker, for people
 * @param at where it listens, and where others find it
 * @param data the folder of its journal
 */
record BrokerXml(String name, BrokerAddress at, String data) {
    /** What a broker is to the other one. */
    enum Part {
        /** The one that works while both are well; the other has the same folder. */
        LIVE("    <ha-policy><shared-store><primary><failover-on-shutdown>true</failover-on-shutdown></primary></shared-store></ha-policy>\n"),
        /** The one that waits for the other's end and goes on with its folder; it gives it back when the other is there again. */
        BACKUP("    <ha-policy><shared-store><backup><failover-on-shutdown>true</failover-on-shutdown><allow-failback>true</allow-failback></backup></shared-store></ha-policy>\n"),
        /** Both work, each with a folder of its own, and give each other what nobody reads at one of them. */
        CLUSTER("");

        private final String policy;

        Part(String policy) {
            this.policy = policy;
        }
    }

    /**
     * The other broker.
     *
     * @param at where it listens
     * @param part what this one is to it
     * @param password what brokers of this cluster know each other by
     */
    record Peer(BrokerAddress at, Part part, String password) {}

    /** {@return the file} */
    String text(Optional<Peer> peer) {
        return Template.named("broker.xml")
                .with("NAME", escaped(name))
                .with("DATA", escaped(data))
                .with("AT", at.toString())
                .with("CLUSTER", peer.map(this::cluster).orElse(""))
                .with("ADDRESSES", Template.forEachQueue(queue -> "      <address name=\"" + queue
                        + "\"><anycast><queue name=\"" + queue + "\"/></anycast></address>"))
                .text();
    }

    private String cluster(Peer peer) {
        return Template.named("cluster.xml")
                .with("POLICY", peer.part().policy)
                .with("PASSWORD", escaped(peer.password()))
                .with("AT", at.toString())
                .with("PEER", peer.at().toString())
                .text();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
