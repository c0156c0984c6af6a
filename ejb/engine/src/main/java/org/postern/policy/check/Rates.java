package org.postern.policy.check;

/**
 * How much one client may do; 0 for as much as it likes.
 *
 * @param connections of a network, in a minute
 * @param commands of a network, in a minute; those that a filter is asked about
 * @param networkMessages of a network, in a minute
 * @param userMessages of a user, in a minute
 * @param networkRecipients of a network, in an hour
 * @param userRecipients of a user, in an hour
 */
public record Rates(int connections, int commands, int networkMessages, int userMessages, int networkRecipients,
        int userRecipients) {}
