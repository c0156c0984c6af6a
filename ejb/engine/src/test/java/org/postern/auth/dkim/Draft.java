package org.postern.auth.dkim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A message that is yet to be signed, tag by tag. */
final class Draft {
    static final String KEY_NAME = "sel._domainkey.example.com";
    static final long NOW = 1_790_000_000L;

    private final List<String> fields = new ArrayList<>(
            List.of("From: Ann <ann@example.com>\r\n", "To: bob@example.net\r\n",
                    "Subject: Dinner  at\r\n\teight\r\n", "Date: Fri, 11 Jul 2025 21:00:37 -0700\r\n"));
    private final Map<String, String> tags = new LinkedHashMap<>();
    private String body = "Hi Bob,\r\n\r\nwe  lost the game. \t\r\nAre you hungry yet?\r\n\r\nAnn\r\n\r\n\r\n";
    private Keys key = Keys.RSA_2048;
    private String hash = "SHA256";

    Draft() {
        for (String tag : "v=1 a=rsa-sha256 c=relaxed/relaxed d=example.com s=sel h=from:to:subject:date bh=? b=?"
                .split(" ", -1)) {
            tags.put(tag.substring(0, tag.indexOf('=')), tag.substring(tag.indexOf('=') + 1));
        }
    }

    Draft tag(String name, String value) {
        if (tags.containsKey(name)) {
            tags.put(name, value);
        } else {
            String signature = tags.remove("b");
            tags.put(name, value);
            tags.put("b", signature);
        }
        return this;
    }

    Draft without(String tag) {
        tags.remove(tag);
        return this;
    }

    Draft with(Keys other) {
        key = other;
        return this;
    }

    Draft ed25519() {
        return with(Keys.ED25519).tag("a", "ed25519-sha256");
    }

    Draft sha1() {
        hash = "SHA1";
        return tag("a", "rsa-sha1");
    }

    Draft body(String text) {
        body = text;
        return this;
    }

    Draft top(String field) {
        fields.addFirst(field);
        return this;
    }

    Draft withoutField(int index) {
        fields.remove(index);
        return this;
    }

    /** {@return the message without a signature} */
    String unsigned() {
        return String.join("", fields) + "\r\n" + body;
    }

    /** {@return the field of the signature, with its line end} */
    String signature() {
        String[] c = (tags.getOrDefault("c", "simple/simple") + "/simple").split("/", -1);
        String canonical = Reference.body(body, c[1].equals("relaxed"));
        if (tags.getOrDefault("l", "").matches("\\d{1,9}")) {
            canonical = canonical.substring(0, Math.min(Integer.parseInt(tags.get("l")), canonical.length()));
        }
        if ("?".equals(tags.get("bh"))) {
            tags.put("bh", Keys.sha256(canonical));
        }
        boolean relaxed = c[0].equals("relaxed");
        String own = "DKIM-Signature: " + tags.entrySet()
                .stream()
                .map(tag -> tag.getKey() + "=" + (tag.getValue().equals("?") ? "" : tag.getValue()))
                .collect(Collectors.joining("; "));
        String names = tags.getOrDefault("h", "");
        String signed = Reference.selected(fields, Arrays.asList(names.split(":", -1)), relaxed)
                + Reference.field(own + "\r\n", relaxed).replaceAll("\r\n$", "");
        return own + ("?".equals(tags.get("b")) ? key.sign(signed, hash) : "") + "\r\n";
    }

    String signed() {
        return signature() + unsigned();
    }
}
