package org.postern.reputation;

/**
 * How much some answers of a list speak against mail.
 *
 * @param weight negative if they speak for it
 */
public record AnswerWeight(AnswerPattern answers, double weight) {
    public AnswerWeight {
        if (!Double.isFinite(weight)) {
            throw new IllegalArgumentException("the weight of " + answers + " is no number");
        }
    }
}
