package org.postern.pipeline.queues;

/** What it means when the broker does not take a transaction, as Artemis tells it. */
enum BrokerFault {
    /** The address or the disk is full, or there was no room for too long: 452. */
    FULL,
    /** A message with the same duplicate key was taken before. */
    DUPLICATE,
    /** Anything else: stopped, out of reach, too slow. */
    GONE;

    /** The deepest cause looked at. */
    private static final int MAX_CAUSES = 8;

    /** {@return what this failure, or the first telling cause below it, means} */
    static BrokerFault of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            switch (cause.getClass().getSimpleName()) {
                case "ActiveMQAddressFullException", "ActiveMQInterruptedException" -> {
                    return FULL;
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
