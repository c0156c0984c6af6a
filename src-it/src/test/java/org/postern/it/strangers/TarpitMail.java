package org.postern.it.strangers;

import org.postern.it.harness.SampleMail;

import java.io.IOException;
import java.time.Duration;

/** Hand in mail to many recipients each, in domains of their own, whose servers answer each RCPT after a long time. */
record TarpitMail(int port, int size, int recipients, int visits) implements Stranger {
    /** {@return the domain of the recipients of one of them} */
    static String domain(int number) {
        return "d" + number + ".trap.example";
    }

    @Override
    public String name() {
        return "tarpit";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(60);
    }

    @Override
    public StrangerSession arrive(int number, Heard heard) throws IOException {
        return StrangerSession.connect("127.0.14." + (number + 1), port, heard);
    }

    @Override
    public void talk(StrangerSession session, int number) throws IOException {
        if (!session.isWelcome("trapper.example")
                || !session.say("MAIL FROM:<trapper@trapper.example>").startsWith("250")) {
            return;
        }
        for (int i = 0; i < recipients; i++) {
            session.say("RCPT TO:<r" + i + "@" + domain(number) + ">");
        }
        if (session.say("DATA").startsWith("354")) {
            session.send(SampleMail.about("trap"));
            session.say(".", "QUIT");
        }
    }
}
