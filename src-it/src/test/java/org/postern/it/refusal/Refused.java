package org.postern.it.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.postern.it.harness.Await;
import org.postern.it.harness.Console;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Looks refusals up in the console, as a person does. */
final class Refused {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern REFERENCE = Pattern.compile("\\[ref ([0-9A-Z]+)]");
    private static final Pattern LINK = Pattern.compile("message\\?id=([0-9A-Z]+)");

    private final Console console;

    Refused(Console console) {
        this.console = console;
    }

    /** Finds the refusal by the reference in the reply; its story holds the reply, without the reference, and these words. */
    void isTold(String reply, String... words) {
        MatchResult reference = REFERENCE.matcher(reply)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError(reply));
        String said = reply.substring(0, reply.indexOf(" [ref"));
        assertThat(console.awaitStory(reference.group(1), said)).contains(words);
    }

    /** Finds what happened later in the session of this reply, of which the client has heard nothing. */
    void isToldOfSession(String reply, String words) {
        MatchResult reference = REFERENCE.matcher(reply)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError(reply));
        console.awaitStory(reference.group(1), words);
    }

    /** Finds the refusal of a client that was told nothing at all, among the latest lines. */
    void isToldInSilence(String words) {
        Await.value("a story that tells \"" + words + "\"", LIMIT, () -> LINK.matcher(console.get("messages").body())
                .results()
                .map(link -> console.read("message?id=" + link.group(1)))
                .filter(story -> story.contains(words))
                .findFirst()
                .or(Optional::empty));
    }
}
