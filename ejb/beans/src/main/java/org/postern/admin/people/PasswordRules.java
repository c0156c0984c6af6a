package org.postern.admin.people;

import org.postern.sentence.Sentence;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which passwords are too easy to guess, and what would do. */
public final class PasswordRules {
    /** The shortest password, in characters. */
    public static final int SHORTEST = 10;
    /** The longest that bcrypt looks at, in octets of UTF-8. */
    static final int LONGEST = 72;
    private static final int FEWEST_DISTINCT = 5;
    /** So many different steps from one character to the next has what is neither a row of the alphabet nor a few letters in turn. */
    private static final int FEWEST_STEPS = 4;
    private static final int LEFT_OVER = 8;
    private static final int SHORTEST_NAME = 3;
    private static final Sentence.Form OCTETS = Sentence.form("passwordOctets", "A password has at most {0} octets.");
    private static final Sentence.Form SHORT = Sentence.form("passwordShort",
            "A password has at least {0} characters. Four words that have nothing to do with each other would do.");
    private static final Sentence FEW = Sentence.form("passwordFew", "This password has too few different characters."
            + " Four words that have nothing to do with each other would do.").with();
    private static final Sentence ROW = Sentence.form("passwordRow", "This password is a row that is guessed at once."
            + " Four words that have nothing to do with each other would do.").with();
    private static final Sentence USUAL = Sentence.form("passwordUsual",
            "This password is among those that are guessed first."
                    + " Four words that have nothing to do with each other would do.")
            .with();
    private static final Sentence NAME = Sentence.form("passwordName",
            "This password is little more than a name that everybody knows."
                    + " Four words that have nothing to do with each other would do.")
            .with();
    /** What guessers try first, of those that the rules above let through; without digits and signs at the end. */
    private static final Set<String> COMMON = Set.of("password", "passwort", "passw0rd", "p@ssword", "p@ssw0rd",
            "qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "qwertyuiopasdf", "qazwsxedc", "1qaz2wsx3edc",
            "1q2w3e4r5t", "1q2w3e4r5t6y", "1q2w3e4r", "q1w2e3r4t5", "zaq12wsxcde", "letmein", "letmeinnow", "iloveyou",
            "administrator", "welcome", "willkommen", "sunshine", "princess", "football", "baseball", "superman",
            "changeme", "changeit", "trustno", "mailserver", "mailgateway", "postmaster", "correcthorsebatterystaple",
            "correct horse battery staple", "geheimnis", "hallohallo", "michelle", "whatever", "starwars",
            "masterpassword", "secretpassword", "mypassword", "adminadmin", "rootroot", "testtest", "passwordpassword");

    private PasswordRules() {}

    /** {@return why a password for the console is not taken; empty if it is} */
    static Optional<Sentence> faultOf(String password, String name) {
        return password.getBytes(StandardCharsets.UTF_8).length > LONGEST
                ? Optional.of(OCTETS.with(LONGEST))
                : weakness(password, name);
    }

    /** {@return why a password is too weak for who has this name; empty if it is not} */
    static Optional<Sentence> weakness(String password, String name) {
        int[] characters = password.codePoints().toArray();
        if (characters.length < SHORTEST) {
            return Optional.of(SHORT.with(SHORTEST));
        }
        if (IntStream.of(characters).distinct().count() < FEWEST_DISTINCT) {
            return Optional.of(FEW);
        }
        if (IntStream.range(1, characters.length)
                .map(at -> characters[at] - characters[at - 1])
                .distinct()
                .count() < FEWEST_STEPS) {
            return Optional.of(ROW);
        }
        String plain = password.toLowerCase(Locale.ROOT);
        if (COMMON.contains(plain) || COMMON.contains(plain.replaceAll("[^\\p{L}]+$", ""))) {
            return Optional.of(USUAL);
        }
        return rest(plain, name.toLowerCase(Locale.ROOT)).codePoints().distinct().count() < FEWEST_DISTINCT
                || rest(plain, name.toLowerCase(Locale.ROOT)).length() < LEFT_OVER
                        ? Optional.of(NAME)
                        : Optional.empty();
    }

    /** {@return what is left without the names that are known here} */
    private static String rest(String plain, String name) {
        String rest = plain;
        for (String known : known(name)) {
            rest = rest.replace(known, "");
        }
        return rest;
    }

    private static List<String> known(String name) {
        return List.of(name, name.replaceFirst("@.*", ""), "postern")
                .stream()
                .filter(known -> known.length() >= SHORTEST_NAME)
                .collect(Collectors.toList());
    }
}
