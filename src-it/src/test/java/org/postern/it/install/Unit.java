package org.postern.it.install;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A unit of systemd's, as far as it says how its service is started.
 *
 * @param lines of the file
 */
record Unit(List<String> lines) {
    /** {@return the value of a key} */
    String value(String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + key));
    }

    /** {@return the command that starts the service with the rights that it says} */
    List<String> command() {
        String capability = value("AmbientCapabilities").replaceFirst("^CAP_", "").toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>(List.of("setpriv", "--reuid=" + value("User"), "--regid=" + value("Group"),
                "--init-groups", "--no-new-privs", "--bounding-set=-all,+" + capability,
                "--inh-caps=-all,+" + capability, "--ambient-caps=-all,+" + capability));
        words.addAll(List.of(value("ExecStart").split(" ", -1)));
        return words;
    }
}
