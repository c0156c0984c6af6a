package org.postern.it.strangers;

import org.postern.it.harness.Gateway;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the gateway's log warns of, from a moment on. */
final class ServerLog {
    private static final Pattern LINE = Pattern.compile("^\\S+ \\S+ (WARN|ERROR|FATAL) +\\[([^]]+)] \\([^)]*\\) (.*)");
    private static final int WORDS = 60;

    private final Gateway gateway;
    private final long before;

    /** From now on. */
    ServerLog(Gateway gateway) {
        this.gateway = gateway;
        before = gateway.log().lines().count();
    }

    /** {@return level, category and beginning of the words, and how often they stand there} */
    Map<String, Integer> warnings() {
        Map<String, Integer> warnings = new TreeMap<>();
        gateway.log().lines().skip(before).map(LINE::matcher).filter(Matcher::matches).forEach(line -> {
            String words = line.group(3).length() > WORDS ? line.group(3).substring(0, WORDS) : line.group(3);
            warnings.merge(line.group(1) + " " + line.group(2) + ": " + words, 1, Integer::sum);
        });
        return warnings;
    }

    /** {@return those that are more than warnings} */
    List<String> errors() {
        return warnings().keySet().stream().filter(line -> !line.startsWith("WARN")).toList();
    }
}
