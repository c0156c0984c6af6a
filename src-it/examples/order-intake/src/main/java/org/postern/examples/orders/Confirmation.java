package org.postern.examples.orders;

/** What became of the mail that confirms an order, in the order in which it becomes of it. */
public enum Confirmation {
    /** None was sent. */
    NONE,
    /** It is part of the transaction that has written the order down. */
    HANDED_IN,
    /** The gateway has it. */
    ACCEPTED,
    /** A person has to look at it first. */
    QUARANTINED,
    /** The customer's server has it. */
    DELIVERED,
    /** The customer will not get it. */
    FAILED;

    boolean isLaterThan(Confirmation other) {
        return compareTo(other) > 0;
    }
}
