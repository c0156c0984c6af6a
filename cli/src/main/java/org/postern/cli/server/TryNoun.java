package org.postern.cli.server;

import jakarta.json.JsonObject;
import org.postern.cli.client.Address;
import org.postern.cli.client.Body;
import org.postern.cli.show.Columns;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What is tried out before mail goes that way. */
@Command(name = "try", description = "Try a connection, or send a test mail", subcommands = {TryNoun.Connection.class,
        TryNoun.Mail.class})
public final class TryNoun {
    @Command(name = "connection", description = "Try whether mail could be handed on there; none is", footer = "Example: ./postern try connection host:relay.example.org")
    static final class Connection extends Verb {
        @Parameters(paramLabel = "PLACE", description = "a domain, or a host as in a route")
        private String target;

        @Override
        protected void act() {
            JsonObject contacts = api().post(Address.of("/start/connection"), Body.of("target", target));
            if (!isShown(contacts)) {
                screen().table(Columns.of("server", "ready?ready:failed", "words"),
                        contacts.getJsonArray("items").getValuesAs(JsonObject.class));
            }
        }
    }

    @Command(name = "mail", description = "Send a test mail, and print its queue id: ./postern message story tells how far it comes", footer = "Example: ./postern try mail bob@example.org")
    static final class Mail extends Verb {
        @Parameters(paramLabel = "ADDRESS", description = "to whom")
        private String recipient;

        @Override
        protected void act() {
            JsonObject sent = api().post(Address.of("/start/test-mail"), Body.of("recipient", recipient));
            if (!isShown(sent)) {
                screen().text(sent.getString("queueId"));
            }
        }
    }
}
