package org.postern.delivery.sts;

import org.postern.delivery.sts.StsPolicy.Mode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the file of a policy (RFC 8461, 3.2). Of a key that may stand once, the first counts; unknown keys are passed over. */
final class PolicyFile {
    private static final int MOST_LINES = 1000;
    private static final int MOST_HOSTS = 200;
    private static final int LONGEST_NAME = 255;
    private static final String HOST = "mx";
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,31}");
    private static final Pattern NAME = Pattern
            .compile("(\\*\\.)?[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final Pattern AGE = Pattern.compile("[0-9]{1,10}");

    private final Map<String, String> first = new HashMap<>();
    private final List<String> hosts = new ArrayList<>();

    private PolicyFile() {}

    /** {@return the policy; empty where the text is none} */
    static Optional<StsPolicy> read(String text) {
        PolicyFile file = new PolicyFile();
        return text.lines().limit(MOST_LINES + 1L).count() <= MOST_LINES && text.lines().allMatch(file::take)
                ? file.policy()
                : Optional.empty();
    }

    private boolean take(String line) {
        if (line.isBlank()) {
            return true;
        }
        int colon = line.indexOf(':');
        if (colon < 0 || !KEY.matcher(line.substring(0, colon)).matches()) {
            return false;
        }
        String key = line.substring(0, colon);
        String value = line.substring(colon + 1).strip();
        if (key.equals(HOST)) {
            String host = value.toLowerCase(Locale.ROOT);
            hosts.add(host);
            return hosts.size() <= MOST_HOSTS && isHost(host);
        }
        first.putIfAbsent(key, value);
        return true;
    }

    /** {@return whether this is a pattern of hosts, in lower case} */
    static boolean isHost(String text) {
        return text.length() <= LONGEST_NAME && NAME.matcher(text).matches();
    }

    private Optional<StsPolicy> policy() {
        Optional<Mode> mode = mode(first.getOrDefault("mode", ""));
        String age = first.getOrDefault("max_age", "");
        boolean whole = first.getOrDefault("version", "").equals("STSv1") && AGE.matcher(age).matches()
                && mode.filter(m -> m == Mode.NONE || !hosts.isEmpty()).isPresent();
        return whole
                ? Optional.of(new StsPolicy(mode.orElseThrow(), hosts, Duration.ofSeconds(Long.parseLong(age))))
                : Optional.empty();
    }

    private static Optional<Mode> mode(String word) {
        return switch (word) {
            case "enforce" -> Optional.of(Mode.ENFORCE);
            case "testing" -> Optional.of(Mode.TESTING);
            case "none" -> Optional.of(Mode.NONE);
            default -> Optional.empty();
        };
    }
}
