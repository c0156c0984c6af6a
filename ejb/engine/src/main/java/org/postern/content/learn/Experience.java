package org.postern.content.learn;

import java.time.Instant;

/**
 * What a model has learnt from.
 *
 * @param ham samples of ham, near-duplicates counted once
 * @param spam samples of spam, near-duplicates counted once
 * @param last when the last of them was taught
 * @param trial what became of the held-back tenth
 */
public record Experience(int ham, int spam, Instant last, Trial trial) {}
