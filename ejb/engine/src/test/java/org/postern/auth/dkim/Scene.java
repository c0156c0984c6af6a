package org.postern.auth.dkim;

import org.postern.auth.dkim.canonical.BodyHasher;
import org.postern.dns.TextAnswer;
import org.postern.mail.Content;
import org.postern.mail.HeaderSection;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A message, its way, and what the DNS says when it arrives. */
final class Scene {
    private final Draft draft = new Draft();
    private final Zone zone = new Zone();
    private final List<UnaryOperator<String>> way = new ArrayList<>();
    private Instant now = Instant.ofEpochSecond(Draft.NOW);

    Scene() {
        key("v=DKIM1; k=rsa; p=" + Keys.RSA_2048.published());
    }

    Scene draft(Consumer<Draft> change) {
        change.accept(draft);
        return this;
    }

    Scene tag(String name, String value) {
        return draft(d -> d.tag(name, value));
    }

    /** The same as {@link Draft#ed25519}, with its key in the DNS. */
    Scene ed25519() {
        return draft(Draft::ed25519).key("v=DKIM1; k=ed25519; p=" + Keys.ED25519.published());
    }

    Scene key(String... texts) {
        zone.put(Draft.KEY_NAME, texts);
        return this;
    }

    Scene answer(TextAnswer answer) {
        return answer(Draft.KEY_NAME, answer);
    }

    Scene answer(String name, TextAnswer answer) {
        zone.put(name, answer);
        return this;
    }

    /** What happens to the signed message on its way. */
    Scene onTheWay(UnaryOperator<String> change) {
        way.add(change);
        return this;
    }

    Scene changed(String from, String to) {
        return onTheWay(text -> {
            if (!text.contains(from)) {
                throw new IllegalStateException("nothing to change: " + from);
            }
            return text.replace(from, to);
        });
    }

    Scene at(long seconds) {
        now = Instant.ofEpochSecond(seconds);
        return this;
    }

    Zone zone() {
        return zone;
    }

    DkimResults results() throws IOException, InterruptedException {
        String content = draft.signed();
        for (UnaryOperator<String> change : way) {
            content = change.apply(content);
        }
        return results(content, zone, now);
    }

    static DkimResults results(String text, Zone zone, Instant now) throws IOException, InterruptedException {
        byte[] content = Reference.octets(text);
        HeaderSection header = HeaderSection.of(Content.of(content));
        DkimVerification verification = new DkimVerifier(new DkimKeys(zone, Runnable::run), () -> now).begin(header);
        BodyHasher hasher = BodyHasher.of(header, verification.needs());
        hasher.update(content, 0, content.length);
        return verification.results(hasher.end(), Duration.ZERO);
    }
}
