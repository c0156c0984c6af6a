package org.postern.it.strangers;

import org.postern.it.harness.Arguments;

import java.time.Duration;
import java.util.List;

/**
 * How long, how many and how much, from the command line; each option has a default.
 *
 * @param time {@code --seconds 600}: how long the strangers stay
 * @param heap {@code --heap 512}: megabytes of the gateway's heap
 * @param disk {@code --disk 2048}: megabytes of its data disk
 * @param kinds {@code --strangers lists,unfinished,tarpit,stalled}: which of them come
 * @param lists {@code --lists 20}: how many there are
 * @param members {@code --members 5000}: of each of them
 * @param bombs {@code --bombs 20}: messages for lists, of each of three clients
 * @param recipients {@code --recipients 1000}: of each message for lists, and for the tarpit
 * @param unfinished {@code --unfinished 400}: sessions with content that does not end
 * @param megabytes {@code --megabytes 49}: which each of them brings
 * @param traps {@code --traps 40}: domains of the tarpit
 * @param trapVisits {@code --trap-messages 10}: messages for each of them
 * @param thought {@code --thought 20}: seconds the tarpit takes over each RCPT
 * @param stalled {@code --stalled 6000}: clients that stall
 */
record StrangerOptions(Duration time, int heap, int disk, List<String> kinds, int lists, int members, int bombs,
        int recipients,
        int unfinished, int megabytes, int traps, int trapVisits, Duration thought, int stalled) {
    /** Honest clients, and whoever is just going. */
    private static final int SPARE = 500;

    static StrangerOptions parse(String... words) {
        Arguments given = new Arguments(words);
        StrangerOptions options = new StrangerOptions(Duration.ofSeconds(given.number("--seconds", 600)),
                given.number("--heap", 512), given.number("--disk", 2048),
                List.of(given.text("--strangers", "lists,unfinished,tarpit,stalled").split(",", -1)),
                given.number("--lists", 20), given.number("--members", 5000), given.number("--bombs", 20),
                given.number("--recipients", 1000),
                given.number("--unfinished", 400), given.number("--megabytes", 49), given.number("--traps", 40),
                given.number("--trap-messages", 10), Duration.ofSeconds(given.number("--thought", 20)),
                given.number("--stalled", 6000));
        given.end();
        return options;
    }

    /** {@return whether strangers of this kind come} */
    boolean isWanted(String kind) {
        return kinds.contains(kind);
    }

    /** {@return files that this process, and the gateway, have to hold open at a time} */
    int openFiles() {
        return stalled + 2 * unfinished + 2 * SPARE;
    }

    /** {@return sessions that the gateway has to allow on each of two listeners, so that this limit is not what saves it} */
    int sessionLimit() {
        return stalled / 2 + unfinished + SPARE;
    }
}
