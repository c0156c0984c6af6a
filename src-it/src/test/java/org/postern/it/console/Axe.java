package org.postern.it.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.postern.it.harness.Chromium;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Looks for what keeps people out of the page that a browser shows, by the rules of WCAG 2.2 A and AA. */
final class Axe {
    private static final String SCRIPT = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final String LOOK = """
            ;return axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"]})
              .then(found => found.violations
                .filter(one => one.impact === "serious" || one.impact === "critical")
                .map(one => one.id + ": " + one.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(" | "))
                .join("\\n"))""";

    private final Chromium browser;
    private final String script;

    Axe(Chromium browser) {
        this.browser = browser;
        try (InputStream source = Objects.requireNonNull(Axe.class.getResourceAsStream(SCRIPT), SCRIPT)) {
            script = new String(source.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return what is serious or worse, each with some of the places} */
    List<String> serious() {
        return browser.ask(script + LOOK).lines().toList();
    }
}
