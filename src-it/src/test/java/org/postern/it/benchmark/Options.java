package org.postern.it.benchmark;

import org.postern.it.harness.Arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What to measure, from the command line; each option has a default.
 *
 * @param sizes {@code --sizes 4K,100K,5M}
 * @param sessions {@code --sessions 1,10,50,100}
 * @param reused {@code --connections reused,single}
 * @param tls {@code --tls no,yes}: without and with STARTTLS
 * @param subjects {@code --subjects postfix,postern}; {@code before,postern} where {@code --other} is given
 * @param rounds {@code --rounds 3}: runs of each workload on each subject, of which the median counts
 * @param messages {@code --messages 6000}: of 4 KB at 50 sessions; fewer where messages are larger or sessions few
 * @param warmup {@code --warmup 20000}: messages of 4 KB before the first that counts, fewer of larger ones, for each
 *        subject and size
 * @param other {@code --other FOLDER}: another checkout of the gateway, built, to be measured in the place of Postfix
 * @param limit {@code --limit 60}: seconds a run may take
 */
record Options(List<Integer> sizes, List<Integer> sessions, List<Boolean> reused, List<Boolean> tls,
        List<String> subjects, int rounds,
        int messages, int warmup, Optional<Path> other, int limit) {

    /** {@return what these arguments say} @throws IllegalArgumentException on an option that is unknown or without a value */
    static Options parse(String... arguments) {
        Arguments given = new Arguments(arguments);
        Optional<Path> other = Optional.of(given.text("--other", "")).filter(o -> !o.isEmpty()).map(Path::of);
        Options options = new Options(list(given.text("--sizes", "4K,100K,5M")).map(Options::octets).toList(),
                list(given.text("--sessions", "1,10,50,100")).map(Integer::valueOf).toList(),
                list(given.text("--connections", "reused,single")).map("reused"::equals).toList(),
                list(given.text("--tls", "no")).map("yes"::equals).toList(),
                list(given.text("--subjects", other.isPresent() ? "before,postern" : "postfix,postern")).toList(),
                given.number("--rounds", 3), given.number("--messages", 6000), given.number("--warmup", 20_000), other,
                given.number("--limit", 60));
        given.end();
        return options;
    }

    /** {@return each size with each number of sessions, connections reused or not} */
    List<Workload> workloads() {
        return sizes.stream()
                .flatMap(size -> sessions.stream()
                        .flatMap(count -> reused.stream()
                                .flatMap(reuse -> tls.stream()
                                        .map(secure -> Workload.of(size, count, reuse, secure, messages)))))
                .toList();
    }

    private static Stream<String> list(String text) {
        return Stream.of(text.split(",", -1));
    }

    private static int octets(String text) {
        int number = Integer.parseInt(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 'K' -> number * 1024;
            case 'M' -> number * 1024 * 1024;
            default -> throw new IllegalArgumentException("a size is a number and K or M, such as 4K; not " + text);
        };
    }
}
