package org.postern.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.postern.it.harness.Chromium;

/** A person has servers asked, from the page of the diagnosis. */
final class Probe {
    private Probe() {}

    /** Asks for a domain whose servers are inside, and for a port that is none of mail, and looks at the first answer on a phone, too. */
    static void isMadeOf(Chromium browser, String inside) {
        browser.open("diagnosis");
        browser.write("[id='ask:host']", "127.0.0.1:22");
        browser.click("[id='ask:begin']");
        browser.awaitText("[id='ask:notices']", "not on 22");
        browser.open("diagnosis?domain=" + inside);
        browser.write("[id='ask:recipient']", inside);
        browser.click("[id='ask:begin']");
        browser.awaitText("#verdict", "nobody knows");
        assertThat(browser.read("main")).contains("postmaster@" + inside, "no route leads there");
        assertThat(new Axe(browser).serious()).isEmpty();
        browser.show(360, 1000, false);
        assertThat(browser.ask("return document.documentElement.scrollWidth <= innerWidth")).isEqualTo("true");
        browser.show(1440, 1000, false);
    }

    /** Asks for a domain whose server would take the mail by TLS, and reads what was said up to RCPT. */
    static void isAnswered(Chromium browser, String domain) {
        browser.open("diagnosis?domain=" + domain);
        browser.write("[id='ask:recipient']", domain);
        browser.click("[id='ask:begin']");
        browser.awaitText("#verdict", "would be taken");
        assertThat(browser.read("main")).contains("postmaster@" + domain, "TLSv1.3", "CN=" + domain,
                "Whoever demands a verified certificate would not take it");
        assertThat(browser.read("pre")).containsSubsequence("< 220 ", "> EHLO ", "> STARTTLS", "> MAIL FROM:<>",
                "> RCPT TO:<postmaster@" + domain + ">", "< 250 ", "> QUIT").doesNotContain("DATA", "BDAT");
        assertThat(new Axe(browser).serious()).isEmpty();
        browser.show(360, 1000, false);
        assertThat(browser.ask("return document.documentElement.scrollWidth <= innerWidth")).isEqualTo("true");
        browser.show(1440, 1000, false);
    }
}
