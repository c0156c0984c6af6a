package org.postern.it.conformance;

import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.util.Arrays;

/** Much of the same, until the gateway has enough. */
final class Flood {
    private static final int BLOCK = 64 * 1024;

    private Flood() {}

    /** Sends so many of these characters; an end of the connection meanwhile is an answer, too. */
    static void of(SmtpDialogue client, char character, int octets) {
        byte[] block = new byte[BLOCK];
        Arrays.fill(block, (byte) character);
        try {
            for (int sent = 0; sent < octets; sent += BLOCK) {
                client.send(block);
            }
            client.rest();
        } catch (IOException cutOff) {
            // the gateway had enough, as it may
        }
    }
}
