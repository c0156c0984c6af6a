package org.postern.it.strangers;

import org.postern.it.harness.LocalQueue;
import org.postern.it.harness.SampleMail;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Name lists of many members a thousand times in one message: one list again and again, one list each time with another tag, or all the lists
 * that there are.
 *
 * @param port where
 * @param lists how many there are, without a member in common
 * @param members of each list
 * @param recipients of each message
 * @param visits of each of the three
 */
record ListBombs(int port, int lists, int members, int recipients, int visits) implements Stranger {
    /** The domain of the members. */
    static final String MEMBERS = "members.example";
    private static final String DOMAIN = "@lists.example";

    /** Makes the lists. */
    void prepare(LocalQueue routes) {
        for (int list = 0; list < lists; list++) {
            String of = "-of-" + list + "@" + MEMBERS;
            String all = IntStream.range(0, members)
                    .mapToObj(number -> "m" + number + of)
                    .collect(Collectors.joining(","));
            routes.ask("alias", "address", "list-" + list + DOMAIN, "members", all, "owner", "owner@" + MEMBERS);
        }
    }

    @Override
    public String name() {
        return "lists";
    }

    @Override
    public int size() {
        return 3;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(20);
    }

    @Override
    public StrangerSession arrive(int number, Heard heard) throws IOException {
        return StrangerSession.connect("127.0.11." + (number + 1), port, heard);
    }

    @Override
    public void talk(StrangerSession session, int number) throws IOException {
        if (!session.isWelcome("bomb.example") || !session.say("MAIL FROM:<bomber@bomb.example>").startsWith("250")) {
            return;
        }
        for (int i = 0; i < recipients; i++) {
            session.say("RCPT TO:<" + list(number, i) + DOMAIN + ">");
        }
        if (session.say("DATA").startsWith("354")) {
            session.send(SampleMail.about("bomb"));
            session.say(".", "QUIT");
        }
    }

    private String list(int number, int recipient) {
        return switch (number) {
            case 0 -> "list-0";
            case 1 -> "list-0+" + recipient;
            default -> "list-" + recipient % lists;
        };
    }
}
