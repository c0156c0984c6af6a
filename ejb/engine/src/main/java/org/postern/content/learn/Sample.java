package org.postern.content.learn;

import java.time.Instant;

/**
 * A message that was taught.
 *
 * @param key of the message, the same whenever it is taught again; a later sample replaces an earlier one of its key
 * @param label what it is
 * @param taught when
 * @param features what the classifier sees of it
 */
public record Sample(String key, Label label, Instant taught, FeatureSet features) {
    boolean isSpam() {
        return label == Label.SPAM;
    }
}
