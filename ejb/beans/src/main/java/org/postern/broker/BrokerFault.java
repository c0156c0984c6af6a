package org.postern.broker;

/** What it means when the broker does not take a transaction, as Artemis tells it. */
enum BrokerFault {
    /** The address or the disk is full, and the transaction was rolled back: 452. */
    FULL,
    /** There was no room for too long, and whether the transaction was done is not known: 452. */
    STUCK,
    /** A message with the same duplicate key was taken before. */
    DUPLICATE,
    /** Anything else: stopped, out of reach, too slow. */
    GONE;

    /** The deepest cause looked at. */
    private static final int MAX_CAUSES = 8;

    /** {@return whether the broker has surely done nothing of the transaction} */
    boolean isRefusal() {
        return this == FULL || this == DUPLICATE;
    }

    /** {@return whether there was no room} */
    boolean isForRoom() {
        return this == FULL || this == STUCK;
    }

    /** {@return what this failure, or the first telling cause below it, means} */
    static BrokerFault of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            switch (cause.getClass().getSimpleName()) {
                case "ActiveMQAddressFullException" -> {
                    return FULL;
                }
                case "ActiveMQInterruptedException" -> {
                    return STUCK;
                }
                case "ActiveMQDuplicateIdException" -> {
                    return DUPLICATE;
                }
                default -> cause = cause.getCause();
            }
        }
        return GONE;
    }
}
