package org.postern.cli.broker;

import org.postern.cli.client.Trouble;
import org.postern.cli.verb.Passwords;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Files for brokers elsewhere, and for a server of somebody's own that uses them. */
@Command(name = "broker", description = "Write what brokers elsewhere need for the gateway's queues (docs/operations.md)", subcommands = {
        BrokerNoun.Xml.class, BrokerNoun.Yaml.class})
public final class BrokerNoun {
    @Command(name = "xml", description = {
            "Print a broker.xml for an Artemis broker: addresses, settings, security, the place of a second broker.",
            "The password by which two brokers know each other comes from POSTERN_PASSWORD, the terminal or standard input"}, footer = "Example: ./postern broker xml --at b1.example:61616")
    static final class Xml extends Verb {
        @Option(names = "--at", required = true, paramLabel = "HOST:PORT", description = "where this broker listens, and the other one finds it")
        private String at;
        @Option(names = "--name", paramLabel = "NAME", description = "its name, the host if not said")
        private String name;
        @Option(names = "--folder", paramLabel = "FOLDER", defaultValue = "data", description = "the folder of its journal, data in its own if not said; a backup needs the same one")
        private String folder;
        @Option(names = "--peer", paramLabel = "HOST:PORT", description = "where the other broker listens, if there is one")
        private String peer;
        @Option(names = "--part", paramLabel = "PART", defaultValue = "cluster", description = "what this one is to it: live or backup of a pair that share a folder, or one of a cluster, if not said")
        private String part;

        @Override
        protected void act() {
            BrokerAddress here = BrokerAddress.parse(at);
            Optional<BrokerXml.Peer> other = Optional.ofNullable(peer)
                    .map(BrokerAddress::parse)
                    .map(address -> new BrokerXml.Peer(address, part(), Passwords.read(session())));
            screen().text(new BrokerXml(Optional.ofNullable(name).orElse(here.host()), here, folder).text(other)
                    .stripTrailing());
        }

        private BrokerXml.Part part() {
            try {
                return BrokerXml.Part.valueOf(part.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw Trouble.usage("--part " + part + ": say live, backup or cluster");
            }
        }
    }

    @Command(name = "yaml", description = "Print the changes to a WildFly of your own that uses brokers elsewhere; ./postern run makes them by itself of broker.hosts", footer = "Example: ./postern broker yaml b1.example:61616,b2.example:61616")
    static final class Yaml extends Verb {
        @Parameters(paramLabel = "HOSTS", description = "as in broker.hosts: host:port, separated by commas")
        private String hosts;

        @Override
        protected void act() {
            screen().text(ServerYaml.text(BrokerAddress.list(hosts), Map.of()).stripTrailing());
        }
    }
}
