package org.postern.smtp.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Knows four mechanisms: TEST answers each challenge with its text in upper case, and wants to hear "done" in the end; FIRST says
 * "hello" at once; LONG says much at once; DEAF answers two challenges, whatever they say.
 */
final class TestLogin implements Login {
    @Override
    public Optional<Exchange> choose(Set<String> offered) {
        return offered.stream()
                .sorted()
                .filter(Set.of("TEST", "FIRST", "LONG", "DEAF")::contains)
                .findFirst()
                .map(Known::new);
    }

    private static final class Known implements Exchange {
        private final String mechanism;
        private boolean complete;
        private int answered;

        Known(String mechanism) {
            this.mechanism = mechanism;
            this.complete = !Set.of("TEST", "DEAF").contains(mechanism);
        }

        @Override
        public String mechanism() {
            return mechanism;
        }

        @Override
        public boolean readsChallenges() {
            return !mechanism.equals("DEAF");
        }

        @Override
        public Optional<byte[]> initialResponse() {
            return switch (mechanism) {
                case "FIRST" -> Optional.of("hello".getBytes(UTF_8));
                case "LONG" -> Optional.of("a".repeat(600).getBytes(UTF_8));
                default -> Optional.empty();
            };
        }

        @Override
        public byte[] respond(byte[] challenge) throws IOException {
            if (mechanism.equals("DEAF")) {
                complete = ++answered == 2;
                return ("answer " + answered).getBytes(UTF_8);
            }
            String text = new String(challenge, UTF_8);
            if (text.equals("forged")) {
                throw new IOException("the proof is wrong");
            }
            complete = text.equals("done");
            return text.toUpperCase(Locale.ROOT).getBytes(UTF_8);
        }

        @Override
        public boolean isComplete() {
            return complete;
        }
    }
}
