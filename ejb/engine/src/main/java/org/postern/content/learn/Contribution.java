package org.postern.content.learn;

/**
 * One of the features that weighed most in one message.
 *
 * @param feature its name, such as {@code subject:free}, at most 60 characters
 * @param weight what it adds to the logit; positive speaks against the mail
 */
public record Contribution(String feature, double weight) {}
