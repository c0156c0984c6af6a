package org.postern.it.acts;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import org.postern.it.harness.Await;
import org.postern.it.harness.Chromium;
import org.postern.it.harness.Console;
import org.postern.it.harness.Gateway;
import org.postern.it.people.Colleague;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Somebody in a role, at a browser, and beside it at a program that sends what no page offers. */
final class Person implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(45);
    private static final String HANDS = Listed.text("hands.js");
    private static final String SEEN = "return [performance.getEntriesByType('navigation')[0].responseStatus,"
            + " document.querySelectorAll('h1').length, document.documentElement.outerHTML.includes('???')].join(' ')";
    private static final String NOTICES = "return [...document.querySelectorAll('main :is([id$=notices], .fine, .faults)')]"
            + ".map(one => one.innerText).join(' ')";
    private static final String ALL = "return [...document.querySelectorAll('main')].map(one => one.innerText).join(' ')";

    private final String name;
    private final Whose.Role role;
    private final String domain;
    private final Console program;
    private final Chromium browser;

    private Person(String name, Whose.Role role, String domain, Console program, Chromium browser) {
        this.name = name;
        this.role = role;
        this.domain = domain;
        this.program = program;
        this.browser = browser;
    }

    /** {@return one whom an administrator lets in, and who sees mail for this domain} */
    static Person letIn(Gateway gateway, Console administrator, String name, Whose.Role role, String domain) {
        String word = role == Whose.Role.OPERATOR_OF_DOMAINS
                ? "operator"
                : role.name().toLowerCase(Locale.ROOT);
        Console program = Colleague.added(gateway, administrator, name, word,
                role == Whose.Role.OPERATOR_OF_DOMAINS ? domain : "*");
        return new Person(name, role, domain, program, Chromium.loggedIn(gateway, name, Colleague.PASSWORD));
    }

    String name() {
        return name;
    }

    Whose.Role role() {
        return role;
    }

    /** {@return a domain whose mail is for this person} */
    String domain() {
        return domain;
    }

    /** Does all of an act but its last step; {@return what that would send}. */
    String begin(Walk walk, UnaryOperator<String> words) {
        walk.page().map(words).ifPresent(browser::open);
        browser.ask(HANDS + " return 0");
        Walk.Press press = walk.press();
        String row = quoted(words.apply(press.row()));
        for (Walk.Written one : walk.written()) {
            browser.ask("Hands.write(%s, %s, %s); return 0".formatted(row, quoted(words.apply(one.place())),
                    quoted(words.apply(one.text()))));
        }
        press.link()
                .ifPresentOrElse(
                        link -> browser.ask("Hands.get(%s); return 0".formatted(quoted(words.apply(link)))),
                        () -> press(row, quoted(words.apply(press.selector())), press.asks()));
        return Await.value(name + " sends something by " + press.selector(), LIMIT,
                () -> Optional.of(browser.ask("return Hands.held() || ''")).filter(held -> !held.isEmpty()));
    }

    private void press(String row, String selector, boolean asks) {
        Await.until(selector + " is there to be pressed by " + name, LIMIT,
                () -> isSo("return Hands.press(%s, %s, %s)".formatted(row, selector, asks)));
        if (asks) {
            Await.until("it is asked whether that is meant", LIMIT, () -> isSo("return Hands.confirm()"));
        }
    }

    private boolean isSo(String script) {
        return browser.ask(script).equals("true");
    }

    /** Opens a page, which is one and has nothing wrong with it. */
    void sees(String page) {
        browser.open(page);
        assertThat(browser.ask(SEEN)).as(page).isEqualTo("200 1 false");
    }

    /** {@return the status with which a page is answered} */
    int status(String page) {
        return program.get(page).statusCode();
    }

    /** {@return where the browser is} */
    String address() {
        return browser.address();
    }

    /** {@return what the page says by itself: of the last act among its notices, or all of it} */
    String said(boolean all) {
        return browser.ask(all ? ALL : NOTICES);
    }

    /** Does the last step. */
    void end() {
        browser.ask("Hands.go(); return 0");
    }

    /** Waits until the page says this. */
    void hears(String text, boolean anywhere) {
        Await.until(name + " reads " + text, LIMIT, () -> said(anywhere).contains(text));
    }

    /**
     * Sends what somebody else would have.
     *
     * @param page from which it is sent
     * @param selector of what is pressed
     */
    Forced forces(String page, String selector, String held) {
        return Forced.by(program, page, selector, held);
    }

    private static String quoted(String text) {
        return Json.createValue(text).toString();
    }

    @Override
    public void close() {
        browser.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
