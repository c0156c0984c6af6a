package org.postern.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.postern.it.harness.Chromium;
import org.postern.it.harness.TestDns;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The records of keys as the page of a domain shows them. */
final class KeyRecords {
    private static final Pattern RECORD = Pattern.compile("^(\\S+)\\. IN TXT (.*)$");

    private KeyRecords() {}

    /** Puts them into the DNS, as a person does who copies each by one click. */
    static void published(Chromium browser, TestDns dns) {
        browser.click("[data-copy*=_domainkey]");
        browser.awaitText("[data-copy*=_domainkey] + [role=status]", "Copied");
        String copied = browser.ask("return [...document.querySelectorAll('#keys [data-copy]')]"
                + ".map(one => one.dataset.copy).join('\\n')");
        copied.lines().forEach(line -> {
            Matcher record = RECORD.matcher(line);
            assertThat(record.matches()).as(line).isTrue();
            dns.txt(record.group(1), record.group(2).replace("\" \"", "").replace("\"", ""));
        });
    }
}
