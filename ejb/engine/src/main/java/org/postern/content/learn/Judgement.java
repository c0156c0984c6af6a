package org.postern.content.learn;

/**
 * What a model says of one message.
 *
 * @param probability that it is spam, by the model's own measure; the bands are what counts
 * @param band how sure the model is
 */
public record Judgement(double probability, Band band) {}
