package org.postern.smtp.server;

import org.postern.receiver.Identity;
import org.postern.receiver.SaslExchange;
import org.postern.receiver.SaslStep;
import org.postern.smtp.Replies;

import java.nio.charset.StandardCharsets;

/**
 * An authentication that asks {@code who?} and then {@code password?}, unless the answer to the first tells both as PLAIN does: a NUL
 * before the name, and one before the password. Right is {@code alice} with {@code secret}; {@code broken} throws. EXTERNAL knows
 * {@code alice} already, and wants no more than an empty answer.
 */
final class TestExchange implements SaslExchange {
    private final String mechanism;
    private String name = "";
    private int abandoned;

    TestExchange(String mechanism) {
        this.mechanism = mechanism;
    }

    @Override
    public SaslStep begin() {
        return challenge(mechanism.equals("LOGIN") ? "who?" : "");
    }

    @Override
    public SaslStep respond(byte[] response) {
        if (mechanism.equals("EXTERNAL") && response.length == 0) {
            return judge("alice", "secret");
        }
        String text = new String(response, StandardCharsets.UTF_8);
        String[] parts = text.split("\0", -1);
        if (text.equals("broken")) {
            throw new IllegalStateException("SELECT secret FROM users");
        }
        if (parts.length == 3) {
            return judge(parts[1], parts[2]);
        }
        if (text.isEmpty()) {
            return challenge(mechanism.equals("PLAIN") ? "" : "who?");
        }
        if (name.isEmpty()) {
            name = text;
            return challenge("password?");
        }
        return judge(name, text);
    }

    private SaslStep judge(String who, String password) {
        return who.equals("alice") && password.equals("secret")
                ? new SaslStep.Authenticated(new Identity(who, mechanism))
                : new SaslStep.Refused(Replies.AUTHENTICATION_FAILED);
    }

    private static SaslStep challenge(String text) {
        return new SaslStep.Challenge(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** {@return how often it was told that it is over} */
    int abandoned() {
        return abandoned;
    }

    @Override
    public void abandon() {
        abandoned++;
    }
}
