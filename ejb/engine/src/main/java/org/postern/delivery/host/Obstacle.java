package org.postern.delivery.host;

import org.postern.sentence.Sentence;
import org.postern.smtp.Reply;

import java.util.List;

/**
 * What stands against handing mail on, of which no server has said anything.
 *
 * @param reply what it comes to, in our own words
 * @param words the text of the reply, for people
 */
public record Obstacle(Reply reply, Sentence words) {
    /** {@return what is said in our own words, on one line} */
    public static Obstacle of(int code, String status, Sentence words) {
        Sentence line = words.worded(text -> text.replace('\r', ' ').replace('\n', ' '));
        return new Obstacle(Reply.of(code, status, line.toString()), line);
    }

    /** {@return what SMTP has a reply for, which is the same for everybody} */
    public static Obstacle of(Reply reply) {
        return new Obstacle(reply, Sentence.asItIs(String.join(" ", reply.lines())));
    }

    /** {@return the reply as it is shown to people, with its code} */
    public Sentence shown() {
        return words.isAsItIs()
                ? Sentence.asItIs(reply.toString())
                : Sentence.joined(" ", List.of(
                        Sentence.asItIs(reply.code() + reply.status().map(status -> " " + status).orElse("")), words));
    }
}
